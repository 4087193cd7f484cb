"""docs/configuration.md: it has every key, and its examples say what the command says."""

import re
import shlex
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from matrixlint.config.describe import describe_settings
from matrixlint.schema import validate
from tests.conftest import ROOT, UPDATE
from tests.page import table_head, table_row, with_part

PAGE = ROOT / "docs" / "configuration.md"
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^### `([\w-]+)`$", re.MULTILINE)
NAMES = {"toml": "matrixlint.toml", "ini": "support-matrix.ini", "json": "matrix.schema.json"}
MATRIX = "## The matrix of the examples"

Cli = Callable[..., Any]


class Block(NamedTuple):
    """A block of the page: its place in the text, its language, its text."""

    start: int
    end: int
    language: str
    text: str


def blocks(page: str) -> list[Block]:
    found = BLOCK.finditer(page)
    return [Block(match.start("text"), match.end("text"), *match.groups()) for match in found]


def tomls() -> list[str]:
    return [block.text for block in blocks(PAGE.read_text()) if block.language == "toml"]


def base(page: str) -> str:
    """Return the matrix of the examples that bring none."""
    start = page.index(MATRIX)
    return next(block.text for block in blocks(page) if block.start > start)


def prepare(folder: Path, files: dict[str, str]) -> None:
    for name in NAMES.values():
        (folder / name).unlink(missing_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def answer(text: str, cli: Cli) -> str:
    """Return the commands of a console and what they print."""
    shown, status = [], 0
    for line in text.splitlines(keepends=True):
        if not line.startswith("$ "):
            continue
        shown.append(line)
        words = shlex.split(line.removeprefix("$ "))
        if words == ["echo", "$?"]:
            shown.append(f"{status}\n")
        else:
            assert words[0] == "matrixlint"
            status, out, err = cli(*words[1:])
            shown += [out, err]
    return "".join(shown)


def with_answers(page: str, folder: Path, cli: Cli) -> str:
    """Return the page with what its commands print, beside the files right above them."""
    made, written, last = "", 0, ""
    files: dict[str, str] = {}
    end = 0
    for block in blocks(page):
        if last == "console" or re.search("^##", page[end : block.start], re.MULTILINE):
            files = {NAMES["ini"]: base(page)}
        end, last = block.end, block.language
        if block.language == "console":
            prepare(folder, files)
            made += page[written : block.start] + answer(block.text, cli)
            written = block.end
        else:
            files[NAMES[block.language]] = block.text
    return made + page[written:]


def keys() -> Iterator[str]:
    """Yield the rows of the table of a dialect's keys."""
    yield from table_head("key", "kind", "default", "what")
    for setting in describe_settings(described()):
        default = "" if setting.default is None else f"`{inline(setting.default)}`"
        yield table_row(f"`{setting.name}`", setting.kind, default, setting.description)


def described() -> dict[str, Any]:
    """Return the schema of a dialect's table."""
    whole = validate.load("config")
    return {
        "properties": whole["definitions"]["dialect"]["properties"],
        "definitions": whole["definitions"],
    }


def inline(value: object) -> str:
    """Return *value* as TOML has it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {inline(held)}" for key, held in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'


def test_every_key_has_a_heading_and_an_example() -> None:
    wanted = list(validate.load("config")["properties"])
    page = PAGE.read_text()
    headings = HEADING.findall(page)
    parts = re.split(HEADING, page)[1:]
    missing = [
        name
        for name, text in zip(parts[::2], parts[1::2], strict=True)
        if not any(name in tomllib.loads(each.text) for each in blocks(text)[:1])
    ]

    assert sorted(headings) == sorted(wanted)
    assert missing == []


def test_every_key_of_a_dialect_is_in_an_example() -> None:
    used = {
        key
        for text in tomls()
        for dialect in tomllib.loads(text).get("dialects", {}).values()
        for key in dialect
    }

    assert used == described()["properties"].keys()


@pytest.mark.parametrize("text", [each for each in tomls() if "faill-on" not in each])
def test_every_configuration_is_right(text: str) -> None:
    table = tomllib.loads(text)

    assert validate.find_errors(table, validate.load("config")) == []


@pytest.mark.generated
def test_page_says_what_the_command_says(folder: Path, cli: Cli) -> None:
    page = PAGE.read_text(encoding="utf-8")
    wanted = with_part(with_answers(page, folder, cli), "keys", "\n".join(keys()) + "\n")
    if UPDATE:
        PAGE.write_text(wanted, encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == wanted
