"""MX704 invisible-character."""

from collections.abc import Iterator

from matrixlint.diagnostic import Severity, Span
from matrixlint.document import DELIMITER, is_passed_over
from matrixlint.invisible import PATTERN, plain
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule

# What told a line for another reason has told it whole.
_TOLD = ("MX001", "MX004", "MX005")
_NAMES = {
    "\t": "tab",
    "\xa0": "no-break space",
    "\xad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\ufeff": "zero-width no-break space",
}


@rule("MX704", "invisible-character", severity=Severity.WARNING)
def invisible_character(matrix: Matrix) -> Iterator[Finding]:
    r"""
    A character that no reader sees, in a header, key or value.

    ## Why is this bad?

    A no-break space or a zero-width space looks like a blank, or like nothing, and
    to every program it is a letter. A level or a name that holds one is no level
    and no declared name: the renderer fails, and prints a word that looks right.
    In a title it breaks searching and sorting. They come with text that was copied
    from a web page or a word processor.

    No-break and other odd spaces are told, zero-width characters, soft hyphens,
    line and paragraph separators, bidirectional controls, and tabs within a value.
    A word that is right without them is read as that, so nothing else is said
    of it.

    Visible characters of any script are fine, curly quotes and dashes too. So are
    the joiners that some scripts and emoji are written with, tabs that indent a
    line, and all that stands in comments.

    The example writes a no-break space and a zero-width space as the bytes that
    they have.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    #> MX704
    title=Attach a\xC2\xA0volume
    status=mandatory
    #> MX704
    driver.lvm=complete\xE2\x80\x8B
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

    Write a plain blank for an odd space or a tab, and drop what has no width.
    """
    document, text = matrix.document, matrix.document.source.text
    if not document.is_read or (text.isascii() and "\t" not in text):
        return
    told = {fault.span.line for fault in document.faults if fault.code in _TOLD}
    for number, line in enumerate(document.source.lines, 1):
        if is_passed_over(document.lines[number - 1]) or number in told:
            continue
        end = line.find("]") + 1 if line.startswith("[") else len(line)
        found = [
            match for match in PATTERN.finditer(line, 0, end) if _is_inside(match.start(), line)
        ]
        if found:
            names = ", ".join(dict.fromkeys(_name(match[0]) for match in found))
            span = Span.within(number, found[0].start() + 1, 1)
            severity = Severity.ERROR if _is_token(line, found[0].start(), matrix) else None
            yield Finding(span, f"invisible character: {names}", severity=severity)


def _is_token(line: str, index: int, matrix: Matrix) -> bool:
    """Say whether the place is in a word that renderers compare: a name, a key, a level."""
    delimiter = DELIMITER.search(line)
    if line.startswith("[") or delimiter is None or index < delimiter.start():
        return not line[0].isspace()
    key = plain(line[: delimiter.start()]).strip().lower()
    dialect = matrix.dialect
    if line[0].isspace() or dialect is None:
        return False
    # Where entries are bare names, any key that is no field is one.
    is_entry = key.startswith(dialect.entry_prefixes) and key not in dialect.fields
    return key in dialect.status_fields or is_entry


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {_NAMES.get(character, '')}".rstrip()


def _is_inside(index: int, line: str) -> bool:
    """Say whether the place is inside a header, key or value, not between or around them."""
    before, after = line[:index], line[index + 1 :]
    if not before.strip() or not after.strip():
        return not line[index].isspace()
    return not (line[index] == "\t" and (after.lstrip()[0] in "=:" or before.rstrip()[-1] in "=:"))
