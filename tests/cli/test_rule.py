"""``matrixlint rule``: the pages."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from matrixlint.cli import rule as command
from matrixlint.diagnostic import Severity
from matrixlint.model.matrix import Matrix
from matrixlint.rules import plugins
from matrixlint.rules.registry import ALL
from matrixlint.rules.rule import Finding, Rule

Command = Callable[..., Any]

PAGE = """\
A level that is none of the known words.

## Why is this bad?

The renderer fails on `compelte`.

## Example

~~~ini
[operation.x]
#> MX401

driver.kvm=compelte
~~~

# Options
"""


def check(_: Matrix) -> Iterator[Finding]:
    return iter(())


RULES = (
    Rule("MX401", "unknown-level", Severity.ERROR, PAGE, check),
    Rule("MX402", "missing-driver-entry", Severity.WARNING, "Another.\n", check),
    Rule("MX501", "unsatisfied-choice-group", Severity.INFO, "A third.\n", check),
)
TEXT = """\
MX401 unknown-level (error)

A level that is none of the known words.

Why is this bad?

The renderer fails on `compelte`.

Example

    [operation.x]
    #> MX401

    driver.kvm=compelte

Options
"""


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "ALL", RULES)
    monkeypatch.setattr(plugins, "ALL", RULES)


@pytest.mark.usefixtures("rules")
class TestPages:
    @pytest.mark.parametrize("name", ["MX401", "unknown-level"])
    def test_a_page_is_printed_as_text(self, cli: Command, name: str) -> None:
        assert cli("rule", name) == (0, TEXT, "")

    def test_pages_come_in_the_order_of_their_names_each_once(self, cli: Command) -> None:
        run = cli("rule", "MX501", "MX4", "missing-driver-entry")

        assert run.out == (
            "MX501 unsatisfied-choice-group (info)\n\nA third.\n\n\n"
            f"{TEXT}\n\n"
            "MX402 missing-driver-entry (warning)\n\nAnother.\n"
        )
        assert cli("rule", "--all").out == cli("rule", "ALL").out

    def test_a_page_is_markdown_on_demand(self, cli: Command) -> None:
        assert cli("rule", "--output-format=markdown", "MX40").out == (
            f"# MX401 unknown-level (error)\n\n{PAGE}\n"
            "# MX402 missing-driver-entry (warning)\n\nAnother.\n"
        )

    def test_a_page_is_json_on_demand(self, cli: Command) -> None:
        assert json.loads(cli("rule", "--all", "--output-format", "json").out) == [
            {
                "code": "MX401",
                "name": "unknown-level",
                "severity": "error",
                "summary": "A level that is none of the known words.",
                "page": PAGE,
            },
            {
                "code": "MX402",
                "name": "missing-driver-entry",
                "severity": "warning",
                "summary": "Another.",
                "page": "Another.\n",
            },
            {
                "code": "MX501",
                "name": "unsatisfied-choice-group",
                "severity": "info",
                "summary": "A third.",
                "page": "A third.\n",
            },
        ]


@pytest.mark.parametrize(
    ("words", "err"),
    [
        ("", ["expected RULE ... or --all"]),
        ("--all MX401", ["expected RULE or --all, not both"]),
        ("MX4O1", ["unknown rule 'MX4O1'; did you mean 'MX401'?"]),
        (
            "MX401 unknwon-level nonsense",
            [
                "unknown rule 'unknwon-level'; did you mean 'unknown-level'?",
                "unknown rule 'nonsense'",
            ],
        ),
        ("--al", ["unknown option '--al'; did you mean '--all'?"]),
        (
            "MX401 --output-format html",
            ["--output-format: found 'html', expected text, markdown or json"],
        ),
    ],
)
def test_what_is_no_rule_is_2(cli: Command, words: str, err: list[str]) -> None:
    lines = [f"matrixlint: error: {line}\n" for line in err]

    assert cli("rule", *words.split()) == (2, "", "".join(lines))


def test_every_rule_has_a_page(cli: Command) -> None:
    pages = json.loads(cli("rule", "--all", "--output-format=json").out)

    assert [page["code"] for page in pages] == [rule.code for rule in ALL]
    assert [page["code"] for page in pages if not page["summary"]] == []


def test_help_is_an_answer(cli: Command) -> None:
    run = cli("rule", "--help")

    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("usage: matrixlint rule [OPTION ...] RULE ...\n")
