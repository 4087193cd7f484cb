"""The picture of the architecture: the floors, their packages, and what each imports."""

from collections.abc import Iterator
from html import escape

from tests.test_architecture import FLOORS, floor, inner
from tests.tree import modules

# What each floor is, the lowest first.
MEANINGS = (
    "exceptions",
    "text and files",
    "diagnostics and fixes",
    "JSON Schema",
    "INI: document tree, parser, recovery, dialects",
    "the matrix and its builder",
    "the rules, their registry and API",
    "configuration; formats of output",
    "lint: one source, many files, a project",
    "fixes, suppressions, migration",
    "functions for programs",
    "the language server",
    "the command",
    "entry points",
)
WIDTH, HEIGHT, GAP, TEXT = 760, 62, 8, 90
_STYLE = (
    "text{font:13px sans-serif;fill:#1c2733}"
    ".floor{fill:#eaf2fb;stroke:#1d5fa8}"
    ".name{font-weight:bold}"
    ".rooms{font-family:monospace;font-size:12px}"
    ".uses{fill:#1d5fa8}"
)


def picture() -> str:
    """Return the picture (SVG), the highest floor on top."""
    height = len(FLOORS) * (HEIGHT + GAP) + GAP
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">'
    title = "<title>The floors of matrixlint: each imports from those below</title>"
    ground = f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    parts = [head, title, f"<style>{_STYLE}</style>", ground]
    for number in reversed(range(len(FLOORS))):
        parts += _floor(number, GAP + (len(FLOORS) - 1 - number) * (HEIGHT + GAP))
    return "\n".join((*parts, "</svg>")) + "\n"


def uses() -> dict[int, list[int]]:
    """Return for each floor the floors below it that its modules really import from."""
    found: dict[int, set[int]] = {number: set() for number in range(len(FLOORS))}
    for module in modules():
        own = floor(module.name)
        if own in found:
            found[own] |= {floor(name) for name in inner(module)} - {own}
    return {number: sorted(below) for number, below in found.items()}


def _floor(number: int, top: int) -> Iterator[str]:
    box = f'x="{GAP}" y="{top}" width="{WIDTH - 2 * GAP}" height="{HEIGHT}" rx="6"'
    yield f'<rect class="floor" {box}/>'
    yield _text("name", GAP + 10, top + 18, f"{number}  {MEANINGS[number]}")
    below = ", ".join(map(str, uses()[number]))
    if below:
        yield _text("uses", WIDTH - 220, top + 18, f"imports from {below}")
    for index, line in enumerate(_lines(FLOORS[number])):
        yield _text("rooms", GAP + 10, top + 36 + 15 * index, line)


def _lines(names: tuple[str, ...]) -> list[str]:
    lines = [""]
    for name in names:
        if len(lines[-1]) + len(name) > TEXT:
            lines.append("")
        lines[-1] += f"{name}  "
    return [line.rstrip() for line in lines]


def _text(kind: str, left: int, base: int, text: str) -> str:
    return f'<text class="{kind}" x="{left}" y="{base}">{escape(text)}</text>'
