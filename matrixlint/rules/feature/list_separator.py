"""MX209 list-separator."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule

_LIST = "tempest_test_uuids"


@rule("MX209", "list-separator", severity=Severity.WARNING)
def list_separator(matrix: Matrix) -> Iterator[Finding]:
    """
    A comma in a list whose separator is a semicolon.
    """
    for feature in matrix.features:
        if _LIST not in feature.section.values:
            continue
        entry = feature.section.entry(_LIST)
        if "," in entry.value:
            message = f"{_LIST!r} has a comma; its items are separated by ';'"
            yield Finding(entry.key_span, message, entry)
