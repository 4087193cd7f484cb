"""Builders of edits that rename keys, sections and words, or fix lines."""

from typing import NamedTuple

from matrixlint.diagnostic import Fix
from matrixlint.syntax.document import DELIMITER, Document, Entry, Section
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Edit, Span

# Text that a line can begin with to be parsed as a key of this name.
_KEY = compile_lazily(r"[^\s#;\[=:](?:[^=:\n]*[^\s=:])?")
_SEPARATOR = compile_lazily(r"[-_.]")


class RepairHint(NamedTuple):
    """The suggestion for a broken line: a hint, as a question, and the fix."""

    hint: str
    fix: Fix


def as_continuation(key: str, line: int) -> RepairHint:
    """Return the hint to indent a line (1-based) that continues *key*."""
    fix = Fix("indent the line", (Edit(Span.within(line, 1, 0), "  "),))
    return RepairHint(f"is it more of {key!r}? indent it", fix)


def insert_delimiter(key: str, words: list[str], span: Span, delimiter: str) -> RepairHint:
    """
    Return the hint to insert the missing delimiter after *key*.

    *words* are that key as written, the first word of a line, and the rest; they fill *span*.
    """
    first, rest = words
    start, end = span.column + len(first), span.end_column - len(rest)
    sign = delimiter.strip()
    edit = Edit(Span.within(span.line, start, end - start), delimiter)
    return RepairHint(
        f"is {sign!r} missing behind {key!r}?", Fix(f"put {sign!r} behind the key", (edit,))
    )


def is_key(text: str) -> bool:
    """Return whether *text* can be written as a key."""
    return _KEY.fullmatch(text) is not None


def rename_key(entry: Entry, key: str) -> Edit | None:
    """
    Return the edit that makes *key* (in lower case) the key of *entry*.

    The parts that both keys begin with keep their case. Return None if the line was changed by
    recovery, or would not be parsed as that key.
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
    Return the edit that joins the parts of *key*, split by a delimiter.

    *key* becomes the key of *entry*; the first delimiter in the value then ends it. Return None if
    the line was changed by recovery.
    """
    rest = DELIMITER.split(entry.value, maxsplit=1)[0].rstrip()
    end = entry.value_span.column + len(rest)
    span = Span(entry.line, entry.key_span.column, entry.line, end)
    return Edit(span, key) if entry.section.document.is_unmodified(entry.line) else None


def move_delimiter(entry: Entry, key: str) -> Edit | None:
    """
    Return the edit that moves the delimiter of *entry* by one letter.

    *key* becomes the key of *entry*. Return None if the line was changed by recovery.
    """
    document, start, value = entry.section.document, entry.key_span, entry.value_span
    between = Span.within(entry.line, start.end_column, value.column - start.end_column)
    delimiter, letter = _get_text(document, between), entry.written_key[len(key) :]
    end = value.column + (not letter)
    edit = Edit(Span(entry.line, start.column, entry.line, end), key + delimiter + letter)
    return edit if document.is_unmodified(entry.line) else None


def rename_section(section: Section, name: str) -> Edit | None:
    """Return the edit that renames *section*, None if its header is broken."""
    span, own = section.span, section.name or ""
    inside = Span.within(span.line, span.column + 1, len(own))
    return Edit(inside, name) if _get_text(section.document, inside) == own else None


def replace_word(document: Document, span: Span, old: str, new: str) -> Edit | None:
    """Return the edit that replaces *old* at *span*, None if not there."""
    is_there = document.is_unmodified(span.line) and _get_text(document, span) == old
    return Edit(span, new) if is_there else None


def _get_text(document: Document, span: Span) -> str:
    return document.source.lines[span.line - 1][span.column - 1 : span.end_column - 1]


def find_sign_spans(entry: Entry, sign: str) -> list[Span]:
    """Return the spans of the character *sign* in the value of *entry*, in order."""
    texts = entry.section.document.source.lines
    return [
        Span.within(span.line, at, 1)
        for span in entry.value_spans
        for at in range(span.column, span.end_column)
        if texts[span.line - 1][at - 1] == sign
    ]
