"""MX402 missing-driver-entry."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matrixlint.diagnostic import Fix, Related
from matrixlint.model.feature import Driver, Feature
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.text.similarity import NameIndex

if TYPE_CHECKING:
    from matrixlint.model.grades import Grades

# Of more drivers a finding counts the rest, and of still more nobody wants as many lines.
_MOST_NAMED = 20
_MOST_ADDED = 100


def missing_driver_entry(matrix: Matrix) -> Iterator[Finding]:
    """
    A declared driver that has no entry in a feature.

    ## Why is this bad?

    The table has a cell for every driver in every row. Where it has nothing to put there, the
    renderer fails, with a bare `KeyError` that names the driver and not the feature. That the
    driver lacks the feature is not said: most often one of the two was added later, and nobody
    went through all the others.

    One finding names the drivers that a feature lacks, of more than 20 the first ones. A driver
    without any entry in the whole file is MX107 instead, and a misspelt name that stands for the
    lacking one is MX403. To the rules on choices and conditions an absent entry is not known,
    never missing.

    ## Example

    ```ini
    [driver.libvirt]
    title=Libvirt

    [driver.vmware]
    title=VMware

    [operation.pause]
    title=Pause a server
    status=optional
    driver.libvirt=complete
    driver.vmware=missing

    #> MX402
    [operation.rescue]
    title=Rescue a server
    status=optional
    driver.libvirt=complete
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
    driver.vmware=missing

    [operation.rescue]
    title=Rescue a server
    status=optional
    driver.libvirt=complete
    driver.vmware=missing
    ```

    ## Fix

    The fix adds a line for each driver, `driver.NAME=unknown`, in the order in which they are
    declared and in the manner of its neighbours. It is unsafe: a build that failed then makes a
    page, on which nobody has looked whether the driver has the feature. Nothing is added where a
    condition asks for `unknown`, which the new line would decide, nor where a feature lacks more
    than 100 drivers.
    """
    if matrix.grades:
        yield from _without_section(matrix, matrix.grades)
    incomplete = {
        feature: drivers for feature in matrix.features if (drivers := _find_missing(feature))
    }
    if not incomplete or matrix.dialect is None:
        return
    # Nearly all files have all entries.
    from matrixlint.model.entry_insertion import EntryInserter

    placement = EntryInserter(matrix, matrix.dialect)
    for feature, drivers in incomplete.items():
        edits = placement.edits(feature, drivers) if len(drivers) <= _MOST_ADDED else [None]
        title = f"write {placement.level!r} for {'them' if drivers[1:] else 'it'}"
        yield _finding(feature, drivers, Fix.whole(title, edits))


def _find_missing(feature: Feature) -> list[Driver]:
    # Of a driver that nothing uses MX107 speaks.
    return [driver for driver in feature.missing if driver.is_used]


def _finding(feature: Feature, drivers: list[Driver], fix: Fix | None) -> Finding:
    named, more = drivers[:_MOST_NAMED], len(drivers) - _MOST_NAMED
    names = ", ".join(repr(driver.name) for driver in named)
    rest = f" and {more} more" if more > 0 else ""
    message = f"[{feature.name or '?'}] has no entry for {names}{rest}"
    notes = [note for driver in named for note in [feature.note(driver)] if note]
    related = tuple(Related(note.key_span, "a note without its entry") for note in notes)
    value = " ".join(driver.name for driver in named)
    section = feature.section
    return Finding(section.span, message, section, related=related, fix=fix, value=value)


def _without_section(matrix: Matrix, grades: "Grades") -> Iterator[Finding]:
    document = matrix.document
    if document.hidden_sections or any(section.name is None for section in document.sections):
        return
    absent = {driver.name: driver for driver in grades.find_drivers_without_section(matrix.drivers)}
    known = {driver.name for driver in matrix.drivers}
    # A section for a name that is near is read as the driver's: MX403 tells it.
    names = NameIndex(absent)
    suggestion = {names.closest_match(name) for name in grades.backends if name not in known}
    for name, driver in absent.items():
        if name not in suggestion:
            yield Finding(
                driver.span, f"backend {name!r} has no section", driver.place, driver=name
            )
