"""MX853 unnamed-matrix."""

from pathlib import Path

import pytest

from tests.conftest import Command
from tests.rules.project.samples import INDEX, A, B, diagnostics, matrix, put

FENCED = "```{support_matrix} b-support-matrix.ini\n```\n"


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("index.rst", INDEX, []),
        ("index.rst", "nothing\n", [A, B]),
        ("index.rst", ".. SUPPORT_MATRIX:: a-support-matrix.ini", [B]),
        ("index.rst", ".. feature_matrix:: a-support-matrix.ini", [B]),
        ("index.rst", ".. support_matrix::\n   a-support-matrix.ini\n", [B]),
        ("index.rst", ".. note::\n\n   .. support_matrix:: a-support-matrix.ini\n", [B]),
        ("index.rst", "x\n\n- y\n\n  .. support_matrix:: a-support-matrix.ini\n  .. x::\n", [B]),
        ("index.rst", "As in::\n\n   .. support_matrix:: a-support-matrix.ini\n", [A, B]),
        ("index.rst", ".. code-block:: rst\n\n   .. support_matrix:: a-support-matrix.ini", [A, B]),
        ("index.rst", ".. hidden\n\n   .. support_matrix:: a-support-matrix.ini\n", [A, B]),
        ("index.rst", "  b::\n\n text\n\n  .. support_matrix:: a-support-matrix.ini\n", [B]),
        ("index.txt", INDEX, [A, B]),
        (".index.rst", INDEX, [A, B]),
        ("index.md", INDEX, []),
        ("index.md", "```{support_matrix} a-support-matrix.ini\n```\n", [B]),
        ("index.md", "```{support_matrix}\n:option: x\n```\n", [A, B]),
        ("index.md", "```{eval-rst}\n.. support_matrix:: a-support-matrix.ini\n```\n", [B]),
        ("index.md", "```rst\n.. support_matrix:: a-support-matrix.ini\n```\n", [A, B]),
        (
            "index.md",
            "````{note}\n```{support_matrix} a-support-matrix.ini\n```\n````\n" + FENCED,
            [],
        ),
        ("index.md", "````rst\n```{support_matrix} a-support-matrix.ini\n```\n````\n", [A, B]),
        ("index.md", "```{code-block} rst\n.. support_matrix:: a-support-matrix.ini\n```", [A, B]),
        ("index.rst", ".. support_matrix:: |folder|/a-support-matrix.ini\n", [B]),
        ("index.rst", ".. support_matrix:: /a-support-matrix.ini\n", [B]),
    ],
)
def test_a_matrix_is_named_by_a_directive_that_is_one(
    folder: Path, cli: Command, name: str, text: str, wanted: list[str]
) -> None:
    put(folder, a=matrix("x", "ovn=O"), b=matrix("y", "ovn=O"))
    (folder / "doc" / name).write_text(text, encoding="utf-8")

    assert diagnostics(cli) == [(path, 1, "MX853") for path in wanted]
