"""MX902 unknown-rule."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def unknown_rule(_matrix: Matrix) -> Iterator[Finding]:
    """
    A suppression comment that names no rule, or is no suppression.

    ## Why is this bad?

    It silences nothing, and looks as if it did. Where its word is misspelt, or its bracket is not
    closed, the whole comment is without effect; it is never read as one for all rules.

    A comment says `ignore` or `ignore-file`, then the rules in brackets: codes, the beginnings of
    codes such as `MX4`, or names. Codes of two to five capitals other than `MX` and three digits
    are a plugin's, and are not told even where the plugin is not loaded.

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
    #> MX902
    # matrixlint: ignore[partial-without-note]
    driver.vmware=complete

    [operation.rescue]
    title=Rescue a server
    status=optional
    driver.libvirt=complete
    #> MX902
    # matrixlint: ignroe[MX406]
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
    # matrixlint: ignore[partial-without-notes]
    driver.vmware=partial

    [operation.rescue]
    title=Rescue a server
    status=optional
    driver.libvirt=complete
    # matrixlint: ignore[MX406, ACME101]
    driver.vmware=partial
    ```

    ## Fix

    Where a rule is suggested, the fix writes its name. It is unsafe: what that rule finds is then
    silenced. `matrixlint rule --all` lists the rules.
    """
    # matrixlint/linter/suppression/check.py reports it, after all other rules.
    yield from ()
