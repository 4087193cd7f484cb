"""Texts with fixes made, in the form that the tests compare."""

from matrixlint import Diagnostic
from matrixlint.config.settings import Settings
from matrixlint.fixes.engine import FixResult, apply_fixes
from matrixlint.rules.registry import ALL

EVERYTHING = Settings(codes=frozenset(rule.code for rule in ALL))


def live(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return the rows that no comment silences."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.suppressed is None]


def done(data: bytes, *codes: str, unsafe: bool = False) -> FixResult:
    """Return *data* with the fixes of these rules made, of all where none is named."""
    settings = EVERYTHING._replace(codes=frozenset(codes)) if codes else EVERYTHING
    return apply_fixes("support-matrix.ini", data, settings, live, unsafe=unsafe)


def encoded(text: str) -> bytes:
    """Return the bytes of *text*, of lone surrogates too."""
    return text.encode("utf-8", "surrogatepass")
