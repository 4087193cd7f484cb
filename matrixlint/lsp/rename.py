"""A driver, feature or choice group called otherwise, wherever a text speaks of it."""

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

# Who calls whom by what name, as the subject is called before and after.
Naming = Callable[[SymbolKind, str | None], str | None]


def rename_symbol(analysis: Analysis, place: Location, name: str) -> list[Edit]:
    """
    Return the edits that give *name* to what stands at *place*.

    Where that would not be the same matrix but for the name, as with one that is taken or
    cannot be written, RenameError is raised.
    """
    reference = analysis.references.at(place)
    if reference is None:
        raise RenameError(ErrorDetail("nothing that can be renamed stands here"))
    kind, old = reference.subject
    if not name or any(sign.isspace() for sign in name):
        raise RenameError(ErrorDetail(f"a {kind.value} cannot be called {name!r}"))
    edits = [Edit(each.span, name) for each in analysis.references.of(reference.subject)]
    text = "".join(analysis.page.copy.apply_edits(edits).lines)
    source = Source.from_text(analysis.target.path, text)
    after = parse_matrix(source, analysis.settings)
    if not _is_same(analysis.matrix, after, reference.subject, name):
        message = f"the matrix would be another if {kind.value} {old!r} were called {name!r}"
        raise RenameError(ErrorDetail(message))
    return edits


def _is_same(before: Matrix, after: Matrix, subject: SymbolName, name: str) -> bool:
    # Names of drivers are compared in lower case.
    fresh = name.lower() if subject.kind is SymbolKind.DRIVER else name

    def naming(kind: SymbolKind, old: str | None) -> str | None:
        return fresh if (kind, old) == subject else old

    def as_it_is(_: SymbolKind, old: str | None) -> str | None:
        return old

    # What is misspelt is written right: there may be fewer faults, and no more.
    if len(after.document.errors) > len(before.document.errors):
        return False
    return _picture(before, naming) == _picture(after, as_it_is)


def _picture(matrix: Matrix, naming: Naming) -> Sequence[object]:
    """Return what is no text in *matrix*, with the names that *naming* gives."""
    numbers = {id(feature): at for at, feature in enumerate(matrix.features)}
    return (
        matrix.dialect,
        [naming(SymbolKind.DRIVER, driver.name) for driver in matrix.drivers],
        [driver.title and driver.title.value for driver in matrix.drivers],
        [(naming(SymbolKind.FEATURE, each.name), *_row(each)) for each in matrix.features],
        [(each.operator, each.level, numbers.get(id(each.target))) for each in matrix.conditions],
        [
            (naming(SymbolKind.GROUP, group.name), [numbers[id(each)] for each in group.options])
            for group in matrix.groups
        ],
        len(matrix.unrendered_sections),
    )


def _row(feature: Feature) -> Sequence[object]:
    notes = [feature.note(driver) is not None for driver in feature.drivers]
    return feature.levels, notes, [status.suggestion for status in feature.statuses]
