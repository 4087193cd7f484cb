"""Colour for terminals, in the sixteen colours that all of them have."""

from collections.abc import Callable

from matrixlint.diagnostic import Severity

Paint = Callable[[str, str], str]

BOLD = "1"
CYAN = "36"
BLUE = "1;34"
SEVERITY = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


def make_painter(*, colored: bool) -> Paint:
    """Return the function that gives a text a style, or leaves it plain."""
    return _styled if colored else _plain


def _styled(text: str, style: str) -> str:
    return f"\033[{style}m{text}\033[0m"


def _plain(text: str, _style: str) -> str:
    return text
