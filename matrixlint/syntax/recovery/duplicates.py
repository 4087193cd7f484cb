"""Keys and sections that stand twice, and features whose header is lost between them."""

from collections.abc import Iterator
from typing import NamedTuple

from matrixlint.diagnostic import Fix, Related
from matrixlint.syntax.document import DELIMITER, is_blank_or_comment
from matrixlint.syntax.recovery.buffer import RecoveryBuffer
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Span

_HEADER_OR_KEY = compile_lazily(r"\n(?:\[([^\n#;]*)\]|([^\s#;\[=:][^=:\n]*+)[=:])")
# Two more repeated keys behind a repeated title are no slip: a header is missing.
_REPEATED = 2


class Key(NamedTuple):
    """A key in lower case and its line (1-based)."""

    name: str
    line: int


class Part(NamedTuple):
    """The keys between two headers, and the header's name and line; line 0 above the first."""

    section: str
    line: int
    keys: list[Key]


class Paragraph(NamedTuple):
    """A title by its index among the keys, and whether its lines stand behind a blank one."""

    title: int
    is_apart: bool


def separate_duplicates(buffer: RecoveryBuffer) -> None:
    """Tell every key and section that stands twice, and give the second a name of its own."""
    first_headers: dict[str | None, int] = {}
    continued = _continued(buffer.lines)
    for part in list(_parts(buffer.text)):
        name = buffer.headers.get(part.line, part.section)
        if first_headers.setdefault(name, part.line) != part.line:
            buffer.open_section(part.line, name)
        _part_keys(part, continued, buffer)


def _continued(lines: list[str]) -> set[int]:
    """Return the lines of the keys whose values go on below."""
    continued = set()
    key = 0
    for number, line in enumerate(lines, 1):
        if not is_blank_or_comment(line):
            if line[0].isspace():
                continued.add(key)
            else:
                key = number
    return continued


def _parts(text: str) -> Iterator[Part]:
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


def _part_keys(part: Part, continued: set[int], buffer: RecoveryBuffer) -> None:
    seen: dict[str, int] = {}
    is_lost = False
    paragraphs = _paragraphs(part, buffer)
    for index, key in enumerate(part.keys):
        paragraph = paragraphs.get(index) if key.name in seen or key.name == "title" else None
        if paragraph and _begins_feature(part, paragraph, seen, buffer):
            _report_lost_header(key, buffer)
            seen, is_lost = {}, True
        first = seen.setdefault(key.name, key.line)
        if first != key.line:
            if buffer.reported_lines.isdisjoint((first, key.line)):
                is_same = continued.isdisjoint((first, key.line))
                _report_duplicate(key, first, buffer, may_drop=is_same)
            buffer.drop(key.line)
        elif is_lost and key.line not in buffer.keys:
            buffer.rename_key(key.line, key.name)


def _paragraphs(part: Part, buffer: RecoveryBuffer) -> dict[int, Paragraph]:
    """Return the paragraph of each title, by the indices of the keys in it up to the title."""
    paragraphs = {}
    for title, key in enumerate(part.keys):
        if key.name == "title":
            first = _first(part.keys, title)
            line = part.keys[first].line
            is_apart = is_blank_or_comment(buffer.source.lines[line - 2])
            indices = range(first if is_apart else title, title + 1)
            paragraphs.update(dict.fromkeys(indices, Paragraph(title, is_apart)))
    return paragraphs


def _first(keys: list[Key], title: int) -> int:
    """Return the index of the first of the keys that stand right above *title*, line by line."""
    first = title
    while keys[first - 1].line == keys[first].line - 1:
        if keys[first - 1].name == "title":
            break
        first -= 1
    return first


def _begins_feature(
    part: Part, paragraph: Paragraph, seen: dict[str, int], buffer: RecoveryBuffer
) -> bool:
    """Say whether a title is of a feature, or driver, whose header is lost."""
    dialect = buffer.dialect
    name = buffer.headers.get(part.line, part.section)
    behind = list(_behind(part, paragraph.title))
    if dialect is None or not name or not dialect.declares(name):
        return "title" in seen and sum(key in seen for key in behind) >= _REPEATED
    if dialect.declaring_keys:
        return sum(key in seen for key in behind) >= _REPEATED
    if "title" not in seen:
        return False
    if sum(key not in dialect.driver_fields for key in behind) >= _REPEATED:
        return True
    line = part.keys[paragraph.title].line
    return paragraph.is_apart and _value(line, buffer) != _value(seen["title"], buffer)


def _behind(part: Part, title: int) -> Iterator[str]:
    """Yield the names of the keys behind *title*, up to the next title."""
    for following in range(title + 1, len(part.keys)):
        name = part.keys[following].name
        if name == "title":
            return
        yield name


def _value(line: int, buffer: RecoveryBuffer) -> str:
    return DELIMITER.split(buffer.source.lines[line - 1], maxsplit=1)[1].strip()


def _report_lost_header(key: Key, buffer: RecoveryBuffer) -> None:
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
        # Farther apart, they may be of two features between which the header is lost.
        is_beside = texts[key.line - 2].strip() == texts[key.line - 1].strip()
        fix = Fix("drop the second", (buffer.source.drop(key.line),), safe=is_beside)
    message = f"key {key.name!r} stands twice in its section"
    span = span._replace(end_column=span.column + length)
    buffer.report("MX003", span, message, related=related, fix=fix)
