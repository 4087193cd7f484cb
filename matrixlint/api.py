"""Python API: lint a text or a file, parse a matrix."""

from collections.abc import Mapping

from matrixlint.config.resolve import read_config, resolve_settings
from matrixlint.config.settings import CliOverrides, Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.linter.lint import lint_or_raise, parse_matrix
from matrixlint.model.matrix import Matrix
from matrixlint.text.files import read_file
from matrixlint.text.source import Source


def load(text: str, path: str = "support-matrix.ini") -> Matrix:
    """Parse *text* and return its matrix; invalid text does not raise an error."""
    return parse_matrix(Source.from_text(path, text), Settings())


def lint_text(
    text: str, path: str = "support-matrix.ini", config: Mapping[str, object] | None = None
) -> list[Diagnostic]:
    """
    Return the diagnostics of *text* that no comment suppresses.

    *path* is the path that they report. *config* holds settings, named as in a configuration
    file; an invalid one raises MatrixlintError. Nothing is printed, and no files are read
    except those in *config*.
    """
    return _find_active(
        lint_or_raise(Source.from_text(path, text), _resolve_settings(config, path))
    )


def lint_file(path: str, config: Mapping[str, object] | None = None) -> list[Diagnostic]:
    """
    Return the diagnostics of the file at *path* that no comment suppresses.

    Raise FileError if the file cannot be read. *config* is the same as for lint_text;
    configuration files are not searched.
    """
    return _find_active(
        lint_or_raise(Source.from_bytes(path, read_file(path)), _resolve_settings(config, path))
    )


def _find_active(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    return [diagnostic for diagnostic in diagnostics if diagnostic.suppressed is None]


def _resolve_settings(config: Mapping[str, object] | None, path: str) -> Settings:
    if config is None:
        return Settings()
    return resolve_settings(read_config(config, ""), CliOverrides(), path)
