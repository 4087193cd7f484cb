"""What each output format carries: seen by changing one thing and reading the output again."""

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from matrixlint import Severity
from matrixlint.diagnostic import Fix, Related
from matrixlint.errors import ErrorDetail
from matrixlint.output.fingerprint import compute_fingerprints
from matrixlint.output.formats import render
from matrixlint.output.report import Report
from matrixlint.text.span import Edit, Span
from tests.changed_rule import change_rule
from tests.output.formats.sample import FINDINGS, LEVEL, NOTES, STOP, UNKNOWN

Change = Callable[[Report], Report]


class Aspect(NamedTuple):
    """A part of a thing: two changes of a report that a reader can tell apart, if it is carried."""

    after: Change
    before: Change = lambda report: report


SAME_WIDTH = ["[operation.attack]", "note=ö; driver.a=compelts"]
PAGE = "A level.\n\n## Why?\n\nSo.\n"
FIX = Fix("write 'complete'", (Edit(Span(2, 18, 2, 26), "complete"),), safe=True)
FOUND = UNKNOWN._replace(fix=FIX)
# What is changed: a report of one finding that has everything, and of a file that has none.
WHOLE = FINDINGS._replace(
    diagnostics=[FOUND],
    paths=("doc/a.ini", "doc/clean.ini", STOP.path),
    rules=[LEVEL, NOTES],
    details=[ErrorDetail("cannot be read", "doc/c.ini", 3, 7)],
)


def _found(**changes: Any) -> Change:
    """Return the change of the finding's fields."""
    return lambda report: report._replace(
        diagnostics=[diagnostic._replace(**changes) for diagnostic in report.diagnostics]
    )


def _fixed(**changes: Any) -> Change:
    return _found(fix=FIX._replace(**changes))


def _failed(**changes: Any) -> Change:
    return lambda report: report._replace(
        details=[detail._replace(**changes) for detail in report.details]
    )


def _whole(**changes: Any) -> Change:
    return lambda report: report._replace(**changes)


def _named(report: Report) -> Report:
    # Some formats tell the names once, with the rules.
    rules = [change_rule(report.rules[0], name="other-name"), *report.rules[1:]]
    return _found(name="other-name")(report._replace(rules=rules))


def _homed(report: Report) -> Report:
    return report._replace(relative_paths={"doc/a.ini": "elsewhere.ini"})


# The things that a format may carry, by the feature's name in the matrix, each with its aspects.
ASPECTS: Mapping[str, Mapping[str, Aspect]] = {
    "path": {"path": Aspect(_found(path=STOP.path))},
    "line": {"line": Aspect(_found(line=1))},
    "column": {"column": Aspect(_found(column=10))},
    "end": {"end": Aspect(_found(end_column=25))},
    "code": {"code": Aspect(_found(code="MX406"))},
    "name": {"name": Aspect(_named)},
    "severity": {
        "error": Aspect(_found(severity=Severity.WARNING)),
        "info": Aspect(_found(severity=Severity.WARNING), _found(severity=Severity.INFO)),
    },
    "message": {"message": Aspect(_found(message="another message"))},
    "hint": {"hint": Aspect(_found(hint="another hint"))},
    "context": {
        "section": Aspect(_found(section="operation.other")),
        "key": Aspect(_found(key="driver.other")),
    },
    "related": {
        "place": Aspect(_found(related=(Related(Span(1, 2, 1, 3), "in this feature"),))),
        "message": Aspect(_found(related=(Related(Span(1, 1, 1, 19), "in another"),))),
    },
    "fix": {
        "title": Aspect(_fixed(title="write another")),
        "edits": Aspect(_fixed(edits=(Edit(Span(2, 18, 2, 26), "partial"),))),
        "safety": Aspect(_fixed(safe=False)),
    },
    "suppressed": {
        "that it is": Aspect(_found(suppressed="comment")),
        "by what": Aspect(_found(suppressed="comment"), _found(suppressed="baseline")),
    },
    "fingerprint": {"fingerprint": Aspect(_homed)},
    # Of the same widths: columns that count bytes are made of the lines, too.
    "source": {"source": Aspect(_whole(lines={"doc/a.ini": SAME_WIDTH}))},
    "clean": {"clean": Aspect(_whole(paths=("doc/a.ini", "doc/unspoilt.ini", STOP.path)))},
    "failure": {
        "message": Aspect(_failed(message="is a folder")),
        "path": Aspect(_failed(path="doc/d.ini")),
        "line": Aspect(_failed(line=4)),
    },
    "page": {"page": Aspect(_whole(rules=[change_rule(LEVEL, docstring=PAGE), NOTES]))},
}


def carried(name: str, feature: str) -> list[str]:
    """Return the aspects of *feature* that the format *name* carries."""
    return [word for word, aspect in ASPECTS[feature].items() if _is_carried(name, feature, aspect)]


def _is_carried(name: str, feature: str, aspect: Aspect) -> bool:
    # A fingerprint is made of other things, which it does not tell.
    hide = feature != "fingerprint"
    before, after = (
        reading(name, change(WHOLE), hide=hide) for change in (aspect.before, aspect.after)
    )
    return before != after


def reading(name: str, report: Report, *, hide: bool) -> object:
    """Return what an ordinary parser reads of *report* in the format *name*."""
    text = render(name, report)
    if hide:
        for each in compute_fingerprints(report.diagnostics, report.relative_paths):
            text = text.replace(each, "fingerprint")
    return PARSERS.get(name, str.splitlines)(text)


def _json_lines(text: str) -> object:
    return [json.loads(line) for line in text.splitlines()]


def _xml(text: str) -> object:
    root = ET.fromstring(text)  # noqa: S314  our own text, which expands nothing
    return [(each.tag, each.attrib, each.text) for each in root.iter()]


PARSERS: Mapping[str, Callable[[str], object]] = {
    **dict.fromkeys(("gitlab", "json", "rdjson", "sarif", "zuul"), json.loads),
    **dict.fromkeys(("checkstyle", "junit"), _xml),
    "jsonl": _json_lines,
}


def level(name: str, feature: str) -> str:
    """Return the level at which the format *name* carries *feature*."""
    count = len(carried(name, feature))
    if count == len(ASPECTS[feature]):
        return "complete"
    return "partial" if count else "missing"
