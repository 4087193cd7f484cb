"""Lines that layout rules check: those not reported as a whole by a syntax error."""

from collections.abc import Callable

from matrixlint.syntax.document import Document

_WHOLE_LINES = ("MX001", "MX004")


def make_line_filter(document: Document) -> Callable[[int], bool]:
    """Return the function that returns whether a line (1-based) is checked."""
    reported = {error.span.line for error in document.errors if error.code in _WHOLE_LINES}
    lines = document.lines

    def is_checked(number: int) -> bool:
        # The parser blanks the other side of a conflict, and lines reported above.
        return number not in reported and bool(lines[number - 1])

    return is_checked
