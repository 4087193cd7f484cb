"""MX302 malformed-status."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.model.matrix import Matrix
from matrixlint.model.status import Status
from matrixlint.rules.rule import Finding
from matrixlint.text.span import Edit


def malformed_status(matrix: Matrix) -> Iterator[Finding]:
    """
    A status whose form no reader of the file understands.

    ## Why is this bad?

    A status is one word, with its argument in parentheses where the word needs one:
    `choice(group)`, `condition(feature==level)`. On an empty status, on parentheses that do not
    pair and on a blank in front of them the renderer fails. Others it prints as they stand: the
    page then says `choice` without a group, or `mandatory(x)`, and nobody learns what was meant.

    As long as such a status may be a choice, every group may hold the feature, and the rules on
    choice groups hold back what they are not certain of.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [operation.console-vnc]
    title=VNC console
    #> MX302
    status=choice(console
    driver.libvirt=complete

    [operation.console-spice]
    title=SPICE console
    #> MX302
    status=choice (console)
    driver.libvirt=complete

    [operation.resize]
    title=Resize a server
    #> MX302
    status=mandatory(always)
    driver.libvirt=complete
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

    [operation.resize]
    title=Resize a server
    status=mandatory
    driver.libvirt=complete
    ```

    ## Fix

    Where a blank before the parenthesis is all that is wrong, the fix takes it out. It is safe:
    there is nothing else that it could mean. What else is missing only the author knows.
    """
    for feature in matrix.features:
        for status in feature.statuses:
            if status.malformed and not status.continued:
                written = status.entry.value
                message = f"{status.entry.key} {written!r} cannot be read: {status.malformed}"
                fix = _fix(status)
                yield Finding(status.entry.value_span, message, status.entry, fix=fix)


def _fix(status: Status) -> Fix | None:
    # Only behind a blank is it known what is meant. Where the word is wrong too, the blank is
    # not all that has to go.
    if status.word != status.suggestion:
        return None
    blank = status.entry.part(len(status.word), status.blank)
    return Fix("take the blank out", (Edit(blank, ""),), safe=True)
