"""MX855 page-anchor-collision."""

from pathlib import Path

from tests.conftest import Command
from tests.rules.project.samples import HEAD, A, B, C, matrix, put


def test_features_of_one_page_share_no_anchor(folder: Path, cli: Command) -> None:
    put(
        folder,
        a=matrix("x-y", "ovn=O") + matrix("z", "lvm=L").partition("L\n")[2],
        b=matrix("x_y", "ovn=O"),
        c=matrix("x-y", "ovn=O"),
        index__rst=f".. support_matrix:: {B}\n\n.. support_matrix:: {A}\n",
        other__rst=f".. support_matrix:: {C}\n\n.. support_matrix:: {C}\n",
    )

    assert cli("--select=MX85", ".").out == (
        f"{HEAD}3:1: MX855 page-anchor-collision: [operation.x-y] has the anchor of [operation.x_y]"
        " of 'doc/b-support-matrix.ini', which the same page shows above\n"
    )
