"""Analysis of one version of a text: its matrix, settings and diagnostics."""

from collections.abc import Sequence
from functools import cached_property

from matrixlint.config.files import Finder
from matrixlint.config.settings import CliOverrides, Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail
from matrixlint.linter.baseline.match import BaselineSet
from matrixlint.linter.discovery import Discovery, Target
from matrixlint.linter.lint import check_matrix, parse_matrix
from matrixlint.linter.result import FileResult
from matrixlint.linter.runner import run_file_safely
from matrixlint.lsp.positions import PositionMapper
from matrixlint.lsp.symbol_index import SymbolReferences
from matrixlint.model.matrix import Matrix
from matrixlint.text.source import Source


class Analysis:
    """
    Analysis of a text, *page*, with the *matrix* parsed from it.

    *diagnostics* are those that neither a comment nor the baseline suppresses; *details* are
    errors that prevent linting. Both are empty for a file that a search of its folder would
    not lint. *target* is the file with its settings.
    """

    def __init__(
        self, page: PositionMapper, matrix: Matrix, target: Target, details: Sequence[ErrorDetail]
    ) -> None:
        self.page = page
        self.matrix = matrix
        self.target = target
        self.known = BaselineSet([target], may_be_missing=False)
        self.details = [*details]
        self.diagnostics: list[Diagnostic] = []

    @property
    def settings(self) -> Settings:
        """Settings of the file."""
        return self.target.settings

    @cached_property
    def references(self) -> SymbolReferences:
        """References to the symbols of the matrix in the text."""
        return SymbolReferences(self.matrix)

    def find_active(self, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return those of *diagnostics* that are not suppressed."""
        return [
            diagnostic
            for diagnostic in self.known.mark(self.target, diagnostics)
            if diagnostic.suppressed is None
        ]

    def lint(self) -> None:
        """Lint the text; set *diagnostics* and *details*."""
        self.details += self.known.failures.get(self.settings.baseline or "", ())
        if self.details:
            return
        result = run_file_safely(self.target, self._lint)
        self.diagnostics = self.find_active(result.diagnostics)
        self.details += result.details

    def _lint(self, _: Target) -> FileResult:
        return FileResult(*check_matrix(self.matrix, self.settings))


def analyse(path: str | None, page: PositionMapper) -> Analysis:
    """
    Analyse *page*, the text of the file at *path*, which is None if it has no file.

    Configuration and baseline are found as by the command. If one of them is invalid, its
    errors are in *details*, and there are no diagnostics.
    """
    discovery = Discovery(Finder(), CliOverrides())
    is_found = path is not None and discovery.finds(path)
    discovery.add_text(path, b"")
    targets = [*discovery.targets, Target(path or "", path or "", Settings())]
    source = Source.from_text(targets[0].path, page.text)
    matrix = parse_matrix(source, targets[0].settings)
    analysis = Analysis(page, matrix, targets[0], discovery.details if is_found else ())
    if is_found:
        analysis.lint()
    return analysis
