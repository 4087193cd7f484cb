"""The edits that write a key, a section's name, a word or a line anew, as it is meant."""

from typing import NamedTuple

from matrixlint.diagnostic import Fix
from matrixlint.syntax.document import DELIMITER, Document, Entry, Section
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Edit, Span

# What a line must begin with, and not hold, to be read as this key.
_KEY = compile_lazily(r"[^\s#;\[=:](?:[^=:\n]*[^\s=:])?")
_SEPARATOR = compile_lazily(r"[-_.]")


class RepairHint(NamedTuple):
    """What a line was probably meant as: the question to its author, and the fix if it was."""

    hint: str
    fix: Fix


def as_continuation(key: str, line: int) -> RepairHint:
    """Return the meaning of a line (1-based) that goes on with the value of *key* above it."""
    fix = Fix("indent the line", (Edit(Span.within(line, 1, 0), "  "),))
    return RepairHint(f"is it more of {key!r}? indent it", fix)


def insert_delimiter(key: str, words: list[str], span: Span, delimiter: str) -> RepairHint:
    """
    Return the meaning of a line whose delimiter is lost behind *key*, its first word.

    *words* are that one as it is written, and what follows; they begin and end with *span*.
    """
    first, rest = words
    start, end = span.column + len(first), span.end_column - len(rest)
    sign = delimiter.strip()
    edit = Edit(Span.within(span.line, start, end - start), delimiter)
    return RepairHint(
        f"is {sign!r} missing behind {key!r}?", Fix(f"put {sign!r} behind the key", (edit,))
    )


def is_key(text: str) -> bool:
    """Say whether *text* can be written as a key."""
    return _KEY.fullmatch(text) is not None


def rename_key(entry: Entry, key: str) -> Edit | None:
    """
    Return the edit that makes *key* (in lower case) the key of *entry*.

    The parts that the two begin with stay in the letters of the file. None where the line
    is not read as it stands, or would not be read as that key.
    """
    if not (is_key(key) and entry.section.document.is_unmodified(entry.line)):
        return None
    written = entry.written_key
    kept = 0
    for match in _SEPARATOR.finditer(key):
        if written[: match.end()].lower() != key[: match.end()]:
            break
        kept = match.end()
    return Edit(entry.key_span, written[:kept] + key[kept:])


def join_key(entry: Entry, key: str) -> Edit | None:
    """
    Return the edit that makes *key* that of *entry*, whose delimiter stands within it.

    The delimiter that is then the key's is the first one in the value. None where the line is
    not read as it stands.
    """
    rest = DELIMITER.split(entry.value, maxsplit=1)[0].rstrip()
    end = entry.value_span.column + len(rest)
    span = Span(entry.line, entry.key_span.column, entry.line, end)
    return Edit(span, key) if entry.section.document.is_unmodified(entry.line) else None


def move_delimiter(entry: Entry, key: str) -> Edit | None:
    """
    Return the edit that makes *key* that of *entry*, whose delimiter has moved by one letter.

    None where the line is not read as it stands.
    """
    document, start, value = entry.section.document, entry.key_span, entry.value_span
    between = Span.within(entry.line, start.end_column, value.column - start.end_column)
    delimiter, letter = _text(document, between), entry.written_key[len(key) :]
    end = value.column + (not letter)
    edit = Edit(Span(entry.line, start.column, entry.line, end), key + delimiter + letter)
    return edit if document.is_unmodified(entry.line) else None


def rename_section(section: Section, name: str) -> Edit | None:
    """Return the edit that makes *name* the section's; None where its own is written otherwise."""
    span, own = section.span, section.name or ""
    inside = Span.within(span.line, span.column + 1, len(own))
    return Edit(inside, name) if _text(section.document, inside) == own else None


def replace_word(document: Document, span: Span, old: str, new: str) -> Edit | None:
    """Return the edit of *old*, which stands at *span*, to *new*; None where it does not."""
    is_there = document.is_unmodified(span.line) and _text(document, span) == old
    return Edit(span, new) if is_there else None


def _text(document: Document, span: Span) -> str:
    return document.source.lines[span.line - 1][span.column - 1 : span.end_column - 1]


def span_of_sign(entry: Entry, sign: str) -> list[Span]:
    """Return the places of a character in the value of *entry*, in their order."""
    texts = entry.section.document.source.lines
    return [
        Span.within(span.line, at, 1)
        for span in entry.value_spans
        for at in range(span.column, span.end_column)
        if texts[span.line - 1][at - 1] == sign
    ]
