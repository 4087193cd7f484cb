"""What a release consists of: right by the tools of PyPI, whole, and at work wherever it is run."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from matrixlint import __version__
from matrixlint.cli.command_names import COMMANDS
from tests.conftest import ROOT

pytestmark = pytest.mark.external

BIN = Path(sys.executable).parent
OLD = """\
[targets]
driver-impl-lvm=LVM

[operation.extend]
title=Extend a volume
status=optional
driver-impl-lvm=complete
"""
GOOD = ROOT / "examples" / "support-matrix.ini"
# What a command is asked, where its help is not all that it does without an extra.
ASKED: dict[str, tuple[str, ...]] = {
    "check": (str(GOOD),),
    "config": ("fail-on",),
    "migrate": ("old.ini", "--to", "driver"),
    "rule": ("MX501",),
    "schema": ("report",),
}


class Release(NamedTuple):
    """The two files of a release."""

    wheel: Path
    sdist: Path


def run(*words: str | Path, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    # Neither the checkout nor this process's own settings may help.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        words, capture_output=True, text=True, check=False, cwd=folder, env=kept, timeout=600
    )


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    pytest.importorskip("build", reason="needs build: tests/external/install")
    folder = tmp_path_factory.mktemp("dist")
    # As it is built for a release: the wheel from the sdist.
    done = run(
        sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ".", folder=ROOT
    )
    assert done.returncode == 0, done.stderr
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return Release(wheel, sdist)


@pytest.fixture(scope="module")
def alone(release: Release, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an environment that has the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("alone")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    done = run(programs / "python", "-m", "pip", "install", "-q", release.wheel)
    assert done.returncode == 0, done.stderr
    return programs


def test_both_files_are_right_by_twine(release: Release) -> None:
    done = run(BIN / "twine", "--no-color", "check", "--strict", *release)

    assert (done.returncode, done.stdout.count("PASSED")) == (0, 2), done.stdout


def test_wheel_holds_what_a_wheel_should(release: Release) -> None:
    done = run(BIN / "check-wheel-contents", release.wheel)

    assert (done.returncode, done.stdout) == (0, f"{release.wheel}: OK\n")


def test_wheel_holds_the_package_the_schemas_and_nothing_else(release: Release) -> None:
    with zipfile.ZipFile(release.wheel) as file:
        names = {name for name in file.namelist() if ".dist-info/" not in name}
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "matrixlint").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    schemas = {f"matrixlint/schemas/{path.name}" for path in (ROOT / "schemas").iterdir()}

    assert names == package | schemas


def test_every_module_of_the_wheel_is_the_repositorys_byte_for_byte(release: Release) -> None:
    with zipfile.ZipFile(release.wheel) as file:
        modules = {name: file.read(name) for name in file.namelist() if name.endswith(".py")}

    assert {name: (ROOT / name).read_bytes() for name in modules} == modules


def test_sdist_holds_every_file_of_the_repository(release: Release) -> None:
    with tarfile.open(release.sdist) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    listed = run("git", "ls-files", "-co", "--exclude-standard", "-z", folder=ROOT)
    if listed.returncode:
        pytest.skip("this is no checkout")
    tracked = {name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()}

    assert names - tracked == {"PKG-INFO"}
    assert tracked - names == {".gitattributes"}


@pytest.mark.parametrize("name", COMMANDS)
def test_wheel_alone_runs_every_command(alone: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "old.ini").write_text(OLD, encoding="utf-8")
    help_ = run(alone / "matrixlint", name, "--help", folder=tmp_path)
    asked = run(alone / "matrixlint", name, *ASKED.get(name, ("--help",)), folder=tmp_path)

    assert (help_.returncode, help_.stdout[:6]) == (0, "usage:")
    assert (asked.returncode, "Traceback" in asked.stderr) == (0, False), asked.stderr
    assert asked.stdout or name == "check"


def test_wheel_alone_has_two_dependencies_of_its_own(alone: Path) -> None:
    done = run(alone / "python", "-m", "pip", "show", "matrixlint")

    assert "\nRequires: iniconfig, jsonschema\n" in done.stdout


def test_it_runs_as_a_module(alone: Path, tmp_path: Path) -> None:
    done = run(alone / "python", "-m", "matrixlint", "--version", folder=tmp_path)

    assert (done.returncode, done.stdout) == (0, f"matrixlint {__version__}\n")


def test_uvx_runs_it(release: Release, tmp_path: Path) -> None:
    # An interpreter at hand: uv would fetch one.
    done = run(
        *(BIN / "uvx", "--quiet", "--python", sys.executable, "--no-python-downloads"),
        *("--cache-dir", tmp_path / "cache", "--from", release.wheel, "matrixlint", "--version"),
        folder=tmp_path,
    )

    assert (done.returncode, done.stdout) == (0, f"matrixlint {__version__}\n"), done.stderr


def test_pipx_runs_it(release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIPX_HOME", str(tmp_path / "pipx"))
    done = run(
        *(BIN / "pipx", "run", "--python", sys.executable, "--spec", release.wheel),
        *("matrixlint", "--version"),
        folder=tmp_path,
    )

    assert (done.returncode, done.stdout) == (0, f"matrixlint {__version__}\n"), done.stderr
