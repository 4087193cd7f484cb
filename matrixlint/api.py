"""Python API: lint a text or a file, fix a text, parse a matrix."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from matrixlint.config.resolve import read_config, resolve_settings
from matrixlint.config.settings import CliOverrides, Settings
from matrixlint.diagnostic import Diagnostic, find_active
from matrixlint.linter.lint import lint_or_raise, parse_matrix
from matrixlint.model.matrix import Matrix
from matrixlint.text.files import read_file
from matrixlint.text.source import Source

if TYPE_CHECKING:
    from matrixlint.fixes.engine import FixResult
    from matrixlint.fixes.trial import SkippedFix


class FixedText(NamedTuple):
    """
    Text with fixes applied.

    *applied* are the diagnostics whose fixes were applied, *skipped* the fixes that were
    not, each with its reason. *diagnostics* are those of the new text.
    """

    text: str
    applied: Sequence[Diagnostic]
    skipped: "Sequence[SkippedFix]"
    diagnostics: Sequence[Diagnostic]


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
    return find_active(lint_or_raise(Source.from_text(path, text), _resolve_settings(config, path)))


def lint_file(path: str, config: Mapping[str, object] | None = None) -> list[Diagnostic]:
    """
    Return the diagnostics of the file at *path* that no comment suppresses.

    Raise FileError if the file cannot be read. *config* is the same as for lint_text;
    configuration files are not searched.
    """
    return find_active(
        lint_or_raise(Source.from_bytes(path, read_file(path)), _resolve_settings(config, path))
    )


def fix_text(
    text: str,
    path: str = "support-matrix.ini",
    *,
    unsafe: bool = False,
    config: Mapping[str, object] | None = None,
) -> FixedText:
    """
    Apply the safe fixes of *text*, and the unsafe ones too if *unsafe*.

    Diagnostics that a comment suppresses are not fixed. *path* and *config* are the same as
    for lint_text, and so are the errors that are raised. No file is written. A lone surrogate
    is an error of the encoding, which most fixes wait for.
    """
    # Most programs fix nothing.
    from matrixlint.fixes.engine import apply_fixes

    settings = _resolve_settings(config, path)
    data = text.encode("utf-8", "surrogatepass")
    fixed = apply_fixes(path, data, settings, find_active, unsafe=unsafe)
    new = fixed.copy.data.decode("utf-8", "surrogatepass")
    skipped = list(_find_skipped(fixed, unsafe=unsafe))
    return FixedText(new, fixed.applied, skipped, lint_text(new, path, config))


def _find_skipped(fixed: "FixResult", *, unsafe: bool) -> "Iterator[SkippedFix]":
    from matrixlint.fixes.trial import SkippedFix

    yield from fixed.skipped
    for diagnostic in fixed.deferred:
        yield SkippedFix(diagnostic, "waits until the syntax errors are fixed")
    for diagnostic in find_active(fixed.result.diagnostics):
        if diagnostic.fix and not (diagnostic.fix.safe or unsafe):
            yield SkippedFix(diagnostic, "is unsafe")


def _resolve_settings(config: Mapping[str, object] | None, path: str) -> Settings:
    if config is None:
        return Settings()
    return resolve_settings(read_config(config, ""), CliOverrides(), path)
