"""XML of JUnit: a suite for each file, a failure for each diagnostic."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail
from matrixlint.output.formats.concise import format_line
from matrixlint.output.message import failure_text, format_title, message_text, suppression_note
from matrixlint.output.report import Report
from matrixlint.output.xml import format_document, xml_safe

# Required attributes, but constant: the same diagnostics have to give the same report.
_CONSTANT_ATTRIBUTES = {"time": "0", "timestamp": "1970-01-01T00:00:00", "hostname": "localhost"}


class Case(NamedTuple):
    """Test case of a suite: its name and result; *tag* is empty if it passed."""

    name: str
    tag: str = ""
    message: str = ""
    kind: str = ""
    text: str = ""


def render(report: Report) -> str:
    """Return the document of *report*; a file without diagnostics has a passed test."""
    root = Element("testsuites")
    for number, (name, cases) in enumerate(_group_by_file(report).items()):
        _add_suite(root, number, xml_safe(name), cases)
    return format_document(root)


def _group_by_file(report: Report) -> dict[str, list[Case]]:
    suites: dict[str, list[Case]] = {path: [] for path in report.paths}
    for detail in report.details:
        suites.setdefault(detail.path or "matrixlint", []).append(_make_error(detail))
    for diagnostic in report.diagnostics:
        suites[diagnostic.path].append(_make_failure(diagnostic))
    return {name: cases or [Case("no finding")] for name, cases in suites.items()}


def _make_error(detail: ErrorDetail) -> Case:
    text = failure_text(detail)
    return Case("matrixlint", "error", text, "failure", text)


def _make_failure(diagnostic: Diagnostic) -> Case:
    # Tools compare runs by the name, so it does not depend on lines.
    about = f" [{diagnostic.section}]" if diagnostic.section else ""
    key = f" {diagnostic.key}" if diagnostic.key else ""
    name = f"{format_title(diagnostic)}{about}{key}"
    if diagnostic.suppressed:
        return Case(f"{name} ({suppression_note(diagnostic)})")
    text = format_line(diagnostic)
    return Case(name, "failure", message_text(diagnostic), diagnostic.severity, text)


def _add_suite(root: Element, number: int, name: str, cases: list[Case]) -> None:
    counts = Counter(case.tag for case in cases)
    attributes = {
        "id": str(number),
        "package": "matrixlint",
        "name": name,
        "tests": str(len(cases)),
        "failures": str(counts["failure"]),
        "errors": str(counts["error"]),
    }
    suite = SubElement(root, "testsuite", {**attributes, **_CONSTANT_ATTRIBUTES})
    properties = SubElement(suite, "properties")
    SubElement(properties, "property", name="tool", value="matrixlint")
    for case, own in zip(cases, _make_names_unique(cases), strict=True):
        _add_case(suite, own, case)
    SubElement(suite, "system-out")
    SubElement(suite, "system-err")


def _make_names_unique(cases: list[Case]) -> Iterator[str]:
    # Of several tests with the same name, tools keep only the last.
    seen: Counter[str] = Counter()
    for case in cases:
        seen[case.name] += 1
        yield case.name if seen[case.name] == 1 else f"{case.name} ({seen[case.name]})"


def _add_case(suite: Element, name: str, case: Case) -> None:
    group = suite.get("name", "").removesuffix(".ini").replace("/", ".")
    attributes = {"name": xml_safe(name), "classname": group, "time": "0"}
    element = SubElement(suite, "testcase", attributes)
    if case.tag:
        result = SubElement(element, case.tag, message=xml_safe(case.message), type=case.kind)
        result.text = xml_safe(case.text)
