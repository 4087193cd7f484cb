"""``matrixlint config`` and ``matrixlint schema``."""

from collections.abc import Callable
from typing import Any

import pytest

from matrixlint.output.formats import FORMATS
from matrixlint.schema import validate
from matrixlint.text.phrases import join_or

Command = Callable[..., Any]

SCHEMAS = "config, report, matrix or difference"


def test_a_setting_is_described(cli: Command) -> None:
    assert cli("config", "fail-on") == (
        0,
        """\
fail-on
    The lightest severity that makes the exit status 1.
    kind: error, warning, info or never
    default: "warning"
""",
        "",
    )


def test_a_setting_may_have_no_default(cli: Command) -> None:
    assert (
        cli("config", "dialect").out
        == """\
dialect
    The dialect that the files are written in: `targets`, `driver`, `target`, `grades`,
    or one of `dialects`. By default each file's declarations tell.
    kind: a string
"""
    )


def test_a_setting_in_a_table_is_described(cli: Command) -> None:
    assert (
        cli("config", "dialects.NAME.status-fields").out
        == """\
dialects.NAME.status-fields
    The keys that say how much a feature matters. Where several stand, the last of them
    in this list counts.
    kind: an array of strings
    default: ["status"]
"""
    )


def test_all_settings_are_described(cli: Command) -> None:
    blocks = cli("config").out.split("\n\n")
    kinds = {
        block.split("\n")[0]: line.removeprefix("    kind: ")
        for block in blocks
        for line in block.split("\n")
        if line.startswith("    kind: ")
    }

    assert kinds == {
        "select": "an array of strings",
        "extend-select": "an array of strings",
        "ignore": "an array of strings",
        "severity": "a table of error, warning, info or off",
        "fail-on": "error, warning, info or never",
        "dialect": "a string",
        "include": "an array of strings",
        "exclude": "an array of strings",
        "per-file-ignores": "a table of arrays of strings",
        "statuses": "a table of required, optional, choice or condition",
        "levels": "a table of implemented, missing or unknown",
        "fields": "an array of strings",
        "dialects": "a table of tables",
        "dialects.NAME.extends": "a string",
        "dialects.NAME.declaration": "a string",
        "dialects.NAME.declaring-keys": "a string",
        "dialects.NAME.label": "a string",
        "dialects.NAME.driver-fields": "an array of strings",
        "dialects.NAME.feature-prefix": "a string",
        "dialects.NAME.entry-prefixes": "an array of strings",
        "dialects.NAME.note-prefixes": "an array of strings",
        "dialects.NAME.fields": "an array of strings",
        "dialects.NAME.status-fields": "an array of strings",
        "dialects.NAME.statuses": "a table of required, optional, choice or condition",
        "dialects.NAME.levels": "a table of implemented, missing or unknown",
        "dialects.NAME.releases": "true or false",
        "dialects.NAME.strict": "true or false",
        "options": "a table of tables",
        "options.partial-without-notes": "a table",
        "options.partial-without-notes.levels": "an array of strings",
        "schema": "a string",
        "baseline": "a string",
        "plugins": "an array of strings",
        "output-format": join_or((*FORMATS, "auto")),
        "require-suppression-reason": "true or false",
    }


@pytest.mark.parametrize("name", validate.NAMES)
def test_a_schema_is_printed_as_it_is(cli: Command, name: str) -> None:
    assert cli("schema", name) == (0, validate.read_text(name), "")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("config fail_on", "unknown setting 'fail_on'; did you mean 'fail-on'?"),
        ("config nonsense", "unknown setting 'nonsense'"),
        ("config select ignore", "expected one setting, found 2"),
        ("config --al", "unknown option '--al'; --help lists the options"),
        ("schema", "expected one name of a schema: config, report, matrix or difference"),
        (
            "schema config report",
            "expected one name of a schema: config, report, matrix or difference",
        ),
        (
            "schema cnfig",
            f"schema: found 'cnfig', expected {SCHEMAS}; did you mean 'config'?",
        ),
    ],
)
def test_what_is_unknown_is_2(cli: Command, words: str, message: str) -> None:
    assert cli(*words.split()) == (2, "", f"matrixlint: error: {message}\n")


@pytest.mark.parametrize("name", ["config", "schema"])
def test_help_is_an_answer(cli: Command, name: str) -> None:
    run = cli(name, "-h")

    assert (run.status, run.err) == (0, "")
    assert run.out.startswith(f"usage: matrixlint {name} ")
