"""MX901 unused-suppression."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def unused_suppression(_matrix: Matrix) -> Iterator[Finding]:
    """
    A suppression comment that suppresses nothing.

    ## Why is this bad?

    What it was written for has been mended, or has moved away from it. It says that something is
    wrong where nothing is, and it will silence the next mistake that is made there.

    Only rules that ran are judged, and only the words that silence nothing are named. Where a
    fault takes part of the file away, or no driver is declared, nothing is said: what there
    would be to silence is not known.

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
    #> MX901
    # matrixlint: ignore[partial-without-notes] -- the notes are being written
    driver.vmware=complete
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
    # matrixlint: ignore[partial-without-notes] -- the notes are being written
    driver.vmware=partial
    ```

    ## Fix

    The fix drops the comment, or those of its words that silence nothing. It is safe: nothing else
    changes.
    """
    # matrixlint/linter/suppression/check.py reports it, after all other rules.
    yield from ()
