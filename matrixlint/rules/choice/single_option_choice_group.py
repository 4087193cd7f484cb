"""MX503 single-option-choice-group."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def single_option_choice_group(matrix: Matrix) -> Iterator[Finding]:
    """
    A choice group that leaves no choice: one feature alone names it.

    ## Why is this bad?

    Every driver must have one of the group's options, and there is but one: the feature is
    mandatory under another name. Often the other options were dropped in the course of time, or
    never written. The renderer knows nothing of groups, so it shows `choice` all the same.

    It is worth knowing and need not be wrong, so this rule is off unless it is asked for. A group
    that is named nearly as another is told by MX504 instead; while a status that may be a choice
    cannot be read, it is not known how many options a group has.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.vmware]
    title=VMware

    [operation.config-drive]
    title=Config drive
    #> MX503
    status=choice(guest-setup)
    driver.libvirt=complete
    driver.vmware=complete
    ```

    ## Use instead

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.vmware]
    title=VMware

    [operation.config-drive]
    title=Config drive
    status=mandatory
    driver.libvirt=complete
    driver.vmware=complete
    ```
    """
    if matrix.has_hidden_options:
        return
    for group in matrix.groups:
        option, *others = group.options
        if not others:
            status = option.statuses[-1]
            message = f"choice group {group.name!r} has this option alone"
            entry = status.entry
            yield Finding(status.argument_span, message, entry, value=group.name)
