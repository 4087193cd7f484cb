"""A hostile repository: nothing of it is run, nobody is called, nothing is written unasked."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from matrixlint.output.formats import FORMATS
from tests.conftest import Command
from tests.parsed import CLEAN

MISSPELT = CLEAN.replace("complete", "compelte")
# What a run imports, or could be thought to import, from where it runs.
NAMES = ("json", "tomllib", "iniconfig", "jsonschema", "re", "subprocess", "sitecustomize", "conf")
TRAP = "open('sprung', 'w').close()\nraise SystemExit('sprung')\n"


@pytest.fixture
def traps(folder: Path) -> Path:
    """A repository with modules that leave a file when they are imported, and a plugin."""
    (folder / "support-matrix.ini").write_text(MISSPELT, encoding="utf-8")
    for name in (*NAMES, "trap"):
        (folder / f"{name}.py").write_text(TRAP, encoding="utf-8")
    installed = folder / "trap-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Name: trap\nVersion: 1.0\n", encoding="utf-8")
    (installed / "entry_points.txt").write_text("[matrixlint.rules]\ntrap = trap:rules\n", "utf-8")
    (folder / "matrixlint.toml").write_text("plugins = ['trap']\n", encoding="utf-8")
    return folder


def test_no_module_and_no_plugin_of_the_repository_is_run(traps: Path) -> None:
    # As the installed script does: "python -m" alone puts the folder first on its path.
    done = subprocess.run(
        [sys.executable, "-P", "-m", "matrixlint", "."],
        capture_output=True,
        check=False,
        text=True,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert "matrixlint.toml:1: unknown plugin 'trap'" in done.stderr
    assert not (traps / "sprung").exists()


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a connection, or asks for an address, fails."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(
    "address",
    [
        *("http://localhost/a.json", "https://example.org/a.json", "ftp://example.org/a"),
        *("file:///etc/passwd", "//example.org/a.json", "../../a.json"),
    ],
)
def test_no_reference_of_a_schema_is_followed_out_of_its_folder(
    cli: Command, folder: Path, address: str
) -> None:
    (folder / "support-matrix.ini").write_text(CLEAN, encoding="utf-8")
    schema = {"properties": {"drivers": {"not": {"$ref": address}}}}
    (folder / "house.json").write_text(json.dumps(schema), encoding="utf-8")
    (folder / "matrixlint.toml").write_text("schema = 'house.json'\n", encoding="utf-8")

    run = cli("support-matrix.ini")

    assert (run.status, run.out) == (2, "")
    assert f"'$ref' is {address!r}, which leads" in run.err


def contents(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path): (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.parent.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize(
    "words",
    [
        *(("--output-format", name) for name in FORMATS),
        *(("--diff",), ("--statistics",), ("--show-files",), ("--show-settings",), ("--jobs=2",)),
    ],
)
def test_nothing_is_written_that_nobody_asked_for(
    cli: Command, folder: Path, words: tuple[str, ...]
) -> None:
    for name in ("support-matrix.ini", "other-support-matrix.ini"):
        (folder / name).write_text(MISSPELT, encoding="utf-8")
    before = contents(folder)

    cli(*words, ".")

    assert contents(folder) == before


def test_a_link_out_of_the_repository_is_not_written_through(cli: Command, folder: Path) -> None:
    # Folders are not entered through links; a file that is linked to is one of the repository's.
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "support-matrix.ini").write_text(MISSPELT, encoding="utf-8")
    os.symlink(outside, folder / "inside")

    run = cli("--fix", "--unsafe-fixes", "--allow-empty", ".")

    assert run.status == 0
    assert (outside / "support-matrix.ini").read_text(encoding="utf-8") == MISSPELT
