"""MX107 unused-driver."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.model.feature import Driver
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.dialects.dialect import Dialect

# Each of them asks for a look at every feature: in a crowd the rest is mended next time.
_MOST = 20


def unused_driver(matrix: Matrix) -> Iterator[Finding]:
    """
    A declared driver for which no feature has an entry.

    ## Why is this bad?

    The driver has a column, and the renderer looks for its entry in each feature:
    it fails on the first with a bare `KeyError`. Either the driver was declared
    before anybody filled in its entries, or it is long gone and its declaration
    stayed, or the entries call it by another name.

    In that last case, the second example, the name is suggested, and the entries
    are read as the driver's. If some features have an entry and others don't, that
    is MX402.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    #> MX107
    [driver.ceph]
    title=Ceph RBD

    [operation.create-volume]
    title=Create a volume
    status=mandatory
    driver.lvm=complete
    ```

    ```ini
    [driver.lvm]
    title=LVM

    #> MX107
    [driver.storwize]
    title=IBM Storwize

    [operation.create-volume]
    title=Create a volume
    status=mandatory
    driver.lvm=complete
    driver.stor-wize=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.create-volume]
    title=Create a volume
    status=mandatory
    driver.lvm=complete
    driver.ceph=complete
    ```

    ## Fix

    The fix gives every feature an entry for the driver, at the level `unknown`, where
    MX402 would put it. Where the entries use a near name, it renames them, and the notes
    by that name, to the declared one. It is unsafe: a driver that is long gone is better
    dropped, and a near name may be another driver's.
    """
    own, features = matrix.dialect, matrix.features
    if own is None or not features or any(feature.section.is_incomplete for feature in features):
        return
    # In a broken header the name may be broken, too.
    broken = {error.span.line for error in matrix.document.errors if error.code == "MX004"}
    unused = [
        driver
        for driver in matrix.drivers
        if not driver.is_used
        and driver.dialect.name == own.name
        and driver.place.line not in broken
    ]
    fixes = _fixes(unused[:_MOST], matrix, own) if unused else {}
    for driver in unused:
        message = f"driver {driver.written!r} is declared, and no feature has an entry for it"
        hint = f"did you mean {driver.spelling!r}?" if driver.spelling else None
        fix = fixes.get(driver.index)
        yield Finding(driver.span, message, driver.place, hint, fix=fix, driver=driver.name)


def _fixes(drivers: list[Driver], matrix: Matrix, own: Dialect) -> dict[int, Fix | None]:
    """Return what gives *drivers* their entries, by the driver's index."""
    # Nearly all files have an entry for every driver.
    from matrixlint.model.entry_insertion import EntryInserter

    placement = EntryInserter(matrix, own)
    fixes = {}
    for driver in drivers:
        undeclared = matrix.misspelled_drivers.get(driver.index)
        renamed = undeclared.edits if undeclared else []
        absent = [each for each in matrix.features if each.levels[driver.index] is None]
        added = [edit for each in absent for edit in placement.edits(each, [driver])]
        tasks = [f"rename the entries to {driver.name!r}"] if renamed else []
        tasks += [f"write {placement.level!r} where there is no entry"] if added else []
        fixes[driver.index] = Fix.whole(", and ".join(tasks), [*renamed, *added])
    return fixes
