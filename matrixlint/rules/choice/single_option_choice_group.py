"""MX503 single-option-choice-group."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX503", "single-option-choice-group", severity=Severity.INFO)
def single_option_choice_group(matrix: Matrix) -> Iterator[Finding]:
    """
    A choice group that leaves no choice: one feature alone names it.
    """
    if matrix.has_hidden_options:
        return
    for group in matrix.groups:
        status = group.options[0].status
        if len(group.options) == 1 and status:
            message = f"choice group {group.name!r} has this option alone"
            entry = status.entry
            yield Finding(status.argument_span, message, entry, value=group.name)
