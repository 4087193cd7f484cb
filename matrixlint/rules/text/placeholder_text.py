"""MX701 placeholder-text."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.text._value_lines import find_entries, find_value_lines
from matrixlint.syntax.document import Entry, Section
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Span

_IN_TEXT = compile_lazily(
    r"(?<![\w./-])(?:TODO|FIXME|XXX|TBD|(?i:wtf))(?![\w/-]|\.\w)"
    r"|\b(?i:something\ssomething|unclear\s(?:what|how))\b"
    r"|\(\?\)|(?i:\(add\s(?:a\s|the\s)?link\))"
)
# Dots, dashes and underscores part the words of a name.
_IN_NAME = compile_lazily(r"(?<![^\W_])(?:TODO|FIXME|XXX|TBD|(?i:wtf))(?![^\W_])")
_MESSAGE = "{!r} stands in for a text that nobody has written yet"


def placeholder_text(matrix: Matrix) -> Iterator[Finding]:
    """
    A placeholder in a name, a title or a note, which waits for its text.

    ## Why is this bad?

    What the author put off is on the page, where readers look for an answer. Some
    of these have stood in published matrices for ten years: nobody looks for them,
    and the page does not tell them from the rest.

    `TODO`, `FIXME`, `XXX`, `TBD` and `wtf` are told as whole words, and phrases
    such as "something something", "unclear what", "unclear how", "(?)" and
    "(add link)", once a line.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    #> MX701
    notes=TODO say what a volume is.
    driver.lvm=partial
    #> MX701
    driver-notes.lvm=Not while a snapshot is taken (?)
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    notes=A volume is a disk that outlives the server.
    driver.lvm=partial
    driver-notes.lvm=Not while a snapshot is taken.
    ```
    """
    document = matrix.document
    reported = {error.span.line for error in document.errors}
    for section in document.sections:
        # What has no name that can be read has been told.
        if section.line not in reported:
            yield from _in_name(section)
    for entry in find_entries(matrix, _IN_TEXT.search):
        if _is_prose(entry, matrix):
            yield from _in_text(entry)


def _in_name(section: Section) -> Iterator[Finding]:
    span = section.span
    header = section.document.source.lines[span.line - 1][: span.end_column - 1]
    match = _IN_NAME.search(header)
    if match:
        place = Span.within(span.line, match.start() + 1, len(match[0]))
        yield Finding(place, _MESSAGE.format(match[0]), section, value=match[0])


def _in_text(entry: Entry) -> Iterator[Finding]:
    for passage in find_value_lines(entry):
        match = _IN_TEXT.search(passage.text)
        if match:
            place = passage.part(match.start(), len(match[0]))
            yield Finding(place, _MESSAGE.format(match[0]), entry, value=match[0])


def _is_prose(entry: Entry, matrix: Matrix) -> bool:
    """Return whether an entry is a title, notes or a driver's note."""
    if entry.key in ("title", "notes") or matrix.dialect is None:
        return entry.key in ("title", "notes")
    dialect, name = matrix.dialect, entry.section.name
    if dialect.declaring_keys and name and dialect.declares(name):
        return entry.key.startswith(dialect.declaring_keys)
    return entry.key.startswith(tuple(filter(None, dialect.note_prefixes)))
