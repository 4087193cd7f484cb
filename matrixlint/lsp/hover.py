"""What an editor shows of the place that somebody points at."""

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

_RULE = "\n\n---\n\n"
_NOTHING = "none"


class Hover(NamedTuple):
    """A text, in markdown, and the place that it speaks of."""

    text: str
    span: Span


def get_hover(analysis: Analysis, place: Location) -> Hover | None:
    """Return what there is to show at *place*: the findings first, then what stands there."""
    parts = [
        *_findings(analysis, place),
        *_show_reference(analysis, place),
        *_show_suppressed(analysis, place),
    ]
    if not parts:
        return None
    return Hover(_RULE.join(part.text for part in parts), parts[0].span)


def _findings(analysis: Analysis, place: Location) -> Iterator[Hover]:
    known = {rule.code: rule for rule in load_rules(analysis.settings.plugins)}
    pages: set[str] = set()
    for diagnostic in analysis.diagnostics:
        if contains(diagnostic.span, place):
            # Several findings of one rule have one page.
            page = "" if diagnostic.code in pages else f"\n\n{_page(known[diagnostic.code])}"
            pages.add(diagnostic.code)
            yield Hover(f"{_headline(diagnostic)}{page}", diagnostic.span)


def _headline(diagnostic: Diagnostic) -> str:
    title = f"**{diagnostic.code} {diagnostic.name}** ({diagnostic.severity})"
    return f"{title}: {escape_markdown(message_text(diagnostic))}"


def _page(rule: Rule) -> str:
    return rule.page.rstrip("\n")


def _show_suppressed(analysis: Analysis, place: Location) -> Iterator[Hover]:
    """Yield the pages of the rules that a comment names at *place*."""
    for suppression in parse_suppressions(analysis.matrix.document):
        for name in suppression.rules:
            if contains(name.span, place):
                yield from (
                    Hover(
                        f"**{rule.code} {rule.name}** ({rule.severity})\n\n{_page(rule)}", name.span
                    )
                    for rule in load_rules(analysis.settings.plugins)
                    if name.text in (rule.code, rule.name) or specificity(name.text, rule) > 1
                )


def _show_reference(analysis: Analysis, place: Location) -> Iterator[Hover]:
    reference = analysis.references.at(place)
    if reference:
        lines = _SHOWN[reference.subject.kind](analysis.matrix, reference)
        yield Hover("\n".join(lines), reference.span)


def _driver(matrix: Matrix, reference: SymbolReference) -> Iterator[str]:
    driver = next(each for each in matrix.drivers if each.name == reference.subject.name)
    yield _heading("driver", driver.written, driver.title)
    place = driver.place
    if isinstance(place, Section) and place.values.get("link"):
        yield f"\n{_text(place.values['link'])}"
    if matrix.grades:
        backend = matrix.grades.backends.get(driver.name)
        yield f"\nStatus: {_text(backend.values.get('status', '')) if backend else _NOTHING}"
        return
    counts = Counter(level for each in matrix.features if (level := each.levels[driver.index]))
    total = ", ".join(f"{counts[level]} {_text(level)}" for level in matrix.levels if counts[level])
    yield f"\nFeatures: {total or _NOTHING}"


def _feature(matrix: Matrix, reference: SymbolReference) -> Iterator[str]:
    feature = next(each for each in matrix.features if each.name == reference.subject.name)
    yield _heading("feature", feature.name or "", feature.title)
    for status in feature.statuses:
        yield f"\n{_text(status.entry.written_key)}: {_text(status.entry.value)}"
    implemented = matrix.find_levels(Support.IMPLEMENTED)
    names = [
        _name(driver) for driver in matrix.drivers if feature.levels[driver.index] in implemented
    ]
    yield f"\nImplemented by {len(names)} of {len(matrix.drivers)}: {', '.join(names) or _NOTHING}"
    yield "\n| driver | level | note |\n| --- | --- | --- |"
    for driver in matrix.drivers:
        cells = (feature.entry(driver), feature.note(driver))
        yield f"| {_name(driver)} | {' | '.join(map(_cell, cells))} |"


def _group(matrix: Matrix, reference: SymbolReference) -> Iterator[str]:
    group = next(each for each in matrix.groups if each.name == reference.subject.name)
    yield _heading("choice group", group.name, None)
    yield "\nA driver must implement at least one of these.\n"
    for option in group.options:
        yield f"- {_label(option)}"
    implemented = set(matrix.find_levels(Support.IMPLEMENTED))
    lacking = [
        _name(driver)
        for driver, levels in group.levels_by_driver(matrix.drivers)
        if implemented.isdisjoint(levels)
    ]
    if lacking:
        yield f"\nNone is implemented by {', '.join(lacking)}"


_SHOWN: dict[SymbolKind, Callable[[Matrix, SymbolReference], Iterator[str]]] = {
    SymbolKind.DRIVER: _driver,
    SymbolKind.FEATURE: _feature,
    SymbolKind.GROUP: _group,
}


def _heading(what: str, name: str, title: Entry | None) -> str:
    shown = _text(title.value) if title else ""
    return f"**{shown or _text(name)}**, {what} `{escape_control(name).replace('`', '')}`"


def _label(feature: Feature) -> str:
    name = _text(feature.name or "")
    return f"{name}: {_text(feature.title.value)}" if feature.title else name


def _name(driver: Driver) -> str:
    return _text(driver.title.value if driver.title and driver.title.value else driver.written)


def _cell(entry: Entry | None) -> str:
    return _text(entry.value) if entry else ""


def _text(value: str) -> str:
    """Return a text of the file in one line, without what could be taken for markup."""
    return escape_markdown(escape_control(" ".join(value.split())))
