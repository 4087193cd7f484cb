"""A linter and validator for support-matrix INI files."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matrixlint.api import FixedText, fix_text, lint_file, lint_text, load
    from matrixlint.diagnostic import Diagnostic, Fix, Severity
    from matrixlint.model.matrix import Matrix
    from matrixlint.rules.rule import Finding, rule
    from matrixlint.text.span import Edit, Span

__version__ = "0.1.0"

__all__ = [
    "Diagnostic",
    "Edit",
    "Finding",
    "Fix",
    "FixedText",
    "Matrix",
    "Severity",
    "Span",
    "__version__",
    "fix_text",
    "lint_file",
    "lint_text",
    "load",
    "rule",
]

_MODULES = {
    "Diagnostic": "diagnostic",
    "Edit": "text.span",
    "Finding": "rules.rule",
    "Fix": "diagnostic",
    "FixedText": "api",
    "Matrix": "model.matrix",
    "Severity": "diagnostic",
    "Span": "text.span",
    "fix_text": "api",
    "lint_file": "api",
    "lint_text": "api",
    "load": "api",
    "rule": "rules.rule",
}


def __getattr__(name: str) -> object:
    # Names are imported on first use: the command needs none of them.
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
