"""MX804 driver-order."""

from collections.abc import Iterator
from typing import NamedTuple

from matrixlint.diagnostic import Edit, Fix, Severity, Span
from matrixlint.document import Document, Entry, Section
from matrixlint.feature import Driver
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


class _Block(NamedTuple):
    """The lines of an entry, with the remarks above it and the note beside it."""

    first: int
    last: int


@rule("MX804", "driver-order", severity=Severity.INFO)
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

    Put the entries in the order of the declarations, each with the remarks right
    above it and the note right behind or above it.
    """
    prefixes = matrix.dialect.entry_prefixes if matrix.dialect else ()
    cells = {prefix + driver.name: driver for driver in matrix.drivers for prefix in prefixes}
    for feature in matrix.features:
        order = [cells[key].index for key in feature.section.values if key in cells]
        if order != sorted(order):
            yield from _findings(feature.section, cells)


def _findings(section: Section, cells: dict[str, Driver]) -> Iterator[Finding]:
    # Of a section that stands twice, and of defaults, only what stands here has an order.
    entries = [entry for entry in _own(section) if entry.key in cells]
    wanted = sorted(entries, key=lambda entry: cells[entry.key].index)
    for entry, other in zip(entries, wanted, strict=True):
        if entry is not other:
            name, expected = cells[entry.key].name, cells[other.key].name
            message = f"entry of driver {name!r} stands where that of {expected!r} belongs"
            fix = _fix(section, entries, wanted, cells)
            yield Finding(entry.key_span, message, entry, fix=fix, driver=name)
            return


def _own(section: Section) -> list[Entry]:
    """Return the entries that stand in the section, in the order of the file."""
    found = [entry for entry in section.entries() if entry.section is section]
    return sorted(found, key=lambda entry: entry.line)


def _fix(
    section: Section, entries: list[Entry], wanted: list[Entry], cells: dict[str, Driver]
) -> Fix | None:
    document = section.document
    # What is read otherwise than it stands, or says one thing twice, is mended first.
    is_double = len({cells[entry.key].index for entry in entries}) < len(entries)
    if document.mended is not None or is_double:
        return None
    blocks = _blocks(section, cells)
    edits = tuple(
        Edit(_span(blocks[entry.key], document), _text(blocks[other.key], document))
        for entry, other in zip(entries, wanted, strict=True)
        if entry is not other
    )
    return Fix("put the entries in the order of the declarations", edits, safe=True)


def _blocks(section: Section, cells: dict[str, Driver]) -> dict[str, _Block]:
    """Return the lines that move with each entry, by its key."""
    entries = _own(section)
    extents = [_extent(entry) for entry in entries]
    blocks: dict[str, _Block] = {}
    for index, entry in enumerate(entries):
        driver = cells.get(entry.key)
        if driver:
            note = _beside(index, driver.note_key, entries)
            lines = (*extents[index], *extents[note])
            blocks[entry.key] = _Block(min(lines), max(lines))
    return blocks


def _beside(index: int, key: str, entries: list[Entry]) -> int:
    """Return where *key* stands right behind the entry at *index*, or above, else *index*."""
    for beside in (index + 1, index - 1):
        if 0 <= beside < len(entries) and entries[beside].key == key:
            return beside
    return index


def _extent(entry: Entry) -> _Block:
    texts = entry.section.document.source.lines
    first = entry.line
    while texts[first - 2].lstrip()[:1] in ("#", ";"):
        first -= 1
    return _Block(first, entry.value_spans[-1].line)


def _span(block: _Block, document: Document) -> Span:
    return Span(block.first, 1, block.last, len(document.source.lines[block.last - 1]) + 1)


def _text(block: _Block, document: Document) -> str:
    return "\n".join(document.source.lines[block.first - 1 : block.last])
