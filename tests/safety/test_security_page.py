"""SECURITY.md promises nothing that no test holds."""

import re

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PROMISES = re.findall(r"^- (\*\*.+?)(?=\n- |\n\n)", PAGE, re.MULTILINE | re.DOTALL)


def test_there_are_promises() -> None:
    names = [each.split("**")[1].rstrip(".") for each in PROMISES]

    assert names == [
        "Nothing of it is run",
        "The action runs nothing of it",
        "Nobody is called",
        "Nothing outside of the project is read or written unasked",
        "Nothing is written that nobody asked for",
        "Files keep what they are",
        "Nothing makes it wait or gives up the rest",
        "A safe fix loses nothing",
        "Time grows with the file",
        "No bytes break a run",
        "Output is fit to print",
        "No output is a command to a build server",
        "No cell of CSV is a formula",
    ]


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise[2:20])
def test_a_promise_names_tests_that_are_there(promise: str) -> None:
    named = re.findall(r"`(tests/[^`]+)`", promise)

    assert named != []
    assert [path for path in named if not (ROOT / path).exists()] == []
