"""A file's text: its lines as an editor counts them, and what its bytes had wrong."""

import re
from collections.abc import Iterable
from typing import NamedTuple, Self

from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Edit, Span

BOM = "\ufeff"
# C0 without tab, LF and CR; DEL; C1; surrogates, which stand for bytes that are not UTF-8.
_CONTROL = compile_lazily("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_END = compile_lazily(r"\r\n|\r|\n")
_CONTROL_BYTES = bytes((*range(9), 11, 12, *range(14, 32), 127))
_WIDE = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


class IllegalCharacter(NamedTuple):
    """A character that is no text: its place, and how it is to be named."""

    span: Span
    name: str


class Source:
    """
    One file, decoded: *text* has line feeds for all line ends and no byte-order mark.

    *path* is what the report calls the file. *has_bom* tells of a byte-order mark;
    *illegal_characters* are the characters that are no text, in *text* each a blank or U+FFFD,
    so that columns hold; *encoding* is set instead where the file is UTF-16 or UTF-32 and there
    is nothing to read. *line_ends* are the ends of all lines where they are not all
    alike, else there is nothing in it.
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
        # Who puts a mark before a text that has one makes two.
        self.text = _unix(text.lstrip(BOM))
        self.line_ends = _mixed_line_ends(text)
        self.illegal_characters: tuple[IllegalCharacter, ...] = ()
        self.encoding: str | None = None
        self._lines: list[str] | None = None
        self._distinct: str | None = None

    @classmethod
    def from_text(cls, path: str, text: str) -> Self:
        """Return the source of *text*, whatever characters it holds."""
        source = cls(path, text)
        if _has_illegal_characters(text.encode("utf-8", "surrogatepass")):
            source._clear()
        return source

    @classmethod
    def from_bytes(cls, path: str, data: bytes) -> Self:
        """Return the source of *data*; bytes that are not UTF-8 become blurs."""
        wide = _wide_encoding(data)
        if wide:
            source = cls(path, "")
            source.encoding = wide
            return source
        try:
            text, broken = data.decode(), False
        except UnicodeDecodeError:
            text, broken = data.decode("utf-8", "surrogateescape"), True
        source = cls(path, text)
        if broken or _has_illegal_characters(data):
            source._clear()
        return source

    @property
    def lines(self) -> list[str]:
        """The lines without their ends; they end at LF, CRLF and CR and nothing else."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

    @property
    def distinct(self) -> str:
        """
        The lines, each once and behind a line feed: what is asked of single lines is asked here.

        Most lines of a matrix are cells, and stand in it many times.
        """
        if self._distinct is None:
            self._distinct = "\n".join(("", *dict.fromkeys(self.lines)))
        return self._distinct

    def drop(self, line: int) -> Edit:
        """Return the edit that takes a line (1-based) away, its end too."""
        if line < len(self.lines):
            return Edit(Span(line, 1, line + 1, 1), "")
        # The last line has no end to drop: the one above loses its own.
        above = (line - 1, len(self.lines[line - 2]) + 1) if line > 1 else (1, 1)
        return Edit(Span(*above, line, len(self.lines[line - 1]) + 1), "")

    def insert_behind(self, line: int, texts: Iterable[str]) -> Edit:
        """Return the edit that puts *texts*, a line each, behind a line (1-based)."""
        end = len(self.lines[line - 1]) + 1
        return Edit(Span.within(line, end, 0), "".join(f"\n{text}" for text in texts))

    def insert_above(self, line: int, texts: Iterable[str]) -> Edit:
        """Return the edit that puts *texts*, a line each, above a line (1-based)."""
        return Edit(Span.within(line, 1, 0), "".join(f"{text}\n" for text in texts))

    def _clear(self) -> None:
        illegal_characters = []
        for number, line in enumerate(self.lines, 1):
            for match in _CONTROL.finditer(line):
                span = Span.within(number, match.start() + 1, 1)
                illegal_characters.append(IllegalCharacter(span, _name(match[0])))
        self.illegal_characters = tuple(illegal_characters)
        self.text = _CONTROL.sub(_legible, self.text)
        self._lines = None


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _mixed_line_ends(text: str) -> tuple[str, ...]:
    returns = text.count("\r")
    pairs = text.count("\r\n") if returns else 0
    kinds = (pairs, returns - pairs, text.count("\n") - pairs if returns else 0)
    return tuple(_LINE_END.findall(text)) if kinds.count(0) < len(kinds) - 1 else ()


def _has_illegal_characters(data: bytes) -> bool:
    if len(data.translate(None, _CONTROL_BYTES)) != len(data):
        return True
    # In UTF-8 C1 begins with C2, a surrogate with ED: two searches spare most files a look.
    return (b"\xc2" in data or b"\xed" in data) and bool(
        _CONTROL.search(data.decode("utf-8", "surrogatepass"))
    )


def _wide_encoding(data: bytes) -> str | None:
    for mark, name in _WIDE:
        if data.startswith(mark):
            return name
    head = data[:64]
    # Without a mark: ASCII text in UTF-16 or UTF-32 is every second byte, or more, a NUL.
    zeros = head.count(0)
    if len(head) >= 8 and zeros * 2 >= len(head):  # noqa: PLR2004  two or four letters
        return "UTF-32" if zeros * 4 >= len(head) * 3 else "UTF-16"
    return None


def _name(character: str) -> str:
    code = ord(character)
    # Decoding with surrogateescape has made these of single bytes.
    is_byte = 0xDC80 <= code <= 0xDCFF  # noqa: PLR2004
    return f"byte 0x{code - 0xDC00:02X}" if is_byte else f"U+{code:04X}"


def _legible(match: re.Match[str]) -> str:
    return "\ufffd" if match[0] >= "\ud800" else " "
