"""Which lines the rules on layout judge: those that no fault of reading has told whole."""

from collections.abc import Callable

from matrixlint.syntax.document import Document

_WHOLE_LINES = ("MX001", "MX004")


def is_checked(document: Document) -> Callable[[int], bool]:
    """Return what says of the number of a line (1-based) whether it is judged."""
    told = {error.span.line for error in document.errors if error.code in _WHOLE_LINES}
    lines = document.lines

    def judged(number: int) -> bool:
        # A line that reading has emptied is the other side of a conflict, or told above it.
        return number not in told and bool(lines[number - 1])

    return judged
