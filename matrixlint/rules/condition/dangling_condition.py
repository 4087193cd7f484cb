"""MX602 dangling-condition."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matrixlint.diagnostic import Fix
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.document import Document, Entry
from matrixlint.text.phrases import format_hint
from matrixlint.text.similarity import NameIndex

if TYPE_CHECKING:
    from matrixlint.model.grades import Grades


def dangling_condition(matrix: Matrix) -> Iterator[Finding]:
    """
    A condition on something that is no feature of the file.

    ## Why is this bad?

    The renderer prints conditions without reading them. When a feature is renamed or dropped, the
    conditions on it stay behind, and from then on nobody is held to them.

    What is needed is the whole name of the other feature's section, as it stands in its header:
    with `operation.` where it has that, and in the same case. A driver is no feature. Where a
    name is near, or right but for its prefix, the condition is read as if it were written so.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [operation.attach-volume]
    title=Attach a volume
    status=optional
    driver.libvirt=complete

    [operation.detach-volume]
    title=Detach a volume
    #> MX602
    status=condition(attach-volume==complete)
    driver.libvirt=complete

    [operation.multiattach]
    title=Attach a volume to several servers
    #> MX602
    status=condition(storage.block==complete)
    driver.libvirt=complete
    ```

    ## Use instead

    ```ini
    [driver.libvirt]
    title=Libvirt

    [operation.attach-volume]
    title=Attach a volume
    status=optional
    driver.libvirt=complete

    [operation.detach-volume]
    title=Detach a volume
    status=condition(operation.attach-volume==complete)
    driver.libvirt=complete

    [operation.multiattach]
    title=Attach a volume to several servers
    status=condition(operation.attach-volume==complete)
    driver.libvirt=complete
    ```

    ## Fix

    Where a feature is suggested, the fix writes its name. It is unsafe: look first whether that is
    the one that was meant.
    """
    for condition in matrix.conditions:
        if condition.is_dangling:
            message = f"condition is on {condition.name!r}, which is no feature of this file"
            suggestion = condition.target.name if condition.target else None
            fix = Fix.whole(f"write {suggestion!r}", [condition.name_edit])
            hint, entry = format_hint(suggestion), condition.status.entry
            yield Finding(condition.name_span, message, entry, hint, fix=fix)
    if matrix.grades and matrix.grades.list_entry and matrix.grades.list_entry.is_known:
        yield from _without_section(matrix.document, matrix.grades, matrix.grades.list_entry)


def _without_section(document: Document, grades: "Grades", entry: Entry) -> Iterator[Finding]:
    if document.hidden_sections or any(section.name is None for section in document.sections):
        return
    free = NameIndex(grades.grades.keys() - set(grades.valid))
    for grade in dict.fromkeys(grades.valid):
        if grade not in grades.grades:
            hint = format_hint(free.closest_match(grade))
            message = f"grade {grade!r} has no section '[grades.{grade}]'"
            yield Finding(entry.value_span, message, entry, hint, value=grade)
