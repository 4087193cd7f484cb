"""MX207 empty-cli-command."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


@rule("MX207", "empty-cli-command", severity=Severity.INFO)
def empty_cli_command(matrix: Matrix) -> Iterator[Finding]:
    """
    An empty command in a list of commands.
    """
    for feature in matrix.features:
        if "cli" not in feature.section.values:
            continue
        entry = feature.section.entry("cli")
        commands = entry.value.split(";")
        if len(commands) > 1 and not all(command.strip() for command in commands):
            message = f"an empty command stands in {entry.key!r}, between or beside ';'"
            yield Finding(entry.key_span, message, entry)
