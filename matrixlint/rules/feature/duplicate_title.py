"""MX205 duplicate-title."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related, Severity
from matrixlint.document import Entry
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX205", "duplicate-title", severity=Severity.WARNING)
def duplicate_title(matrix: Matrix) -> Iterator[Finding]:
    """
    Two features with one title.
    """
    first: dict[str, Entry] = {}
    for feature in matrix.features:
        title = feature.title
        if title is None or not title.value.strip() or not title.is_sure:
            continue
        other = first.setdefault(" ".join(title.value.split()), title)
        if other is not title:
            related = (Related(other.value_span, f"the title of [{other.section.name or '?'}]"),)
            message = f"title {title.value!r} is also that of [{other.section.name or '?'}]"
            yield Finding(title.key_span, message, title, related=related)
