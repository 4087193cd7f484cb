"""MX603 unknown-level-in-condition."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.text.phrases import format_hint, join_or


def unknown_level_in_condition(matrix: Matrix) -> Iterator[Finding]:
    """
    A condition on a level that does not exist.

    ## Why is this bad?

    No entry is ever equal to a level that there is not: with `==` the feature is required of
    nobody, with `!=` of everybody, and the rendered page looks as if somebody had thought about
    it. A level is `complete`, `partial`, `missing` or `unknown`, without a release.

    A level that is near one of them is read as that one; with any other the condition is left
    undecided. `==unknown` is allowed, and asks for the written word.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [operation.attach-volume]
    title=Attach a volume
    status=optional
    driver.libvirt=complete

    [operation.detach-volume]
    title=Detach a volume
    #> MX603
    status=condition(operation.attach-volume==supported)
    driver.libvirt=complete
    ```

    ## Use instead

    ```ini
    [driver.libvirt]
    title=Libvirt

    [operation.attach-volume]
    title=Attach a volume
    status=optional
    driver.libvirt=complete

    [operation.detach-volume]
    title=Detach a volume
    status=condition(operation.attach-volume!=missing)
    driver.libvirt=complete
    ```

    ## Fix

    Where a level is suggested, the fix writes it. It is unsafe: look first whether that is the one
    that was meant.
    """
    for condition in matrix.conditions:
        if condition.is_misspelt:
            message = f"condition is on level {condition.word!r}; expected {join_or(matrix.levels)}"
            hint = format_hint(condition.level)
            fix = Fix.whole(f"write {condition.level!r}", [condition.level_edit])
            yield Finding(condition.word_span, message, condition.status.entry, hint, fix=fix)
