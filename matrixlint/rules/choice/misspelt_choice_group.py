"""MX504 misspelt-choice-group."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.edits import replace_word
from matrixlint.text.phrases import format_hint


def misspelt_choice_group(matrix: Matrix) -> Iterator[Finding]:
    """
    A choice group that one feature alone names, nearly as another is called.

    ## Why is this bad?

    Groups are declared nowhere: a feature joins one by naming it, and one slip founds a new group
    that every driver must satisfy by this feature alone, while the group that was meant lacks an
    option. The renderer prints whatever name it finds.

    The feature is read as an option of the near group, so no driver is blamed for the slip. Names
    that differ by nothing but a number, such as `disk1` and `disk2`, are taken as they stand.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [operation.console-vnc]
    title=VNC console
    status=choice(console)
    driver.libvirt=complete

    [operation.console-spice]
    title=SPICE console
    status=choice(console)
    driver.libvirt=complete

    [operation.console-serial]
    title=Serial console
    #> MX504
    status=choice(consoel)
    driver.libvirt=missing
    ```

    ## Use instead

    ```ini
    [driver.libvirt]
    title=Libvirt

    [operation.console-vnc]
    title=VNC console
    status=choice(console)
    driver.libvirt=complete

    [operation.console-spice]
    title=SPICE console
    status=choice(console)
    driver.libvirt=complete

    [operation.console-serial]
    title=Serial console
    status=choice(console)
    driver.libvirt=missing
    ```

    ## Fix

    The fix writes the name of the near group. It is unsafe: look first whether that is the one that
    was meant.
    """
    if matrix.has_hidden_options:
        return
    for feature, name, suggestion in matrix.misspelled_groups:
        status = feature.statuses[-1]
        message = f"choice group {name!r} is named by this feature alone"
        hint = format_hint(suggestion)
        edit = replace_word(matrix.document, status.argument_span, name, suggestion)
        fix = Fix.whole(f"write {suggestion!r}", [edit])
        yield Finding(status.argument_span, message, status.entry, hint, fix=fix, value=name)
