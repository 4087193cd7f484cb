"""Whatever is found, comments silence it, and none of them is one too many."""

import pytest
from hypothesis import given, settings

from matrixlint import Diagnostic
from matrixlint.config.settings import Settings
from matrixlint.fixes.add_suppressions import add_suppressions
from matrixlint.linter.lint import lint_or_raise
from matrixlint.rules.registry import ALL
from matrixlint.text.source import Source
from tests.page import BAD, Example, all_examples
from tests.strategies import PROFILE, broken, matrices, soups

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

EVERYTHING = Settings(codes=frozenset(rule.code for rule in ALL))
EXAMPLES = [each for each in all_examples(BAD) if each.source.encoding is None]


def live(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    return [diagnostic for diagnostic in diagnostics if diagnostic.suppressed is None]


def without_comments(data: bytes) -> list[bytes]:
    lines = data.removeprefix(b"\xef\xbb\xbf").splitlines()
    return [line for line in lines if b"matrixlint:" not in line]


def left(data: bytes, reason: str = "") -> list[Diagnostic]:
    """Return what is found in *data* when comments have been written into it."""
    done = add_suppressions("a.ini", data, EVERYTHING, reason, live)
    assert without_comments(done) == without_comments(data)
    return live(lint_or_raise(Source.from_bytes("a.ini", done), EVERYTHING))


@given(broken(matrices()))
@settings(PROFILE, max_examples=100)
def test_nothing_is_left_of_a_broken_matrix(text: str) -> None:
    assert left(text.encode("utf-8", "surrogatepass")) == []


@given(broken(soups()))
@settings(PROFILE, max_examples=75)
def test_nothing_is_left_of_any_text(text: str) -> None:
    assert left(text.encode("utf-8", "surrogatepass"), "because") == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: f"{each.rule.code}-{each.number}")
def test_nothing_is_left_of_an_example(example: Example) -> None:
    assert left(example.data) == []
