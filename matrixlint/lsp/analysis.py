"""All that is known of one state of a text: the matrix, the settings, the findings."""

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
    A text, *page*, as the *matrix* that it is read as.

    *diagnostics* are the findings that neither a comment nor the baseline silences, *details* what
    keeps the linter from telling all. A file that a search of its folder would not lint has
    neither. *target* is the file with its settings.
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
        """What holds for the file."""
        return self.target.settings

    @cached_property
    def references(self) -> SymbolReferences:
        """What the text speaks of, and where."""
        return SymbolReferences(self.matrix)

    def find_active(self, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return those of *diagnostics* that are not silenced."""
        return [
            diagnostic
            for diagnostic in self.known.mark(self.target, diagnostics)
            if diagnostic.suppressed is None
        ]

    def lint(self) -> None:
        """Find what there is to find, and what keeps us from it."""
        self.details += self.known.failures.get(self.settings.baseline or "", ())
        if self.details:
            return
        done = run_file_safely(self.target, self._lint)
        self.diagnostics = self.find_active(done.diagnostics)
        self.details += done.details

    def _lint(self, _: Target) -> FileResult:
        return FileResult(*check_matrix(self.matrix, self.settings))


def analyse(path: str | None, page: PositionMapper) -> Analysis:
    """
    Return what is to be said of *page*, the text of the file at *path*, None where it has none.

    Configuration and baseline are those that hold for the file now, as for the command.
    What is wrong with them is among the troubles: then there are no findings.
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
