"""Reports to be rendered: of nothing, and of all that a report may hold."""

from collections.abc import Iterator

from matrixlint.diagnostic import Diagnostic, Fix, Related, Severity
from matrixlint.errors import ErrorDetail
from matrixlint.output.report import Report
from matrixlint.rules.rule import Finding, Rule
from matrixlint.text.span import Edit, Span


def _nothing(_matrix: object) -> Iterator[Finding]:
    """Find nothing: reporters read a rule's facts, and never run it."""
    yield from ()


LEVEL = Rule(
    "MX401",
    "unknown-level",
    Severity.ERROR,
    "A level of no known word.\n\n## Why is this bad?\n\nNobody can tell\nit.\n\nMore.\n",
    _nothing,
)
NOTES = Rule("MX406", "partial-without-notes", Severity.WARNING, "A bare partial.\n", _nothing)
OWN = Rule("EX001", "title-with-full-stop", Severity.INFO, "A title's end.\n", _nothing)
RULES = (OWN, LEVEL, NOTES)

A_LINES = ["[operation.attach]", "note=ü; driver.a=compelte", "driver.b=", " partial"]
UNKNOWN = Diagnostic(
    path="doc/a.ini",
    line=2,
    column=18,
    code="MX401",
    message="driver 'a' is 'compelte'; 100% wrong",
    end_line=2,
    end_column=26,
    name="unknown-level",
    severity=Severity.ERROR,
    hint="did you mean 'complete'?",
    section="operation.attach",
    key="driver.a",
    driver="a",
    value="compelte",
    related=(Related(Span(1, 1, 1, 19), "in this feature"),),
    fix=Fix("replace with 'complete'", (Edit(Span(2, 18, 2, 26), "complete"),)),
)
BARE = UNKNOWN._replace(
    line=3,
    column=1,
    end_line=4,
    end_column=9,
    code="MX406",
    name="partial-without-notes",
    severity=Severity.WARNING,
    message="driver 'b' is 'partial' without a note",
    hint=None,
    key="driver.b",
    driver="b",
    value="partial",
    related=(),
    fix=None,
)
STOP = Diagnostic("doc/ü b.ini", 1, 1, "EX001", "ends in '.'", 1, 2, OWN.name, Severity.INFO)
ROWS = (
    UNKNOWN,
    BARE,
    BARE._replace(line=4, column=2),
    STOP,
    UNKNOWN._replace(path=STOP.path, line=2, end_line=2, suppressed="comment", related=()),
    BARE._replace(path=STOP.path, suppressed="baseline"),
)
TROUBLES = (
    ErrorDetail("cannot be read: permission denied", "doc/c.ini"),
    ErrorDetail("unknown key 'selct'", "matrixlint.toml", 3, 1),
    ErrorDetail("nothing works"),
)

NOTHING = Report(paths=("doc/a.ini", "doc/b.ini"), rules=RULES, version="1.2.3")
FINDINGS = Report(
    diagnostics=ROWS[:4],
    paths=("doc/a.ini", "doc/clean.ini", STOP.path),
    lines={"doc/a.ini": A_LINES, STOP.path: ["t.", *A_LINES[1:]]},
    relative_paths={"doc/a.ini": "a.ini"},
    rules=RULES,
    version="1.2.3",
)
EVERYTHING = FINDINGS._replace(diagnostics=ROWS, details=TROUBLES)
REPORTS = {"nothing": NOTHING, "findings": FINDINGS, "everything": EVERYTHING}
