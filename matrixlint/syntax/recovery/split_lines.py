"""Recovery from lines that were split in two: they are reported once, and joined."""

from collections.abc import Collection

from matrixlint.diagnostic import Fix
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import DELIMITER
from matrixlint.syntax.edits import RepairHint
from matrixlint.syntax.headers import read_header
from matrixlint.syntax.recovery.buffer import RecoveryBuffer
from matrixlint.syntax.recovery.used_names import find_declared_names
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Edit

# A level, or a status with its argument.
_WORD = compile_lazily(r"(\w+)(?:\(.*\))?")


def join_split_lines(lines: list[int], buffer: RecoveryBuffer) -> frozenset[int]:
    """
    Report *lines* (1-based) that are part of another line, and join them.

    *lines* have no delimiter. Return the lines that need no other recovery then.
    """
    if buffer.dialect is None:
        return frozenset()
    joiner = _LineJoiner(buffer, buffer.dialect)
    joined: set[int] = set()
    for line in lines:
        joined.update(joiner.join(line))
    return frozenset(joined)


class _LineJoiner:
    """Joins split lines of a buffer, by the known keys and all keys in the lines."""

    __slots__ = ("_buffer", "_dialect", "_keys", "_known", "_texts")

    def __init__(self, buffer: RecoveryBuffer, dialect: Dialect) -> None:
        self._buffer = buffer
        self._dialect = dialect
        # With an empty line before the first, so that an index is a line number.
        self._texts = ["", *buffer.source.lines, ""]
        names = find_declared_names(buffer.source.distinct, dialect)
        entries = {prefix + name.lower() for prefix in dialect.entry_prefixes for name in names}
        self._known = dialect.fields | dialect.driver_fields | entries
        self._keys = self._known.union(map(_get_key, self._texts))

    def join(self, line: int) -> tuple[int, ...]:
        """Join a line with the line above or below; return the recovered lines, if any."""
        above, text, below = (each.rstrip() for each in self._texts[line - 1 : line + 2])
        if above.startswith("[") and "]" not in above:
            return (line - 1, line) if self._join_header(above + text, line) else ()
        if self._join_key(text, below, line):
            return (line, line + 1)
        return (line,) if self._join_value(above, text, line) else ()

    def _join_header(self, whole: str, line: int) -> bool:
        header = read_header(whole, line)
        if header.error or not self._dialect.fits(header.name):
            return False
        buffer = self._buffer
        error = f"section header is broken in two; expected '[{header.name}]'"
        buffer.report("MX004", buffer.line_span(line - 1), error, fix=self._build_fix(line - 1))
        buffer.open_suggested(line - 1, header.name)
        buffer.blank(line)
        return True

    def _join_key(self, text: str, below: str, line: int) -> bool:
        rest = _get_key(below)
        whole = (text + (rest or "")).lower()
        if rest is None or whole not in self._keys or rest in self._known:
            return False
        self._report(line, line, f"is it the beginning of {whole!r}?")
        self._buffer.blank(line)
        self._buffer.rename_key(line + 1, whole)
        return True

    def _join_value(self, above: str, text: str, line: int) -> bool:
        key = _get_key(above)
        if key is None:
            return False
        value = DELIMITER.split(above.lower(), maxsplit=1)[1].strip()
        words = self._dialect.status_fields.get(key, self._dialect.levels)
        is_whole = not value or _is_word(value, words)
        if is_whole or not _is_word(value + text.lower(), words):
            return False
        self._report(line, line - 1, f"is it more of {value!r}?")
        self._buffer.blank(line)
        self._buffer.unknown_values.add(line - 1)
        return True

    def _report(self, line: int, first: int, hint: str) -> None:
        self._buffer.report_unparsable(line, RepairHint(hint, self._build_fix(first)))

    def _build_fix(self, first: int) -> Fix:
        return Fix("join the two lines", (Edit(self._buffer.gap(first, first + 1), ""),))


def _is_word(text: str, words: Collection[str]) -> bool:
    match = _WORD.fullmatch(text)
    return match is not None and match[1] in words


def _get_key(text: str) -> str | None:
    """Return the key in a line, in lower case, empty if missing, or None."""
    match = DELIMITER.search(text)
    if match is None or text[0].isspace() or text[0] in "#;[":
        return None
    return text[: match.start()].strip().lower()
