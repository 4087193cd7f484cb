"""Expressions are compiled when they are first used, and only then."""

import ast
import re

import pytest

from matrixlint.text.lazy_regex import compile_lazily
from tests.tree import modules

POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+")


def has_possessive_group(text: str) -> bool:
    """Return whether a group in the expression *text* has a possessive quantifier."""
    # White space means nothing in a verbose expression, which has several lines.
    plain = re.sub(r"\s", "", text) if "\n" in text else text
    return POSSESSIVE_GROUP.search(plain) is not None


def test_an_expression_does_what_a_compiled_one_does() -> None:
    found = compile_lazily("(A)b", re.IGNORECASE)

    assert [found.findall("abaB"), found.sub(r"\1", "abc"), found.findall("ab")] == [
        ["a", "a"],
        "ac",
        ["a"],
    ]


def test_a_wrong_expression_raises_where_it_is_used() -> None:
    found = compile_lazily("(")

    with pytest.raises(re.error, match="missing"):
        found.search("")


def test_an_expression_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found = compile_lazily("x")
    assert found.search("x")
    monkeypatch.setattr(re, "compile", None)

    assert found.search("x")


def test_no_group_has_a_possessive_quantifier() -> None:
    # Before Python 3.11.5 it matches wrongly where the group backtracks (CPython gh-106052,
    # gh-100061); an atomic group, (?>...), is right in all versions.
    texts = [
        (module.name, node.value)
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]

    assert [each for each in texts if has_possessive_group(each[1])] == []


@pytest.mark.parametrize("text", ["(a)*+", "\n(a) ?+", "(?:a){2,3}+", "[)(]*+b(c)++"])
def test_a_possessive_quantifier_of_a_group_is_seen(text: str) -> None:
    assert has_possessive_group(text)
