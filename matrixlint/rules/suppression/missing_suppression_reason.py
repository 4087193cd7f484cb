"""MX903 missing-suppression-reason."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def missing_suppression_reason(_matrix: Matrix) -> Iterator[Finding]:
    """
    A suppression comment without a reason, where the project wants one.

    ## Why is this bad?

    Who finds the comment a year later cannot tell whether it still holds. A reason behind `--`
    says what it waits for.

    The rule speaks only where the configuration sets `require-suppression-reason`.

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
    #> MX903
    # matrixlint: ignore[MX406]
    driver.vmware=partial
    ```

    ```toml
    require-suppression-reason = true
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
    # matrixlint: ignore[MX406] -- until the driver has left its trial phase
    driver.vmware=partial
    ```

    ```toml
    require-suppression-reason = true
    ```

    ## Fix

    Say why, behind ` -- `.
    """
    # matrixlint/linter/suppression/check.py reports it, after all other rules.
    yield from ()
