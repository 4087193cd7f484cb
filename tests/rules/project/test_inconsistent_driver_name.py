"""MX851 inconsistent-driver-name."""

import json
from pathlib import Path

from matrixlint import lint_text
from tests.conftest import Command
from tests.rules.project.samples import INDEX, A, B, C, diagnostics, matrix, put


def test_only_the_files_of_the_run_are_compared(folder: Path, cli: Command) -> None:
    put(folder, a=matrix("x", "o-x=O"), b=matrix("y", "o_x=O"), index__rst=INDEX)

    assert diagnostics(cli, f"doc/{A}") == diagnostics(cli, f"doc/{B}") == []
    assert diagnostics(cli, f"doc/{B}", f"doc/{A}") == [(B, 1, "MX851")]


def test_comments_suppress_what_is_found_in_a_matrix(folder: Path, cli: Command) -> None:
    silent = "# matrixlint: ignore[MX851] -- so be it\n" + matrix("y", "o_x=O")
    put(folder, a=matrix("x", "o-x=O"), b=silent, index__rst=INDEX)
    words = ("--select=MX85,MX901",)

    assert cli(*words, ".").out == ""
    # Of a part of the project nobody can say what a comment is for.
    assert cli(*words, f"doc/{B}").out == ""
    put(folder, a=matrix("x", "o_x=O"))
    assert [line.split()[1] for line in cli(*words, ".").out.splitlines()] == ["MX901"]


def test_who_is_reported_nothing_of_siblings_blames_no_comment(folder: Path) -> None:
    text = "# matrixlint: ignore[MX851] -- so be it\n" + matrix("y", "o_x=O")

    assert lint_text(text, f"{folder}/x.ini", {"select": ["MX85", "MX901"]}) == []


def test_the_standard_input_is_a_matrix_of_its_project(folder: Path, cli: Command) -> None:
    put(folder, a=matrix("x", "o-x=O"), b="", index__rst=INDEX)
    words = ("--select=MX85", f"--stdin-filename=doc/{B}", f"doc/{A}", "-")

    answer = cli(*words, stdin=matrix("y", "o_x=O").encode())
    assert answer.out.split(": ")[1] == "MX851 inconsistent-driver-name"
    assert cli("--select=MX85", "-", stdin=matrix("y", "o_x=O").encode()).out == ""


def test_a_matrix_that_cannot_be_read_leaves_the_others(folder: Path, cli: Command) -> None:
    put(folder, a=matrix("x", "o-x=O"), b=matrix("y", "o_x=O"), index__rst=INDEX)
    (folder / "doc" / C).symlink_to("nowhere")

    answer = cli("--select=MX85", ".")
    assert (answer.status, answer.out.split(": ")[1]) == (2, "MX851 inconsistent-driver-name")


def test_the_other_place_is_in_the_reports_that_have_such(folder: Path, cli: Command) -> None:
    put(folder, a=matrix("x", "o-x=O"), b=matrix("y", "o_x=O"), index__rst=INDEX)

    def answer(form: str) -> str:
        return cli("--select=MX85", f"--output-format={form}", ".").out

    place = {"path": f"doc/{A}", "line": 1, "column": 1, "end_line": 1, "end_column": 13}
    (diagnostic,) = json.loads(answer("json"))["diagnostics"]
    assert diagnostic["related"] == [{**place, "message": "the name there"}]
    (run,) = json.loads(answer("sarif"))["runs"]
    (related,) = run["results"][0]["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"] == {"uri": f"doc/{A}"}
    (diagnostic,) = json.loads(answer("rdjson"))["diagnostics"]
    start = {"start": {"line": 1, "column": 1}}
    other = {"message": "the name there", "location": {"path": f"doc/{A}", "range": start}}
    assert diagnostic["related_locations"] == [other]
    assert answer("full") == (
        "MX851 inconsistent-driver-name: driver 'o_x' is called 'o-x' in 'doc/a-support-matrix.ini'"
        f"\n --> doc/{B}:1:1\n  |\n1 | [driver.o_x]\n  | ^^^^^^^^^^^^\n"
        f"  = doc/{A}:1:1: the name there\n"
    )
