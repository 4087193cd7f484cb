"""The buffer of error recovery: the lines for the parser."""

from typing import TYPE_CHECKING

from matrixlint.diagnostic import Fix, Related
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import DELIMITER, ParseError
from matrixlint.text.source import Source
from matrixlint.text.span import Span

if TYPE_CHECKING:
    from matrixlint.syntax.edits import RepairHint
    from matrixlint.syntax.recovery.used_names import UsedNames

# No text has this character: the source replaces every control character by a blank.
MARK = "\x01"


class RecoveryBuffer:
    """
    The lines for the parser, with the results of error recovery.

    A key is dropped by renaming it, not by blanking its line: else the lines of its value would
    continue the key above. All line numbers are 1-based.

    *headers* are the names of the headers on renamed lines, None if the name is unknown; *keys*
    those of renamed keys, None for a dropped key. *feature_starts* are the lines where a feature
    begins whose header is missing. *incomplete_sections* are lines in sections where keys may be
    missing. *values_below* are the lines of keys whose values begin on a line below,
    *unknown_values* those of keys with unknown values. *reported_lines* are lines whose keys and
    headers are not reported as duplicates, because another syntax error was reported for them.
    *used_names* are the names that the file uses, None until they are needed.
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
        """The lines after recovery so far; the first access makes the copy."""
        if self.repaired is None:
            self.repaired = list(self.source.lines)
        return self.repaired

    @property
    def text(self) -> str:
        """The text for the parser: the text of the source as long as nothing was changed."""
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
        """Report a syntax error."""
        self.errors.append(ParseError(code, span, message, None, related, fix))

    def line_span(self, line: int) -> Span:
        """Return the span of a line (1-based) without leading and trailing white space."""
        text = self.source.lines[line - 1]
        stripped = text.strip()
        return Span.within(line, text.index(stripped) + 1, len(stripped))

    def report_unparsable(self, line: int, suggestion: "RepairHint | None") -> None:
        """Report a line that is neither header, key, comment nor continuation."""
        span = self.line_span(line)
        text = self.source.lines[line - 1].strip()
        message = f"{text!r} is no section header, key, comment or continuation"
        hint, fix = suggestion or (None, None)
        self.errors.append(ParseError("MX001", span, message, hint, fix=fix))

    def gap(self, first: int, second: int) -> Span:
        """Return the span between the texts of two lines (both 1-based)."""
        return Span(first, self.line_span(first).end_column, second, self.line_span(second).column)

    def blank(self, line: int) -> None:
        """Blank a line; lines that continue it then belong to the value above."""
        self.lines[line - 1] = ""

    def drop(self, line: int) -> None:
        """Turn a line, with its continuations, into a key that is dropped after parsing."""
        self.rename_key(line, None)

    def dedent(self, line: int) -> None:
        """Remove the indentation of a line."""
        self.lines[line - 1] = self.lines[line - 1].lstrip()

    def open_section(self, line: int, name: str | None) -> None:
        """Turn a line into a header; *name* is None if it is unknown."""
        self.headers[line] = name
        self.lines[line - 1] = f"[{MARK}{line}]"

    def open_suggested(self, line: int, name: str) -> None:
        """Turn a broken header into one, of the section *name* if it fits the dialect."""
        self.reported_lines.add(line)
        if self.dialect and self.dialect.fits(name):
            self.open_section(line, name)
            return
        # The line may be a footnote, so that the next lines belong to the section above.
        self.open_section(line, None)
        self.incomplete_sections.update((line - 1, line))

    def rename_key(self, line: int, key: str | None) -> None:
        """Give the key of a line a unique name; *key* is its real name, None to drop it."""
        parts = DELIMITER.split(self.lines[line - 1], maxsplit=1)
        self.keys[line] = key
        self.lines[line - 1] = f"{MARK}{line}={parts[-1]}"
