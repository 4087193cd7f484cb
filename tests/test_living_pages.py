"""The pages on what one lives with and moves to: each command gives what the page says."""

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

Command = Callable[..., Any]

PAGES = ("suppressions", "baseline", "fixes", "migrate")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILES = {"ini": "support-matrix.ini", "toml": "matrixlint.toml"}


def blocks(name: str) -> Iterator[tuple[str, str]]:
    text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        yield match[1], match[2]


def answer(line: str, cli: Command, folder: Path) -> str:
    """Return what the command *line* prints, findings first."""
    program, *words = shlex.split(line)
    if program == "cat":
        return (folder / words[0]).read_text(encoding="utf-8")
    assert program == "matrixlint"
    run = cli(*words)
    return f"{run.out}{run.err}"


def test_pages_have_blocks_of_known_languages() -> None:
    assert {language for name in PAGES for language, _ in blocks(name)} == {*FILES, "console"}


@pytest.mark.parametrize("name", PAGES)
def test_every_command_gives_what_the_page_says(name: str, cli: Command, folder: Path) -> None:
    for language, text in blocks(name):
        if language in FILES:
            (folder / FILES[language]).write_text(text, encoding="utf-8")
            continue
        lines = [line[2:] for line in text.splitlines() if line.startswith("$ ")]
        shown = [f"$ {line}\n{answer(line, cli, folder)}" for line in lines]

        assert "".join(shown) == text


@pytest.mark.parametrize("name", PAGES)
def test_lines_of_prose_are_short(name: str) -> None:
    text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    prose = BLOCK.sub("", text).splitlines()

    assert [line for line in prose if len(line) > 100] == []
