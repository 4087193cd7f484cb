"""The package's public names are those that it lists, and they come when asked for."""

import io
import os
import runpy
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest

import matrixlint
from matrixlint.__main__ import process
from matrixlint.api import FixedText, fix_text, lint_file, lint_text, load
from matrixlint.cli import main
from matrixlint.diagnostic import Diagnostic, Fix, Severity
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding, rule
from matrixlint.text.span import Edit, Span

MODULE = str(Path(matrixlint.__file__).with_name("__main__.py"))


def test_the_names_are_what_they_are_called() -> None:
    found = {name: getattr(matrixlint, name) for name in matrixlint.__all__}

    assert found == {
        "Diagnostic": Diagnostic,
        "Edit": Edit,
        "Finding": Finding,
        "Fix": Fix,
        "FixedText": FixedText,
        "Matrix": Matrix,
        "Severity": Severity,
        "Span": Span,
        "__version__": "0.1.0",
        "fix_text": fix_text,
        "lint_file": lint_file,
        "lint_text": lint_text,
        "load": load,
        "rule": rule,
    }


def test_no_other_name_is_listed() -> None:
    assert dir(matrixlint) == sorted(matrixlint.__all__)


def test_another_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match=r"^module 'matrixlint' has no attribute 'lint'$"):
        matrixlint.lint  # noqa: B018


@pytest.mark.parametrize(
    ("script", "out"),
    [
        ("import matrixlint, sys; print('matrixlint.rules.rule' in sys.modules)", "False"),
        ("from matrixlint import Finding, rule; print(rule.__name__)", "rule"),
        (
            "import matrixlint; matrixlint.lint_text(''); print(matrixlint.rule.__name__)",
            "rule",
        ),
        (
            "import matrixlint.rules.rule; print(matrixlint.rule.__module__)",
            "matrixlint.rules.rule",
        ),
    ],
)
def test_names_are_the_same_whatever_was_imported_before(script: str, out: str) -> None:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert done.stdout.decode().strip() == out


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the end of the process be an exception."""

    def leave(status: int) -> None:
        raise SystemExit(status)

    monkeypatch.setattr(os, "_exit", leave)
    monkeypatch.setattr(sys, "argv", ["matrixlint", "rule", "lost"])


@pytest.mark.usefixtures("ended")
def test_the_module_runs_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        runpy.run_path(MODULE, run_name="__main__")

    assert caught.value.code == 2
    assert capsys.readouterr().err == "matrixlint: error: unknown rule 'lost'\n"


def interrupt() -> NoReturn:
    raise KeyboardInterrupt


@pytest.mark.usefixtures("ended")
def test_ctrl_c_while_the_end_is_reported_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matrixlint.__main__.main", interrupt)

    with pytest.raises(SystemExit) as caught:
        process()

    assert caught.value.code == 130


@pytest.mark.usefixtures("ended")
def test_ctrl_c_while_modules_are_imported_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(ModuleType):
        def __getattr__(self, name: str) -> NoReturn:
            raise KeyboardInterrupt(name)

    monkeypatch.setitem(sys.modules, "matrixlint.cli", Interrupted("matrixlint.cli"))

    with pytest.raises(SystemExit) as caught:
        runpy.run_path(MODULE, run_name="interrupted")

    assert caught.value.code == 130


@pytest.mark.usefixtures("ended")
@pytest.mark.parametrize("stream", [None, io.TextIOWrapper(io.BytesIO())])
def test_the_process_ends_whatever_becomes_of_its_streams(
    monkeypatch: pytest.MonkeyPatch, stream: io.TextIOWrapper | None
) -> None:
    if stream:
        stream.close()
    monkeypatch.setattr(sys, "stdout", stream)

    with pytest.raises(SystemExit) as caught:
        process()

    assert caught.value.code == 2


def test_a_process_prints_all_before_it_ends(folder: Path) -> None:
    (folder / "support-matrix.ini").write_text("x\n" * 20_000, encoding="utf-8")

    done = subprocess.run([sys.executable, "-m", "matrixlint"], capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (1, b"found 20001 errors in 1 file\n")
    assert done.stdout.count(b"\n") == 20_001


def test_the_module_is_imported_without_running() -> None:
    assert runpy.run_path(MODULE, run_name="other")["main"] is main
