"""The scan for lines that the parser would reject or misread, and their recovery."""

import re
from collections.abc import Collection, Iterator

from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import ParseError, is_blank_or_comment
from matrixlint.syntax.headers import (
    Header,
    find_header_after_characters,
    match_bracketed_token,
    match_indented_header,
    read_header,
)
from matrixlint.syntax.recovery.buffer import RecoveryBuffer
from matrixlint.syntax.recovery.indentation import build_key_pattern, dedent
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.source import Source

# A header that iniconfig and configparser accept without recovery.
_PLAIN_HEADER = r"\[[^\[\]#;\s](?:[^\[\]#;\n]*[^\[\]#;\s])?\][^\S\n]*+(?=\n|\Z)"
_BLANKS_AND_COMMENTS = r"(?>(?:[^\S\n]*+(?>(?:[\#;][^\n]*+)?)\n)*)"
# The pattern sees single lines: whether a value begins below also depends on the next lines.
_SUSPECT = rf"""
    \n(?:
      (?P<conflict> ([<=>|])\2{{6}} (?=\s|\Z) )
    | (?P<indented> [^\S\n]++ (?: \[ | KEYS ) )
    | (?P<header> (?!{_PLAIN_HEADER}) \[ )
    | (?P<empty> [=:] )
    | [^\s\#;\[=:][^=:\n]*+ (?:
        (?P<bare> (?=\n|\Z) )
      | (?P<hanging> [=:] [^\S\n]*+ (?=\n|\Z) )
      )
    )
"""
_UNDER_HEADER = compile_lazily(rf"\n\[[^\n]*+\n{_BLANKS_AND_COMMENTS}(?=[^\S\n]++[^\s#;])")
_TITLE = compile_lazily(r"\s*title\s*[=:]", re.IGNORECASE)


def recover(buffer: RecoveryBuffer) -> None:
    """Report and recover every line that the parser would reject or misread."""
    suspects = _find_suspects(buffer.source, buffer.dialect)
    if suspects:
        _recover_lines(suspects, buffer)
    _recover_orphans(buffer)


def _recover_lines(suspects: list[tuple[str, int]], buffer: RecoveryBuffer) -> None:
    texts = buffer.source.lines
    markers = [line for kind, line in suspects if kind == "conflict"]
    unchecked = _remove_conflicts(markers, buffer) if markers else frozenset()
    checked = [(kind, line) for kind, line in suspects if line not in unchecked]
    joined = _join_lines([line for kind, line in checked if kind == "bare"], buffer)
    # The value of a key that was split over two lines may begin on a line below, too.
    checked = [each for each in checked if each[1] not in joined or each[0] == "hanging"]
    for kind, line in checked:
        if kind == "header":
            _recover_header(read_header(texts[line - 1], line), line, buffer)
        elif kind == "hanging":
            buffer.values_below.add(line)
        elif kind == "empty" and not _recover_header_after_characters(line, buffer):
            buffer.report("MX001", buffer.line_span(line), "key is empty")
            buffer.drop(line)
            buffer.incomplete_sections.add(line)
    _recover_undelimited([line for kind, line in checked if kind == "bare"], buffer)
    indented = [line for kind, line in checked if kind == "indented"]
    dedent([line for line in indented if _is_header_or_key(texts[line - 1])], buffer)


def _remove_conflicts(lines: list[int], buffer: RecoveryBuffer) -> Collection[int]:
    # Imported late: few files have conflict markers.
    from matrixlint.syntax.recovery.conflict_markers import Marker, find_conflicts, remove_conflict

    texts = buffer.source.lines
    unchecked: set[int] = set()
    for conflict in find_conflicts([Marker(line, texts[line - 1][0]) for line in lines], texts):
        remove_conflict(conflict, buffer)
        unchecked.update(conflict.unchecked)
    return unchecked


def _join_lines(lines: list[int], buffer: RecoveryBuffer) -> Collection[int]:
    """Join split lines among *lines*; return the recovered ones."""
    if not lines:
        return ()
    # Imported late: a clean file has none.
    from matrixlint.syntax.recovery.split_lines import join_split_lines

    return join_split_lines(lines, buffer)


def _find_suspects(source: Source, dialect: Dialect | None) -> list[tuple[str, int]]:
    """Return the lines that may need recovery, in order: kinds and 1-based numbers."""
    kinds = dict(_classify_lines(source.distinct, dialect))
    if not kinds:
        return []
    return [
        (kinds[text], line)
        for line, text in enumerate(source.lines, 1)
        if text in kinds and (kinds[text] != "hanging" or _begins_below(line, source.lines))
    ]


