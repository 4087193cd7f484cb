"""Expressions are compiled when they are first used, and only then."""

import re

import pytest

from matrixlint.expression import expression


def test_an_expression_does_what_a_compiled_one_does() -> None:
    found = expression("(A)b", re.IGNORECASE)

    assert [found.findall("abaB"), found.sub(r"\1", "abc"), found.findall("ab")] == [
        ["a", "a"],
        "ac",
        ["a"],
    ]


def test_a_wrong_expression_raises_where_it_is_used() -> None:
    found = expression("(")

    with pytest.raises(re.error, match="missing"):
        found.search("")


def test_an_expression_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found = expression("x")
    assert found.search("x")
    monkeypatch.setattr(re, "compile", None)

    assert found.search("x")
