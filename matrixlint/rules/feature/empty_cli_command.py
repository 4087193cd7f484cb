"""MX207 empty-cli-command."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX207", "empty-cli-command", severity=Severity.INFO)
def empty_cli_command(matrix: Matrix) -> Iterator[Finding]:
    """
    An empty command in a list of commands.

    ## Why is this bad?

    The renderer splits `cli` at every `;` and draws a bullet for each piece, the
    empty ones too: behind a `;` at the end, and between two in a row. Mostly that
    is a slip; now and then a command got lost.

    A `cli=` with nothing in it draws no list, and is fine.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.extend-volume]
    title=Extend a volume
    status=mandatory
    #> MX207
    cli=openstack volume set --size <size> <volume>;
    driver.lvm=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.extend-volume]
    title=Extend a volume
    status=mandatory
    cli=openstack volume set --size <size> <volume>
    driver.lvm=complete
    ```

    ## Fix

    Drop the `;` that has no command on one of its sides.
    """
    for feature in matrix.features:
        if "cli" not in feature.section.values:
            continue
        entry = feature.section.entry("cli")
        commands = entry.value.split(";")
        if len(commands) > 1 and not all(command.strip() for command in commands):
            message = f"an empty command stands in {entry.key!r}, between or beside ';'"
            yield Finding(entry.key_span, message, entry)
