"""Rename a driver, feature or choice group in all its references."""

from collections.abc import Callable, Sequence

from matrixlint.errors import ErrorDetail, RenameError
from matrixlint.linter.lint import parse_matrix
from matrixlint.lsp.analysis import Analysis
from matrixlint.lsp.positions import Location
from matrixlint.lsp.symbol_index import SymbolKind, SymbolName
from matrixlint.model.feature import Feature
from matrixlint.model.matrix import Matrix
from matrixlint.text.source import Source
from matrixlint.text.span import Edit

# Maps the kind and the old name of a symbol to its new name.
MapName = Callable[[SymbolKind, str | None], str | None]


def rename_symbol(analysis: Analysis, place: Location, name: str) -> list[Edit]:
    """
    Return the edits that rename the symbol at *place* to *name*.

    Raise RenameError if the matrix would differ in more than the name, for example
    because *name* is in use or cannot be written.
    """
    reference = analysis.references.find_at(place)
    if reference is None:
        raise RenameError(ErrorDetail("nothing that can be renamed stands here"))
    kind, old = reference.subject
    if not name or any(character.isspace() for character in name):
        raise RenameError(ErrorDetail(f"a {kind.value} cannot be called {name!r}"))
    edits = [Edit(each.span, name) for each in analysis.references.find_all(reference.subject)]
    text = "".join(analysis.page.copy.apply_edits(edits).lines)
    source = Source.from_text(analysis.target.path, text)
    after = parse_matrix(source, analysis.settings)
    if not _is_same(analysis.matrix, after, reference.subject, name):
        message = f"the matrix would be another if {kind.value} {old!r} were called {name!r}"
        raise RenameError(ErrorDetail(message))
    return edits


def _is_same(before: Matrix, after: Matrix, subject: SymbolName, name: str) -> bool:
    # Names of drivers are compared in lower case.
    new_name = name.lower() if subject.kind is SymbolKind.DRIVER else name

    def apply_rename(kind: SymbolKind, old: str | None) -> str | None:
        return new_name if (kind, old) == subject else old

    def keep_name(_: SymbolKind, old: str | None) -> str | None:
        return old

    # Renaming can correct misspelt references: there may be fewer errors, but not more.
    if len(after.document.errors) > len(before.document.errors):
        return False
    return _extract_semantics(before, apply_rename) == _extract_semantics(after, keep_name)


def _extract_semantics(matrix: Matrix, map_name: MapName) -> Sequence[object]:
    """Return *matrix* without its texts, with names mapped by *map_name*."""
    numbers = {id(feature): at for at, feature in enumerate(matrix.features)}
    return (
        matrix.dialect,
        [map_name(SymbolKind.DRIVER, driver.name) for driver in matrix.drivers],
        [driver.title and driver.title.value for driver in matrix.drivers],
        [
            (map_name(SymbolKind.FEATURE, each.name), *_extract_feature_semantics(each))
            for each in matrix.features
        ],
        [(each.operator, each.level, numbers.get(id(each.target))) for each in matrix.conditions],
        [
            (map_name(SymbolKind.GROUP, group.name), [numbers[id(each)] for each in group.options])
            for group in matrix.groups
        ],
        len(matrix.unrendered_sections),
    )


def _extract_feature_semantics(feature: Feature) -> Sequence[object]:
    notes = [feature.note(driver) is not None for driver in feature.drivers]
    return feature.levels, notes, [status.suggestion for status in feature.statuses]
