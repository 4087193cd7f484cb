"""The JSON report: what it holds, and that its schema describes it."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from matrixlint.diagnostic import Diagnostic, Fix, Related, Severity
from matrixlint.errors import ErrorDetail
from matrixlint.output.formats import render
from matrixlint.output.report import Report
from matrixlint.schema import validate
from matrixlint.schema.fast_path import fast_validate
from matrixlint.text.span import Edit, Span

BARE = Diagnostic("a.ini", 1, 1, "MX101", "no drivers", 1, 1, "no-drivers", Severity.WARNING)
WHOLE = Diagnostic(
    path="doc/a.ini",
    line=41,
    column=12,
    code="MX401",
    message="driver 'foo' is 'compelte'",
    end_line=41,
    end_column=20,
    name="unknown-level",
    severity=Severity.ERROR,
    hint="did you mean 'complete'?",
    section="operation.attach",
    key="driver.foo",
    driver="foo",
    value="compelte",
    related=(Related(Span(38, 1, 38, 19), "in this feature"),),
    fix=Fix("replace with 'complete'", (Edit(Span(41, 12, 41, 20), "complete"),)),
)


def read(report: Report) -> Any:
    return json.loads(render("json", report))


def test_everything_that_is_known_is_said() -> None:
    details = [ErrorDetail("is a folder", "b.ini"), ErrorDetail("odd", "c.toml", 3, 1)]

    assert read(Report([WHOLE], details, paths=["doc/a.ini"])) == {
        "version": 1,
        "diagnostics": [
            {
                "path": "doc/a.ini",
                "line": 41,
                "column": 12,
                "end_line": 41,
                "end_column": 20,
                "code": "MX401",
                "name": "unknown-level",
                "severity": "error",
                "message": "driver 'foo' is 'compelte'",
                "hint": "did you mean 'complete'?",
                "section": "operation.attach",
                "key": "driver.foo",
                "related": [
                    {
                        "path": "doc/a.ini",
                        "line": 38,
                        "column": 1,
                        "end_line": 38,
                        "end_column": 19,
                        "message": "in this feature",
                    }
                ],
                "fix": {
                    "safety": "unsafe",
                    "title": "replace with 'complete'",
                    "edits": [
                        {
                            "line": 41,
                            "column": 12,
                            "end_line": 41,
                            "end_column": 20,
                            "text": "complete",
                        }
                    ],
                },
                "fingerprint": "dfffc301c1b95d76",
                "suppressed": None,
            }
        ],
        "errors": [
            {"path": "b.ini", "line": None, "column": None, "message": "is a folder"},
            {"path": "c.toml", "line": 3, "column": 1, "message": "odd"},
        ],
        "summary": {
            "files": 1,
            "error": 1,
            "warning": 0,
            "info": 0,
            "suppressed": 0,
            "fixable": 1,
        },
    }


def test_what_is_absent_is_null() -> None:
    (found,) = read(Report([BARE], paths=["doc/a.ini"]))["diagnostics"]

    assert found == {
        "path": "a.ini",
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 1,
        "code": "MX101",
        "name": "no-drivers",
        "severity": "warning",
        "message": "no drivers",
        "hint": None,
        "section": None,
        "key": None,
        "related": [],
        "fix": None,
        "fingerprint": found["fingerprint"],
        "suppressed": None,
    }


def test_an_empty_report_is_whole() -> None:
    assert render("json", Report()) == (
        "{\n"
        '  "version": 1,\n'
        '  "diagnostics": [],\n'
        '  "errors": [],\n'
        '  "summary": {\n'
        '    "files": 0,\n'
        '    "error": 0,\n'
        '    "warning": 0,\n'
        '    "info": 0,\n'
        '    "suppressed": 0,\n'
        '    "fixable": 0\n'
        "  }\n"
        "}\n"
    )


def test_a_safe_fix_is_called_so() -> None:
    fix = Fix("drop it", (), safe=True)

    (found,) = read(Report([BARE._replace(fix=fix)]))["diagnostics"]

    assert found["fix"] == {"safety": "safe", "title": "drop it", "edits": []}


def test_the_summary_counts_suppressed_findings_apart() -> None:
    diagnostics = [
        WHOLE,
        WHOLE._replace(suppressed="comment"),
        BARE,
        BARE._replace(severity=Severity.INFO),
    ]

    assert read(Report(diagnostics, paths=["a.ini", "b.ini", "c.ini"]))["summary"] == {
        "files": 3,
        "error": 1,
        "warning": 1,
        "info": 1,
        "suppressed": 1,
        "fixable": 1,
    }


def test_equal_findings_are_numbered_in_their_order() -> None:
    diagnostics = [BARE, BARE._replace(line=2), WHOLE, BARE._replace(line=3)]

    prints = [found["fingerprint"] for found in read(Report(diagnostics))["diagnostics"]]

    assert prints == [prints[0], f"{prints[0]}:2", prints[2], f"{prints[0]}:3"]


def test_the_home_of_a_file_makes_the_fingerprint() -> None:
    here = Report([WHOLE], relative_paths={"doc/a.ini": "x/a.ini"})
    there = Report([WHOLE._replace(path="a.ini")], relative_paths={"a.ini": "x/a.ini"})

    (one,), (other,) = (read(each)["diagnostics"] for each in (here, there))

    assert one["fingerprint"] == other["fingerprint"]
    assert one["path"] != other["path"]


def test_the_document_is_ascii() -> None:
    diagnostic = BARE._replace(path="ü\udcff\x1b", message="中")

    text = render("json", Report([diagnostic]))

    assert text.isascii()
    assert json.loads(text)["diagnostics"][0]["path"] == "ü\udcff\x1b"


def test_the_schema_of_the_report_is_one() -> None:
    Draft202012Validator.check_schema(validate.load("report"))


TEXT = st.text(max_size=5)
PLACE = st.integers(1, 99)
SPAN = st.builds(Span, PLACE, PLACE, PLACE, PLACE)
FIX = st.builds(
    Fix, TEXT, st.lists(st.builds(Edit, SPAN, TEXT), max_size=2).map(tuple), st.booleans()
)
ROW = st.builds(
    Diagnostic,
    path=TEXT,
    line=PLACE,
    column=PLACE,
    code=st.sampled_from(["MX001", "ACME123"]),
    message=TEXT,
    end_line=PLACE,
    end_column=PLACE,
    name=st.sampled_from(["a", "no-drivers"]),
    severity=st.sampled_from(Severity),
    hint=st.none() | TEXT,
    section=st.none() | TEXT,
    key=st.none() | TEXT,
    driver=st.none() | TEXT,
    value=st.none() | TEXT,
    related=st.lists(st.builds(Related, SPAN, TEXT), max_size=2).map(tuple),
    fix=st.none() | FIX,
    suppressed=st.sampled_from([None, "comment", "baseline"]),
)
TROUBLE = st.builds(ErrorDetail, TEXT, st.none() | TEXT, st.none() | PLACE, st.none() | PLACE)


@given(st.lists(ROW, max_size=4), st.lists(TROUBLE, max_size=2), st.lists(TEXT, max_size=3))
def test_the_schema_describes_every_report(
    diagnostics: list[Diagnostic], details: list[ErrorDetail], paths: list[str]
) -> None:
    document = read(Report(diagnostics, details, paths))

    assert validate.find_errors(document, validate.load("report")) == []
    assert fast_validate(document, validate.load("report"))


def test_the_schema_refuses_what_no_report_holds() -> None:
    document = read(Report([WHOLE], [ErrorDetail("odd")], paths=["doc/a.ini"]))
    document["diagnostics"][0]["line"] = 0
    del document["diagnostics"][0]["hint"]
    document["errors"][0]["extra"] = 1
    document["summary"]["files"] = -1
    document["version"] = 2

    found = validate.find_errors(document, validate.load("report"))

    assert [(error.place, error.keyword) for error in found] == [
        (("diagnostics", 0), "required"),
        (("diagnostics", 0, "line"), "minimum"),
        (("errors", 0), "additionalProperties"),
        (("summary", "files"), "minimum"),
        (("version",), "const"),
    ]
