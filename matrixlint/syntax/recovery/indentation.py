"""Recovery from indented keys and headers."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from matrixlint.diagnostic import Fix
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import DEFAULT, is_blank_or_comment
from matrixlint.syntax.headers import match_indented_header, read_header
from matrixlint.syntax.recovery.buffer import RecoveryBuffer
from matrixlint.syntax.recovery.used_names import find_declared_names
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Edit, Span

_NO_MATCH = "(?!)"
# If a whole section is indented, its keys may have any names.
_ANY_KEY = compile_lazily(r"(\s+)[\w.-]+\s*[=:]")


def build_key_pattern(text: str, dialect: Dialect | None) -> str:
    """
    Build the pattern (verbose syntax) of indented keys that cannot be prose.

    They are complete fields, entries and notes of the dialect, with the delimiter. A colon is a
    delimiter only if the file, whose lines are *text*, has one after a field: prose has
    "status: …" too.
    """
    if dialect is None:
        return _NO_MATCH
    fields = _join_words(dialect.fields | dialect.driver_fields)
    colon = re.search(rf"\n(?i:{fields})[^\S\n]*:", text)
    delimiter = rf"[^\S\n]*{'[=:]' if colon else '='}"
    notes = [rf"{re.escape(prefix)}[^\s=:]+{delimiter}" for prefix in dialect.note_prefixes]
    # "driver.conf=/etc/x y" is prose: a level is one word.
    level = r"[^\S\n]*[\w:]*[^\S\n]*(?=\n|\Z)"
    entries = [
        rf"{_build_entry_pattern(prefix, text, dialect)}{delimiter}{level}"
        for prefix in dialect.entry_prefixes
    ]
    if dialect.declaring_keys:
        entries.append(rf"{re.escape(dialect.declaring_keys)}[^\s=:]+{delimiter}")
    return rf"(?i:(?:{fields}){delimiter}|{'|'.join((*notes, *entries)) or _NO_MATCH})"


def _build_entry_pattern(prefix: str, text: str, dialect: Dialect) -> str:
    """Build the pattern of an entry's key; without prefix: declared names."""
    if prefix:
        return rf"{re.escape(prefix)}[^\s=:]*"
    return _join_words(find_declared_names(text, dialect))


def _join_words(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words))) or _NO_MATCH})"


def dedent(lines: list[int], buffer: RecoveryBuffer) -> None:
    """
    Dedent the indented keys and headers on *lines* (1-based, ascending).

    A block of them without a line at column 1 in between is reported once, at its first line.
    """
    for block in _split_blocks(lines, buffer.source.lines):
        keys = _add_section_keys(block, buffer)
        buffer.reported_lines.update(keys)
        for line in keys:
            buffer.dedent(line)
        for line in block:
            name = match_indented_header(buffer.source.lines[line - 1])
            if name:
                buffer.open_suggested(line, name)
        _report(keys, buffer)


def _split_blocks(lines: list[int], texts: list[str]) -> Iterator[list[int]]:
    number, last = 0, 0

    def get_block_number(line: int) -> int:
        nonlocal number, last
        between = texts[last : line - 1]
        if any(text[:1].strip() and not is_blank_or_comment(text) for text in between):
            number += 1
        last = line
        return number

    for _, block in groupby(lines, key=get_block_number):
        yield list(block)


def _add_section_keys(block: list[int], buffer: RecoveryBuffer) -> list[int]:
    """Return *block* with all keys of the section, if the whole section is indented."""
    first = block[0]
    above = first - 1
    while above and is_blank_or_comment(buffer.lines[above - 1]):
        above -= 1
    is_section = match_indented_header(buffer.source.lines[first - 1]) or (
        above and buffer.lines[above - 1].startswith("[")
    )
    if not is_section:
        return block
    texts = buffer.source.lines
    indent = _measure_indent(texts[first - 1])
    lines = set(block)
    line = first + 1
    while line <= len(texts) and (
        texts[line - 1][:1].isspace() or is_blank_or_comment(texts[line - 1])
    ):
        match = _ANY_KEY.match(texts[line - 1])
        if match and len(match[1]) == indent:
            lines.add(line)
        line += 1
    return sorted(lines)


def _measure_indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _build_fix(lines: list[int], buffer: RecoveryBuffer) -> Fix | None:
    """Build the fix for *lines*; None for ``[DEFAULT]`` or a broken header."""
    texts = [buffer.source.lines[line - 1] for line in lines]
    headers = [read_header(text.lstrip(), 1) for text in texts if match_indented_header(text)]
    if any(header.error or header.name == DEFAULT for header in headers):
        return None
    edits = [
        Edit(Span.within(line, 1, _measure_indent(text)), "")
        for line, text in zip(lines, texts, strict=True)
    ]
    # For an INI parser, these lines contain neither a section nor a declaration so far.
    is_safe = not headers and not any(_is_declaration(text, buffer) for text in texts)
    # Right below a header, some parsers accept indented lines as keys.
    is_safe = is_safe and not _is_below_header(lines[0], buffer)
    return Fix.whole("take the indentation away", edits, safe=is_safe)


def _is_below_header(line: int, buffer: RecoveryBuffer) -> bool:
    above = line - 1
    while above and is_blank_or_comment(buffer.source.lines[above - 1]):
        above -= 1
    return not above or buffer.source.lines[above - 1].startswith("[")


def _is_declaration(text: str, buffer: RecoveryBuffer) -> bool:
    prefix = buffer.dialect and buffer.dialect.declaring_keys
    return bool(prefix) and text.lstrip().lower().startswith(str(prefix))


def _report(lines: list[int], buffer: RecoveryBuffer) -> None:
    first = lines[0]
    text = buffer.source.lines[first - 1]
    fix = _build_fix(lines, buffer)
    if match_indented_header(text):
        message = (
            f"section header {text.strip()!r} is indented: it is read as part of what stands above"
        )
        buffer.report("MX004", buffer.line_span(first), message, fix=fix)
        return
    key = text.strip().replace(":", "=").partition("=")[0].rstrip()
    more = f" (and {len(lines) - 1} more below)" if len(lines) > 1 else ""
    message = f"indented key {key!r}{more} is not read as a key but as part of what stands above"
    buffer.report("MX008", buffer.line_span(first), message, fix=fix)
