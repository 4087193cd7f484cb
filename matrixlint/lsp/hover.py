"""Hover: the text that an editor shows for a position."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from matrixlint.config.rule_selection import specificity
from matrixlint.diagnostic import Diagnostic
from matrixlint.lsp.analysis import Analysis
from matrixlint.lsp.positions import Location
from matrixlint.lsp.symbol_index import SymbolKind, SymbolReference, contains
from matrixlint.model.feature import Driver, Feature
from matrixlint.model.matrix import Matrix
from matrixlint.output.message import message_text
from matrixlint.rules.plugins import load_rules
from matrixlint.rules.rule import Rule
from matrixlint.syntax.dialects.dialect import Support
from matrixlint.syntax.document import Entry, Section
from matrixlint.syntax.suppression_comments import parse_suppressions
from matrixlint.text.escape import escape_control, escape_markdown
from matrixlint.text.span import Span

_SEPARATOR = "\n\n---\n\n"
_NONE = "none"


class Hover(NamedTuple):
    """Text in markdown, and the span that it describes."""

    text: str
    span: Span


def get_hover(analysis: Analysis, place: Location) -> Hover | None:
    """Return the hover at *place*: diagnostics first, then the symbol or rule there."""
    parts = [
        *_show_diagnostics(analysis, place),
        *_show_reference(analysis, place),
        *_show_suppression(analysis, place),
    ]
    if not parts:
        return None
    return Hover(_SEPARATOR.join(part.text for part in parts), parts[0].span)


def _show_diagnostics(analysis: Analysis, place: Location) -> Iterator[Hover]:
    known = {rule.code: rule for rule in load_rules(analysis.settings.plugins)}
    pages: set[str] = set()
    for diagnostic in analysis.diagnostics:
        if contains(diagnostic.span, place):
            # The page of a rule is shown once for several diagnostics.
            page = "" if diagnostic.code in pages else f"\n\n{_get_page(known[diagnostic.code])}"
            pages.add(diagnostic.code)
            yield Hover(f"{_format_diagnostic(diagnostic)}{page}", diagnostic.span)


def _format_diagnostic(diagnostic: Diagnostic) -> str:
    title = f"**{diagnostic.code} {diagnostic.name}** ({diagnostic.severity})"
    return f"{title}: {escape_markdown(message_text(diagnostic))}"


def _get_page(rule: Rule) -> str:
    return rule.page.rstrip("\n")


def _show_suppression(analysis: Analysis, place: Location) -> Iterator[Hover]:
    """Yield the pages of the rules that a suppression comment names at *place*."""
    for suppression in parse_suppressions(analysis.matrix.document):
        for name in suppression.rules:
            if contains(name.span, place):
                yield from (
                    Hover(
                        f"**{rule.code} {rule.name}** ({rule.severity})\n\n{_get_page(rule)}",
                        name.span,
                    )
                    for rule in load_rules(analysis.settings.plugins)
                    if name.text in (rule.code, rule.name) or specificity(name.text, rule) > 1
                )


def _show_reference(analysis: Analysis, place: Location) -> Iterator[Hover]:
    reference = analysis.references.find_at(place)
    if reference:
        lines = _DESCRIBERS[reference.subject.kind](analysis.matrix, reference)
        yield Hover("\n".join(lines), reference.span)


def _describe_driver(matrix: Matrix, reference: SymbolReference) -> Iterator[str]:
    driver = next(each for each in matrix.drivers if each.name == reference.subject.name)
    yield _format_heading("driver", driver.written, driver.title)
    place = driver.place
    if isinstance(place, Section) and place.values.get("link"):
        yield f"\n{_escape(place.values['link'])}"
    if matrix.grades:
        backend = matrix.grades.backends.get(driver.name)
        yield f"\nStatus: {_escape(backend.values.get('status', '')) if backend else _NONE}"
        return
    counts = Counter(level for each in matrix.features if (level := each.levels[driver.index]))
    total = ", ".join(
        f"{counts[level]} {_escape(level)}" for level in matrix.levels if counts[level]
    )
    yield f"\nFeatures: {total or _NONE}"


def _describe_feature(matrix: Matrix, reference: SymbolReference) -> Iterator[str]:
    feature = next(each for each in matrix.features if each.name == reference.subject.name)
    yield _format_heading("feature", feature.name or "", feature.title)
    for status in feature.statuses:
        yield f"\n{_escape(status.entry.written_key)}: {_escape(status.entry.value)}"
    implemented = matrix.find_levels(Support.IMPLEMENTED)
    names = [
        _format_name(driver)
        for driver in matrix.drivers
        if feature.levels[driver.index] in implemented
    ]
    yield f"\nImplemented by {len(names)} of {len(matrix.drivers)}: {', '.join(names) or _NONE}"
    yield "\n| driver | level | note |\n| --- | --- | --- |"
    for driver in matrix.drivers:
        cells = (feature.entry(driver), feature.note(driver))
        yield f"| {_format_name(driver)} | {' | '.join(map(_format_cell, cells))} |"


def _describe_group(matrix: Matrix, reference: SymbolReference) -> Iterator[str]:
    group = next(each for each in matrix.groups if each.name == reference.subject.name)
    yield _format_heading("choice group", group.name, None)
    yield "\nA driver must implement at least one of these.\n"
    for option in group.options:
        yield f"- {_format_label(option)}"
    implemented = set(matrix.find_levels(Support.IMPLEMENTED))
    missing = [
        _format_name(driver)
        for driver, levels in group.levels_by_driver(matrix.drivers)
        if implemented.isdisjoint(levels)
    ]
    if missing:
        yield f"\nNone is implemented by {', '.join(missing)}"


_DESCRIBERS: dict[SymbolKind, Callable[[Matrix, SymbolReference], Iterator[str]]] = {
    SymbolKind.DRIVER: _describe_driver,
    SymbolKind.FEATURE: _describe_feature,
    SymbolKind.GROUP: _describe_group,
}


def _format_heading(what: str, name: str, title: Entry | None) -> str:
    shown = _escape(title.value) if title else ""
    return f"**{shown or _escape(name)}**, {what} `{escape_control(name).replace('`', '')}`"


def _format_label(feature: Feature) -> str:
    name = _escape(feature.name or "")
    return f"{name}: {_escape(feature.title.value)}" if feature.title else name


def _format_name(driver: Driver) -> str:
    return _escape(driver.title.value if driver.title and driver.title.value else driver.written)


def _format_cell(entry: Entry | None) -> str:
    return _escape(entry.value) if entry else ""


def _escape(value: str) -> str:
    """Return *value*, a text of the file, in one line and with markup escaped."""
    return escape_markdown(escape_control(" ".join(value.split())))
