"""The comparison with other readers: its figures, counted anew."""

from configparser import ConfigParser
from typing import NamedTuple

import pytest

from matrixlint import Severity
from matrixlint.rules.registry import ALL
from tests.conftest import ROOT, UPDATE
from tests.differential.renderer import parsed, render
from tests.page import BAD, Example, examples, findings, table_head, table_row, with_part

PAGE = ROOT / "docs" / "project" / "comparison.md"
READERS = ("configparser", "the renderer")


class Verdict(NamedTuple):
    """What a reader makes of a file."""

    fails: bool = False
    names_line: bool = False


def verdict(reader: str, example: Example) -> Verdict:
    """Return what *reader* makes of *example*."""
    try:
        text = example.data.decode()
        if reader == "configparser":
            parsed(text, ConfigParser())
        else:
            render(text)
    except Exception as error:  # noqa: BLE001  the renderer raises bare ones
        return Verdict(fails=True, names_line=names_line(error))
    return Verdict()


def names_line(error: Exception) -> bool:
    """Say whether *error* bears a line, or lists faults with theirs, as a ParsingError does."""
    return any(getattr(error, name, None) for name in ("lineno", "errors"))


def counted() -> list[Example]:
    """Return the first example of each rule, of those that the renderer can read."""
    first = [examples(rule, BAD)[0] for rule in ALL]
    return [example for example in first if b"[driver." in example.data]


def row(severity: Severity) -> str:
    """Return the row of the rules with *severity*."""
    own = [example for example in counted() if example.rule.severity == severity]
    reported = sum(bool(findings(example)) for example in own)
    cells = [str(severity), str(len(own))]
    for reader in READERS:
        verdicts = [verdict(reader, example) for example in own]
        cells.append(str(sum(each.fails for each in verdicts)))
        cells.append(str(sum(each.names_line for each in verdicts)))
    return table_row(*cells, str(reported))


def table() -> str:
    """Return the table of figures (markdown)."""
    columns = [word for name in READERS for word in (f"{name} fails", "names a line")]
    head = table_head("rules of severity", "examples", *columns, "matrixlint tells, with its line")
    return "\n".join((*head, *(row(severity) for severity in Severity))) + "\n"


@pytest.mark.generated
def test_figures_are_as_counted() -> None:
    text = PAGE.read_text(encoding="utf-8")
    wanted = with_part(text, "figures", table())
    if UPDATE:
        PAGE.write_text(wanted, encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == wanted
