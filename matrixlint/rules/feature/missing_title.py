"""MX201 missing-title."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX201", "missing-title", severity=Severity.ERROR)
def missing_title(matrix: Matrix) -> Iterator[Finding]:
    """
    A feature without a title.
    """
    for feature in matrix.features:
        title = feature.title
        if title is None and feature.section.is_open:
            continue
        if title is None or not title.value.strip():
            what = "is empty" if title else "is missing"
            message = f"title of [{feature.name or '?'}] {what}"
            yield Finding(feature.section.span, message, feature.section)
