"""The copy of the lines that the parser is given: mended line by line, none added."""

from typing import TYPE_CHECKING

from matrixlint.diagnostic import Fix, Related
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import DELIMITER, ParseError
from matrixlint.syntax.edits import RepairHint
from matrixlint.text.source import Source
from matrixlint.text.span import Span

if TYPE_CHECKING:
    from matrixlint.syntax.recovery.used_names import UsedNames

# No text holds this character: the source has made a blank of every control.
MARK = "\x01"


class RecoveryBuffer:
    """
    The lines on their way to the parser, and what must be remembered of their mending.

    Lines are mended by renaming, never by blanking: the lines of a value below would fall
    to the key above. *headers* holds the names of headers that the parser cannot be given,
    None where the name is not known; *keys* those of renamed keys, None where the key is
    to be dropped; *feature_starts* the lines where a feature begins whose header is lost;
    *incomplete_sections* the lines whose sections may lack keys for it;
    *values_below* those of keys whose values begin on a line below; *unknown_values* the lines
    of keys whose values are not known; *used_names* what the file uses, once that is asked for; *reported_lines* the
    lines whose keys and headers make no duplicates, since a
    fault has told them. All line numbers are 1-based.
    """

    __slots__ = (
        "dialect",
        "errors",
        "feature_starts",
        "headers",
        "hidden_sections",
        "incomplete_sections",
        "keys",
        "repaired",
        "reported_lines",
        "source",
        "unknown_values",
        "used_names",
        "values_below",
    )

    def __init__(self, source: Source, dialect: Dialect | None) -> None:
        self.source = source
        self.dialect = dialect
        self.repaired: list[str] | None = None
        self.errors: list[ParseError] = []
        self.headers: dict[int, str | None] = {}
        self.keys: dict[int, str | None] = {}
        self.values_below: set[int] = set()
        self.feature_starts: set[int] = set()
        self.incomplete_sections: set[int] = set()
        self.hidden_sections: set[str] = set()
        self.reported_lines: set[int] = set()
        self.unknown_values: set[int] = set()
        self.used_names: UsedNames | None = None

    @property
    def lines(self) -> list[str]:
        """The lines as they stand now; the first look makes the copy."""
        if self.repaired is None:
            self.repaired = list(self.source.lines)
        return self.repaired

    @property
    def text(self) -> str:
        """What the parser is given: the source's own text while nothing was mended."""
        if self.repaired is None:
            return self.source.text
        return "\n".join(self.repaired)

    def report(
        self,
        code: str,
        span: Span,
        message: str,
        *,
        related: tuple[Related, ...] = (),
        fix: Fix | None = None,
    ) -> None:
        """Put a fault on record."""
        self.errors.append(ParseError(code, span, message, None, related, fix))

    def line_span(self, line: int) -> Span:
        """Return the span of a line without the white space around it."""
        text = self.source.lines[line - 1]
        stripped = text.strip()
        return Span.within(line, text.index(stripped) + 1, len(stripped))

    def report_unparsable(self, line: int, meaning: RepairHint | None) -> None:
        """Tell a line that is nothing, and what it was probably meant as."""
        span = self.line_span(line)
        text = self.source.lines[line - 1].strip()
        message = f"{text!r} is no section header, key, comment or continuation"
        hint, fix = meaning or (None, None)
        self.errors.append(ParseError("MX001", span, message, hint, fix=fix))

    def gap(self, first: int, second: int) -> Span:
        """Return the span from behind the text of a line to that of another (both 1-based)."""
        return Span(first, self.line_span(first).end_column, second, self.line_span(second).column)

    def blank(self, line: int) -> None:
        """Take a line away whose continuations belong to the value above."""
        self.lines[line - 1] = ""

    def drop(self, line: int) -> None:
        """Make a line, and its continuations, a key that is dropped after parsing."""
        self.rename_key(line, None)

    def dedent(self, line: int) -> None:
        """Take the indentation of a line away."""
        self.lines[line - 1] = self.lines[line - 1].lstrip()

    def open_section(self, line: int, name: str | None) -> None:
        """Make a line a header; *name* is None where it is not known."""
        self.headers[line] = name
        self.lines[line - 1] = f"[{MARK}{line}]"

    def open_suggested(self, line: int, name: str) -> None:
        """Make a broken header one: of the section *name* where the dialect has such ones."""
        self.reported_lines.add(line)
        if self.dialect and self.dialect.fits(name):
            self.open_section(line, name)
            return
        # What follows may still belong to the section above: a footnote is no header.
        self.open_section(line, None)
        self.incomplete_sections.update((line - 1, line))

    def rename_key(self, line: int, key: str | None) -> None:
        """Give the key of a line a name of its own; *key* is what it is read as."""
        parts = DELIMITER.split(self.lines[line - 1], maxsplit=1)
        self.keys[line] = key
        self.lines[line - 1] = f"{MARK}{line}={parts[-1]}"
