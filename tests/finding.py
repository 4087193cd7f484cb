"""What the linter finds in a text, in the form that the tests compare."""

import re
from collections.abc import Iterable

from matrixlint import Diagnostic, lint_text

EVERYTHING = {"select": ["ALL"]}
Place = tuple[int, str]


def places(found: Iterable[Diagnostic]) -> list[Place]:
    """Return the line and the code of each diagnostic."""
    return [(each.line, each.code) for each in found]


def everything(text: str) -> list[Diagnostic]:
    """Return what all rules say of *text*."""
    return lint_text(text, config=EVERYTHING)


def shown(title: str, text: str, found: Iterable[Diagnostic], around: int = 0) -> str:
    """Return a text with numbered lines, those near *around*, and what was found."""
    lines = [f"{at:5} {line}" for at, line in enumerate(re.split("\r\n|\r|\n", text), 1)]
    if around and len(lines) > 100:
        lines = lines[max(0, around - 25) : around + 15]
    findings = [f"  {each.line}:{each.column} {each.code} {each.message}" for each in found]
    return "\n".join((f"--- {title}", *lines, "found:", *(findings or ["  nothing"]), ""))
