"""Colours for terminals, limited to the sixteen that all of them support."""

from collections.abc import Callable

from matrixlint.diagnostic import Severity

Paint = Callable[[str, str], str]

BOLD = "1"
CYAN = "36"
BLUE = "1;34"
SEVERITY = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


def make_painter(*, colored: bool) -> Paint:
    """Return the function that styles a text if *colored*, or returns it unchanged."""
    return _add_style if colored else _ignore_style


def _add_style(text: str, style: str) -> str:
    return f"\033[{style}m{text}\033[0m"


def _ignore_style(text: str, _style: str) -> str:
    return text
