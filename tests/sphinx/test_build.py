"""The extension in real builds: what they say, how they end, and what the second one does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sphinx.project import CLEAN, MERGED, MILD, OURS, RENDERER, WRONG, Build, Project

pytestmark = pytest.mark.slow

Start = Callable[..., Project]

REPORTED_MILD = (
    "~/doc/matrix.ini:7:12: WARNING: MX406 partial-without-notes: driver 'lvm' is 'partial' "
    "without a note that says what is lacking; expected 'driver-notes.lvm=...' "
    "[matrixlint.MX406]\n"
)
REPORTED_WRONG = (
    "~/doc/matrix.ini:7:12: WARNING: MX401 unknown-level: driver 'lvm' is 'compelte'; expected "
    "complete, partial, missing or unknown; did you mean 'complete'? [matrixlint.MX401]\n"
)
LEFT_OUT = (
    "~/doc/drivers.rst:4: WARNING: support matrix is left out, because its renderer fails: "
    "ValueError: driver.lvm is set to compelte in '[operation.extend]' section but must be one of "
    "(complete, missing, partial, unknown) [matrixlint.render]\n"
)
TABLE = '<table class="sp_feature_cells'
# Sphinx reads in several processes from six documents on.
MANY = 7


@pytest.fixture
def start(folder: Path) -> Start:
    def make(matrix: str | None = CLEAN, others: int = 0) -> Project:
        return Project(folder, matrix, others)

    return make


def page(project: Project) -> str:
    return (project.folder / "out" / "drivers.html").read_text(encoding="utf-8")


def test_what_the_renderer_does_not_mind_is_reported_and_rendered(start: Start) -> None:
    project = start(MILD)

    assert project.build("-q") == Build(0, "", REPORTED_MILD)
    assert TABLE in page(project)


def test_what_the_renderer_fails_on_is_reported_and_left_out(start: Start) -> None:
    project = start(WRONG)

    assert project.build("-q") == Build(0, "", REPORTED_WRONG + LEFT_OUT)
    assert TABLE not in page(project)


def test_processes_that_read_lose_nothing(start: Start) -> None:
    built = start(WRONG, MANY).build("-j2")

    assert (built.status, built.err) == (0, REPORTED_WRONG + LEFT_OUT)
    assert MERGED in built.out


@pytest.mark.parametrize("words", [("-q",), ("-q", "-w", "warnings.txt"), ("-qj2",)])
@pytest.mark.parametrize(
    ("matrix", "reported"), [(MILD, REPORTED_MILD), (WRONG, REPORTED_WRONG + LEFT_OUT)]
)
def test_warnings_as_errors_fail_every_build_until_the_matrix_is_fixed(
    start: Start, matrix: str, reported: str, words: tuple[str, ...]
) -> None:
    project = start(matrix, MANY)

    for _ in range(2):
        built = project.build("-W", *words)
        assert (built.status, built.err) == (1, reported)
    project.write("doc/matrix.ini", CLEAN)
    fixed = project.build("-W", *words)
    assert (fixed.status, fixed.err) == (0, "")
    assert TABLE in page(project)


def test_clean_matrix_is_not_read_again(start: Start) -> None:
    project = start()
    project.build()

    assert "0 added, 0 changed, 0 removed" in project.build().out


@pytest.mark.parametrize("words", [(), ("-j2",)])
def test_only_the_page_with_findings_is_read_again(start: Start, words: tuple[str, ...]) -> None:
    project = start(MILD, MANY)
    project.build(*words)

    assert "0 added, 1 changed, 0 removed" in project.build().out


def test_changed_matrix_is_linted_again(start: Start) -> None:
    project = start()
    clean = project.build("-qW")
    project.write("doc/matrix.ini", MILD)

    assert clean == Build(0, "", "")
    assert project.build("-qW") == Build(1, "", REPORTED_MILD)


@pytest.mark.parametrize("before", ["ignore = ['MX406']\n", "exclude = ['doc']\n"])
def test_changed_configuration_is_received(start: Start, before: str) -> None:
    project = start(MILD)
    project.write("matrixlint.toml", before)
    first = project.build("-qW")
    project.write("matrixlint.toml", "")

    assert first == Build(0, "", "")
    assert project.build("-qW") == Build(1, "", REPORTED_MILD)


def test_configuration_that_is_new_or_gone_is_received(start: Start) -> None:
    project = start(MILD)
    project.write("matrixlint.toml", "ignore = ['MX406']\n")
    first = project.build("-qW")
    project.write("doc/.matrixlint.toml", "")
    second = project.build("-qW")
    (project.folder / "doc/.matrixlint.toml").unlink()

    assert (first, second) == (Build(0, "", ""), Build(1, "", REPORTED_MILD))
    assert project.build("-qW") == Build(0, "", "")


def test_page_that_is_gone_is_forgotten(start: Start) -> None:
    project = start(WRONG, others=1)
    first = project.build("-q")
    (project.folder / "doc/drivers.rst").unlink()
    project.write("doc/index.rst", "Volumes\n=======\n\n.. toctree::\n\n   page0\n")

    assert first == Build(0, "", REPORTED_WRONG + LEFT_OUT)
    assert project.build("-qW") == Build(0, "", "")
    assert "0 added, 0 changed, 0 removed" in project.build().out


def test_broken_baseline_that_is_fixed_is_received(start: Start) -> None:
    project = start(MILD)
    project.write("matrixlint.toml", "baseline = 'known.json'\n")
    project.write("known.json", "[]\n")
    message = 'baseline is no array that begins with {"matrixlint-baseline": 1}'
    broken = f"~/known.json:1: WARNING: {message} [matrixlint.failure]\n"
    first = project.build("-qW")
    project.write("known.json", '[{"matrixlint-baseline": 1}]\n')

    assert first == Build(1, "", broken)
    assert project.build("-qW") == Build(1, "", REPORTED_MILD)


@pytest.mark.parametrize("suppressed", ["matrixlint", "matrixlint.*", "matrixlint.MX406"])
def test_suppressed_warnings_fail_nothing(start: Start, suppressed: str) -> None:
    project = start(MILD)
    project.configure(suppressed=(suppressed,))

    assert project.build("-qW") == Build(0, "", "")
    assert TABLE in page(project)


def test_suppressed_rule_leaves_the_others(start: Start) -> None:
    project = start(MILD.replace("status=optional", "status=optinal"))
    project.configure(suppressed=("matrixlint.MX301", "matrixlint.render"))
    built = project.build("-qW")

    assert (built.status, built.err.startswith(REPORTED_MILD)) == (2, True)


def test_matrix_is_not_left_out_in_suppress(start: Start) -> None:
    project = start(WRONG)
    project.configure(suppressed=("matrixlint",))
    built = project.build("-q")

    assert built.status == 2
    assert "ValueError: driver.lvm is set to compelte" in built.err
    assert "WARNING" not in built.err


def test_missing_matrix_ends_the_build_and_the_near_name_is_reported(start: Start) -> None:
    project = start(None)
    project.write("doc/matrx.ini", CLEAN)
    built = project.build("-q")
    first, *others = built.err.splitlines()

    assert first == (
        "~/doc/drivers.rst:4: WARNING: ~/doc/matrix.ini: no such file or folder; "
        "did you mean 'doc/matrx.ini'? [matrixlint.failure]"
    )
    assert built.status == 2
    assert any("FileNotFoundError" in line for line in others)


@pytest.mark.parametrize("extensions", [(OURS, RENDERER), (RENDERER, OURS)])
def test_the_order_of_the_extensions_does_not_matter(
    start: Start, extensions: tuple[str, ...]
) -> None:
    project = start(MILD)
    project.configure(extensions)

    assert project.build("-q") == Build(0, "", REPORTED_MILD)


def test_pages_of_a_clean_matrix_are_those_of_the_renderer_alone(start: Start) -> None:
    project = start()
    with_us = project.build("-q", out="ours")
    project.configure((RENDERER,))
    alone = project.build("-q", out="theirs")

    assert with_us == alone == Build(0, "", "")
    assert project.pages("ours") == project.pages("theirs")
    assert TABLE in project.pages("ours")["drivers.html"].decode()
