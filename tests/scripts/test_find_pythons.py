"""Which interpreters count as Pythons of the machine."""

import os
import sys
import tomllib
from pathlib import Path

import pytest

from scripts.find_pythons import OLDEST, candidates, choose, main, probe
from tests.conftest import ROOT


def write_program(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_the_path_the_system_and_pyenv_are_searched(tmp_path: Path) -> None:
    found = [
        write_program(tmp_path / "bin" / "python3", ""),
        write_program(tmp_path / "bin" / "python3.12", ""),
        write_program(tmp_path / "root" / "versions" / "3.13.0" / "bin" / "python3", ""),
    ]
    write_program(tmp_path / "bin" / "python3.12-config", "")
    environment = {"PATH": f"{tmp_path / 'bin'}::relative", "PYENV_ROOT": str(tmp_path / "root")}

    ours = [path for path in candidates(environment) if path.startswith(str(tmp_path))]

    assert ours == found


def test_only_an_interpreter_that_runs_counts(tmp_path: Path) -> None:
    paths = [
        write_program(tmp_path / "works", "echo 3 12 1 final"),
        write_program(tmp_path / "shim", "echo 'pyenv: command not found' >&2; exit 127"),
        write_program(tmp_path / "beta", "echo 3 15 0 beta"),
        write_program(tmp_path / "silent", ""),
        str(tmp_path / "gone"),
    ]

    assert list(probe(paths)) == [((3, 12, 1), paths[0])]


def test_the_lowest_patch_of_each_supported_version_is_chosen() -> None:
    found = [((3, 12, 4), "a"), ((3, 11, 7), "b"), ((3, 12, 1), "c"), ((3, 10, 1), "d")]

    assert choose([*found, ((3, 11, 7), "e")]) == [((3, 11, 7), "b"), ((3, 12, 1), "c")]


def test_the_python_of_the_tests_is_among_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", os.path.dirname(os.path.realpath(sys.executable)))

    assert main() == 0
    minors = [line.split(".")[:2] for line in capsys.readouterr().out.splitlines()]
    assert [str(each) for each in sys.version_info[:2]] in minors


def test_supported_versions_are_those_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["requires-python"] == f">={OLDEST[0]}.{OLDEST[1]}"
    head = "Programming Language :: Python :: 3."
    named = [each.removeprefix(head) for each in project["classifiers"] if each.startswith(head)]
    # CI tests these, and prints them.
    assert named == ["11", "12", "13"]
