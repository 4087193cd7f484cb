"""Fixes as an editor is offered them."""

import pytest

from matrixlint import Span
from matrixlint.lsp.code_actions import find_actions, fix_all_edits, has_safe_fix
from tests.lsp.client import DRIVERS, analysis, edited

WHOLE = Span(1, 1, 10**9, 1)
HEAD = f"{DRIVERS}[operation.x]\ntitle=X\n"
TEXT = f"{HEAD}status=Optional\ndriver.a=compelte\ndriver.b=Missing\n"


def test_each_fix_is_offered_and_unsafe_ones_say_so() -> None:
    known = analysis(TEXT)

    assert [
        (each.title, each.is_safe, edited(known, each.edits)) for each in find_actions(known, WHOLE)
    ] == [
        ("MX301: write 'optional'", True, TEXT.replace("Optional", "optional")),
        ("MX401: write 'complete' (unsafe)", False, TEXT.replace("compelte", "complete")),
        ("MX401: write 'missing'", True, TEXT.replace("Missing", "missing")),
    ]


def test_only_the_fixes_of_the_range_are_offered() -> None:
    found = find_actions(analysis(TEXT), Span(8, 1, 8, 99))

    assert [each.diagnostic.line for each in found] == [8]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (TEXT, TEXT.replace("Optional", "optional").replace("Missing", "missing")),
        ("\ufeff" + TEXT.replace("Optional", "optional"), TEXT.replace("Optional", "optional")),
        (TEXT.replace("\n", "\r\n"), None),
        (f"{HEAD}status=optional\ndriver.a=Partial\ndriver.b=missing", None),
    ],
)
def test_all_safe_fixes_at_once(text: str, wanted: str | None) -> None:
    known = analysis(text)
    done = edited(known, fix_all_edits(known))

    if wanted is None:
        wanted = text
    for old, new in (("Optional", "optional"), ("Missing", "missing"), ("Partial", "partial")):
        wanted = wanted.replace(old, new)
    assert done == wanted


def test_lines_that_stay_are_not_edited() -> None:
    assert [edit.span for edit in fix_all_edits(analysis(TEXT))] == [
        Span(7, 1, 8, 1),
        Span(9, 1, 10, 1),
    ]


@pytest.mark.parametrize("text", ["", HEAD + "status=optional\n", f"{TEXT}# \ud800\n"])
def test_there_may_be_nothing_to_fix(text: str) -> None:
    known = analysis(text)

    assert fix_all_edits(known) == []
    assert has_safe_fix(known) is ("Optional" in text)


def test_a_fix_that_would_do_harm_is_not_offered() -> None:
    known = analysis(TEXT)
    for index, diagnostic in enumerate(known.diagnostics):
        assert diagnostic.fix
        first = diagnostic.fix.edits[0]
        broken = first._replace(text="x\n[y") if index else first._replace(span=Span(99, 1, 99, 1))
        known.diagnostics[index] = diagnostic._replace(fix=diagnostic.fix._replace(edits=(broken,)))

    assert list(find_actions(known, WHOLE)) == []
