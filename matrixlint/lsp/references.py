"""Where something is declared, and where else a text speaks of it."""

from matrixlint.lsp.analysis import Analysis
from matrixlint.lsp.positions import Location
from matrixlint.text.span import Span


def find_definition(analysis: Analysis, place: Location) -> list[Span]:
    """Return where that is declared which stands at *place*."""
    reference = analysis.references.at(place)
    if reference is None:
        return []
    return [each.span for each in analysis.references.declarations(reference.subject)]


def find_references(analysis: Analysis, place: Location, *, declarations: bool) -> list[Span]:
    """Return where a text speaks of that which stands at *place*, *declarations* too if asked."""
    reference = analysis.references.at(place)
    if reference is None:
        return []
    found = analysis.references.of(reference.subject)
    return [each.span for each in found if declarations or not each.declares]
