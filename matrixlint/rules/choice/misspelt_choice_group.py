"""MX504 misspelt-choice-group."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, did_you_mean, rule


@rule("MX504", "misspelt-choice-group", severity=Severity.WARNING)
def misspelt_choice_group(matrix: Matrix) -> Iterator[Finding]:
    """
    A choice group that one feature alone names, nearly as another is called.
    """
    if matrix.has_hidden_options:
        return
    for feature, name, meant in matrix.misspelt_groups:
        status = feature.status
        if status:
            message = f"choice group {name!r} is named by this feature alone"
            hint = did_you_mean(meant)
            yield Finding(status.argument_span, message, status.entry, hint, value=name)
