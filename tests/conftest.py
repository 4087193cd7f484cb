"""Fixtures that run the command, shut off from the environment of whoever runs the tests."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from matrixlint.cli import main

ROOT = Path(__file__).parent.parent
# Whether the tests marked "generated" write what they compare: `nox -s regenerate`.
UPDATE = bool(os.environ.get("MATRIXLINT_UPDATE"))
# The tests start Python many hundred times: without its cache, each start compiles the package.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# What could change an answer: colours, the build server, git's own settings and its home.
FOREIGN = ("NO_COLOR", "FORCE_COLOR", "TERM", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY")


class Run(NamedTuple):
    """What the command answered."""

    status: int
    out: str
    err: str


Command = Callable[..., Run]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that was to skip nothing, and did."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("MATRIXLINT_NO_SKIP") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory that no configuration above it reaches."""
    (tmp_path / "work" / ".git").mkdir(parents=True)
    for name in FOREIGN:
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


@pytest.fixture
def cli(
    folder: Path,  # noqa: ARG001  the command runs in it
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Command:
    """Return a function that runs the command in this process."""

    def run(*words: str, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main(list(words))
        return Run(status, *capsys.readouterr())

    return run


@pytest.fixture
def process(folder: Path) -> Command:  # noqa: ARG001  the command runs in it
    """Return a function that runs the command in a process of its own."""

    def run(*words: str, stdin: bytes = b"", **environment: str) -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "matrixlint", *words],
            input=stdin,
            capture_output=True,
            env=os.environ | environment,
            check=False,
        )
        out, err = (each.decode(errors="replace") for each in (done.stdout, done.stderr))
        return Run(done.returncode, out, err)

    return run
