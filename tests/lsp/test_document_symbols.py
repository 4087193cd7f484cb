"""What an editor lists and folds."""

import pytest

from matrixlint import Span
from matrixlint.lsp import document_symbols
from matrixlint.lsp.document_symbols import Role, Symbol, find_symbols
from matrixlint.lsp.folding import Fold, find_folds
from tests.lsp.client import analysis

TEXT = """\
# One
; two
[driver.a]
title=A

[operation.x]
title=X
 y
# z
status=optional

[other]
"""


def test_sections_are_listed_with_their_entries() -> None:
    entries = (
        Symbol("title", "X", Role.ENTRY, Span(7, 1, 8, 3), Span(7, 1, 7, 6)),
        Symbol("status", "optional", Role.ENTRY, Span(10, 1, 10, 16), Span(10, 1, 10, 7)),
    )
    title = Symbol("title", "A", Role.ENTRY, Span(4, 1, 4, 8), Span(4, 1, 4, 6))

    assert find_symbols(analysis(TEXT)) == [
        Symbol("driver.a", "A", Role.DRIVER, Span(3, 1, 4, 8), Span(3, 1, 3, 11), [title]),
        Symbol("operation.x", "X", Role.FEATURE, Span(6, 1, 10, 16), Span(6, 1, 6, 14), [*entries]),
        Symbol("other", "", Role.SECTION, Span(12, 1, 12, 8), Span(12, 1, 12, 8), []),
    ]


def test_entries_of_a_very_large_matrix_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_symbols, "_MAX_SYMBOLS", 2)

    found = find_symbols(analysis(TEXT))
    assert [(each.name, each.children) for each in found] == [
        *(("driver.a", ()), ("operation.x", ()), ("other", ()))
    ]


def test_a_lost_name_is_a_question_mark() -> None:
    text = "[driver.a]\ntitle=A\n[\ntitle=X\nstatus=optional\ndriver.a=complete\n"

    assert [each.name for each in find_symbols(analysis(text))] == ["driver.a", "?"]


def test_sections_values_and_comments_fold() -> None:
    assert find_folds(analysis(TEXT)) == [
        Fold(1, 2, is_comment=True),
        Fold(3, 4),
        Fold(6, 10),
        Fold(7, 8),
    ]
