"""Encoding errors of a file."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix, Related
from matrixlint.syntax.document import ParseError
from matrixlint.text.source import Source
from matrixlint.text.span import Edit, Span

_FILE_START = Span(1, 1, 1, 1)


def find_encoding_errors(source: Source) -> Iterator[ParseError]:
    """Yield the encoding errors, each at most once for a file."""
    if source.encoding:
        yield ParseError("MX005", _FILE_START, f"file is {source.encoding}; expected UTF-8")
        return
    if source.has_bom:
        fix = Fix("drop the byte-order mark", (Edit(_FILE_START, ""),), safe=True)
        message = "byte-order mark before the text; the renderer fails on it"
        yield ParseError("MX006", _FILE_START, message, fix=fix)
    if source.illegal_characters:
        first, *others = source.illegal_characters
        more = f", and {len(others)} more characters like it" if others else ""
        message = (
            f"{first.name} is no character of a text file{more}; expected UTF-8 without controls"
        )
        related = tuple(Related(character.span, character.name) for character in others[:9])
        yield ParseError("MX005", first.span, message, related=related)
