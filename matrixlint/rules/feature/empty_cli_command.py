"""MX207 empty-cli-command."""

from collections.abc import Container, Iterator

from matrixlint.diagnostic import Fix
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.document import Entry
from matrixlint.syntax.edits import find_sign_spans
from matrixlint.text.span import Edit, Span

_SEPARATOR = ";"
# What stands at the ends of a line where commands are empty.
_PASSED_OVER = "; \t"


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
    texts = entry.section.document.source.lines
    lines = [(span, texts[span.line - 1]) for span in entry.value_spans]
    value = "".join(text[span.column - 1 :] for span, text in lines)
    filled = [at for at, command in enumerate(value.split(_SEPARATOR)) if command.strip()]
    between = set(filled[:-1])
    signs = find_sign_spans(entry, _SEPARATOR)
    kept = {sign for at, sign in enumerate(signs) if at in between}
    edits = (Edit(place, "") for span, text in lines for place in _dropped(span, text, kept))
    return Fix("drop the semicolons beside it", tuple(edits), safe=True)


def _dropped(span: Span, text: str, kept: Container[Span]) -> Iterator[Span]:
    """Yield the places of the others in a line, with the blanks that would be left at its ends."""
    start = span.column - 1
    head = len(text) - len(text[start:].lstrip(_PASSED_OVER))
    tail = len(text.rstrip(_PASSED_OVER))
    ends = [at for at in range(start, len(text)) if text[at] == _SEPARATOR]
    for before, sign, behind in zip([-1, *ends], ends, [*ends[1:], head], strict=False):
        if Span.within(span.line, sign + 1, 1) in kept:
            continue
        first = max(before + 1, tail) if sign >= tail else sign
        end = min(behind, head) if sign < min(head, tail) else sign + 1
        yield Span.within(span.line, first + 1, end - first)
