"""The edits that write a key, a section's name or a word anew."""

from matrixlint.diagnostic import Edit, Span
from matrixlint.document import Document, Entry, Section
from matrixlint.expression import expression

# What a line must begin with, and not hold, to be read as this key.
_KEY = expression(r"[^\s#;\[=:](?:[^=:\n]*[^\s=:])?")
_SEPARATOR = expression(r"[-_.]")


def is_key(text: str) -> bool:
    """Say whether *text* can be written as a key."""
    return _KEY.fullmatch(text) is not None


def rename_key(entry: Entry, key: str) -> Edit | None:
    """
    Return the edit that makes *key* (in lower case) the key of *entry*.

    The parts that the two begin with stay in the letters of the file. None where the line
    is not read as it stands, or would not be read as that key.
    """
    if not (is_key(key) and entry.section.document.stands(entry.line)):
        return None
    written = entry.written_key
    kept = 0
    for match in _SEPARATOR.finditer(key):
        if written[: match.end()].lower() != key[: match.end()]:
            break
        kept = match.end()
    return Edit(entry.key_span, written[:kept] + key[kept:])


def rename_section(section: Section, name: str) -> Edit | None:
    """Return the edit that makes *name* the section's; None where its own is written otherwise."""
    span, own = section.span, section.name or ""
    inside = Span.within(span.line, span.column + 1, len(own))
    return Edit(inside, name) if _text(section.document, inside) == own else None


def reword(document: Document, span: Span, old: str, new: str) -> Edit | None:
    """Return the edit of *old*, which stands at *span*, to *new*; None where it does not."""
    is_there = document.stands(span.line) and _text(document, span) == old
    return Edit(span, new) if is_there else None


def _text(document: Document, span: Span) -> str:
    return document.source.lines[span.line - 1][span.column - 1 : span.end_column - 1]


def places(entry: Entry, sign: str) -> list[Span]:
    """Return the places of a character in the value of *entry*, in their order."""
    texts = entry.section.document.source.lines
    return [
        Span.within(span.line, at, 1)
        for span in entry.value_spans
        for at in range(span.column, span.end_column)
        if texts[span.line - 1][at - 1] == sign
    ]
