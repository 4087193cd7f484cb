"""The lines that the parser would refuse or misread: found in one pass, told, mended."""

import re
from collections.abc import Collection, Iterator

from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import ParseError, is_blank_or_comment
from matrixlint.syntax.headers import (
    Header,
    find_header_after_stray,
    match_bracketed_token,
    match_indented_header,
    read_header,
)
from matrixlint.syntax.recovery.buffer import RecoveryBuffer
from matrixlint.syntax.recovery.indentation import build_key_pattern, dedent
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.source import Source

# A header that both readers take as it stands.
_PLAIN_HEADER = r"\[[^\[\]#;\s](?:[^\[\]#;\n]*[^\[\]#;\s])?\][^\S\n]*+(?=\n|\Z)"
_PASSED_OVER = r"(?>(?:[^\S\n]*+(?>(?:[\#;][^\n]*+)?)\n)*)"
# Asked of single lines: whether a value hangs is seen from those below, too.
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
_UNDER_HEADER = compile_lazily(rf"\n\[[^\n]*+\n{_PASSED_OVER}(?=[^\S\n]++[^\s#;])")
_TITLE = compile_lazily(r"\s*title\s*[=:]", re.IGNORECASE)


def recover(draft: RecoveryBuffer) -> None:
    """Tell and mend every line that the parser cannot be given as it stands."""
    found = _suspects(draft.source, draft.dialect)
    if found:
        _mend_found(found, draft)
    _take_orphans(draft)


def _mend_found(found: list[tuple[str, int]], draft: RecoveryBuffer) -> None:
    texts = draft.source.lines
    markers = [line for kind, line in found if kind == "conflict"]
    unjudged = _take_out_conflicts(markers, draft) if markers else frozenset()
    judged = [(kind, line) for kind, line in found if line not in unjudged]
    settled = _rejoin([line for kind, line in judged if kind == "bare"], draft)
    # That its value begins below holds for a key whose beginning stands above, too.
    judged = [each for each in judged if each[1] not in settled or each[0] == "hanging"]
    for kind, line in judged:
        if kind == "header":
            _mend_header(read_header(texts[line - 1], line), line, draft)
        elif kind == "hanging":
            draft.hanging.add(line)
        elif kind == "empty" and not _is_header_behind(line, draft):
            draft.tell("MX001", draft.line_span(line), "key is empty")
            draft.drop(line)
            draft.cut.add(line)
    _mend_bare([line for kind, line in judged if kind == "bare"], draft)
    indented = [line for kind, line in judged if kind == "indented"]
    dedent([line for line in indented if _is_meant(texts[line - 1])], draft)


def _take_out_conflicts(lines: list[int], draft: RecoveryBuffer) -> Collection[int]:
    # Few files come out of a merge like that.
    from matrixlint.syntax.recovery.conflict_markers import Marker, find_conflicts, remove_conflict

    texts = draft.source.lines
    unjudged: set[int] = set()
    for conflict in find_conflicts([Marker(line, texts[line - 1][0]) for line in lines], texts):
        remove_conflict(conflict, draft)
        unjudged.update(conflict.unjudged)
    return unjudged


def _rejoin(bare: list[int], draft: RecoveryBuffer) -> Collection[int]:
    if not bare:
        return ()
    # A clean file has none.
    from matrixlint.syntax.recovery.split_lines import join_split_lines

    return join_split_lines(bare, draft)


def _suspects(source: Source, dialect: Dialect | None) -> list[tuple[str, int]]:
    """Return the kinds and the numbers of the lines that may need mending, in their order."""
    kinds = dict(_kinds(source.distinct, dialect))
    if not kinds:
        return []
    return [
        (kinds[text], line)
        for line, text in enumerate(source.lines, 1)
        if text in kinds and (kinds[text] != "hanging" or _hangs(line, source.lines))
    ]


