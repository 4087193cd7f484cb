"""``--config KEY=VALUE``: settings of the command line."""

import os
from pathlib import Path
from typing import Any

import pytest

from matrixlint.config.files import Finder
from matrixlint.config.origin import Override
from matrixlint.config.overrides import merge_overrides, parse_override
from matrixlint.config.settings import Config, Settings
from matrixlint.diagnostic import Severity
from matrixlint.errors import UsageError
from tests.conftest import Command

MATRIX = "[driver.a]\ntitle=A\n[operation.x]\ntitle=X\nstatus=optional\ndriver.a=partial\n"


@pytest.fixture(autouse=True)
def matrix(folder: Path) -> None:
    (folder / "support-matrix.ini").write_text(MATRIX, encoding="utf-8")


@pytest.mark.parametrize(
    ("word", "table"),
    [
        ("fail-on='info'", {"fail-on": "info"}),
        ("fail-on=info", {"fail-on": "info"}),
        ("fail-on = never ", {"fail-on": "never"}),
        ("select=['MX4']", {"select": ["MX4"]}),
        ("severity.MX401=off", {"severity": {"MX401": "off"}}),
        ("require-suppression-reason=true", {"require-suppression-reason": True}),
        ("per-file-ignores.'doc/*.ini'=['ALL']", {"per-file-ignores": {"doc/*.ini": ["ALL"]}}),
        ("schema=3", {"schema": 3}),
        ("baseline=''", {"baseline": ""}),
    ],
)
def test_a_setting_is_written_as_in_toml_or_is_a_plain_word(
    word: str, table: dict[str, Any]
) -> None:
    assert parse_override(word) == Override(word, table)


def test_a_path_begins_at_the_working_directory(folder: Path) -> None:
    assert parse_override("baseline=old/known.json").table == {
        "baseline": f"{folder}/old/known.json"
    }


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("select=[", "invalid value"),
        ("fail-on=", "invalid value"),
        ("fail on=info", "expected '=' after a key in a key/value pair"),
    ],
)
def test_what_is_no_toml_is_refused(word: str, reason: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_override(word)

    assert str(caught.value) == f"--config: {word!r} is no key=value as in TOML: {reason}"


def test_tables_are_joined_and_the_last_word_counts() -> None:
    table = {"severity": {"MX401": "off", "MX402": "off"}, "select": ["MX4"], "fail-on": "info"}
    words = ["severity.MX402=info", "select=['MX5']", "fail-on=error", "fail-on=never"]

    assert merge_overrides(table, map(parse_override, words)) == {
        "severity": {"MX401": "off", "MX402": "info"},
        "select": ["MX5"],
        "fail-on": "never",
    }
    assert table["fail-on"] == "info"


def test_it_beats_the_nearest_file(cli: Command, folder: Path) -> None:
    (folder / "matrixlint.toml").write_text("fail-on = 'error'\n", encoding="utf-8")

    assert cli().status == 0
    assert cli("--config", "fail-on=warning").status == 1


def test_it_beats_the_named_file(cli: Command, folder: Path) -> None:
    (folder / "own.toml").write_text("ignore = ['MX406']\n", encoding="utf-8")

    assert cli("--config", "own.toml").status == 0
    assert cli("--config", "own.toml", "--config", "ignore=[]").status == 1


@pytest.mark.parametrize("words", [[], ["--isolated"]])
def test_it_holds_without_a_file(cli: Command, words: list[str]) -> None:
    assert cli(*words, "--config", "ignore=['MX4']").status == 0


def test_without_a_file_there_is_no_folder_either() -> None:
    finder = Finder(None, [parse_override("fail-on=info")], isolated=True)

    assert finder.config(os.getcwd()) == Config(Settings(fail_on=Severity.INFO))


def test_a_file_of_such_a_name_is_a_file(cli: Command, folder: Path) -> None:
    (folder / "fail-on=never").write_text("ignore = ['MX4']\n", encoding="utf-8")

    assert cli("--config", "fail-on=never").err == "1 file clean\n"


def test_its_errors_are_reported_as_the_command_line_s(cli: Command, folder: Path) -> None:
    (folder / "matrixlint.toml").write_text("[severity]\nMX4O1 = 'off'\n", encoding="utf-8")
    words = ["ignore=['MX4', 'MX999']", "severity.unknwn-level=off", "dialect=drivers"]
    run = cli(*(part for word in words for part in ("--config", word)))

    assert run == (
        2,
        "",
        (
            "matrixlint: error: --config \"ignore=['MX4', 'MX999']\": "
            "ignore: unknown rule 'MX999'\n"
            "matrixlint: error: --config 'severity.unknwn-level=off': "
            "severity: unknown rule 'unknwn-level'; did you mean 'unknown-level'?\n"
            "matrixlint: error: --config 'dialect=drivers': dialect is 'drivers'; expected "
            "targets, driver, target or grades; did you mean 'driver'?\n"
            "matrixlint: error: matrixlint.toml:2: severity: unknown rule 'MX4O1'; "
            "did you mean 'MX401'?\n"
            "no file linted; 4 failures\n"
        ),
    )


def test_a_table_that_is_none_is_reported_whatever_is_set(cli: Command, folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool]\nmatrixlint = 3\n", encoding="utf-8")

    assert cli("--config", "fail-on=info").err == (
        "matrixlint: error: pyproject.toml:2: the configuration is 3; expected a table\n"
        "no file linted; 1 failure\n"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("--config a.toml --isolated", "--config 'a.toml' and --isolated exclude each other"),
        (
            "--config a.toml --config b.toml",
            "--config: expected one file, found 'a.toml', 'b.toml'",
        ),
        ("--config a=[", "--config: 'a=[' is no key=value as in TOML: invalid value"),
    ],
)
def test_what_cannot_be_is_2(cli: Command, words: str, message: str) -> None:
    assert cli(*words.split()) == (
        2,
        "",
        f"matrixlint: error: {message}\nno file linted; 1 failure\n",
    )
