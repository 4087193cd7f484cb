"""MX805 delimiter-spacing."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from matrixlint.diagnostic import Fix
from matrixlint.model.matrix import Matrix
from matrixlint.rules.layout._checked_lines import make_line_filter
from matrixlint.rules.rule import Finding
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Edit, Span

# A key at column 1, its delimiter, and the blanks behind; the blanks before belong to the key.
_KEY = compile_lazily(r"\n([^\s\#;\[=:][^=:\n]*+)([=:])([^\S\n]*+)([^\n]?)")


class _Delimiter(NamedTuple):
    """
    A delimiter with the blanks around it, and where they begin in the text.

    *offset* counts the line feed before the first line; *after* is None where no value
    follows in the line.
    """

    offset: int
    length: int
    sign: str
    before: bool
    after: bool | None


def delimiter_spacing(matrix: Matrix) -> Iterator[Finding]:
    """
    A delimiter with blanks around it among ones without, or the other way round.

    ## Why is this bad?

    Whoever searches the file for `driver.lvm=missing` does not find
    `driver.lvm = missing`, and takes the driver for better than it is.

    What most keys of the file have is right, for `=` and for `:`. Keys may be aligned:
    how many blanks there are makes no difference.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    #> MX805
    driver.lvm = complete
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

    The fix writes the delimiter with blanks, or without, as most of the file does. It is
    safe: blanks around it are not read.
    """
    document = matrix.document
    # A blank may stand for a character that is no text: then none of them tells anything.
    if not document.is_read or document.source.illegal_characters:
        return
    text = "\n" + document.source.text
    delimiters = list(_delimiters(text))
    usual = {sign: _usual(delimiters, sign) for sign in "=:"}
    unknown = [each for each in delimiters if _differs(each, usual[each.sign])]
    is_checked = make_line_filter(document) if unknown else None
    line, seen = 0, 0
    for each in unknown:
        line += text.count("\n", seen, each.offset)
        seen = each.offset
        # An odd blank is told as an invisible character.
        is_plain = text[each.offset : each.offset + each.length].isascii()
        if is_checked and is_checked(line) and is_plain:
            column = each.offset - text.rfind("\n", 0, each.offset)
            yield _finding(each, Span.within(line, column, each.length), usual[each.sign])


def _delimiters(text: str) -> Iterator[_Delimiter]:
    for match in _KEY.finditer(text):
        end = match.end(1)
        start = match.start(1) + len(match[1].rstrip())
        has_value = bool(match[4])
        after = bool(match[3]) if has_value else None
        length = (match.end(3) if has_value else match.end(2)) - start
        yield _Delimiter(start, length, match[2], start < end, after)


def _usual(delimiters: list[_Delimiter], sign: str) -> tuple[bool, bool]:
    """Return whether most delimiters of that sign have blanks before, and behind them."""
    same = [each for each in delimiters if each.sign == sign]
    before = Counter(each.before for each in same)
    after = Counter(each.after for each in same if each.after is not None)
    return before[True] > before[False], after[True] > after[False]


def _differs(delimiter: _Delimiter, usual: tuple[bool, bool]) -> bool:
    before, after = usual
    return delimiter.before != before or delimiter.after not in (after, None)


def _finding(delimiter: _Delimiter, span: Span, usual: tuple[bool, bool]) -> Finding:
    before, after = usual
    is_last = delimiter.after is None
    wanted = " " * before + delimiter.sign + " " * (after and not is_last)
    written = " " * delimiter.before + delimiter.sign + " " * bool(delimiter.after)
    message = f"delimiter is {written!r}; most keys of the file have {wanted!r}"
    fix = Fix(f"write {wanted!r}", (Edit(span, wanted),), safe=True)
    return Finding(span, message, fix=fix)
