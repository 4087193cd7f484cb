"""The extension in this process: each way that its directive may take."""

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from sphinx.application import Sphinx
from sphinx.cmd.build import build_main
from sphinx.environment import BuildEnvironment

from matrixlint.sphinx import get_state, lint_matrix, merge
from tests.sphinx.project import CLEAN, MILD, PERCENT, WRONG, Project

pytestmark = pytest.mark.slow

Reported = Callable[..., list[list[str]]]
CODES = re.compile(r"\[(matrixlint\.\w+)\]")


@pytest.fixture
def reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> Reported:
    """Return a function that builds a page, twice, and gives what it tells each time."""

    def build(matrix: str | None, *suppressed: str, config: str = "") -> list[list[str]]:
        project = Project(folder, matrix)
        project.configure(suppressed=suppressed)
        project.write("matrixlint.toml", config)
        answers = []
        for _ in range(2):
            build_main(["--no-color", "-q", "-b", "html", "doc", "out"])
            answers.append(CODES.findall(capsys.readouterr().err))
        return answers

    return build


@pytest.mark.parametrize(
    ("matrix", "codes"),
    [
        (CLEAN, []),
        (MILD, ["matrixlint.MX406"]),
        (WRONG, ["matrixlint.MX401", "matrixlint.render"]),
        (PERCENT, ["matrixlint.MX009", "matrixlint.render"]),
        (None, ["matrixlint.failure"]),
    ],
)
def test_every_build_reports_the_same(
    reported: Reported, matrix: str | None, codes: list[str]
) -> None:
    assert reported(matrix) == [codes, codes]


def test_what_is_suppressed_is_no_warning(reported: Reported) -> None:
    assert reported(WRONG, "matrixlint.MX401", "matrixlint.render") == [[], []]


@pytest.mark.parametrize(
    "config",
    [
        "fail-on = 'error'",
        "fail-on = 'never'",
        "severity.MX406 = 'info'",
        "ignore = ['MX406']",
        "per-file-ignores = {'doc/*.ini' = ['partial-without-notes']}",
        "exclude = ['doc']",
        "baseline = 'known.json'",
    ],
)
def test_what_lets_the_command_pass_is_no_warning(reported: Reported, config: str) -> None:
    entry = '{"rule": "MX406", "path": "doc/matrix.ini", "section": "operation.extend", '
    entry += '"driver": "lvm", "value": "partial"}'
    Path("known.json").write_text(f'[{{"matrixlint-baseline": 1}}\n,{entry}\n]')

    assert reported(MILD) == [["matrixlint.MX406"]] * 2
    assert reported(MILD, config=config) == [[], []]


def test_comment_that_suppresses_a_finding_is_received(reported: Reported) -> None:
    suppressed = MILD.replace("driver.lvm=", "# matrixlint: ignore[MX406]\ndriver.lvm=")

    assert reported(suppressed) == [[], []]


def test_what_is_no_warning_is_reported_unless_it_is_suppressed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = Project(folder, MILD)
    project.write("matrixlint.toml", "fail-on = 'error'\n")
    build_main(["--no-color", "-b", "html", "doc", "out"])
    received = capsys.readouterr().out
    project.configure(suppressed=("matrixlint.MX406",))
    build_main(["--no-color", "-b", "html", "doc", "out"])

    assert f"{folder}/doc/matrix.ini:7:12: MX406 partial-without-notes: driver" in received
    assert "MX406" not in capsys.readouterr().out


def test_broken_configuration_is_reported(reported: Reported) -> None:
    assert reported(MILD, config="faill-on = 'error'\n") == [["matrixlint.failure"]] * 2


def test_stale_entries_of_a_baseline_are_no_warnings(reported: Reported) -> None:
    entry = '{"rule": "MX406", "path": "doc/matrix.ini", "value": "x"}'
    Path("known.json").write_text(f'[{{"matrixlint-baseline": 1}}\n,{entry}\n]')

    assert reported(CLEAN, config="baseline = 'known.json'\n") == [[], []]


def test_folder_is_no_matrix(folder: Path) -> None:
    (folder / "matrix.ini").mkdir()

    assert [each.message for each in lint_matrix("matrix.ini").result.details] == [
        "is a folder, not a file"
    ]


def test_what_another_process_has_noted_of_its_documents_is_taken_over() -> None:
    ours, theirs = (cast("BuildEnvironment", SimpleNamespace()) for _ in range(2))
    get_state(ours).update({"a": {"a.ini": True}, "b": {"b.ini": True}})
    get_state(theirs).update({"b": {"b.ini": False}, "c": {"c.ini": True}, "d": {"d.ini": True}})

    merge(cast("Sphinx", None), ours, ["b", "c", "plain"], theirs)

    assert get_state(ours) == {"a": {"a.ini": True}, "b": {"b.ini": False}, "c": {"c.ini": True}}