def _kinds(lines: str, dialect: Dialect | None) -> Iterator[tuple[str, str]]:
    """Yield which of *lines*, each behind a line feed, may need mending, and why."""
    pattern = re.compile(_SUSPECT.replace("KEYS", build_key_pattern(lines, dialect)), re.VERBOSE)
    for match in pattern.finditer(lines):
        start = match.start() + 1
        end = lines.find("\n", start)
        yield lines[start : end if end >= 0 else None], match.lastgroup or ""


def _hangs(line: int, texts: list[str]) -> bool:
    """Say whether the value of the key in a line (1-based) begins on a line below."""
    below = line
    while below < len(texts) and is_blank_or_comment(texts[below]):
        below += 1
    return below < len(texts) and texts[below][0].isspace()


def _is_meant(text: str) -> bool:
    return text.lstrip()[0] != "[" or bool(match_indented_header(text))


def _mend_header(header: Header, line: int, draft: RecoveryBuffer) -> None:
    if not header.name and header.fault is None:
        draft.tell("MX001", draft.line_span(line), "section name is empty")
        draft.open_section(line, None)
        draft.cut.update((line - 1, line))
    elif header.fault is None:
        draft.open_section(line, header.name)
    else:
        _tell_header(header, line, draft)


def _tell_header(header: Header, line: int, draft: RecoveryBuffer) -> None:
    hint = None
    if header.fix and "]" not in draft.source.lines[line - 1]:
        # Few files have one.
        from matrixlint.syntax.recovery.unclosed_headers import complete_header

        header, hint = complete_header(header, line, draft)
    fits = draft.dialect is not None and draft.dialect.fits(header.name)
    fix = header.fix if fits else None
    draft.faults.append(
        ParseError("MX004", draft.line_span(line), header.fault or "", hint, fix=fix)
    )
    draft.open_meant(line, header.name)
    if header.has_key:
        draft.cut.add(line)
        drop_continuation(line + 1, draft)


def _mend_bare(lines: list[int], draft: RecoveryBuffer) -> None:
    dropped = [line for line in lines if not _mended_header(line, draft)]
    if dropped:
        # A clean file has none.
        from matrixlint.syntax.recovery.missing_delimiter import UndelimitedLines

        bare = UndelimitedLines(draft)
        for line in dropped:
            bare.drop(line)


def _mended_header(line: int, draft: RecoveryBuffer) -> bool:
    """Make a bare line the header that it is meant as; say whether it is one."""
    if _is_header_behind(line, draft):
        return True
    text = draft.source.lines[line - 1].strip()
    name = match_bracketed_token(text)
    if name is None and " " not in text and _is_above_title(line, draft.source.lines):
        name = text
    if name is None:
        return False
    fault = f"{text!r} is no section header; expected '[{name}]'"
    _tell_header(Header(name, fault), line, draft)
    return True


def _is_header_behind(line: int, draft: RecoveryBuffer) -> bool:
    """Make a line with a stray sign in front of a header that one; say whether it is so."""
    header = find_header_after_stray(draft.source.lines[line - 1], line)
    if header is not None:
        _tell_header(header, line, draft)
    return header is not None


def _is_above_title(line: int, texts: list[str]) -> bool:
    return line < len(texts) and bool(_TITLE.match(texts[line]))


def _take_orphans(draft: RecoveryBuffer) -> None:
    """Tell and blank the lines right under a header that continue nothing."""
    text = "\n" + draft.text
    line, seen = 0, 0
    for match in _UNDER_HEADER.finditer(text):
        line += text.count("\n", seen, match.end())
        seen = match.end()
        draft.tell("MX001", draft.line_span(line), "indented line continues no value")
        draft.cut.add(line)
        drop_continuation(line, draft)


def drop_continuation(line: int, draft: RecoveryBuffer) -> None:
    """Blank the indented lines from *line* on, up to the next at column 1."""
    while line <= len(draft.lines):
        text = draft.lines[line - 1]
        if not is_blank_or_comment(text):
            if not text[0].isspace():
                return
            draft.blank(line)
        line += 1
