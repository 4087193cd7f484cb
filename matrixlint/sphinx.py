"""Sphinx extension: lint the matrices of ``support_matrix`` directives."""

import os
from collections.abc import Collection
from typing import NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.util.logging import getLogger, is_suppressed_warning
from sphinx.util.typing import ExtensionMetadata
from sphinx_feature_classification import support_matrix

from matrixlint import __version__
from matrixlint.config.files import Finder
from matrixlint.config.settings import CliOverrides, Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ErrorDetail, MatrixlintError
from matrixlint.linter.discovery import Discovery
from matrixlint.linter.pipeline import lint_targets
from matrixlint.linter.result import RunResult
from matrixlint.output.message import one_line
from matrixlint.text.escape import escape_control
from matrixlint.text.files import read_file

# Type and subtypes of the warnings, for suppress_warnings; a finding's subtype is its code.
TYPE = "matrixlint"
FAILURE = "failure"
RENDER = "render"
_RENDERER = "sphinx_feature_classification.support_matrix"
_NAME = "support_matrix"
_LOGGER = getLogger(__name__)

# For each document, the absolute paths of its matrices, and whether anything was reported.
State = dict[str, dict[str, bool]]


class LintedMatrix(NamedTuple):
    """Linted matrix: the result, and its settings; default ones if it was not linted."""

    result: RunResult
    settings: Settings = Settings()

    @property
    def active(self) -> list[Diagnostic]:
        """Findings that neither a comment nor the baseline suppresses."""
        return [
            diagnostic for diagnostic in self.result.diagnostics if diagnostic.suppressed is None
        ]

    @property
    def has_messages(self) -> bool:
        """Whether there is a finding or an error to report."""
        return bool(self.active or self.result.details)

    def fails(self, diagnostic: Diagnostic) -> bool:
        """Return whether *diagnostic* would make the command fail."""
        limit = self.settings.fail_on
        return limit is not None and diagnostic.severity.reaches(limit)


class Directive(support_matrix.Directive, SphinxDirective):
    """Directive of the renderer that first lints its matrix and reports the findings."""

    def run(self) -> list[nodes.Element]:
        """
        Return the nodes that the renderer makes from the matrix.

        If it fails on a matrix with findings, return nothing: the findings are more useful
        than its exception, which would end the build and, if that is parallel, lose them.
        """
        relative, path = self.env.relfn2path(self.arguments[0])
        # The renderer notes the dependency too, but only after reading the file.
        self.env.note_dependency(relative)
        linted = lint_matrix(path)
        get_state(self.env).setdefault(self.env.docname, {})[path] = linted.has_messages
        self._report(linted)
        try:
            rendered: list[nodes.Element] = super().run()
        except Exception as error:  # it raises bare Exceptions, among others
            if not linted.active or self._is_suppressed(RENDER):
                raise
            reason = escape_control(f"{type(error).__name__}: {error}")
            text = f"support matrix is left out, because its renderer fails: {reason}"
            _LOGGER.warning(text, location=self.get_location(), type=TYPE, subtype=RENDER)
            return []
        return rendered

    def _report(self, linted: LintedMatrix) -> None:
        for detail in linted.result.details:
            place, text = _format_detail(detail)
            place = place or self.get_location()
            _LOGGER.warning(text, location=place, type=TYPE, subtype=FAILURE)
        for diagnostic in linted.active:
            if self._is_suppressed(diagnostic.code):
                # Sphinx checks this itself, but only for warnings.
                continue
            place = f"{_format_path(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}"
            # Findings that do not fail the command do not fail -W either, but are reported.
            log = _LOGGER.warning if linted.fails(diagnostic) else _LOGGER.info
            log(one_line(diagnostic), location=place, type=TYPE, subtype=diagnostic.code)
        for notice in linted.result.notices:
            _LOGGER.info(escape_control(notice))

    def _is_suppressed(self, subtype: str) -> bool:
        return is_suppressed_warning(TYPE, subtype, self.config.suppress_warnings)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Replace the renderer's directive, whichever extension is loaded first."""
    app.setup_extension(_RENDERER)
    app.add_directive(_NAME, Directive, override=True)
    app.connect("env-get-outdated", find_outdated)
    app.connect("env-purge-doc", purge)
    app.connect("env-merge-info", merge)
    # An env_version would change the search index, and pages would differ from the renderer's.
    return {
        "version": __version__,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def get_state(env: BuildEnvironment) -> State:
    """Return the state of this extension in *env*, which persists between builds."""
    state: State = vars(env).setdefault("matrixlint_notes", {})
    return state


def find_outdated(_: Sphinx, env: BuildEnvironment, *__: set[str]) -> list[str]:
    """
    Return the documents whose matrices had findings, or have some now.

    Sphinx reads only changed documents: without this, a second build would report nothing.
    Also, findings depend on files unknown to Sphinx: a new configuration, a baseline, a
    plugin, this package.
    """
    return [
        name
        for name, matrices in get_state(env).items()
        if any(
            has_findings or lint_matrix(path).has_messages
            for path, has_findings in matrices.items()
        )
    ]


def purge(_: Sphinx, env: BuildEnvironment, name: str) -> None:
    """Drop the state of the document *name*, which is gone or will be read again."""
    get_state(env).pop(name, None)


def merge(
    _: Sphinx, env: BuildEnvironment, names: Collection[str], other: BuildEnvironment
) -> None:
    """Merge the state of the documents *names* from *other*, of another process."""
    get_state(env).update(
        (name, get_state(other)[name]) for name in names if name in get_state(other)
    )


def lint_matrix(path: str) -> LintedMatrix:
    """Lint the file at *path* with its configuration, as the command does."""
    discovery = Discovery(Finder(), CliOverrides())
    try:
        # A folder is not a matrix, and is not searched.
        discovery.add_text(path, read_file(path), force_exclude=True)
    except MatrixlintError as error:
        return LintedMatrix(RunResult(details=error.details))
    result = lint_targets(discovery.targets, discovery.details)
    return LintedMatrix(result, *(target.settings for target in discovery.targets))


def _format_detail(detail: ErrorDetail) -> tuple[str | None, str]:
    """Return the location of *detail*, None without a line, and its text."""
    text = escape_control(detail.message)
    path = f"{_format_path(detail.path)}:" if detail.path else ""
    # Sphinx interprets a location without a colon as the name of a document.
    return (f"{path}{detail.line}", text) if detail.line else (None, f"{path} {text}".lstrip())


def _format_path(path: str) -> str:
    # Sphinx reports documents by their absolute paths too.
    return escape_control(os.path.abspath(path))
