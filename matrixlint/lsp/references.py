"""Find the definition of a symbol and the references to it."""

from matrixlint.lsp.analysis import Analysis
from matrixlint.lsp.positions import Location
from matrixlint.text.span import Span


def find_definition(analysis: Analysis, place: Location) -> list[Span]:
    """Return the spans of the declarations of the symbol at *place*."""
    reference = analysis.references.find_at(place)
    if reference is None:
        return []
    return [each.span for each in analysis.references.declarations(reference.subject)]


def find_references(analysis: Analysis, place: Location, *, declarations: bool) -> list[Span]:
    """Return the spans of references to the symbol at *place*, or *declarations* too."""
    reference = analysis.references.find_at(place)
    if reference is None:
        return []
    found = analysis.references.find_all(reference.subject)
    return [each.span for each in found if declarations or not each.is_declaration]
