"""The package's public names are those that it lists, and they come when asked for."""

import runpy
import subprocess
import sys

import pytest

import matrixlint
from matrixlint.cli import main
from matrixlint.diagnostic import Diagnostic, Edit, Fix, Severity, Span
from matrixlint.linter import lint_file, lint_text, load
from matrixlint.matrix import Matrix
from matrixlint.rule import Finding, rule


def test_the_names_are_what_they_are_called() -> None:
    found = {name: getattr(matrixlint, name) for name in matrixlint.__all__}

    assert found == {
        "Diagnostic": Diagnostic,
        "Edit": Edit,
        "Finding": Finding,
        "Fix": Fix,
        "Matrix": Matrix,
        "Severity": Severity,
        "Span": Span,
        "__version__": "0.1.0",
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
        ("import matrixlint, sys; print('matrixlint.rule' in sys.modules)", "False"),
        ("from matrixlint import Finding, rule; print(rule.__name__)", "rule"),
        ("import matrixlint; matrixlint.lint_text(''); print(matrixlint.rule.__name__)", "rule"),
        ("import matrixlint.rule; print(matrixlint.rule.__module__)", "matrixlint.rule"),
    ],
)
def test_names_are_the_same_whatever_was_imported_before(script: str, out: str) -> None:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert done.stdout.decode().strip() == out


def test_the_module_runs_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["matrixlint", "rule", "lost"])

    with pytest.raises(SystemExit) as caught:
        runpy.run_module("matrixlint", run_name="__main__")

    assert caught.value.code == 2
    assert capsys.readouterr().err == "matrixlint: error: unknown rule 'lost'\n"


def test_the_module_is_imported_without_running() -> None:
    assert runpy.run_module("matrixlint.__main__", run_name="other")["main"] is main
