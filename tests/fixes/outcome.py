"""What becomes of a text's diagnostics when one of its fixes is applied alone."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from matrixlint import Diagnostic
from matrixlint.diagnostic import Fix
from matrixlint.text.edited_text import EditedText
from matrixlint.text.span import Edit
from tests.finding import everything
from tests.fixed import applied

# What one is about: lines may move, and messages count.
Identity = tuple[str, str | None, str | None, str | None]
Lint = Callable[[str], list[Diagnostic]]

# What the reader would stop at: other fixes wait until none is left.
SYNTAX = frozenset(
    {*(f"MX00{digit}" for digit in (1, 2, 3, 4, 5, 7, 8)), "MX011"},
)
_LEVEL = frozenset({"MX406", "MX407", "MX408", "MX604", "MX605"})
_NOTE = frozenset({"MX409", "MX410"})
_TEXT = frozenset({"MX207", "MX209", *(f"MX70{digit}" for digit in range(1, 8))})
_CHOICE = frozenset({"MX501", "MX502", "MX503", "MX504"})
_CONDITION = frozenset({"MX606", "MX607", "MX608"})
# An `unknown` that is written, and the delimiter of its neighbour.
_UNKNOWN = frozenset({"MX408", "MX502", "MX605", "MX805"})
# What a section may lack as long as a line of it is not read, and what hangs on that.
_OF_ABSENCE = _CHOICE | _CONDITION | {"MX107", "MX201", "MX202", "MX402", "MX805"}
# What is said of a value that was part of its key, or stood below it.
_OF_VALUE = frozenset({"MX301", "MX302", "MX401"})
# Rules that may rename a section.
_OF_HEADERS = frozenset({"MX105", "MX204", "MX403", "MX704"})
# The diagnostics that a wrong token has hidden, by the rule that has told it.
HIDDEN: dict[str, frozenset[str]] = {
    "MX001": _LEVEL | _NOTE | _TEXT | _OF_ABSENCE | _OF_VALUE,
    "MX105": _LEVEL | _NOTE | _TEXT,
    "MX107": _LEVEL | _NOTE | _TEXT | _UNKNOWN,
    "MX202": _CHOICE | {"MX805"},
    "MX203": _LEVEL | _NOTE | _TEXT | _CHOICE | _CONDITION | _OF_VALUE | {"MX805"},
    "MX401": _LEVEL,
    "MX402": _UNKNOWN,
    "MX403": _LEVEL | _NOTE | _CONDITION,
    "MX404": _NOTE,
    "MX602": _CONDITION,
    "MX603": _CONDITION,
    "MX902": frozenset({"MX901"}),
}


class Outcome(NamedTuple):
    """What a fix has made of a text: the diagnostics that are gone, and those that came."""

    diagnostic: Diagnostic
    text: str
    gone: Counter[Identity]
    come: Counter[Identity]

    @property
    def is_fixed(self) -> bool:
        """Say whether the diagnostic is gone and only hidden ones have come."""
        hidden = HIDDEN.get(self.diagnostic.code, frozenset())
        return identity(self.diagnostic) in self.gone and {each[0] for each in self.come} <= hidden


def identity(diagnostic: Diagnostic) -> Identity:
    """Return what *diagnostic* is about."""
    return diagnostic.code, diagnostic.section, diagnostic.key, diagnostic.driver


def outcomes(text: str, lint: Lint = everything) -> Iterator[Outcome]:
    """Yield what each fix of *text*, applied alone, makes of it."""
    before = lint(text)
    for diagnostic in before:
        if diagnostic.fix:
            yield outcome(text, diagnostic, diagnostic.fix, before, lint)


def outcome(
    text: str, diagnostic: Diagnostic, fix: Fix, before: Sequence[Diagnostic], lint: Lint
) -> Outcome:
    """Return what *fix*, which *diagnostic* has, makes of *text*, of which *before* is said."""
    fresh = applied(text, fix)
    old, new = (Counter(map(identity, diagnostics)) for diagnostics in (before, lint(fresh)))
    gone, come = old - new, new - old
    # Of an entry, or a section, that was renamed the same is told by its new name.
    names = _names if diagnostic.code in _OF_HEADERS else _names_in_section
    kept = set(map(names, gone))
    come = Counter({each: count for each, count in come.items() if names(each) not in kept})
    return Outcome(diagnostic, fresh, gone, come)


def _names(each: Identity) -> tuple[str | None, ...]:
    return each[0], each[3]


def _names_in_section(each: Identity) -> tuple[str | None, ...]:
    return *each[:2], each[3]


def unsound(text: str, diagnostic: Diagnostic) -> list[Edit]:
    """Return the edits of *diagnostic* that lie outside *text* or overlap others."""
    edits = sorted(diagnostic.fix.edits if diagnostic.fix else (), key=lambda edit: edit.span)
    copy = EditedText.from_bytes(text.encode("utf-8", "surrogateescape"))
    outside = [edit for edit in edits if not copy.contains(edit.span)]
    ends = [(edit.span.end_line, edit.span.end_column) for edit in edits]
    return outside + [
        edit for edit, end in zip(edits[1:], ends, strict=False) if edit.span[:2] < end
    ]
