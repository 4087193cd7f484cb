"""Document symbols: the sections of a text with their entries."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from matrixlint.lsp.analysis import Analysis
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.document import Entry, Section
from matrixlint.text.span import Span

# A longer outline is of no use, and an editor may hang on it.
_MAX_SYMBOLS = 20_000
_UNNAMED = "?"


class Role(Enum):
    """Kind of a symbol."""

    DRIVER = "driver"
    FEATURE = "feature"
    SECTION = "section"
    ENTRY = "entry"


class Symbol(NamedTuple):
    """
    Symbol at *span*, with its *name*, which is at *head*.

    *detail* is a short description.
    """

    name: str
    detail: str
    role: Role
    span: Span
    head: Span
    children: Sequence["Symbol"] = ()


def find_symbols(analysis: Analysis) -> list[Symbol]:
    """Return the sections with their entries, or without them if there are too many."""
    matrix = analysis.matrix
    sections = matrix.document.sections
    roles = _map_roles(matrix)
    is_short = sum(len(section.values) for section in sections) <= _MAX_SYMBOLS
    found = [_make_section_symbol(each, roles.get(id(each), Role.SECTION)) for each in sections]
    return [
        symbol._replace(children=[_make_entry_symbol(entry) for entry in section.own_entries()])
        if is_short
        else symbol
        for section, symbol in zip(sections, found, strict=True)
    ]


def section_span(section: Section) -> Span:
    """Return the span of *section* with all its entries."""
    last = max((each.value_spans[-1] for each in section.own_entries()), default=section.span)
    return Span(*section.span[:2], *max(section.span[2:], last[2:]))


def _map_roles(matrix: Matrix) -> dict[int, Role]:
    drivers = {id(each.place): Role.DRIVER for each in matrix.drivers}
    return drivers | {id(each.section): Role.FEATURE for each in matrix.features}


def _make_section_symbol(section: Section, role: Role) -> Symbol:
    detail = _get_first_line(section.values.get("title", ""))
    return Symbol(section.name or _UNNAMED, detail, role, section_span(section), section.span)


def _make_entry_symbol(entry: Entry) -> Symbol:
    name = entry.written_key or _UNNAMED
    span = Span(*entry.key_span[:2], *max(entry.key_span[2:], entry.value_spans[-1][2:]))
    return Symbol(name, _get_first_line(entry.value), Role.ENTRY, span, entry.key_span)


def _get_first_line(text: str) -> str:
    return text.partition("\n")[0]
