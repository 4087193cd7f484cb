"""The Sphinx extension: a matrix is linted where the directive ``support_matrix`` renders it."""

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

# What suppress_warnings calls our warnings: a finding's subtype is its rule's code.
TYPE = "matrixlint"
FAILURE = "failure"
RENDER = "render"
_RENDERER = "sphinx_feature_classification.support_matrix"
_NAME = "support_matrix"
_LOGGER = getLogger(__name__)

# The matrices of each document by their whole paths, and whether anything was told of them.
Notes = dict[str, dict[str, bool]]


class Examination(NamedTuple):
    """A matrix examined: what was found, and what held for it, which is nothing if left out."""

    result: RunResult
    settings: Settings = Settings()

    @property
    def active(self) -> list[Diagnostic]:
        """The findings that neither a comment nor the baseline silences."""
        return [
            diagnostic for diagnostic in self.result.diagnostics if diagnostic.suppressed is None
        ]

    @property
    def has_news(self) -> bool:
        """Whether there is a finding or a failure to tell."""
        return bool(self.active or self.result.details)

    def fails(self, diagnostic: Diagnostic) -> bool:
        """Say whether *diagnostic* would make the command fail."""
        limit = self.settings.fail_on
        return limit is not None and diagnostic.severity.reaches(limit)


class Directive(support_matrix.Directive, SphinxDirective):
    """The renderer's directive, which first tells what is wrong with its matrix."""

    def run(self) -> list[nodes.Element]:
        """
        Return what the renderer makes of the matrix.

        Where it fails on a matrix that has findings, nothing is returned: they say more
        than its exception, which would end the build and, in a parallel one, lose them.
        """
        relative, path = self.env.relfn2path(self.arguments[0])
        # The renderer notes it too, but only once it could read it.
        self.env.note_dependency(relative)
        found = examined(path)
        noted(self.env).setdefault(self.env.docname, {})[path] = found.has_news
        self._tell(found)
        try:
            rendered: list[nodes.Element] = super().run()
        except Exception as error:  # it raises bare Exceptions, among others
            if not found.active or self._is_suppressed(RENDER):
                raise
            reason = escape_control(f"{type(error).__name__}: {error}")
            text = f"support matrix is left out, because its renderer fails: {reason}"
            _LOGGER.warning(text, location=self.get_location(), type=TYPE, subtype=RENDER)
            return []
        return rendered

    def _tell(self, found: Examination) -> None:
        for detail in found.result.details:
            place, text = _format_detail(detail)
            place = place or self.get_location()
            _LOGGER.warning(text, location=place, type=TYPE, subtype=FAILURE)
        for diagnostic in found.active:
            if self._is_suppressed(diagnostic.code):
                # Sphinx asks this itself, but of warnings only.
                continue
            place = f"{_whole(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}"
            # What lets the command pass lets -W pass, and is told all the same.
            tell = _LOGGER.warning if found.fails(diagnostic) else _LOGGER.info
            tell(one_line(diagnostic), location=place, type=TYPE, subtype=diagnostic.code)
        for notice in found.result.notices:
            _LOGGER.info(escape_control(notice))

    def _is_suppressed(self, subtype: str) -> bool:
        return is_suppressed_warning(TYPE, subtype, self.config.suppress_warnings)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Put our directive in the place of the renderer's, whichever is loaded first."""
    app.setup_extension(_RENDERER)
    app.add_directive(_NAME, Directive, override=True)
    app.connect("env-get-outdated", outdated)
    app.connect("env-purge-doc", purge)
    app.connect("env-merge-info", merge)
    # An env_version would go into the index of the search: pages would differ from the renderer's.
    return {
        "version": __version__,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def noted(env: BuildEnvironment) -> Notes:
    """Return what *env*, which outlives a build, remembers for us."""
    notes: Notes = vars(env).setdefault("matrixlint_notes", {})
    return notes


def outdated(_: Sphinx, env: BuildEnvironment, *__: set[str]) -> list[str]:
    """
    Return the documents of whose matrices something was told, or is to be told now.

    Sphinx reads only what has changed: without this, a second build would tell nothing. And
    much may change a verdict that Sphinx knows nothing of: a configuration that is new, a
    baseline, a plugin, this package.
    """
    return [
        name
        for name, matrices in noted(env).items()
        if any(has_findings or examined(path).has_news for path, has_findings in matrices.items())
    ]


def purge(_: Sphinx, env: BuildEnvironment, name: str) -> None:
    """Forget the document *name*, which is gone or about to be read again."""
    noted(env).pop(name, None)


def merge(
    _: Sphinx, env: BuildEnvironment, names: Collection[str], other: BuildEnvironment
) -> None:
    """Take over what another process, with the environment *other*, has noted of *names*."""
    noted(env).update((name, noted(other)[name]) for name in names if name in noted(other))


def examined(path: str) -> Examination:
    """Lint the file at *path* with the configuration that holds for it, as the command does."""
    discovery = Discovery(Finder(), CliOverrides())
    try:
        # A folder is no matrix: it is not looked through.
        discovery.add_text(path, read_file(path), force_exclude=True)
    except MatrixlintError as error:
        return Examination(RunResult(details=error.details))
    found = lint_targets(discovery.targets, discovery.details)
    return Examination(found, *(target.settings for target in discovery.targets))


def _format_detail(detail: ErrorDetail) -> tuple[str | None, str]:
    """Return the place of *detail*, None where it has no line, and its text."""
    text = escape_control(detail.message)
    path = f"{_whole(detail.path)}:" if detail.path else ""
    # Sphinx takes a place without a colon for a document's name.
    return (f"{path}{detail.line}", text) if detail.line else (None, f"{path} {text}".lstrip())


def _whole(path: str) -> str:
    # Sphinx calls documents by their whole paths, too.
    return escape_control(os.path.abspath(path))
