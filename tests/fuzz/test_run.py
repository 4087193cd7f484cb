"""A short run of the fuzzer; the long one is a command of CONTRIBUTING."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

# What a change broke shall be seen, not what chance found that day: the long run is for that.
SEED = "-seed=1"
EXECUTIONS = 1500
MOST_SECONDS = 300


@pytest.mark.external
def test_a_short_run_finds_nothing(tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="atheris is not installed: run tests/external/install")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.fuzz.run"),
            *(str(MOST_SECONDS), str(tmp_path)),
            *(SEED, f"-runs={EXECUTIONS}"),
        ],
        cwd=ROOT,
        env={**os.environ, "MATRIXLINT_CORPUS": "", "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    counted = re.search(r"number_of_executed_units: (\d+)", done.stderr)

    finds = {path.name: path.read_bytes() for path in (tmp_path / "finds").iterdir()}
    assert (done.returncode, finds) == (0, {}), done.stderr[-2000:]
    assert counted
    assert int(counted[1]) >= EXECUTIONS
