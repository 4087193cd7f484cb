"""The hooks, run by the programs that run hooks, from a repository as users name it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

BIN = Path(sys.executable).parent
CLEAN = """\
[driver.kvm]
title=KVM

[operation.attach]
title=Attach
status=optional
driver.kvm=complete
"""
SAFE = CLEAN.replace("=complete", "=Complete")
UNSAFE = CLEAN.replace("=complete", "=compelte")
NAME = "support-matrix.ini"
RUNNERS = ("pre-commit", "prek")

pytestmark = pytest.mark.external


class Answer(NamedTuple):
    """How a run of hooks ended, and all that it said."""

    status: int
    text: str


def git(folder: Path, *words: str) -> str:
    names = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", "-C", folder, *names, *words], check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that holds what this one does, as it stands in the working tree."""
    folder = tmp_path_factory.mktemp("hooks")
    for name in git(ROOT, "ls-files", "-co", "--exclude-standard", "-z").split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "All")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the programs keep the environments that they make: one for all tests."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(params=RUNNERS)
def runner(request: pytest.FixtureRequest) -> Path:
    program = BIN / str(request.param)
    if not program.exists():
        pytest.skip(f"{request.param} is not installed: run tests/external/install")
    return program


class Project:
    """A repository of a user, with the hooks tried on all of its files."""

    def __init__(self, folder: Path, runner: Path, hooks: Path, home: Path) -> None:
        self.folder = folder
        self._command = [str(runner), "try-repo", str(hooks)]
        self._home = home
        git(folder, "init", "-q")

    def put(self, text: str, name: str = NAME) -> Path:
        (self.folder / name).write_text(text, encoding="utf-8")
        git(self.folder, "add", "-A")
        return self.folder / name

    def run(self, hook: str) -> Answer:
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith("GIT_")
        }
        environment |= {"PRE_COMMIT_HOME": str(self._home / "pre-commit"), "NO_COLOR": "1"}
        environment |= {"PREK_HOME": str(self._home / "prek")}
        done = subprocess.run(
            [*self._command, hook, "--all-files", "--verbose"],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return Answer(done.returncode, done.stdout + done.stderr)


@pytest.fixture
def project(tmp_path: Path, runner: Path, hooks: Path, home: Path) -> Project:
    return Project(tmp_path, runner, hooks, home)


def lines(answer: Answer) -> list[str]:
    """Return the lines that we have said, without what the program puts before them."""
    return [line.strip() for line in answer.text.splitlines() if NAME in line]


FINDING = (
    f"{NAME}:7:12: MX401 unknown-level: driver 'kvm' is 'compelte'; expected "
    "complete, partial, missing or unknown; did you mean 'complete'?"
)


def test_a_clean_matrix_passes(project: Project) -> None:
    project.put(CLEAN)

    assert project.run("matrixlint").status == 0


def test_a_broken_matrix_fails_and_its_line_is_reported(project: Project) -> None:
    project.put(UNSAFE)
    answer = project.run("matrixlint")

    assert (answer.status, lines(answer)) == (1, [FINDING])


def test_a_file_that_is_no_matrix_is_left_alone(project: Project) -> None:
    path = project.put(SAFE, "settings.ini")

    assert [project.run(hook).status for hook in ("matrixlint", "matrixlint-fix")] == [0, 0]
    assert path.read_text() == SAFE


def test_the_second_hook_fixes_and_the_run_after_it_passes(project: Project) -> None:
    path = project.put(SAFE)
    first = project.run("matrixlint-fix")
    fixed = path.read_text()
    git(project.folder, "add", "-A")

    assert (first.status, fixed) == (1, CLEAN)
    assert project.run("matrixlint-fix").status == 0


def test_the_second_hook_reports_what_is_left(project: Project) -> None:
    path = project.put(UNSAFE)
    answer = project.run("matrixlint-fix")

    assert (answer.status, lines(answer)) == (1, [FINDING])
    assert path.read_text() == UNSAFE


def test_an_excluded_matrix_passes(project: Project) -> None:
    project.put("exclude = ['support-matrix.ini']\n", "matrixlint.toml")
    project.put(UNSAFE)

    assert project.run("matrixlint").status == 0


def test_the_manifest_is_right(runner: Path) -> None:
    done = subprocess.run(
        [runner, "validate-manifest", ROOT / ".pre-commit-hooks.yaml"], check=False
    )

    assert done.returncode == 0
