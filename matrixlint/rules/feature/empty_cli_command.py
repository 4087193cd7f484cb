"""MX207 empty-cli-command."""

from collections.abc import Iterator

from matrixlint.diagnostic import Edit, Fix, Severity, Span
from matrixlint.document import DELIMITER, Entry
from matrixlint.matrix import Matrix
from matrixlint.rewriting import places
from matrixlint.rule import Finding, rule

_SEPARATOR = ";"
_BLANKS = " \t"


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

    The fix drops the `;` that has no command on one of its sides, and the blanks that it
    would leave at the end of a line. It is safe: the commands stay as they are.
    """
    for feature in matrix.features:
        if "cli" not in feature.section.values:
            continue
        entry = feature.section.entry("cli")
        commands = entry.value.split(";")
        if len(commands) > 1 and not all(command.strip() for command in commands):
            message = f"an empty command stands in {entry.key!r}, between or beside ';'"
            yield Finding(entry.key_span, message, entry, fix=_fix(entry))


def _fix(entry: Entry) -> Fix | None:
    """Keep one semicolon between two commands, and none elsewhere."""
    document = entry.section.document
    texts = [document.source.lines[span.line - 1] for span in entry.value_spans]
    written = zip(texts, entry.value_spans, strict=True)
    value = "\n".join(text[span.column - 1 : span.end_column - 1] for text, span in written)
    filled = [bool(command.strip()) for command in value.split(_SEPARATOR)]
    empty = [
        _with_blanks(span, document.source.lines[span.line - 1], is_first=span.line == entry.line)
        for at, span in enumerate(places(entry, _SEPARATOR))
        if not (filled[at] and any(filled[at + 1 :]))
    ]
    return Fix("drop the semicolons beside it", tuple(Edit(span, "") for span in empty), safe=True)


def _with_blanks(span: Span, text: str, *, is_first: bool) -> Span:
    """Return the place of a semicolon with the blanks that would be left at an end."""
    before, behind = text[: span.column - 1], text[span.column :]
    if not behind.strip(_SEPARATOR + _BLANKS):
        return span._replace(column=len(before.rstrip()) + 1)
    start = DELIMITER.split(before, maxsplit=1)[-1]
    if is_first and not start.strip(_SEPARATOR + _BLANKS):
        return span._replace(end_column=len(text) - len(behind.lstrip()) + 1)
    return span
