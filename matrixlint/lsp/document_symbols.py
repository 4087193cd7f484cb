"""The sections of a text with their entries, as an editor lists them."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from matrixlint.lsp.analysis import Analysis
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.document import Entry, Section
from matrixlint.text.span import Span

# Nobody reads a longer outline, and an editor may hang on it.
_MOST = 20_000
_NAMELESS = "?"


class Role(Enum):
    """What a part of the text is."""

    DRIVER = "driver"
    FEATURE = "feature"
    SECTION = "section"
    ENTRY = "entry"


class Symbol(NamedTuple):
    """
    A part of the text, at *span*, with its *name*, which is at *head*.

    *detail* is what there is to say of it in a few words.
    """

    name: str
    detail: str
    role: Role
    span: Span
    head: Span
    children: Sequence["Symbol"] = ()


def find_symbols(analysis: Analysis) -> list[Symbol]:
    """Return the sections with their entries; without those where there are very many."""
    matrix = analysis.matrix
    sections = matrix.document.sections
    roles = _roles(matrix)
    is_short = sum(len(section.values) for section in sections) <= _MOST
    found = [_section(each, roles.get(id(each), Role.SECTION)) for each in sections]
    return [
        symbol._replace(children=[_entry(entry) for entry in section.own_entries()])
        if is_short
        else symbol
        for section, symbol in zip(sections, found, strict=True)
    ]


def section_span(section: Section) -> Span:
    """Return the place of *section* with all its entries."""
    last = max((each.value_spans[-1] for each in section.own_entries()), default=section.span)
    return Span(*section.span[:2], *max(section.span[2:], last[2:]))


def _roles(matrix: Matrix) -> dict[int, Role]:
    drivers = {id(each.place): Role.DRIVER for each in matrix.drivers}
    return drivers | {id(each.section): Role.FEATURE for each in matrix.features}


def _section(section: Section, role: Role) -> Symbol:
    detail = _line(section.values.get("title", ""))
    return Symbol(section.name or _NAMELESS, detail, role, section_span(section), section.span)


def _entry(entry: Entry) -> Symbol:
    name = entry.written_key or _NAMELESS
    span = Span(*entry.key_span[:2], *max(entry.key_span[2:], entry.value_spans[-1][2:]))
    return Symbol(name, _line(entry.value), Role.ENTRY, span, entry.key_span)


def _line(text: str) -> str:
    return text.partition("\n")[0]
