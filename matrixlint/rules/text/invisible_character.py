"""MX704 invisible-character."""

import re
from collections.abc import Collection, Iterator

from matrixlint.diagnostic import Fix, Severity
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import DELIMITER, is_blank_or_comment
from matrixlint.text.invisible import PATTERN, strip_invisible
from matrixlint.text.span import Edit, Span

# What told a line for another reason has told it whole.
_REPORTED = ("MX001", "MX004")
_NAMES = {
    "\t": "tab",
    "\xa0": "no-break space",
    "\xad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\ufeff": "zero-width no-break space",
}


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

    The fix writes a plain blank for an odd space or a tab in a text; it drops it in a
    name, a level or a status, and drops what has no width. It is safe: what is seen stays.
    There is no fix if an odd space or a tab is within a key that is not known without it:
    it may stand for a delimiter that is lost.
    """
    document, text = matrix.document, matrix.document.source.text
    if not document.is_read or (text.isascii() and "\t" not in text):
        return
    reported = {error.span.line for error in document.errors if error.code in _REPORTED}
    titles = {driver.place.line for driver in matrix.drivers}
    drivers = {driver.name.lower() for driver in matrix.drivers}
    for number, line in enumerate(document.source.lines, 1):
        if is_blank_or_comment(document.lines[number - 1]) or number in reported:
            continue
        found = _found(line)
        if found:
            names = ", ".join(map(_name, dict.fromkeys(match[0] for match in found)))
            span = Span.within(number, found[0].start() + 1, 1)
            words = _words(line, matrix, is_title=number in titles)
            severity = Severity.ERROR if _is_in_word(found, words) else None
            fix = (
                _fix(number, found, words) if _is_certain(found, matrix.dialect, drivers) else None
            )
            yield Finding(span, f"invisible character: {names}", fix=fix, severity=severity)


def _found(line: str) -> list[re.Match[str]]:
    """Return the characters inside a header, key or value, not between or around them."""
    first, last = len(line) - len(line.lstrip()), len(line.rstrip())
    end = line.find("]") if line.startswith("[") else last
    if not PATTERN.search(line, first, end):
        return []
    gap = _gap(line)
    return [
        match
        for match in PATTERN.finditer(line, first, end)
        if match[0] != "\t" or match.start() not in gap
    ]


def _is_in_word(found: list[re.Match[str]], words: int) -> bool:
    """Return whether a renderer reads one of the characters as part of what it compares."""
    gap = _gap(found[0].string)
    read = [match for match in found if match.start() not in gap]
    return bool(read) and read[0].start() < words


def _gap(line: str) -> range:
    """Return the indexes of the delimiter and the white space around it."""
    key, delimiter, value = _parts(line)
    return range(len(key.rstrip()), len(key + delimiter) + len(value) - len(value.lstrip()))


def _parts(line: str) -> tuple[str, str, str]:
    match = DELIMITER.search(line)
    at = match.start() if match else len(line)
    return line[:at], line[at : at + 1], line[at + 1 :]


def _words(line: str, matrix: Matrix, *, is_title: bool) -> int:
    """Return where the words end that renderers compare: names, keys, levels, statuses."""
    key = _parts(line)[0]
    if line[0].isspace():
        return 0
    if line.startswith("["):
        return len(line)
    name, dialect = strip_invisible(key).strip().lower(), matrix.dialect
    if dialect is None or is_title:
        return len(key)
    # Where entries are bare names, any key that is no field is one.
    fields = dialect.fields | dialect.driver_fields
    is_entry = name.startswith(dialect.entry_prefixes) and name not in fields
    is_note = name.startswith(dialect.note_prefixes)
    is_word = name in dialect.status_fields or (is_entry and not is_note)
    return len(line) if is_word else len(key)


def _fix(number: int, found: list[re.Match[str]], words: int) -> Fix:
    """Put a blank where the author saw one; no word has any, and they are read without."""
    line, start, end = found[0].string, found[0].start(), found[-1].end()
    gap = _gap(line)

    def visible(match: re.Match[str]) -> str:
        index = start + match.start()
        if match[0] == "\t" and index in gap:
            return "\t"
        return " " if match[0].isspace() and index >= words else ""

    mended = PATTERN.sub(visible, line[start:end])
    edit = Edit(Span.within(number, start + 1, end - start), mended)
    return Fix("write plain blanks, and drop what is not seen", (edit,), safe=True)


def _is_certain(
    found: list[re.Match[str]], dialect: Dialect | None, drivers: Collection[str]
) -> bool:
    """Return whether the key, if white space is within it, is known to be one without."""
    line = found[0].string
    key = _parts(line)[0].rstrip()
    if line[0].isspace() or line.startswith("["):
        return True
    if not any(match[0].isspace() and match.start() < len(key) for match in found):
        return True
    if dialect is None:
        return False
    name = strip_invisible(key).strip().lower()
    prefixes = (*dialect.entry_prefixes, *dialect.note_prefixes, dialect.declaring_keys or "")
    rests = {name.removeprefix(prefix) for prefix in prefixes if name.startswith(prefix)}
    is_field = name in dialect.fields | dialect.driver_fields
    return is_field or not rests.isdisjoint(drivers)


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {_NAMES.get(character, '')}".rstrip()
