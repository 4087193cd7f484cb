"""What a rule is, and the words that messages are made with."""

from collections.abc import Iterator

import pytest

from matrixlint import Finding, Matrix, Severity, load, rule
from matrixlint.rules.rule import Rule
from matrixlint.text.phrases import format_count, format_hint, join_or
from matrixlint.text.span import Span

PLACE = Span(1, 2, 1, 4)


@rule("XY001", "a-name", severity=Severity.INFO)
def documented(matrix: Matrix) -> Iterator[Finding]:
    """
    What it finds.

    ## Example

        indented

    The end.
    """
    yield Finding(PLACE, f"{len(matrix.features)} features")


@rule("XY002", "other-name", severity=Severity.ERROR)
def bare(matrix: Matrix) -> Iterator[Finding]:
    yield Finding(PLACE, f"{len(matrix.drivers)} drivers")


def test_a_rule_holds_the_facts_of_its_decorator() -> None:
    assert isinstance(documented, Rule)
    assert (documented.code, documented.name, documented.severity) == (
        "XY001",
        "a-name",
        Severity.INFO,
    )


def test_the_page_is_the_docstring_without_its_indentation() -> None:
    assert documented.page == "What it finds.\n\n## Example\n\n    indented\n\nThe end.\n"


def test_the_summary_is_the_first_line_of_the_page() -> None:
    assert documented.summary == "What it finds."


def test_a_rule_without_a_docstring_has_an_empty_page() -> None:
    assert (bare.page, bare.summary) == ("\n", "")


def test_the_check_is_the_decorated_function() -> None:
    matrix = load("")

    assert list(documented.check(matrix)) == [Finding(PLACE, "0 features")]
    assert list(bare.check(matrix)) == [Finding(PLACE, "0 drivers")]


def test_a_finding_needs_no_more_than_a_place_and_a_message() -> None:
    assert Finding(PLACE, "x") == (PLACE, "x", None, None, (), None, None, None, None)


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a or b"),
        (["a", "b", "c"], "a, b or c"),
        (iter("abcd"), "a, b, c or d"),
        (["a"] * 20, "a, " * 18 + "a or a"),
        (["a"] * 21, "a, " * 19 + "a or one of 1 more"),
        (["a"] * 50, "a, " * 19 + "a or one of 30 more"),
    ],
)
def test_words_are_listed_as_a_message_lists_them(words: list[str], listed: str) -> None:
    assert join_or(words) == listed


@pytest.mark.parametrize(("count", "counted"), [(0, "0 keys"), (1, "1 key"), (12, "12 keys")])
def test_a_noun_stands_in_the_right_number(count: int, counted: str) -> None:
    assert format_count(count, "key") == counted


def test_the_hint_quotes_what_was_meant() -> None:
    assert format_hint("it's") == 'did you mean "it\'s"?'
    assert format_hint("a") == "did you mean 'a'?"


@pytest.mark.parametrize("nothing", [None, ""])
def test_there_is_no_hint_where_nothing_was_meant(nothing: str | None) -> None:
    assert format_hint(nothing) is None
