"""MX803 mixed-line-endings."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.text.span import Edit, Span

_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


def mixed_line_endings(matrix: Matrix) -> Iterator[Finding]:
    r"""
    A file whose lines do not all end alike.

    ## Why is this bad?

    Editors and version control disagree on what a line is then: changes show up in
    lines that nobody touched, and the next careless save rewrites half the file.

    A file is told once, at the first line that ends otherwise than most. In the
    example `\r` stands for a carriage return.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    #> MX803
    title=Attach a volume\r
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

    The fix ends all lines as most of them do. It is safe: nothing is read otherwise.
    """
    source = matrix.document.source
    ends = source.line_ends
    if not matrix.document.is_read or not ends:
        return
    counts = {end: ends.count(end) for end in dict.fromkeys(ends)}
    usual = max(counts, key=counts.__getitem__)
    unknown = [number for number, end in enumerate(ends, 1) if end != usual]
    first, end = unknown[0], ends[unknown[0] - 1]
    message = (
        f"line ends with {_NAMES[end]}, {counts[usual]} of {len(ends)} lines with {_NAMES[usual]}"
    )
    place = Span.within(first, len(source.lines[first - 1]) + 1, 0)
    edits = tuple(
        Edit(Span(number, len(source.lines[number - 1]) + 1, number + 1, 1), "\n")
        for number in unknown
    )
    yield Finding(place, message, fix=Fix(f"end all lines with {_NAMES[usual]}", edits, safe=True))
