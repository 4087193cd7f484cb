"""MX403 undeclared-driver."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix, Related
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.document import Section
from matrixlint.syntax.edits import rename_section
from matrixlint.text.phrases import format_hint
from matrixlint.text.similarity import NameIndex


def undeclared_driver(matrix: Matrix) -> Iterator[Finding]:
    """
    An entry for a driver that is not declared.

    ## Why is this bad?

    There is no column to show it in, so the renderer fails. Either the name is misspelt, and the
    real driver has no entry here; or the driver was renamed or dropped, and the entries of old
    were left behind.

    A name is reported once, at its first entry, with all others beside it. Where it is near a
    driver that has no entry in the feature, it is read as that driver's, and MX402 keeps silent.

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
    driver.vmware=complete
    #> MX403
    driver.hyperv=missing

    [operation.rescue]
    title=Rescue a server
    status=optional
    driver.libvirt=complete
    #> MX403
    driver.vmwaer=missing
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
    driver.vmware=complete

    [operation.rescue]
    title=Rescue a server
    status=optional
    driver.libvirt=complete
    driver.vmware=missing
    ```

    ## Fix

    Where every entry of the name is read as some driver's, the fix renames them all, and the notes
    by that name. It is unsafe: a near name may be another driver's, which was dropped. Where no
    driver is suggested, declare it, or drop its entries.
    """
    for undeclared in matrix.undeclared_entries:
        entry = undeclared.entries[0]
        # What stands in [DEFAULT] stands in every section, and is written once.
        place, *others = dict.fromkeys(
            each.key_end(len(undeclared.name)) for each in undeclared.entries
        )
        more = f" ({len(others) + 1} entries)" if others else ""
        message = f"{entry.written_key!r} is for a driver that is not declared{more}"
        related = tuple(Related(other, "another") for other in others)
        hint = format_hint(undeclared.suggestion.name if undeclared.suggestion else None)
        yield Finding(place, message, entry, hint, related, undeclared.fix, driver=undeclared.name)
    if matrix.grades and not matrix.drivers_incomplete:
        names = {driver.name for driver in matrix.drivers}
        free = NameIndex(names - matrix.grades.backends.keys())
        for name, section in matrix.grades.backends.items():
            if name not in names:
                suggestion = free.closest_match(name)
                message = f"[{section.name}] is for a backend that is not declared"
                hint, fix = format_hint(suggestion), _fix(section, name, suggestion)
                yield Finding(section.span, message, section, hint, fix=fix, driver=name)


def _fix(section: Section, name: str, suggestion: str | None) -> Fix | None:
    if suggestion is None:
        return None
    prefix = (section.name or "")[: -len(name)]
    return Fix.whole(f"rename to {suggestion!r}", [rename_section(section, prefix + suggestion)])
