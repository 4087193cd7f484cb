"""Completion in the shells, and the manual's page: made, sound, and doing what they say."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from matrixlint.cli.command_names import COMMANDS, SHELLS
from matrixlint.output.formats import FORMATS
from matrixlint.rules.registry import ALL
from tests.conftest import ROOT

Command = Callable[..., Any]
DRIVE = """
source ./script
COMP_WORDS=({words})
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
COMP_LINE="${{COMP_WORDS[*]}}"
COMP_POINT=${{#COMP_LINE}}
_shtab_matrixlint matrixlint "${{COMP_WORDS[COMP_CWORD]}}"
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def tool(name: str) -> str:
    found = shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed: run tests/external/install")
    return found


@pytest.fixture
def script(cli: Command, folder: Path) -> Callable[[str], Path]:
    """Return a function that writes the script for a shell, and returns its place."""

    def written(shell: str) -> Path:
        run = cli("completion", shell)
        assert (run.status, run.err) == (0, "")
        (folder / "script").write_text(run.out, encoding="utf-8")
        return folder / "script"

    return written


@pytest.mark.parametrize("shell", ["bash", pytest.param("zsh", marks=pytest.mark.external)])
def test_script_is_sound(script: Callable[[str], Path], shell: str) -> None:
    done = subprocess.run(
        [tool(shell), "-n", script(shell)], check=False, capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_fish_gets_its_commands(script: Callable[[str], Path]) -> None:
    text = script("fish").read_text()

    assert text.count("complete -c matrixlint ") > len(COMMANDS)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("matrixlint --sel", ["--select"]),
        ("matrixlint che", ["check"]),
        ("matrixlint rule MX50", [rule.code for rule in ALL if rule.code.startswith("MX50")]),
        ("matrixlint rule misspelt-", ["misspelt-choice-group"]),
        ("matrixlint --output-format s", ["sarif"]),
        ("matrixlint check --fail-on ", ["error", "warning", "info", "never"]),
        ("matrixlint ", list(COMMANDS)),
        ("matrixlint --output-format ", [*FORMATS, "auto"]),
        ("matrixlint --select missing-st", ["missing-status"]),
        ("matrixlint schema ", ["config", "report", "matrix", "difference"]),
        ("matrixlint config sel", ["select"]),
        ("matrixlint completion ", list(SHELLS)),
        ("matrixlint check support", ["support-matrix.ini"]),
        ("matrixlint check --config matrix", ["matrixlint.toml"]),
        ("matrixlint migrate --t", ["--to"]),
        ("matrixlint migrate --to ", ["driver"]),
        ("matrixlint check --un", ["--unsafe-fixes"]),
    ],
)
def test_bash_completes(
    script: Callable[[str], Path], folder: Path, words: str, wanted: list[str]
) -> None:
    script("bash")
    for name in ("support-matrix.ini", "matrixlint.toml"):
        (folder / name).touch()
    text = DRIVE.format(words=" ".join(repr(word) for word in words.split(" ")))
    done = subprocess.run(["bash", "-c", text], check=True, capture_output=True, text=True)

    assert sorted(done.stdout.split()) == sorted(wanted)


@pytest.mark.parametrize("words", [[], ["bash", "zsh"]])
def test_one_shell_is_expected(cli: Command, words: list[str]) -> None:
    message = "matrixlint: error: expected one shell: bash, fish or zsh\n"

    assert cli("completion", *words) == (2, "", message)


def test_another_shell_is_refused(cli: Command) -> None:
    message = "completion: found 'bas', expected bash, fish or zsh; did you mean 'bash'?"

    assert cli("completion", "bas") == (2, "", f"matrixlint: error: {message}\n")


def test_without_shtab_it_is_said_what_to_install(
    cli: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    message = "completion needs shtab; install it with: pip install 'matrixlint[completion]'"

    assert cli("completion", "bash") == (2, "", f"matrixlint: error: {message}\n")


def test_help_names_the_shells(cli: Command) -> None:
    run = cli("completion", "--help")

    assert run.status == 0
    assert run.out.startswith("usage: matrixlint completion bash|fish|zsh\n")


@pytest.mark.external
def test_the_page_of_the_manual_is_sound(folder: Path) -> None:
    tool("man")
    environment = os.environ | {"PYTHON": sys.executable}
    subprocess.run([ROOT / "docs" / "manual", folder], check=True, env=environment)
    done = subprocess.run(
        ["man", "--warnings", "-l", folder / "matrixlint.1"],
        check=True,
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "MANWIDTH": "100", "LC_ALL": "C.UTF-8"},
    )

    assert done.stderr == ""
    assert "--unsafe-fixes" in done.stdout
    assert [each for each in COMMANDS if f"COMMAND 'matrixlint {each}'" not in done.stdout] == []
