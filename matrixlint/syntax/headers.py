"""What a line in brackets says: a header, one with a fault, or none."""

from typing import NamedTuple

from matrixlint.diagnostic import Fix
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Edit, Span

_BRACKETS = "[](){}"
_TOKEN = compile_lazily(r"[^\s\[\](){}]+")
_KEY = compile_lazily(r"[\w.-]+\s*[=:]")
_BEHIND = compile_lazily(r"([^\s\[\](){}]{1,2}\s?)\[([A-Za-z][^\s\[\](){}]*)\]")
_NAME = compile_lazily(r"\[\s*([A-Za-z]\S*)\s*\](?:\s+[#;].*)?")


class Header(NamedTuple):
    """
    A header line: the name that is meant, and what is wrong with the line, if anything.

    *fix* is set where brackets or blanks are all that is wrong, or where the header *has_key*
    behind it, which belongs on the line below.
    """

    name: str
    error: str | None = None
    fix: Fix | None = None
    has_key: bool = False


def read_header(line: str, number: int) -> Header:
    """Return what the line *number* (1-based), which begins with ``[``, says."""
    inner, bracket, rest = line[1:].partition("]")
    if not bracket:
        return _unclosed(line.rstrip(), number)
    name = inner.strip("[ \t")
    behind = rest.strip()
    if behind and (behind[0] not in "#;" or "]" in behind):
        # The renderer reads a name up to the last bracket of the line.
        blanks = Span.within(number, len(inner) + 3, len(rest) - len(rest.lstrip()))
        return _followed(name, behind, blanks)
    if "[" in inner:
        return Header(name, "section header has a stray '['")
    if name != inner and name:
        span = Span.within(number, 2, len(inner))
        # With a blank in front, no reader has seen a driver or a feature there before.
        is_safe = inner.startswith(name)
        fix = Fix("take the blanks out of the brackets", (Edit(span, name),), safe=is_safe)
        return Header(name, "section header has blanks inside its brackets", fix)
    return Header(name)


def _followed(name: str, rest: str, between: Span) -> Header:
    error = f"section header is followed by {rest!r}"
    if not _KEY.match(rest):
        return Header(name, error)
    fix = Fix("break the line behind the header", (Edit(between, "\n"),))
    return Header(name, error, fix, has_key=True)


def _unclosed(line: str, number: int) -> Header:
    words = line[1:].split(maxsplit=1)
    name = words[0].strip("[") if words else ""
    error = "section header has no closing ']'"
    if len(words) != 1 or line[1:2] in " \t[":
        return Header(name, error)
    end = Span.within(number, len(line) + 1, 0)
    return Header(name, error, Fix("close the header", (Edit(end, "]"),)))


def find_header_after_stray(line: str, number: int) -> Header | None:
    """Return the header in the line *number* (1-based) behind a stray sign or two, else None."""
    match = _BEHIND.fullmatch(line.rstrip())
    if match is None:
        return None
    before, name = match.groups()
    span = Span.within(number, 1, len(before))
    fix = Fix(f"take {before.rstrip()!r} away", (Edit(span, ""),))
    return Header(name, f"section header has {before.rstrip()!r} in front of it", fix)


def match_indented_header(line: str) -> str | None:
    """Return the name in an indented line that is wholly a header, else None."""
    match = _NAME.fullmatch(line.strip())
    return match[1] if match else None


def match_bracketed_token(line: str) -> str | None:
    """Return the name in a lone token within brackets that are no header's, else None."""
    token = line.strip()
    name = token.strip(_BRACKETS)
    is_header = name != token and _TOKEN.fullmatch(name)
    return name if is_header else None
