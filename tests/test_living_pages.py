"""Pages with commands: each gives what the page says."""

import json
import os
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from matrixlint.report import FORMATS
from tests.conftest import ROOT

Command = Callable[..., Any]

UPDATE = bool(os.environ.get("MATRIXLINT_UPDATE"))
PAGES = ("suppressions", "baseline", "fixes", "migrate", "outputs", "export")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILES = {"ini": "support-matrix.ini", "toml": "matrixlint.toml"}
# Shown, and not run.
SHOWN = "sh"


def blocks(name: str) -> Iterator[tuple[str, str]]:
    text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        yield match[1], match[2]


def answer(line: str, cli: Command, folder: Path) -> str:
    """Return what the command *line* prints, findings first."""
    words = shlex.split(line)
    with pytest.MonkeyPatch.context() as patch:
        while (setting := words[0].partition("="))[1]:
            patch.setenv(setting[0], setting[2])
            del words[0]
        if words[0] == "cat":
            return (folder / words[1]).read_text(encoding="utf-8")
        if words[:3] == ["python", "-m", "json.tool"]:
            document = json.loads((folder / words[3]).read_text(encoding="utf-8"))
            return json.dumps(document, indent=4) + "\n"
        assert words[0] == "matrixlint"
        run = cli(*words[1:])
        return f"{run.out}{run.err}"


def test_pages_have_blocks_of_known_languages() -> None:
    assert {language for name in PAGES for language, _ in blocks(name)} == {
        *FILES,
        SHOWN,
        "console",
    }


@pytest.mark.parametrize("name", PAGES)
def test_every_command_gives_what_the_page_says(name: str, cli: Command, folder: Path) -> None:
    page = ROOT / "docs" / f"{name}.md"
    for language, text in blocks(name):
        if language == SHOWN:
            continue
        if language in FILES:
            (folder / FILES[language]).write_text(text, encoding="utf-8")
            continue
        lines = [line[2:] for line in text.splitlines() if line.startswith("$ ")]
        shown = "".join(f"$ {line}\n{answer(line, cli, folder)}" for line in lines)
        if UPDATE:
            whole = page.read_text(encoding="utf-8")
            page.write_text(
                whole.replace(f"```console\n{text}", f"```console\n{shown}", 1), "utf-8"
            )

        assert UPDATE or shown == text


@pytest.mark.parametrize("name", PAGES)
def test_lines_of_prose_are_short(name: str) -> None:
    text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    prose = BLOCK.sub("", text).splitlines()

    assert [line for line in prose if len(line) > 100] == []


def test_all_formats_are_shown() -> None:
    text = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")

    assert tuple(re.findall(r"^### `(\w+)`$", text, re.MULTILINE)) == FORMATS
