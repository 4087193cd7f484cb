"""MX401 unknown-level."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.document import Entry
from matrixlint.syntax.edits import replace_word
from matrixlint.text.phrases import format_hint, join_or
from matrixlint.text.similarity import equal_ignoring_case_and_space
from matrixlint.text.span import Span


def unknown_level(matrix: Matrix) -> Iterator[Finding]:
    """
    A level that is none of the known words.

    ## Why is this bad?

    The renderer knows `complete`, `partial`, `missing` and `unknown`, letter by letter and one to
    a cell. At any other word it stops, and the docs build fails without a line number. Where a
    second line under a level was taken into its value, that line is reported.

    A level that is near one of the four is read as that. Any other is not known: no choice group
    and no condition is decided by it. `incomplete` is not near `complete`: it says the opposite.
    In the `target` dialect a level may carry a release, as in `complete:queens`.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.vmware]
    title=VMware

    [operation.pause]
    title=Pause a server
    status=optional
    #> MX401
    driver.libvirt=compelte
    #> MX401
    driver.vmware=yes

    [operation.resume]
    title=Resume a server
    status=optional
    driver.libvirt=complete
    driver.vmware=missing
    #> MX401
      until the next release
    ```

    ## Use instead

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.vmware]
    title=VMware

    [operation.pause]
    title=Pause a server
    status=optional
    driver.libvirt=complete
    driver.vmware=partial
    driver-notes.vmware=Only while the server has no snapshot.
    ```

    ## Fix

    The fix writes the level that is suggested, and keeps the release behind it. It is safe where
    the two differ by case or blanks alone. Where they are merely near it is unsafe: look first
    whether that is the one that was meant.
    """
    expected = join_or(matrix.levels)
    for entry, driver, span, suggestion, is_continued in matrix.unknown_levels:
        if is_continued:
            message = f"level of driver {driver.name!r} runs over several lines; expected one word"
        else:
            message = f"driver {driver.name!r} is {entry.value!r}; expected {expected}"
        fix = _fix(entry, span, suggestion) if suggestion else None
        yield Finding(span, message, entry, format_hint(suggestion), fix=fix, driver=driver.name)


def _fix(entry: Entry, span: Span, suggestion: str) -> Fix | None:
    """Write the level; the release that may stand behind it stays."""
    document = entry.section.document
    has_releases = document.dialect is not None and document.dialect.has_releases
    word, _, release = entry.value.partition(":")
    word = word if has_releases and release else entry.value
    place = span._replace(end_column=span.column + len(word))
    edit = replace_word(document, place, word, suggestion)
    return Fix.whole(
        f"write {suggestion!r}", [edit], safe=equal_ignoring_case_and_space(word, suggestion)
    )
