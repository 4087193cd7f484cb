"""The decoded text of a file: its lines and its encoding problems."""

import re
from collections.abc import Iterable
from typing import NamedTuple, Self

from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Edit, Span

BOM = "\ufeff"
# C0 without tab, LF and CR; DEL; C1; surrogates, which represent bytes that are not UTF-8.
_CONTROL = compile_lazily("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_END = compile_lazily(r"\r\n|\r|\n")
_CONTROL_BYTES = bytes((*range(9), 11, 12, *range(14, 32), 127))
_WIDE_MARKS = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


class IllegalCharacter(NamedTuple):
    """A control character or undecodable byte: its span, and its name for messages."""

    span: Span
    name: str


class Source:
    """
    A decoded file: *text* has line feeds as line ends and no byte-order mark.

    *path* is the path for reports. *has_bom* is whether the file has a byte-order mark.
    *illegal_characters* are control characters and undecodable bytes; *text* has a space or
    U+FFFD for each, so that columns are correct. *encoding* is the name of the encoding if the
    file is UTF-16 or UTF-32, and then *text* is empty; else it is None. *line_ends* are the ends
    of all lines if they are mixed, else it is empty.
    """

    __slots__ = (
        "_distinct",
        "_lines",
        "encoding",
        "has_bom",
        "illegal_characters",
        "line_ends",
        "path",
        "text",
    )

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.has_bom = text.startswith(BOM)
        # A tool that adds a mark to a text that has one already makes two.
        self.text = _normalize_line_ends(text.lstrip(BOM))
        self.line_ends = _find_mixed_line_ends(text)
        self.illegal_characters: tuple[IllegalCharacter, ...] = ()
        self.encoding: str | None = None
        self._lines: list[str] | None = None
        self._distinct: str | None = None

    @classmethod
    def from_text(cls, path: str, text: str) -> Self:
        """Build the source of *text*, which may contain any characters."""
        source = cls(path, text)
        if _has_illegal_characters(text.encode("utf-8", "surrogatepass")):
            source._replace_illegal_characters()
        return source

    @classmethod
    def from_bytes(cls, path: str, data: bytes) -> Self:
        """Build the source of *data*; bytes that are not UTF-8 become illegal characters."""
        encoding = _detect_wide_encoding(data)
        if encoding:
            source = cls(path, "")
            source.encoding = encoding
            return source
        try:
            text, is_undecodable = data.decode(), False
        except UnicodeDecodeError:
            text, is_undecodable = data.decode("utf-8", "surrogateescape"), True
        source = cls(path, text)
        if is_undecodable or _has_illegal_characters(data):
            source._replace_illegal_characters()
        return source

    @property
    def lines(self) -> list[str]:
        """The lines without their ends; only LF, CRLF and CR end a line."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

    @property
    def distinct(self) -> str:
        """
        The distinct lines, each after a line feed, to search in.

        Most lines of a matrix are entries, and are repeated many times.
        """
        if self._distinct is None:
            self._distinct = "\n".join(("", *dict.fromkeys(self.lines)))
        return self._distinct

    def drop(self, line: int) -> Edit:
        """Return the edit that deletes a line (1-based) with its end."""
        if line < len(self.lines):
            return Edit(Span(line, 1, line + 1, 1), "")
        # The last line has no end: the end of the line above is deleted instead.
        above = (line - 1, len(self.lines[line - 2]) + 1) if line > 1 else (1, 1)
        return Edit(Span(*above, line, len(self.lines[line - 1]) + 1), "")

    def insert_below(self, line: int, texts: Iterable[str]) -> Edit:
        """Return the edit that inserts *texts*, a line each, after a line (1-based)."""
        end = len(self.lines[line - 1]) + 1
        return Edit(Span.within(line, end, 0), "".join(f"\n{text}" for text in texts))

    def insert_above(self, line: int, texts: Iterable[str]) -> Edit:
        """Return the edit that inserts *texts*, a line each, above a line (1-based)."""
        return Edit(Span.within(line, 1, 0), "".join(f"{text}\n" for text in texts))

    def _replace_illegal_characters(self) -> None:
        illegal_characters = []
        for number, line in enumerate(self.lines, 1):
            for match in _CONTROL.finditer(line):
                span = Span.within(number, match.start() + 1, 1)
                illegal_characters.append(IllegalCharacter(span, _format_name(match[0])))
        self.illegal_characters = tuple(illegal_characters)
        self.text = _CONTROL.sub(_get_replacement, self.text)
        self._lines = None


def _normalize_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _find_mixed_line_ends(text: str) -> tuple[str, ...]:
    returns = text.count("\r")
    pairs = text.count("\r\n") if returns else 0
    kinds = (pairs, returns - pairs, text.count("\n") - pairs if returns else 0)
    return tuple(_LINE_END.findall(text)) if kinds.count(0) < len(kinds) - 1 else ()


def _has_illegal_characters(data: bytes) -> bool:
    if len(data.translate(None, _CONTROL_BYTES)) != len(data):
        return True
    # In UTF-8, C1 begins with C2 and a surrogate with ED: most files need no slower search.
    return (b"\xc2" in data or b"\xed" in data) and bool(
        _CONTROL.search(data.decode("utf-8", "surrogatepass"))
    )


def _detect_wide_encoding(data: bytes) -> str | None:
    for mark, name in _WIDE_MARKS:
        if data.startswith(mark):
            return name
    head = data[:64]
    # Without a mark: in ASCII text in UTF-16 or UTF-32, at least every second byte is a NUL.
    zeros = head.count(0)
    if len(head) >= 8 and zeros * 2 >= len(head):  # noqa: PLR2004  two or four letters
        return "UTF-32" if zeros * 4 >= len(head) * 3 else "UTF-16"
    return None


def _format_name(character: str) -> str:
    code = ord(character)
    # Decoding with surrogateescape maps single bytes to these.
    is_byte = 0xDC80 <= code <= 0xDCFF  # noqa: PLR2004
    return f"byte 0x{code - 0xDC00:02X}" if is_byte else f"U+{code:04X}"


def _get_replacement(match: re.Match[str]) -> str:
    return "\ufffd" if match[0] >= "\ud800" else " "
