"""MX804 driver-order."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matrixlint.diagnostic import Fix
from matrixlint.model.feature import Driver
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.document import Document, Entry, Section
from matrixlint.text.span import Edit, Span

if TYPE_CHECKING:
    from matrixlint.model.entry_block import EntryBlock


def driver_order(matrix: Matrix) -> Iterator[Finding]:
    """
    A feature's entries that stand in another order than the declarations.

    ## Why is this bad?

    It is not wrong: the page has the order of the declarations in any case. Yet in
    one order a missing entry strikes the eye, and two features are easily compared.

    Only projects that want it so should ask for this rule: it runs where its own
    code or name selects it, and neither `ALL` nor `MX8` does.

    A feature is told once, at the first entry that stands in another's place. Notes
    may stand anywhere.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [driver.nfs]
    title=NFS

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    #> MX804
    driver.nfs=complete
    driver.lvm=complete
    ```

    ```toml
    select = ["MX804"]
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [driver.nfs]
    title=NFS

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    driver.lvm=complete
    driver.nfs=complete
    ```

    ```toml
    select = ["MX804"]
    ```

    ## Fix

    The fix puts the entries in the order of the declarations, each with the remarks
    right above it and the note right behind or above it. It is safe: in another order
    they are read the same.
    """
    prefixes = matrix.dialect.entry_prefixes if matrix.dialect else ()
    cells = {prefix + driver.name: driver for driver in matrix.drivers for prefix in prefixes}
    for feature in matrix.features:
        order = [cells[key].index for key in feature.section.values if key in cells]
        if order != sorted(order):
            yield from _findings(feature.section, cells)


def _findings(section: Section, cells: dict[str, Driver]) -> Iterator[Finding]:
    # What stands in another section has no order here.
    entries = [entry for entry in section.own_entries() if entry.key in cells]
    wanted = sorted(entries, key=lambda entry: cells[entry.key].index)
    for entry, other in zip(entries, wanted, strict=True):
        if entry is not other:
            name, expected = cells[entry.key].name, cells[other.key].name
            message = f"entry of driver {name!r} stands where that of {expected!r} belongs"
            fix = _fix(section, entries, wanted, cells)
            yield Finding(entry.key_span, message, entry, fix=fix, driver=name)
            return


def _fix(
    section: Section, entries: list[Entry], wanted: list[Entry], cells: dict[str, Driver]
) -> Fix | None:
    document = section.document
    # What is read otherwise than it stands, or says one thing twice, is mended first.
    is_double = len({cells[entry.key].index for entry in entries}) < len(entries)
    if document.repaired is not None or is_double:
        return None
    blocks = _blocks(section, cells)
    edits = tuple(
        Edit(_span(blocks[entry.key], document), _text(blocks[other.key], document))
        for entry, other in zip(entries, wanted, strict=True)
        if entry is not other
    )
    return Fix("put the entries in the order of the declarations", edits, safe=True)


def _blocks(section: Section, cells: dict[str, Driver]) -> dict[str, "EntryBlock"]:
    """Return the lines that move with each entry, by its key."""
    # Few matrices are out of order.
    from matrixlint.model.entry_block import find_block

    entries = section.own_entries()
    return {
        entry.key: find_block(at, cells[entry.key].note_key, entries)
        for at, entry in enumerate(entries)
        if entry.key in cells
    }


def _span(place: "EntryBlock", document: Document) -> Span:
    return Span(place.first, 1, place.last, len(document.source.lines[place.last - 1]) + 1)


def _text(place: "EntryBlock", document: Document) -> str:
    return "\n".join(document.source.lines[place.first - 1 : place.last])
