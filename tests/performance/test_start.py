"""The start-up budget: what a clean run imports, by name."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import UPDATE
from tests.parsed import CLEAN

LISTED = Path(__file__).parent / "clean_run.txt"
# More modules make every start slower: first see whether another one can be imported later.
MOST_MODULES = 75
SCRIPT = """
import sys
from matrixlint.cli import main
status = main(["support-matrix.ini"])
print(*sorted(name for name in sys.modules if name.partition(".")[0] == "matrixlint"), sep="\\n")
sys.exit(status)
"""


@pytest.mark.generated
def test_a_clean_run_imports_what_is_listed(folder: Path) -> None:
    (folder / "support-matrix.ini").write_text(CLEAN, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, check=True, text=True, cwd=folder
    )
    if UPDATE:
        LISTED.write_text(done.stdout, encoding="utf-8")

    assert done.stdout.splitlines() == LISTED.read_text(encoding="utf-8").splitlines()


def test_a_clean_run_imports_few_modules() -> None:
    assert len(LISTED.read_text(encoding="utf-8").splitlines()) <= MOST_MODULES
