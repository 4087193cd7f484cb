"""MX404 undeclared-driver-notes."""

from collections.abc import Iterator

from matrixlint.diagnostic import Related
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.text.phrases import format_hint


def undeclared_driver_notes(matrix: Matrix) -> Iterator[Finding]:
    """
    A note for a driver that is not declared.

    ## Why is this bad?

    The renderer looks up a note by the name of a driver that it knows, and never asks for this
    one. Nothing fails and nothing is shown: two notes in a well-known matrix were lost to its
    readers for ten years, because the drivers' names had once been made longer.

    A name is reported once, at its first note. A declared driver is suggested whose name is near,
    or begins or ends with this one, first of all one that has an entry and no note here; the note
    is then taken for that one's. Where entries use the same name, MX403 speaks of it alone.

    ## Example

    ```ini
    [driver.libvirt-kvm]
    title=Libvirt KVM

    [driver.libvirt-lxc]
    title=Libvirt LXC

    [operation.pause]
    title=Pause a server
    status=optional
    driver.libvirt-kvm=complete
    driver.libvirt-lxc=partial
    #> MX404
    driver-notes.lxc=The guest's clock stops with it.
    #> MX404
    driver-notes.xenapi=Needs version 6 or later.
    ```

    ## Use instead

    ```ini
    [driver.libvirt-kvm]
    title=Libvirt KVM

    [driver.libvirt-lxc]
    title=Libvirt LXC

    [operation.pause]
    title=Pause a server
    status=optional
    driver.libvirt-kvm=complete
    driver.libvirt-lxc=partial
    driver-notes.libvirt-lxc=The guest's clock stops with it.
    ```

    ## Fix

    Where every note of the name is read as some driver's, the fix renames them all. It is unsafe:
    the note may be about another driver. A note about a driver that is gone can go too.
    """
    for undeclared in matrix.undeclared_notes:
        entry = undeclared.entries[0]
        # What stands in [DEFAULT] stands in every section, and is written once.
        place, *others = dict.fromkeys(
            each.key_end(len(undeclared.name)) for each in undeclared.entries
        )
        more = f" ({len(others) + 1} notes)" if others else ""
        message = f"note {entry.written_key!r} is for a driver that is not declared{more}"
        related = tuple(Related(other, "another") for other in others)
        hint = format_hint(undeclared.suggestion.name if undeclared.suggestion else None)
        yield Finding(place, message, entry, hint, related, undeclared.fix, driver=undeclared.name)
