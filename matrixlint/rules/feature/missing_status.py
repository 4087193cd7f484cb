"""MX202 missing-status."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.model.feature import Feature
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.dialects.dialect import Demand, Dialect

_OPTIONAL = "optional"


def missing_status(matrix: Matrix) -> Iterator[Finding]:
    """
    A feature that does not say how much it matters.

    ## Why is this bad?

    The renderer calls such a feature `optional`, the weakest there is. If it was
    meant to be mandatory, the page says the contrary, and no driver that lacks it
    is held to account.

    In the `target` dialect a `maturity` does as well. An empty `status=` is MX302.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    #> MX202
    [operation.attach-volume]
    title=Attach a volume
    driver.lvm=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    driver.lvm=complete
    ```

    ## Fix

    The fix writes `status=optional` below the title, or the weakest word that a dialect
    of one's own has. It is unsafe: it says in the file what the page says now, which
    need not be what the project has agreed on.
    """
    fields = tuple(matrix.dialect.status_fields) if matrix.dialect else ()
    for feature in matrix.features:
        if not feature.statuses and not feature.section.is_incomplete:
            message = f"[{feature.name or '?'}] has no {' or '.join(fields)}"
            fix = _fix(feature, matrix.dialect) if matrix.dialect else None
            yield Finding(feature.section.span, message, feature.section, fix=fix)


def _fix(feature: Feature, dialect: Dialect) -> Fix | None:
    """Say what the page says now, right behind the title."""
    # Few features lack their status.
    from matrixlint.syntax.key_style import KeyStyles

    status = _weakest(dialect)
    if status is None or feature.name is None:
        return None
    section, title = feature.section, feature.title
    own = title if title and title.section is section else None
    line = own.value_spans[-1].line if own else section.line
    field, word = status
    text = KeyStyles(section.own_entries()).line(field, word, own)
    edit = section.document.source.insert_below(line, [text])
    return Fix(f"write '{field}={word}'", (edit,))


def _weakest(dialect: Dialect) -> tuple[str, str] | None:
    """Return the field and the word that ask for nothing, ``optional`` before others."""
    weak = [
        (field, word)
        for field, words in dialect.status_fields.items()
        for word, demand in words.items()
        if demand is Demand.OPTIONAL
    ]
    named = [each for each in weak if each[1] == _OPTIONAL]
    return (*named, *weak, None)[0]
