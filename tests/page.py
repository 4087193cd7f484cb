"""The pages of the rules: their headings, their examples, and the tables made of them."""

import json
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import chdir
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from docs.pages import family
from matrixlint import Diagnostic
from matrixlint.config.files import Finder
from matrixlint.config.resolve import read_config, resolve_settings
from matrixlint.config.settings import CliOverrides, Config
from matrixlint.linter.discovery import Discovery
from matrixlint.linter.lint import lint_or_raise
from matrixlint.linter.pipeline import lint_targets
from matrixlint.linter.project.collect import collect_facts
from matrixlint.rules.registry import ALL
from matrixlint.rules.rule import Rule
from matrixlint.text.source import Source
from tests.finding import EVERYTHING, Place

BAD = "Example"
GOOD = "Use instead"
MARK = "#> "
_HEADING = re.compile(r"^```.*?^```$|^## (?P<heading>[^\n]+)$", re.MULTILINE | re.DOTALL)
# Blocks that bear names, with nothing between them, are the files of one example.
_EXAMPLE = re.compile(
    r"(?:^```ini\n(?P<ini>.*?)^```$|(?P<files>(?:^```\w+ \S+\n.*?^```$\s+)+))"
    r"(?:\s*^```toml\n(?P<toml>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
_FILE = re.compile(r"^```\w+ (?P<name>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
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
    Where it takes several files, *first* is the name of its own, *beside* holds the others.
    """

    rule: Rule
    heading: str
    number: int
    data: bytes
    config: Mapping[str, Any]
    marked: list[Place]
    schema: str | None = None
    first: str | None = None
    beside: Mapping[str, bytes] = {}

    @property
    def name(self) -> str:
        """The name of the file that holds the example, with its folder where there are several."""
        own = f"{self.rule.code.lower()}-{self.rule.name}"
        return f"{own}.ini" if self.first is None else f"{own}/{self.first}"

    @property
    def files(self) -> dict[str, bytes]:
        """The bytes of all files of the example, by their names."""
        folder = os.path.dirname(self.name)
        others = {f"{folder}/{name}": data for name, data in self.beside.items()}
        return {self.name: self.data, **others}

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
        _example(Example(rule, heading, number, b"", config, [], schema), block)
        for number, block in enumerate(blocks, 1)
        for config in [tomllib.loads(block["toml"] or toml)]
    ]


def _example(bare: Example, block: re.Match[str]) -> Example:
    if block["files"] is None:
        data, marked = _without_marks(block["ini"])
        return bare._replace(data=data, marked=marked)
    files = {each["name"]: _without_marks(each["text"]) for each in _FILE.finditer(block["files"])}
    # What is marked stands in the first: the others are what it is held against.
    (name, (data, marked)), *others = files.items()
    assert not [each for _, (_, marks) in others for each in marks]
    beside = {other: text for other, (text, _) in others}
    return bare._replace(data=data, marked=marked, first=name, beside=beside)


def all_examples(heading: str) -> Iterator[Example]:
    """Yield the examples that all pages have below *heading*."""
    for rule in ALL:
        yield from examples(rule, heading)


def findings(example: Example, source: Source | None = None) -> list[Diagnostic]:
    """Return what all rules say of *example*, or of *source* with its settings."""
    config = _config(example)
    if example.first is not None:
        return _of_files(example, source or example.source, config)
    found = lint_or_raise(
        source or example.source, resolve_settings(config, CliOverrides(), example.name)
    )
    return [row for row in found if row.suppressed is None]


def _of_files(example: Example, source: Source, config: Config) -> list[Diagnostic]:
    """Return what is found in *source*, the first file of *example*, among the others."""
    with TemporaryDirectory() as folder, chdir(folder):
        os.makedirs(os.path.dirname(source.path) or ".")
        for path, data in example.files.items():
            name = os.path.join(os.path.dirname(source.path), os.path.basename(path))
            with open(name, "wb") as file:
                file.write(source.text.encode() if path == example.name else data)
        with open("matrixlint.toml", "w", encoding="utf-8") as file:
            file.write(f"select = {json.dumps(config.choice.select)}")
        discovery = Discovery(Finder(), CliOverrides())
        discovery.add(".")
        found = lint_targets(collect_facts(discovery).targets, discovery.details)
    assert {row.path for row in found.diagnostics} <= {source.path}
    return [row for row in found.diagnostics if row.suppressed is None]


def _config(example: Example) -> Config:
    table = {**EVERYTHING, **example.config}
    if example.schema is None:
        return read_config(table, "")
    with TemporaryDirectory() as folder:
        path = os.path.join(folder, table["schema"])
        with open(path, "w", encoding="utf-8") as file:
            file.write(example.schema)
        return read_config({**table, "schema": path}, "")


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
