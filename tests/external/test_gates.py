"""The action's scripts and the tox environment, run as a gate runs them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.conftest import ROOT
from tests.test_ci_examples import BAD

pytestmark = pytest.mark.external

FINDING = (
    "doc/source/support-matrix.ini:7:12: MX401 unknown-level: driver 'kvm' is 'compelte'; "
    "expected complete, partial, missing or unknown; did you mean 'complete'?"
)


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a runner, in which the action has installed itself."""
    folder = tmp_path_factory.mktemp("runner")
    done = step("Install matrixlint", folder, ACTION_PATH=str(ROOT), RUNNER_TEMP=str(folder))
    assert done.returncode == 0, done.stderr
    return folder


def step(name: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a step of the action in *folder*, as GitHub's runner does."""
    steps = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"][
        "steps"
    ]
    (script,) = (each["run"] for each in steps if each["name"] == name)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "doc" / "source" / "support-matrix.ini"
    path.parent.mkdir(parents=True)
    path.write_text(BAD, encoding="utf-8")
    return tmp_path


def lint(project: Path, runner: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATHS": "doc/source", "ARGUMENTS": "", **inputs}
    environment |= {"RUNNER_TEMP": str(runner), "GITHUB_ACTIONS": "true"}
    environment |= {"GITHUB_OUTPUT": str(project / "output")}
    environment |= {"GITHUB_STEP_SUMMARY": str(project / "summary")}
    return step("Lint", project, **environment)


def test_the_action_annotates_and_fails(project: Path, runner: Path) -> None:
    done = lint(project, runner)
    sarif = (project / "output").read_text().strip().removeprefix("sarif=")
    (run,) = json.loads(Path(sarif).read_text())["runs"]

    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == FINDING
    assert [line[:8] for line in done.stdout.splitlines()[1:]] == ["::error "]
    assert [each["ruleId"] for each in run["results"]] == ["MX401"]
    assert "MX401" in (project / "summary").read_text()


def test_what_users_give_the_action_is_taken_word_by_word(project: Path, runner: Path) -> None:
    arguments = "--ignore\nMX401\n--exclude\n$(touch hacked) *\n"
    done = lint(project, runner, ARGUMENTS=arguments, PATHS="doc/source\n\ndoc\n")

    assert (done.returncode, done.stdout) == (0, "")
    assert not (project / "hacked").exists()


def test_tox_prints_what_zuul_takes_for_comments(project: Path) -> None:
    tox = Path(sys.executable).parent / "tox"
    if not tox.exists():
        pytest.skip("tox is not installed: run tests/external/install")
    (project / "tox.ini").write_text((ROOT / "examples/ci/tox.ini").read_text())
    done = subprocess.run(
        [tox, "-q", "-e", "matrixlint", "-x", f"testenv:matrixlint.deps={ROOT}"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == FINDING
