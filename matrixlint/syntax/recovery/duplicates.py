"""Recovery from duplicate keys and sections, and missing headers."""

from collections.abc import Iterator
from typing import NamedTuple

from matrixlint.diagnostic import Fix, Related
from matrixlint.syntax.document import DELIMITER, is_blank_or_comment
from matrixlint.syntax.recovery.buffer import RecoveryBuffer
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Span

_HEADER_OR_KEY = compile_lazily(r"\n(?:\[([^\n#;]*)\]|([^\s#;\[=:][^=:\n]*+)[=:])")
# If this many keys after a repeated title are repeated too, a header is missing.
_MIN_REPEATED_KEYS = 2


class Key(NamedTuple):
    """A key in lower case and its line (1-based)."""

    name: str
    line: int


class Part(NamedTuple):
    """The keys below a header, its name and 1-based line (0 above all)."""

    section: str
    line: int
    keys: list[Key]


class Paragraph(NamedTuple):
    """The index of a title's key, and whether a blank line precedes it."""

    title: int
    is_separated: bool


def separate_duplicates(buffer: RecoveryBuffer) -> None:
    """Report duplicate keys and sections, and give the second of each a unique name."""
    first_headers: dict[str | None, int] = {}
    continued = _find_continued_keys(buffer.lines)
    for part in list(_find_parts(buffer.text)):
        name = buffer.headers.get(part.line, part.section)
        if first_headers.setdefault(name, part.line) != part.line:
            buffer.open_section(part.line, name)
        _separate_keys(part, continued, buffer)


def _find_continued_keys(lines: list[str]) -> set[int]:
    """Return the lines (1-based) of the keys whose values continue on lines below."""
    continued = set()
    key = 0
    for number, line in enumerate(lines, 1):
        if not is_blank_or_comment(line):
            if line[0].isspace():
                continued.add(key)
            else:
                key = number
    return continued


def _find_parts(text: str) -> Iterator[Part]:
    part = Part("", 0, [])
    line, seen = 0, 0
    padded = "\n" + text
    for match in _HEADER_OR_KEY.finditer(padded):
        line += padded.count("\n", seen, match.start() + 1)
        seen = match.start() + 1
        if match[1] is None:
            part.keys.append(Key(match[2].rstrip().lower(), line))
            continue
        yield part
        part = Part(match[1], line, [])
    yield part


def _separate_keys(part: Part, continued: set[int], buffer: RecoveryBuffer) -> None:
    seen: dict[str, int] = {}
    is_header_missing = False
    paragraphs = _find_paragraphs(part, buffer)
    for index, key in enumerate(part.keys):
        paragraph = paragraphs.get(index) if key.name in seen or key.name == "title" else None
        if paragraph and _begins_feature(part, paragraph, seen, buffer):
            _report_missing_header(key, buffer)
            seen, is_header_missing = {}, True
        first = seen.setdefault(key.name, key.line)
        if first != key.line:
            if buffer.reported_lines.isdisjoint((first, key.line)):
                is_single_line = continued.isdisjoint((first, key.line))
                _report_duplicate(key, first, buffer, may_drop=is_single_line)
            buffer.drop(key.line)
        elif is_header_missing and key.line not in buffer.keys:
            buffer.rename_key(key.line, key.name)


def _find_paragraphs(part: Part, buffer: RecoveryBuffer) -> dict[int, Paragraph]:
    """Return the paragraphs with titles, by the index of each key in them."""
    paragraphs = {}
    for title, key in enumerate(part.keys):
        if key.name == "title":
            first = _find_first_key(part.keys, title)
            line = part.keys[first].line
            is_separated = is_blank_or_comment(buffer.source.lines[line - 2])
            indices = range(first if is_separated else title, title + 1)
            paragraphs.update(dict.fromkeys(indices, Paragraph(title, is_separated)))
    return paragraphs


def _find_first_key(keys: list[Key], title: int) -> int:
    """Return the index of the first key on the lines right above *title*."""
    first = title
    while keys[first - 1].line == keys[first].line - 1:
        if keys[first - 1].name == "title":
            break
        first -= 1
    return first


def _begins_feature(
    part: Part, paragraph: Paragraph, seen: dict[str, int], buffer: RecoveryBuffer
) -> bool:
    """Return whether a title begins a feature, or driver, whose header is missing."""
    dialect = buffer.dialect
    name = buffer.headers.get(part.line, part.section)
    following = list(_find_following_keys(part, paragraph.title))
    repeated = sum(key in seen for key in following)
    if dialect is None or not name or not dialect.declares(name):
        return "title" in seen and repeated >= _MIN_REPEATED_KEYS
    if dialect.declaring_keys:
        return repeated >= _MIN_REPEATED_KEYS
    if "title" not in seen:
        return False
    if sum(key not in dialect.driver_fields for key in following) >= _MIN_REPEATED_KEYS:
        return True
    title, first_title = part.keys[paragraph.title].line, seen["title"]
    return paragraph.is_separated and _get_value(title, buffer) != _get_value(first_title, buffer)


def _find_following_keys(part: Part, title: int) -> Iterator[str]:
    """Yield the names of the keys after *title*, up to the next title."""
    for following in range(title + 1, len(part.keys)):
        name = part.keys[following].name
        if name == "title":
            return
        yield name


def _get_value(line: int, buffer: RecoveryBuffer) -> str:
    return DELIMITER.split(buffer.source.lines[line - 1], maxsplit=1)[1].strip()


def _report_missing_header(key: Key, buffer: RecoveryBuffer) -> None:
    buffer.feature_starts.add(key.line)
    message = "title stands a second time in its section; the section header above it is lost"
    buffer.report("MX011", buffer.line_span(key.line), message)


def _report_duplicate(key: Key, first: int, buffer: RecoveryBuffer, *, may_drop: bool) -> None:
    texts = buffer.source.lines
    span = buffer.line_span(key.line)
    written = buffer.lines[key.line - 1]
    length = len(DELIMITER.split(written, maxsplit=1)[0].rstrip())
    related = (Related(Span.within(first, 1, length), "first given here, and this value holds"),)
    fix = None
    if may_drop and texts[key.line - 1].strip() == texts[first - 1].strip():
        # If they are not adjacent, a header between two features may be missing.
        is_adjacent = texts[key.line - 2].strip() == texts[key.line - 1].strip()
        fix = Fix("drop the second", (buffer.source.drop(key.line),), safe=is_adjacent)
    message = f"key {key.name!r} stands twice in its section"
    span = span._replace(end_column=span.column + length)
    buffer.report("MX003", span, message, related=related, fix=fix)
