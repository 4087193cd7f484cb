"""``matrixlint lsp`` as a command; tests/lsp speaks with the server."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

Command = Callable[..., Any]


def test_help_says_what_it_is(cli: Command) -> None:
    run = cli("lsp", "--help")

    assert run.status == 0
    assert run.out.startswith("usage: matrixlint lsp\n\nBe the language server of an editor.\n")
    assert "--stdio" in run.out


def test_it_takes_no_path(cli: Command) -> None:
    message = "matrixlint: error: expected no argument, found 'a.ini'\n"

    assert cli("lsp", "a.ini") == (2, "", message)


@pytest.mark.parametrize("name", ["pygls", "pygls.lsp.server"])
def test_without_pygls_it_is_said_what_to_install(
    cli: Command, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    message = "lsp needs pygls 2; install it with: pip install 'matrixlint[lsp]'"

    assert cli("lsp") == (2, "", f"matrixlint: error: {message}\n")


def test_it_ends_when_its_client_is_gone(process: Command) -> None:
    assert process("lsp", stdin=b"") == (0, "", "")


def test_it_serves_and_nothing_else_is_printed_among_its_answers(
    cli: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = []

    def serve(*_: object) -> None:
        served.append(True)
        print("what a plugin prints")  # noqa: T201  that is the fact

    monkeypatch.setattr("pygls.server.JsonRPCServer.start_io", serve)

    assert cli("lsp", "--stdio") == (0, "", "what a plugin prints\n")
    assert served == [True]