def _classify_lines(lines: str, dialect: Dialect | None) -> Iterator[tuple[str, str]]:
    """Yield the *lines* that may need recovery, each with its kind."""
    pattern = re.compile(_SUSPECT.replace("KEYS", build_key_pattern(lines, dialect)), re.VERBOSE)
    for match in pattern.finditer(lines):
        start = match.start() + 1
        end = lines.find("\n", start)
        yield lines[start : end if end >= 0 else None], match.lastgroup or ""


def _begins_below(line: int, texts: list[str]) -> bool:
    """Return whether the value of the key on a line (1-based) begins on a line below."""
    below = line
    while below < len(texts) and is_blank_or_comment(texts[below]):
        below += 1
    return below < len(texts) and texts[below][0].isspace()


def _is_header_or_key(text: str) -> bool:
    return text.lstrip()[0] != "[" or bool(match_indented_header(text))


def _recover_header(header: Header, line: int, buffer: RecoveryBuffer) -> None:
    if not header.name and header.error is None:
        buffer.report("MX001", buffer.line_span(line), "section name is empty")
        buffer.open_section(line, None)
        buffer.incomplete_sections.update((line - 1, line))
    elif header.error is None:
        buffer.open_section(line, header.name)
    else:
        _report_header(header, line, buffer)


def _report_header(header: Header, line: int, buffer: RecoveryBuffer) -> None:
    hint = None
    if header.fix and "]" not in buffer.source.lines[line - 1]:
        # Imported late: few files have one.
        from matrixlint.syntax.recovery.unclosed_headers import complete_header

        header, hint = complete_header(header, line, buffer)
    fits = buffer.dialect is not None and buffer.dialect.fits(header.name)
    fix = header.fix if fits else None
    buffer.errors.append(
        ParseError("MX004", buffer.line_span(line), header.error or "", hint, fix=fix)
    )
    buffer.open_suggested(line, header.name)
    if header.has_key:
        buffer.incomplete_sections.add(line)
        drop_continuation(line + 1, buffer)


def _recover_undelimited(lines: list[int], buffer: RecoveryBuffer) -> None:
    dropped = [line for line in lines if not _recover_header_without_brackets(line, buffer)]
    if dropped:
        # Imported late: a clean file has none.
        from matrixlint.syntax.recovery.missing_delimiter import MissingDelimiterRecovery

        undelimited = MissingDelimiterRecovery(buffer)
        for line in dropped:
            undelimited.drop(line)


def _recover_header_without_brackets(line: int, buffer: RecoveryBuffer) -> bool:
    """Recover a header with wrong brackets; return whether there is one."""
    if _recover_header_after_characters(line, buffer):
        return True
    text = buffer.source.lines[line - 1].strip()
    name = match_bracketed_token(text)
    if name is None and " " not in text and _is_above_title(line, buffer.source.lines):
        name = text
    if name is None:
        return False
    error = f"{text!r} is no section header; expected '[{name}]'"
    _report_header(Header(name, error), line, buffer)
    return True


def _recover_header_after_characters(line: int, buffer: RecoveryBuffer) -> bool:
    """Recover a header after extra characters; return whether the line has one."""
    header = find_header_after_characters(buffer.source.lines[line - 1], line)
    if header is not None:
        _report_header(header, line, buffer)
    return header is not None


def _is_above_title(line: int, texts: list[str]) -> bool:
    return line < len(texts) and bool(_TITLE.match(texts[line]))


def _recover_orphans(buffer: RecoveryBuffer) -> None:
    """Report and blank indented lines right below a header."""
    text = "\n" + buffer.text
    line, seen = 0, 0
    for match in _UNDER_HEADER.finditer(text):
        line += text.count("\n", seen, match.end())
        seen = match.end()
        buffer.report("MX001", buffer.line_span(line), "indented line continues no value")
        buffer.incomplete_sections.add(line)
        drop_continuation(line, buffer)


def drop_continuation(line: int, buffer: RecoveryBuffer) -> None:
    """Blank the indented lines from *line* on, up to the next at column 1."""
    while line <= len(buffer.lines):
        text = buffer.lines[line - 1]
        if not is_blank_or_comment(text):
            if not text[0].isspace():
                return
            buffer.blank(line)
        line += 1
