"""Matrices for the tests of these rules."""

import json
from pathlib import Path

from tests.conftest import Command

HEAD = "doc/a-support-matrix.ini:"


INDEX = ".. support_matrix:: a-support-matrix.ini\n\n.. support_matrix:: b-support-matrix.ini\n"


def matrix(name: str, *drivers: str) -> str:
    """Return a clean matrix of one feature, *drivers* being ``name=title`` or a bare name."""
    pairs = [each.partition("=")[::2] for each in drivers]
    declared = "".join(f"[driver.{own}]\n{title and f'title={title}'}\n" for own, title in pairs)
    cells = "".join(f"driver.{own}=complete\n" for own, _ in pairs)
    return f"{declared}[operation.{name}]\ntitle={name}\nstatus=optional\n{cells}"


def put(folder: Path, **texts: str) -> None:
    """Write each of *texts* into ``doc``; a name of one letter is that of a matrix."""
    (folder / "doc").mkdir(exist_ok=True)
    for name, text in texts.items():
        own = f"{name}-support-matrix.ini" if len(name) == 1 else name.replace("__", ".")
        (folder / "doc" / own).write_text(text, encoding="utf-8")


def diagnostics(cli: Command, *words: str) -> list[tuple[str, int, str]]:
    """Return path, line and code of what rules on a project find."""
    answer = json.loads(cli("--select=MX85", "--output-format=json", *words).out)
    return [
        (diagnostic["path"].removeprefix("doc/"), diagnostic["line"], diagnostic["code"])
        for diagnostic in answer["diagnostics"]
    ]


A, B, C = "a-support-matrix.ini", "b-support-matrix.ini", "c-support-matrix.ini"
