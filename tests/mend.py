"""Mends put into a text, as whoever reads the report would put them there."""

import re
from collections import Counter
from itertools import accumulate

from matrixlint import Diagnostic, lint_text

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def mended(text: str, *codes: str) -> str:
    """Return *text* with the mends of what the rules of *codes* say of it, all safe."""
    found = lint_text(text, config={"select": list(codes)})
    assert all(each.fix is None or each.fix.safe for each in found)
    return _applied(text, found)


def _applied(text: str, found: list[Diagnostic]) -> str:
    lines = _LINE.findall(text)
    starts = [0, *accumulate(map(len, lines))]
    ends = Counter(line[len(line.rstrip("\r\n")) :] for line in lines)
    del ends[""]
    usual = max(ends, key=ends.__getitem__, default="\n")

    def place(line: int, column: int) -> int:
        return starts[line - 1] + column - 1

    edits = [edit for each in found if each.fix for edit in each.fix.edits]
    for span, new in sorted(edits, reverse=True):
        start, end = place(span.line, span.column), place(span.end_line, span.end_column)
        text = text[:start] + new.replace("\n", usual) + text[end:]
    return text
