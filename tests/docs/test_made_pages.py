"""The pages that are made when the documentation is built."""

from pathlib import Path

import pytest

from docs.pages import family, page, pages, with_others, write
from matrixlint.cli.command_names import COMMANDS
from matrixlint.config.describe import describe_settings
from matrixlint.rules.registry import ALL
from matrixlint.rules.rule import Rule
from matrixlint.schema import validate
from tests.conftest import Command

MADE = dict(pages())


def headings(text: str) -> list[str]:
    return [line[3:] for line in text.splitlines() if line.startswith("## ")]


def test_every_rule_and_two_references_are_made() -> None:
    rules = [f"rules/{rule.code}.md" for rule in ALL]
    references = ["reference/configuration.md", "reference/command.md"]

    assert [*MADE] == ["rules/index.md", *rules, *references]


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_page_of_a_rule_is_that_of_the_command(rule: Rule, cli: Command) -> None:
    reported = cli("rule", rule.code, "--output-format", "markdown").out

    assert reported == f"# {rule.code} {rule.name} ({rule.severity})\n\n{rule.page}"
    assert page(rule).startswith(f"# {rule.code} {rule.name}\n\nSeverity **{rule.severity}**")
    assert page(rule).endswith(f"\n\n{rule.page}")


def test_index_names_every_rule_once_in_a_table_and_once_in_the_tree() -> None:
    text = MADE["rules/index.md"]

    assert [text.count(f"\n{rule.code}\n") for rule in ALL] == [1] * len(ALL)
    assert [text.count(f"| [{rule.code}]({rule.code}.md) | {rule.name} |") for rule in ALL] == [
        1
    ] * len(ALL)
    assert headings(text) == list(dict.fromkeys(map(family, ALL)))


def test_every_setting_is_reported_with_its_kind_and_default() -> None:
    text = MADE["reference/configuration.md"]
    known = list(describe_settings(validate.load("config")))

    assert headings(text) == [f"`{setting.name}`" for setting in known]
    assert text.count("\n- kind: ") == len(known)
    assert "## `fail-on`\n\n" in text
    assert '- default: `"warning"`\n- [at work](../configuration.md#fail-on)\n' in text


def test_every_command_is_reported_by_its_help(cli: Command) -> None:
    text = MADE["reference/command.md"]

    assert headings(text) == [f"`{name}`" for name in COMMANDS]
    assert [name for name in COMMANDS if cli(name, "--help").out not in text] == []


def test_pages_are_written_once_and_dropped_when_their_rule_is_gone(tmp_path: Path) -> None:
    write(str(tmp_path))
    gone = tmp_path / "rules" / "MX000.md"
    gone.write_text("gone", encoding="utf-8")
    stale = tmp_path / "rules" / "MX001.md"
    stale.write_text("stale", encoding="utf-8")
    kept = (tmp_path / "rules" / "MX002.md").stat().st_mtime_ns
    write(str(tmp_path))

    assert not gone.exists()
    assert (tmp_path / "rules" / "MX002.md").stat().st_mtime_ns == kept
    held = {
        path.relative_to(tmp_path).as_posix(): path.read_text(encoding="utf-8")
        for path in tmp_path.rglob("*.md")
    }
    assert held == MADE


@pytest.mark.parametrize(
    ("names", "listed"),
    [
        ([], ""),
        (["index", "start", "guide/later"], ""),
        (["start", "zebra", "ant"], "ant\nzebra\n"),
    ],
)
def test_front_page_lists_the_pages_that_it_did_not_name(names: list[str], listed: str) -> None:
    front = "# Front\n\n```{toctree}\nstart\n```\n"
    more = f"\n```{{toctree}}\n:caption: More\n:hidden:\n\n{listed}```\n" if listed else ""

    assert with_others(front, names) == front + more
