"""MX303 conditional-spelling."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, did_you_mean, rule


@rule("MX303", "conditional-spelling", severity=Severity.WARNING)
def conditional_spelling(matrix: Matrix) -> Iterator[Finding]:
    """
    `conditional(…)`, which renderers know as `condition(…)`.
    """
    strict = matrix.dialect is not None and matrix.dialect.strict
    for feature in matrix.features:
        for status in feature.statuses:
            if status.is_conditional and not status.continued:
                message = f"{status.entry.key} is {status.word!r}; expected 'condition'"
                severity = Severity.ERROR if strict else None
                hint = did_you_mean(status.meant)
                yield Finding(status.word_span, message, status.entry, hint, severity=severity)
