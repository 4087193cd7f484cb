"""Matrices of a project's own kind, read by configuration alone."""

import os
from pathlib import Path

import pytest

from matrixlint import lint_file, lint_text
from matrixlint.config.files import load_file
from matrixlint.config.resolve import resolve_settings
from matrixlint.config.settings import CliOverrides as Asked
from matrixlint.linter.lint import lint_or_raise
from matrixlint.text.source import Source
from tests.conftest import ROOT, Command
from tests.finding import places

OWN = ROOT / "examples" / "own-dialect"
REAL = os.path.join(
    os.environ.get("MATRIXLINT_CORPUS", ""), "neutron-2017-general_feature_support_matrix.ini"
)
NETWORKING = (OWN / "matrixlint.toml").read_text(encoding="utf-8")
MATRIX = """\
[target.a]
label=first
title=First

[clone]
title=Clone
status=mandatory
first=complete
"""
LABELLED = {"extends": "target", "label": "label", "fields": ["notes"]}


@pytest.mark.skipif(not os.path.isfile(REAL), reason="set MATRIXLINT_CORPUS to a folder with it")
def test_the_example_s_configuration_reads_neutron_s_matrix_of_2017() -> None:
    config = load_file(str(OWN / "matrixlint.toml"))
    with open(REAL, "rb") as file:
        source = Source.from_bytes(REAL, file.read())
    partial = [
        (number, "MX406")
        for number, line in enumerate(source.lines, 1)
        if line.startswith("networking-") and line.endswith("=partial")
    ]

    assert places(lint_or_raise(source, resolve_settings(config, Asked(), REAL))) == partial
    assert len(partial) == 9
    assert {code for _, code in places(lint_file(REAL))} > {"MX107", "MX301", "MX403"}


def test_the_example_is_read_by_the_file_beside_it(
    cli: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(OWN.parent)
    run = cli("-q", "own-dialect/feature-matrix.ini")

    assert run.status == 1
    assert [line.split(": ")[1] for line in run.out.splitlines()] == [
        "MX407 mandatory-not-implemented",
        "MX406 partial-without-notes",
        "MX301 unknown-status",
    ]


def test_a_dialect_is_found_by_its_labels() -> None:
    config = {"dialects": {"own": LABELLED}}

    assert lint_text(MATRIX, config=config) == []
    assert (
        lint_text(MATRIX.replace("label=first\n", "").replace("first=", "a="), config=config) == []
    )


def test_without_the_configuration_the_label_is_no_field() -> None:
    assert places(lint_text(MATRIX)) == [(1, "MX107"), (2, "MX203"), (8, "MX403")]


def test_a_dialect_can_be_asked_for_by_name(cli: Command, folder: Path) -> None:
    (folder / "matrixlint.toml").write_text(NETWORKING, encoding="utf-8")
    (folder / "a.ini").write_text("[operation.x]\ntitle=X\nstatus=mature\n", encoding="utf-8")

    assert cli("-q", "--dialect=networking", "a.ini") == (
        1,
        "a.ini:1:1: MX101 no-drivers: no driver is declared in [target.]\n",
        "",
    )


def test_a_dialect_that_nobody_declared_is_2(cli: Command, folder: Path) -> None:
    (folder / "matrixlint.toml").write_text(NETWORKING, encoding="utf-8")
    (folder / "a.ini").write_text(MATRIX, encoding="utf-8")
    (folder / "b.ini").write_text(MATRIX, encoding="utf-8")
    expected = "expected networking, targets, driver, target or grades"
    run = cli("--dialect=netwerking", "a.ini", "b.ini")

    assert run == (
        2,
        "",
        (
            f"matrixlint: error: --dialect: found 'netwerking', {expected}; "
            "did you mean 'networking'?\nno file linted; 1 failure\n"
        ),
    )


@pytest.mark.parametrize("prefixes", [[], ["about-"]])
def test_a_note_is_asked_for_where_the_dialect_has_notes(prefixes: list[str]) -> None:
    config = {"dialects": {"own": {**LABELLED, "note-prefixes": prefixes}}}
    text = MATRIX.replace("complete", "partial")

    assert places(lint_text(text, config=config)) == [(8, "MX406") for _ in prefixes]


def test_a_bare_entry_shows_its_notes_where_there_is_no_other_kind() -> None:
    dialect = {**LABELLED, "entry-prefixes": [""], "note-prefixes": ["about-"]}
    config = {"select": ["MX410"], "dialects": {"own": dialect}}

    assert lint_text(f"{MATRIX}about-first=Slowly.\n", config=config) == []


def test_own_words_mean_what_the_configuration_says() -> None:
    text = """\
[driver.a]
title=A
[driver.b]
title=B
[operation.x]
title=X
status=core
driver.a=planned
driver.b=untested
[operation.y]
title=Y
status=pick(group)
driver.a=planned
driver.b=works
[operation.z]
title=Z
status=pick(group)
driver.a=planned
driver.b=missing
[operation.w]
title=W
status=when(operation.x!=missing)
driver.a=complete
driver.b=complete
"""
    config = {
        "select": ["ALL"],
        "statuses": {"core": "required", "pick": "choice", "when": "condition"},
        "levels": {"planned": "missing", "untested": "unknown", "works": "implemented"},
    }

    assert places(lint_text(text, config=config)) == [
        (8, "MX407"),
        (9, "MX408"),
        (13, "MX501"),
    ]
