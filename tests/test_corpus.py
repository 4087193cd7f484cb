"""The real matrices of a folder that is named, against its table of findings."""

import os
from collections import Counter

import pytest

from matrixlint import lint_file, load
from matrixlint.model.diff import diff_matrices
from matrixlint.model.diff.change import Kind
from matrixlint.text.files import read_file
from tests.finding import EVERYTHING

FOLDER = os.environ.get("MATRIXLINT_CORPUS", "")
TABLE = os.path.join(FOLDER, "expected.tsv")
# Columns of a matrix of 2017 are read by a dialect that only a configuration declares.
LEFT_OUT = "neutron-2017"
CHECKED = {
    *("MX001", "MX002", "MX003"),
    *(f"MX10{digit}" for digit in range(1, 8)),
    *(f"MX20{digit}" for digit in range(1, 7)),
    *("MX301", "MX302", "MX303"),
    *("MX401", "MX402", "MX403", "MX404", "MX406", "MX407"),
    *("MX501", "MX502"),
    *(f"MX60{digit}" for digit in range(1, 9)),
}

pytestmark = pytest.mark.skipif(
    not os.path.isfile(TABLE),
    reason="set MATRIXLINT_CORPUS to a folder of matrices that holds an expected.tsv",
)


def names() -> list[str]:
    found = os.listdir(FOLDER) if os.path.isfile(TABLE) else []
    return sorted(name for name in found if name.endswith(".ini") and not name.startswith(LEFT_OUT))


def wanted(name: str) -> list[tuple[int, str]]:
    with open(TABLE, encoding="utf-8") as file:
        diagnostics = [line.split("\t") for line in file if not line.startswith("#")]
    return sorted(
        (int(line), code) for file_name, line, code, *_ in diagnostics if file_name == name
    )


def test_nine_years_of_nova_are_reported() -> None:
    old, new = (
        load(read_file(os.path.join(FOLDER, f"nova-{when}-support-matrix.ini")).decode())
        for when in ("2016-12", "2025-02")
    )
    found = Counter((each.kind, each.is_regression) for each in diff_matrices(old, new))

    assert found == {
        (Kind.DRIVER_REMOVED, True): 3,
        (Kind.DRIVER_ADDED, False): 2,
        (Kind.FEATURE_REMOVED, True): 7,
        (Kind.FEATURE_ADDED, False): 22,
        (Kind.FEATURE_RENAMED, False): 1,
        (Kind.LEVEL, True): 1,
        (Kind.LEVEL, False): 11,
        (Kind.NOTE, False): 1,
        (Kind.FIELD, False): 27,
    }


@pytest.mark.parametrize("name", names() or ["none"])
def test_findings_are_those_of_the_table(name: str) -> None:
    found = lint_file(os.path.join(FOLDER, name), config=EVERYTHING)
    checked = Counter((each.line, each.code) for each in found if each.code in CHECKED)

    assert sorted(checked.elements()) == wanted(name)
