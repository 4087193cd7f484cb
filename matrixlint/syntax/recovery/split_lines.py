"""Lines that were broken in two: each is told once, and read as the one that it was."""

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


def join_split_lines(bare: list[int], draft: RecoveryBuffer) -> frozenset[int]:
    """
    Tell the bare lines (1-based) that are part of the line above or below.

    Return the lines that need no other mending then.
    """
    if draft.dialect is None:
        return frozenset()
    halves = _Halves(draft, draft.dialect)
    settled: set[int] = set()
    for line in bare:
        settled.update(halves.joined(line))
    return frozenset(settled)


class _Halves:
    """The lines of a draft, the keys that are known by rights, and all that stand in the lines."""

    __slots__ = ("_dialect", "_draft", "_keys", "_known", "_texts")

    def __init__(self, draft: RecoveryBuffer, dialect: Dialect) -> None:
        self._draft = draft
        self._dialect = dialect
        # With a line in front of the first, so that an index is a line's number.
        self._texts = ["", *draft.source.lines, ""]
        names = find_declared_names(draft.source.distinct, dialect)
        entries = {prefix + name.lower() for prefix in dialect.entry_prefixes for name in names}
        self._known = dialect.fields | dialect.driver_fields | entries
        self._keys = self._known.union(map(_key, self._texts))

    def joined(self, line: int) -> tuple[int, ...]:
        """Return a bare line and the neighbour that it is one with, both mended, if it is."""
        above, text, below = (each.rstrip() for each in self._texts[line - 1 : line + 2])
        if above.startswith("[") and "]" not in above:
            return (line - 1, line) if self._is_header(above + text, line) else ()
        if self._is_key(text, below, line):
            return (line, line + 1)
        return (line,) if self._is_value(above, text, line) else ()

    def _is_header(self, whole: str, line: int) -> bool:
        header = read_header(whole, line)
        if header.fault or not self._dialect.fits(header.name):
            return False
        draft = self._draft
        fault = f"section header is broken in two; expected '[{header.name}]'"
        draft.tell("MX004", draft.line_span(line - 1), fault, fix=self._fix(line - 1))
        draft.open_meant(line - 1, header.name)
        draft.blank(line)
        return True

    def _is_key(self, text: str, below: str, line: int) -> bool:
        rest = _key(below)
        whole = (text + (rest or "")).lower()
        if rest is None or whole not in self._keys or rest in self._known:
            return False
        self._tell(line, line, f"is it the beginning of {whole!r}?")
        self._draft.blank(line)
        self._draft.rename_key(line + 1, whole)
        return True

    def _is_value(self, above: str, text: str, line: int) -> bool:
        key = _key(above)
        if key is None:
            return False
        value = DELIMITER.split(above.lower(), maxsplit=1)[1].strip()
        words = self._dialect.status_fields.get(key, self._dialect.levels)
        is_whole = not value or _is_word(value, words)
        if is_whole or not _is_word(value + text.lower(), words):
            return False
        self._tell(line, line - 1, f"is it more of {value!r}?")
        self._draft.blank(line)
        self._draft.unsure.add(line - 1)
        return True

    def _tell(self, line: int, first: int, hint: str) -> None:
        self._draft.tell_bare(line, RepairHint(hint, self._fix(first)))

    def _fix(self, first: int) -> Fix:
        return Fix("join the two lines", (Edit(self._draft.gap(first, first + 1), ""),))


def _is_word(text: str, words: Collection[str]) -> bool:
    match = _WORD.fullmatch(text)
    return match is not None and match[1] in words


def _key(text: str) -> str | None:
    """Return the key in a line, in lower case, empty where that is lost; None where it has none."""
    match = DELIMITER.search(text)
    if match is None or text[0].isspace() or text[0] in "#;[":
        return None
    return text[: match.start()].strip().lower()
