"""Parsing of section headers, broken ones too."""

from typing import NamedTuple

from matrixlint.diagnostic import Fix
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Edit, Span

_BRACKETS = "[](){}"
_TOKEN = compile_lazily(r"[^\s\[\](){}]+")
_KEY = compile_lazily(r"[\w.-]+\s*[=:]")
_AFTER_CHARACTERS = compile_lazily(r"([^\s\[\](){}]{1,2}\s?)\[([A-Za-z][^\s\[\](){}]*)\]")
_NAME = compile_lazily(r"\[\s*([A-Za-z]\S*)\s*\](?:\s+[#;].*)?")


class Header(NamedTuple):
    """
    A header line: the name, possibly recovered, and the error, if any.

    *fix* is set if only brackets or blanks are wrong, or if the header *has_key* after it on the
    same line, which belongs on the line below.
    """

    name: str
    error: str | None = None
    fix: Fix | None = None
    has_key: bool = False


def read_header(line: str, number: int) -> Header:
    """Parse the line *number* (1-based), which begins with ``[``, as a header."""
    inner, bracket, rest = line[1:].partition("]")
    if not bracket:
        return _read_unclosed(line.rstrip(), number)
    name = inner.strip("[ \t")
    after = rest.strip()
    if after and (after[0] not in "#;" or "]" in after):
        # For the renderer, the name ends at the last bracket of the line.
        blanks = Span.within(number, len(inner) + 3, len(rest) - len(rest.lstrip()))
        return _read_followed(name, after, blanks)
    if "[" in inner:
        return Header(name, "section header has a stray '['")
    if name != inner and name:
        span = Span.within(number, 2, len(inner))
        # With a blank before the name, no renderer recognises the driver or feature.
        is_safe = inner.startswith(name)
        fix = Fix("take the blanks out of the brackets", (Edit(span, name),), safe=is_safe)
        return Header(name, "section header has blanks inside its brackets", fix)
    return Header(name)


def _read_followed(name: str, rest: str, between: Span) -> Header:
    """Return the header *name* with the error that text follows it on its line."""
    error = f"section header is followed by {rest!r}"
    if not _KEY.match(rest):
        return Header(name, error)
    fix = Fix("break the line behind the header", (Edit(between, "\n"),))
    return Header(name, error, fix, has_key=True)


def _read_unclosed(line: str, number: int) -> Header:
    words = line[1:].split(maxsplit=1)
    name = words[0].strip("[") if words else ""
    error = "section header has no closing ']'"
    if len(words) != 1 or line[1:2] in " \t[":
        return Header(name, error)
    end = Span.within(number, len(line) + 1, 0)
    return Header(name, error, Fix("close the header", (Edit(end, "]"),)))


def find_header_after_characters(line: str, number: int) -> Header | None:
    """Return the header in a line (1-based) after extra characters, or None."""
    match = _AFTER_CHARACTERS.fullmatch(line.rstrip())
    if match is None:
        return None
    before, name = match.groups()
    span = Span.within(number, 1, len(before))
    fix = Fix(f"take {before.rstrip()!r} away", (Edit(span, ""),))
    return Header(name, f"section header has {before.rstrip()!r} in front of it", fix)


def match_indented_header(line: str) -> str | None:
    """Return the name in an indented line that is a complete header, or None."""
    match = _NAME.fullmatch(line.strip())
    return match[1] if match else None


def match_bracketed_token(line: str) -> str | None:
    """Return the name in a single token with broken brackets, or None."""
    token = line.strip()
    name = token.strip(_BRACKETS)
    is_header = name != token and _TOKEN.fullmatch(name)
    return name if is_header else None
