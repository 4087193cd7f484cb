"""The pages of the rules: their headings, their examples, and the tables made of them."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from docs.pages import family
from matrixlint import Diagnostic
from matrixlint.config import Command, Config, read, settings
from matrixlint.linter import lint
from matrixlint.rule import Rule
from matrixlint.rules import ALL
from matrixlint.source import Source
from tests.finding import EVERYTHING, Place

BAD = "Example"
GOOD = "Use instead"
MARK = "#> "
_HEADING = re.compile(r"^```.*?^```$|^## (?P<heading>[^\n]+)$", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(
    r"^```ini\n(?P<ini>.*?)^```$(?:\s+^```toml\n(?P<toml>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
_SCHEMA = re.compile(
    r"^```toml\n(?P<toml>.*?)^```$\s+^```json\n(?P<json>.*?)^```$", re.MULTILINE | re.DOTALL
)
# A backslash that ends a line takes the line's end away.
_ESCAPE = re.compile(rb"\\x([0-9A-Fa-f]{2})|\\(r|\n)")
_LINE_END = re.compile(rb"\r\n|\r|\n")


class Part(NamedTuple):
    """A heading of a page and the text below it."""

    heading: str
    text: str


class Example(NamedTuple):
    """
    A matrix that a page shows: its bytes, its settings, and what is marked in it.

    *schema* is the text of the own schema that the settings name, where the page has one.
    """

    rule: Rule
    heading: str
    number: int
    data: bytes
    config: Mapping[str, Any]
    marked: list[Place]
    schema: str | None = None

    @property
    def name(self) -> str:
        """The name of the file that holds the example."""
        return f"{self.rule.code.lower()}-{self.rule.name}.ini"

    @property
    def source(self) -> Source:
        """The example as it is read from a file of its name."""
        return Source.from_bytes(self.name, self.data)


def parts(page: str) -> list[Part]:
    """Return the parts of *page* below its headings."""
    found = [match for match in _HEADING.finditer(page) if match["heading"]]
    ends = [*(match.start() for match in found[1:]), len(page)]
    return [
        Part(match["heading"], page[match.end() : end].strip() + "\n")
        for match, end in zip(found, ends, strict=False)
    ]


def examples(rule: Rule, heading: str) -> list[Example]:
    """Return the examples that the page of *rule* has below *heading*."""
    texts = [part.text for part in parts(rule.page) if part.heading == heading]
    blocks = [match for text in texts for match in _EXAMPLE.finditer(text)]
    # A schema, and the settings that name it, hold for all examples of the page.
    own = _SCHEMA.search(rule.page)
    toml, schema = (own["toml"], own["json"]) if own else ("", None)
    return [
        Example(rule, heading, number, data, tomllib.loads(block["toml"] or toml), marked, schema)
        for number, block in enumerate(blocks, 1)
        for data, marked in [_without_marks(block["ini"])]
    ]


def all_examples(heading: str) -> Iterator[Example]:
    """Yield the examples that all pages have below *heading*."""
    for rule in ALL:
        yield from examples(rule, heading)


def findings(example: Example, source: Source | None = None) -> list[Diagnostic]:
    """Return what all rules say of *example*, or of *source* with its settings."""
    config = _config(example)
    found = lint(source or example.source, settings(config, Command(), example.name))
    return [row for row in found if row.suppressed is None]


def _config(example: Example) -> Config:
    table = {**EVERYTHING, **example.config}
    if example.schema is None:
        return read(table, "")
    with TemporaryDirectory() as folder:
        path = os.path.join(folder, table["schema"])
        with open(path, "w", encoding="utf-8") as file:
            file.write(example.schema)
        return read({**table, "schema": path}, "")


def rule_table() -> str:
    """Return the table of all rules, a family below its heading each (markdown)."""
    rows: dict[str, list[str]] = {}
    for rule in ALL:
        row = (rule.code, rule.name, str(rule.severity), rule.summary)
        rows.setdefault(family(rule), []).append(table_row(*row))
    tables = [
        "\n".join((f"### {heading}", "", *table_head("code", "name", "severity", "what"), *own))
        for heading, own in rows.items()
    ]
    return "\n\n".join(tables) + "\n"


def table_head(*names: str) -> tuple[str, str]:
    """Return the first two lines of a table (markdown)."""
    return table_row(*names), table_row(*("---" for _ in names))


def table_row(*cells: str) -> str:
    """Return a line of a table (markdown)."""
    escaped = (cell.replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def with_part(text: str, name: str, content: str) -> str:
    """Return *text* with *content* between the comments that name that part of it."""
    start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->\n"
    before, opened, rest = text.partition(start)
    _, closed, after = rest.partition(end)
    assert opened, f"{start!r} is missing"
    assert closed, f"{end!r} is missing behind {start!r}"
    return f"{before}{start}\n{content}\n{end}{after}"


def _without_marks(text: str) -> tuple[bytes, list[Place]]:
    """Return the bytes that the lines without marks stand for, and the marked places."""
    data, marked = b"", []
    for line in text.splitlines(keepends=True):
        if line.startswith(MARK):
            below = len(_LINE_END.findall(data)) + 1
            marked += [(below, code) for code in line.removeprefix(MARK).split()]
        else:
            data += _ESCAPE.sub(_byte, line.encode())
    return data, sorted(marked)


def _byte(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes.fromhex(match[1].decode())
    return b"\r" if match[2] == b"r" else b""
