"""MX704 invisible-character."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity, Span
from matrixlint.document import is_passed_over
from matrixlint.invisible import PATTERN
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule

# What told a line for another reason has told it whole.
_TOLD = ("MX001", "MX004", "MX005")
_NAMES = {
    "\t": "tab",
    "\xa0": "no-break space",
    "\xad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\ufeff": "zero-width no-break space",
}


@rule("MX704", "invisible-character", severity=Severity.WARNING)
def invisible_character(matrix: Matrix) -> Iterator[Finding]:
    """
    A character that no reader sees, in a header, key or value.
    """
    document = matrix.document
    if not document.is_read or (document.source.text.isascii() and "\t" not in document.source.text):
        return
    told = {fault.span.line for fault in document.faults if fault.code in _TOLD}
    for number, line in enumerate(document.source.lines, 1):
        if is_passed_over(document.lines[number - 1]) or number in told:
            continue
        found = [match for match in PATTERN.finditer(line) if _is_inside(match.start(), line)]
        if found:
            names = ", ".join(dict.fromkeys(_name(match[0]) for match in found))
            span = Span.within(number, found[0].start() + 1, 1)
            yield Finding(span, f"invisible character: {names}")


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {_NAMES.get(character, '')}".rstrip()


def _is_inside(index: int, line: str) -> bool:
    """Say whether the place is inside a header, key or value, not between or around them."""
    before, after = line[:index], line[index + 1 :]
    if not before.strip() or not after.strip():
        return not line[index].isspace()
    return not (line[index] == "\t" and (after.lstrip()[0] in "=:" or before.rstrip()[-1] in "=:"))
