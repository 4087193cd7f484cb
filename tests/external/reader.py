"""The tools that read our formats, where they are installed, and the reports to be read."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from matrixlint import lint_text
from matrixlint.output.report import Report
from matrixlint.rules.registry import ALL
from tests.output.formats.sample import LEVEL, REPORTS
from tests.output.formats.test_hostile import ATTACKS, hostile

HERE = Path(__file__).parent
NOVA = HERE.parent.parent / "examples" / "nova-2016" / "support-matrix.ini"
# The folder of the packages of npm; the schema of pytest lies beside it.
MODULES = Path(os.environ.get("MATRIXLINT_NODE_MODULES", HERE / "node_modules")).absolute()
HOW = "run tests/external/install"


def _nova() -> Report:
    text = NOVA.read_text(encoding="utf-8")
    rows = lint_text(text, config={"select": ["ALL"]})
    (path,) = {row.path for row in rows}
    return Report(rows, paths=[path], lines={path: text.split("\n")}, rules=ALL, version="1.2.3")


def _hostile() -> Report:
    # Readers decode the names of the files, which need not be text for us.
    attacks = [attack.replace("\0", "").replace("\udcff", "") for attack in ATTACKS.values()]
    rows = sorted(map(hostile, attacks), key=lambda row: row[:5])
    lines = {row.path: ["\u00e9", ""] for row in rows}
    return Report(rows, paths=list(lines), lines=lines, rules=[LEVEL], version="1.2.3")


READ = {**REPORTS, "nova": _nova(), "hostile": _hostile()}
each_report = pytest.mark.parametrize("report", READ.values(), ids=READ)


def package(name: str) -> Path:
    """Return the folder of a package of npm; skip the test where it is not installed."""
    if not (MODULES / name).is_dir():
        pytest.skip(f"npm's {name} is not in {MODULES}: {HOW}")
    return MODULES / name


def node(script: str, data: object) -> str:
    """Return what *script*, which lies beside this file, prints of *data*."""
    if not shutil.which("node"):
        pytest.skip("node is not installed")
    done = subprocess.run(
        ["node", HERE / script, MODULES],
        input=json.dumps(data),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout
