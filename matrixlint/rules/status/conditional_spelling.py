"""MX303 conditional-spelling."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix, Severity
from matrixlint.model.matrix import Matrix
from matrixlint.model.status import Status
from matrixlint.rules.rule import Finding
from matrixlint.syntax.edits import replace_word
from matrixlint.text.phrases import format_hint


def conditional_spelling(matrix: Matrix) -> Iterator[Finding]:
    """
    `conditional(...)`, which is called `condition(...)`.

    ## Why is this bad?

    The comment on top of many support matrices explains the word `conditional(cond)`, and who
    follows it writes a status that renderers refuse: the docs build fails on it. This is an error
    in the `driver` dialect and a warning in the others.

    The condition itself is read and judged as if the word were right.

    ## Example

    ```ini
    [targets]
    driver-impl-libvirt=Libvirt

    [attach-volume]
    title=Attach a volume
    status=optional
    driver-impl-libvirt=complete

    [resize-volume]
    title=Resize an attached volume
    #> MX303
    status=conditional(attach-volume==complete)
    driver-impl-libvirt=complete
    ```

    ## Use instead

    ```ini
    [targets]
    driver-impl-libvirt=Libvirt

    [attach-volume]
    title=Attach a volume
    status=optional
    driver-impl-libvirt=complete

    [resize-volume]
    title=Resize an attached volume
    status=condition(attach-volume==complete)
    driver-impl-libvirt=complete
    ```

    ## Fix

    The fix writes `condition` for `conditional`. It is safe: there is nothing else that it could
    mean. The comment that taught it is left for you to mend.
    """
    strict = matrix.dialect is not None and matrix.dialect.strict
    for feature in matrix.features:
        for status in feature.statuses:
            if status.is_conditional and not status.continued:
                message = f"{status.entry.key} is {status.word!r}; expected 'condition'"
                severity = Severity.ERROR if strict else None
                hint = format_hint(status.suggestion)
                fix = _fix(status, status.suggestion) if status.suggestion else None
                place = status.word_span
                yield Finding(place, message, status.entry, hint, fix=fix, severity=severity)


def _fix(status: Status, suggestion: str) -> Fix | None:
    edit = replace_word(status.entry.section.document, status.word_span, status.word, suggestion)
    return Fix.whole(f"write {suggestion!r}", [edit], safe=True)
