"""The functions that programs call: lint a text or a file, read a matrix."""

from collections.abc import Mapping

from matrixlint.config.resolve import read_config, resolve_settings
from matrixlint.config.settings import CliOverrides, Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.linter.lint import lint_or_raise, parse_matrix
from matrixlint.model.matrix import Matrix
from matrixlint.text.files import read_file
from matrixlint.text.source import Source


def load(text: str, path: str = "support-matrix.ini") -> Matrix:
    """Return the matrix that *text* is read as, whatever it holds."""
    return parse_matrix(Source.from_text(path, text), Settings())


def lint_text(
    text: str, path: str = "support-matrix.ini", config: Mapping[str, object] | None = None
) -> list[Diagnostic]:
    """
    Return the diagnostics of *text* that no comment silences; *path* is what they call it.

    *config* holds settings by the names that a configuration file has for them; a wrong
    one raises MatrixlintError. Nothing is printed, no file is read but what it names.
    """
    return _find_active(lint_or_raise(Source.from_text(path, text), _settings(config, path)))


def lint_file(path: str, config: Mapping[str, object] | None = None) -> list[Diagnostic]:
    """
    Return the diagnostics of the file at *path* that no comment silences.

    A file that cannot be read raises FileError. *config* is as for lint_text; no
    configuration file is looked for.
    """
    return _find_active(
        lint_or_raise(Source.from_bytes(path, read_file(path)), _settings(config, path))
    )


def _find_active(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    return [diagnostic for diagnostic in diagnostics if diagnostic.suppressed is None]


def _settings(config: Mapping[str, object] | None, path: str) -> Settings:
    if config is None:
        return Settings()
    return resolve_settings(read_config(config, ""), CliOverrides(), path)
