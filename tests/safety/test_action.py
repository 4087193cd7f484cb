"""A gate that lints a hostile repository runs nothing of it: the action, and examples/ci."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.gate import CI, loaded, script, set_traps, shell, sprung, step
from tests.parsed import CLEAN

# A package that is built without anything of the network, in the place of our own.
STUB = """\
import zipfile

def build_wheel(folder, config_settings=None, metadata_directory=None):
    info = "matrixlint-0.dist-info"
    with zipfile.ZipFile(f"{folder}/matrixlint-0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("matrixlint.py", "")
        named = "Metadata-Version: 2.1\\nName: matrixlint\\nVersion: 0\\n"
        wheel.writestr(f"{info}/METADATA", named)
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nTag: py3-none-any\\n")
        wheel.writestr(f"{info}/RECORD", "")
    return "matrixlint-0-py3-none-any.whl"
"""
PYPROJECT = '[build-system]\nrequires = []\nbuild-backend = "stub"\nbackend-path = ["."]\n'


@pytest.fixture
def traps(tmp_path: Path) -> Path:
    """A repository with a matrix, full of what could be run."""
    path = tmp_path / "repository"
    (path / ".git").mkdir(parents=True)
    (path / "doc" / "source").mkdir(parents=True)
    (path / "doc" / "source" / "support-matrix.ini").write_text(CLEAN, encoding="utf-8")
    set_traps(path)
    return path


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder of tools, as a virtual environment has them, with the Python of the tests."""
    path = tmp_path / "matrixlint" / "bin"
    path.mkdir(parents=True)
    for name in ("python", "python3"):
        tool = path / name
        tool.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$@"\n', encoding="utf-8")
        tool.chmod(0o755)
    return path


def starts() -> list[str]:
    """Return every command of the gates that starts Python, or what is installed by it."""
    jobs = loaded(CI / "gitlab-ci.yml")["matrixlint"]["script"]
    (play,) = loaded(CI / "zuul" / "playbooks" / "run.yaml")
    install, lint = play["tasks"][0], play["tasks"][1]["block"][0]
    tox = re.findall("^commands = (.*)", (CI / "tox.ini").read_text(encoding="utf-8"), re.MULTILINE)
    action = script("Install matrixlint") + script("Lint")
    return [
        *(line.strip() for line in action.splitlines() if re.search("python|pip|bin/", line)),
        *jobs,
        install["ansible.builtin.pip"]["virtualenv_command"],
        shlex.join(lint["ansible.builtin.command"]["argv"]),
        *tox,
    ]


def test_every_python_of_a_gate_starts_isolated() -> None:
    found = starts()

    assert len(found) == 8
    assert [line for line in found if not re.search(r"""python3?["']? -I -m """, line)] == []


def test_the_traps_work(traps: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "x"], cwd=traps, check=False)

    assert sprung(traps) != ""


def test_the_action_lints_and_runs_nothing(traps: Path, tools: Path) -> None:
    done = step(
        "Lint",
        traps,
        PATHS="doc/source",
        ARGUMENTS="",
        RUNNER_TEMP=str(tools.parent.parent),
        GITHUB_OUTPUT=str(traps.parent / "output"),
        PYTHONPATH=str(traps),
    )

    assert (done.returncode, done.stderr) == (0, "1 file clean\n")
    assert sprung(traps) == ""


@pytest.mark.slow
def test_the_action_installs_and_runs_nothing(traps: Path, tmp_path: Path) -> None:
    stub = tmp_path / "action"
    stub.mkdir()
    (stub / "stub.py").write_text(STUB, encoding="utf-8")
    (stub / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    done = step(
        "Install matrixlint",
        traps,
        ACTION_PATH=str(stub),
        RUNNER_TEMP=str(tmp_path),
        PYTHONPATH=str(traps),
        PIP_NO_INDEX="1",
        PIP_DISABLE_PIP_VERSION_CHECK="1",
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.glob("matrixlint/lib/*/site-packages/matrixlint.py")) != []
    assert sprung(traps) == ""


def test_gitlab_lints_and_runs_nothing(traps: Path, tools: Path) -> None:
    lint = loaded(CI / "gitlab-ci.yml")["matrixlint"]["script"][-1]
    done = shell(lint, traps, PATH=f"{tools}:/usr/bin:/bin")

    assert (done.returncode, done.stderr) == (0, "1 file clean\n")
    assert sprung(traps) == ""


def test_zuul_lints_and_runs_nothing(traps: Path, tools: Path) -> None:
    (play,) = loaded(CI / "zuul" / "playbooks" / "run.yaml")
    install, lint = play["tasks"][0], play["tasks"][1]["block"][0]
    made = install["ansible.builtin.pip"]["virtualenv_command"]
    home = str(tools.parent.parent)
    words = lint["ansible.builtin.command"]["argv"]
    line = shlex.join(word.replace("{{ ansible_user_dir }}", home) for word in words)
    path = f"{tools}:/usr/bin:/bin"
    installed = shell(f"{made} --without-pip {home}/other", traps, PATH=path)
    linted = shell(line, traps, PATH=path)

    assert (installed.returncode, installed.stderr) == (0, "")
    assert (linted.returncode, linted.stderr) == (0, "1 file clean\n")
    assert sprung(traps) == ""


def test_the_job_on_github_has_no_more_than_it_needs() -> None:
    workflow = loaded(CI / "github-workflow.yml")
    (job,) = workflow["jobs"].values()
    checkouts = [each for each in job["steps"] if each["uses"].startswith("actions/checkout@")]

    assert workflow["permissions"] == {}
    assert job["permissions"] == {"contents": "read", "security-events": "write"}
    assert [each["with"] for each in checkouts] == [{"persist-credentials": False}]


def test_every_workflow_of_the_documents_keeps_its_token() -> None:
    texts = [path.read_text(encoding="utf-8") for path in ROOT.glob("docs/**/*.md")]
    texts += [path.read_text(encoding="utf-8") for path in CI.rglob("*.y*ml")]

    for text in texts:
        assert text.count("uses: actions/checkout@") == text.count("persist-credentials: false\n")
