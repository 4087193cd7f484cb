"""MX705 quoted-value."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.text._value_lines import find_entries, find_value_lines
from matrixlint.syntax.document import Entry
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Edit, Span

_APOSTROPHE = compile_lazily(r"(?<=\w)'(?=\w)")


def quoted_value(matrix: Matrix) -> Iterator[Finding]:
    """
    A value that stands in quotes from end to end.

    ## Why is this bad?

    In an INI file quotes mean nothing: they belong to the value, and the page shows
    them around the title or the note. A link in quotes leads nowhere.

    Quotes that belong to the text are fine: around a word or a sentence of several,
    and the typographic ones. A level or a status in quotes is told by the rules that
    say which words there are.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    #> MX705
    title="Attach a volume"
    status=mandatory
    driver.lvm=complete
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

    The fix drops the quotes. It is safe: the text between them stays. It is not given
    where the value begins below its key, or a line would be left empty.
    """
    text = matrix.document.source.text
    if '"' not in text and "'" not in text:
        return
    for entry in find_entries(matrix, _begins_quoted):
        if _is_quoted(entry.value) and _is_text(entry, matrix):
            spans = entry.value_spans
            if len(list(find_value_lines(entry))) == len(spans):
                message = f"value of {entry.key!r} is in quotes, and the page shows them"
                yield Finding(entry.key_span, message, entry, fix=_fix(entry, spans))


def _begins_quoted(text: str) -> bool:
    return '\n"' in text or "\n'" in text


def _is_quoted(value: str) -> bool:
    """Return whether one pair of quotes stands around the whole value."""
    quote = value[:1]
    if len(value) == 1 or quote not in "\"'" or value[-1] != quote:
        return False
    return quote not in _APOSTROPHE.sub("", value[1:-1])


def _is_text(entry: Entry, matrix: Matrix) -> bool:
    """Return whether an entry is for people to read: no level, no status, no list of grades."""
    dialect = matrix.dialect
    if dialect is None:
        return True
    if not dialect.has_features:
        return entry.key not in ("status", "valid-grades")
    if entry.section.name and dialect.declares(entry.section.name):
        return entry.key != dialect.label
    return entry.key == "title" or dialect.is_text(entry.key)


def _fix(entry: Entry, spans: tuple[Span, ...]) -> Fix | None:
    first, last = spans[0], spans[-1]
    is_alone = len(entry.value) > 2 and last.end_column - last.column > 1  # noqa: PLR2004  quotes
    # On a line of its own a value without quotes may be a comment, a header or a key.
    if first.line != entry.line or not is_alone:
        return None
    opening = Span.within(first.line, first.column, 1)
    closing = Span.within(last.line, last.end_column - 1, 1)
    return Fix("drop the quotes", (Edit(opening, ""), Edit(closing, "")), safe=True)
