"""The benchmarks run: on tiny files, which measure nothing, but keep their code from rotting."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from matrixlint.output.formats import FORMATS
from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

RUN = ROOT / "benchmarks" / "run.py"
PAGE = "# a\n\n<!-- benchmarks -->\nold\n<!-- /benchmarks -->\n\nend\n"
RATIO = re.compile(r"\*\*\d+\.\d\d\*\*")


def run(folder: Path, *words: str) -> str:
    """Return what the benchmarks print of one quick run."""
    return subprocess.run(
        [sys.executable, str(RUN), "--quick", "--runs", "1", *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    ).stdout


def test_every_goal_has_its_ratio_in_all_outputs(
    tmp_path: Path,
) -> None:
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")

    table = run(tmp_path, "--json", "all.json", "--readme", "page.md")

    reported = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    goals = [goal for part in reported["parts"] for goal in part["goals"]]
    assert len(goals) == len(RATIO.findall(table))
    assert {goal["name"] for goal in goals if goal["against"] == "the engine"} == set(FORMATS)
    assert {len(runs) for part in reported["parts"] for runs in part["samples"].values()} == {1}
    page = (tmp_path / "page.md").read_text(encoding="utf-8")
    public = [line for line in table.splitlines() if not re.match(r"\| (output|a conf)", line)]
    middle = "\n".join(public)
    assert page == f"# a\n\n<!-- benchmarks -->\n\n{middle}\n\n<!-- /benchmarks -->\n\nend\n"


def test_one_part_may_be_measured_alone(tmp_path: Path) -> None:
    table = run(tmp_path, "--part", "a configuration").splitlines()

    assert [RATIO.sub("R", diagnostic).partition("R")[0] for diagnostic in table[2:-2]] == [
        "| a configuration | with | without | "
    ]


def test_a_tool_that_is_not_there_is_named(tmp_path: Path) -> None:
    reported = run(tmp_path, "--part", "other tools")

    assert ("| yamllint |" in reported) is ("Not installed: yamllint." not in reported)
