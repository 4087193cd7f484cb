"""Nothing of a repository steers the terminal that a run prints on, whichever answer it prints."""

import os
import sys
from pathlib import Path

import pytest

from matrixlint.cli.command_names import COMMANDS
from matrixlint.output.formats import FORMATS
from tests.conftest import Command

# It clears the screen, names the window, turns the text round, and speaks to a build server.
EVIL = "\x1b[2J\x1b]0;x\x07\x9b31m\u202e\u200b##vso[task]\x7f"
# File systems take all but a slash and a NUL.
NAME = f"{EVIL}\n-support-matrix.ini"
MATRIX = f"""\
[driver.a]
title={EVIL}
[operation.{EVIL}]
title={EVIL}
status={EVIL}
driver.a={EVIL}
driver.{EVIL}=complete
driver-notes.{EVIL}={EVIL}
{EVIL}={EVIL}
{EVIL}
# matrixlint: ignore[{EVIL}] -- {EVIL}
"""

WORDS: tuple[tuple[str, ...], ...] = (
    *(("--select=ALL", "--output-format", name) for name in FORMATS if name != "azure"),
    *(("--show-files",), ("--show-settings",), ("--statistics",), ("--diff", "--select=ALL")),
    ("--select", EVIL),
    ("--config", f"{EVIL}.toml"),
    ("--config", f"select=['{EVIL}']"),
    ("--config", f"{EVIL}=1"),
    ("--files-from", EVIL),
    ("--dialect", EVIL),
    ("--exclude", "*.ini", "--force-exclude", NAME),
    ("--output-format", EVIL),
    ("--output", f"{EVIL}={EVIL}"),
    ("--output", f"json={EVIL}/{EVIL}"),
    ("--baseline", EVIL),
    (f"--{EVIL}",),
    (EVIL,),
    (f"{EVIL}/x",),
    *((command, EVIL) for command in COMMANDS),
)


@pytest.fixture(autouse=True)
def evil(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose names and texts are hostile, and a terminal that it is looked at on."""
    (folder / NAME).write_text(MATRIX, encoding="utf-8")
    (folder / "clean.ini").write_text("[driver.a]\ntitle=A \n", encoding="utf-8")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    return folder


def odd(text: str) -> list[str]:
    return [line for line in text.split("\n") if not line.isprintable() or "##vso" in line]


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_no_answer_steers_the_terminal(cli: Command, words: tuple[str, ...]) -> None:
    # Colours are ours.
    found = cli(*words, "--color=never", ".") if words[0] not in COMMANDS else cli(*words)

    assert odd(found.out + found.err) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("matrixlint.toml", f"select = ['{EVIL}']"),
        (
            "matrixlint.toml",
            f"'{EVIL}' = 1".replace("\x07", "").replace("\x1b", "").replace("\x7f", ""),
        ),
        ("matrixlint.toml", "schema = 'house.json'"),
        ("matrixlint.toml", f"{EVIL}"),
        ("matrixlint.toml", "plugins = ['\\u001b[2J']"),
        ("matrixlint.toml", "baseline = '\\u001b[2J'"),
        ("matrixlint.toml", "[dialects.'\\u009b']\nextends = '\\u001b[2J'"),
        ("matrixlint.toml", '[severity]\n"\\u001b[2J" = "\\u001b[2J"'),
    ],
    ids=range(8),
)
def test_no_configuration_steers_the_terminal(
    cli: Command, folder: Path, name: str, text: str
) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    (folder / "house.json").write_text('{"$ref": "\\u001b[2J", "\\u202e": 1}', encoding="utf-8")

    found = cli("--color=never", ".")

    assert (found.status, odd(found.out + found.err)) == (2, [])


def test_the_names_are_there(folder: Path) -> None:
    assert NAME in os.listdir(folder)
