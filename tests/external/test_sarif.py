"""SARIF, read by Microsoft's own tool with the rules that GitHub has, and by its schema."""

import json
import subprocess
from pathlib import Path

import pytest
from jsonschema.validators import validator_for

from matrixlint.output.formats import render
from matrixlint.output.report import Report
from tests.external.reader import each_report, package

pytestmark = pytest.mark.external
TOOL = "@microsoft/sarif-multitool-linux"
# The project has no address that a report could name.
KNOWN = ["SARIF2005: Warning_ProvideToolnformationUri"]


@each_report
def test_the_schema_accepts_it(report: Report) -> None:
    schema = json.loads((package(TOOL) / "sarif-2.1.0.json").read_text("utf-8-sig"))
    validator = validator_for(schema)(schema)

    document = json.loads(render("sarif", report))

    assert [error.message for error in validator.iter_errors(document)] == []


@each_report
def test_the_tool_finds_nothing_to_fix(report: Report, tmp_path: Path) -> None:
    assert found(render("sarif", report), tmp_path) == KNOWN


def test_the_tool_finds_what_is_wrong(tmp_path: Path) -> None:
    document = json.loads(render("sarif", Report()))
    document["runs"][0]["results"] = [{"message": {"text": ""}, "ruleIndex": 3}]

    assert found(json.dumps(document), tmp_path) != KNOWN


def found(text: str, folder: Path) -> list[str]:
    """Return the rules that the tool finds broken; its status tells nothing of them."""
    (folder / "in.sarif").write_text(text, encoding="utf-8")
    subprocess.run(
        [
            *(package(TOOL) / "Sarif.Multitool", "validate", folder / "in.sarif"),
            *("--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"),
            *("--log", "ForceOverwrite", "--output", folder / "out.sarif"),
        ],
        capture_output=True,
        check=True,
    )
    (run,) = json.loads((folder / "out.sarif").read_text("utf-8-sig"))["runs"]
    assert run["invocations"][0]["executionSuccessful"]
    return [f"{each['ruleId']}: {each['message']['id']}" for each in run.get("results", ())]
