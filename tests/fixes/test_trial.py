"""Of many fixes those that do harm are found, section by section, and no others."""

from collections.abc import Iterator

import pytest

from matrixlint import load
from matrixlint.diagnostic import Diagnostic, Fix, Severity
from matrixlint.fixes import trial
from matrixlint.fixes.attribution import SideEffects, attribute_side_effects, find_section
from matrixlint.fixes.side_effects import Change, find_side_effect
from matrixlint.fixes.trial import UNTRIED, Text, Trial
from matrixlint.text.edited_text import EditedText
from matrixlint.text.span import Edit, Span

HEAD = "[driver.a]\ntitle=A\n"
ONE_MORE = "the file would have one more MX003"
LOST = "a section would be lost, gained or called otherwise"
FACT = "a driver, level or status would be read otherwise"
SIZE = 6


def feature(number: int) -> str:
    return (
        f"[operation.x{number}]\ntitle=X{number}\nstatus=optional\nnotes=Some.\n"
        "driver.a=complete\n# end\n"
    )


def text_of(count: int) -> str:
    return HEAD + "".join(map(feature, range(count)))


def first_line(number: int) -> int:
    return 3 + number * SIZE


def at(line: int, column: int, length: int, text: str) -> Edit:
    return Edit(Span.within(line, column, length), text)


def diagnostic(*edits: Edit, safe: bool = True) -> Diagnostic:
    line = edits[0].span.line
    return Diagnostic(
        *("a", line, 1, "EX001", f"wrong in line {line}", line, 2, "wrong", Severity.ERROR),
        fix=Fix("mend", edits, safe=safe),
    )


def good(number: int) -> Diagnostic:
    return diagnostic(at(first_line(number) + 1, 7, 0, "A "))


def bad(number: int) -> dict[str, Diagnostic]:
    """Return fixes of one feature that do harm, by the reasons."""
    first = first_line(number)
    return {
        ONE_MORE: diagnostic(at(first + 3, 12, 0, "\nnotes=Twice.")),
        LOST: diagnostic(at(first + 5, 1, 0, f"[operation.y{number}]\n")),
        FACT: diagnostic(at(first + 4, 10, 8, "missing")),
    }


class Reads:
    """Reads texts, and counts how many."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, copy: EditedText) -> Text:
        self.count += 1
        return Text(copy, load(copy.data.decode()))


def run(text: str, diagnostics: list[Diagnostic], reads: Reads) -> tuple[int, str, dict[int, str]]:
    """Return how many of the fixes are made, the text, and the reasons of others by their lines."""
    old = Text(EditedText.from_bytes(text.encode()), load(text))
    attempts = Trial(old, diagnostics, reads)
    made, new = attempts.run()
    refused = {each.diagnostic.line: each.reason for each in attempts.skipped}
    return len(made), new.copy.data.decode(), refused


def change(text: str, *edits: Edit, safe: bool = True) -> Change:
    copy = EditedText.from_bytes(text.encode()).apply_edits(edits)
    return Change(load(text), load(copy.data.decode()), copy, is_safe=safe)


@pytest.mark.parametrize("reason", [ONE_MORE, LOST, FACT])
def test_those_that_do_harm_are_refused_in_few_readings(reason: str) -> None:
    diagnostics = [each for number in range(40) for each in (good(number), bad(number)[reason])]
    reads = Reads()
    made, text, refused = run(text_of(40), diagnostics, reads)

    assert made == 40
    assert text == text_of(40).replace("title=", "title=A ").replace("=A A", "=A")
    assert refused == {bad(number)[reason].line: reason for number in range(40)}
    assert reads.count <= 8


def test_many_that_do_no_harm_are_made_in_one_reading() -> None:
    reads = Reads()

    assert run(text_of(20), [good(number) for number in range(20)], reads)[::2] == (20, {})
    assert reads.count == 1


def test_what_hides_behind_another_harm_is_found() -> None:
    diagnostics = [bad(number)[reason] for number in range(9) for reason in (ONE_MORE, LOST, FACT)]
    made, text, refused = run(text_of(9), sorted(diagnostics, key=lambda each: each.line), Reads())

    assert (made, text) == (0, text_of(9))
    assert refused == {
        each.line: reason for number in range(9) for reason, each in bad(number).items()
    }


def test_fixes_of_several_sections_are_tried_by_halves() -> None:
    wide = diagnostic(at(first_line(0) + 1, 7, 0, "A "), at(first_line(1) + 1, 7, 0, "A "))
    broken = diagnostic(at(first_line(2) + 1, 1, 5, "notes"), at(first_line(3) + 1, 7, 0, "A "))
    diagnostics = [wide, broken, *(bad(number)[ONE_MORE] for number in range(4, 12))]
    made, text, refused = run(text_of(12), diagnostics, Reads())

    assert (made, text.count("title=A X")) == (1, 2)
    assert refused == {each.line: ONE_MORE for each in diagnostics[1:]}


def test_what_no_section_can_be_blamed_for_is_found_by_halves() -> None:
    diagnostics = [good(number) for number in range(9)] + [diagnostic(at(1, 9, 1, "b"))]
    made, text, refused = run(text_of(9), diagnostics, Reads())

    assert made == 9
    assert refused == {1: FACT}
    assert text.startswith(HEAD)


def test_what_does_harm_together_only_is_found_by_halves(monkeypatch: pytest.MonkeyPatch) -> None:
    def both(change: Change) -> str | None:
        titles = {each.values["title"] for each in change.after.document.sections}
        return find_side_effect(change) or ("together" if {"A X3", "A X4"} <= titles else None)

    monkeypatch.setattr(trial, "find_side_effect", both)
    diagnostics = [good(number) for number in range(8)] + [bad(9)[ONE_MORE]]
    made, _, refused = run(text_of(10), diagnostics, Reads())

    assert made == 7
    assert refused == {diagnostics[4].line: "together", diagnostics[8].line: ONE_MORE}


def test_past_a_bound_no_more_rounds_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_MAX_CHARACTERS", 0)
    monkeypatch.setattr(trial, "_MAX_TEXT_MULTIPLE", 2)
    made, text, refused = run(text_of(1), [good(0), *[bad(0)[ONE_MORE]] * 9], Reads())

    assert (made, text) == (0, text_of(1))
    assert set(refused.values()) == {UNTRIED}


def test_past_a_bound_fixes_are_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_MAX_CHARACTERS", 0)
    monkeypatch.setattr(trial, "_MAX_TEXT_MULTIPLE", 2)
    diagnostics = [bad(number)[ONE_MORE] for number in range(4)]
    made, text, refused = run(text_of(4), diagnostics, Reads())

    assert (made, text) == (0, text_of(4))
    assert list(refused.values()) == [UNTRIED] * 4


EDITS: list[tuple[Edit, bool]] = [
    (at(first_line(1) + 3, 12, 0, "\nnotes=Twice."), False),
    (at(first_line(1) + 3, 12, 0, "\n[operation.y]"), False),
    (at(first_line(1) + 4, 1, 0, "notes=Twice.\n"), False),
    (at(first_line(1) + 4, 10, 8, "unknown"), True),
    (at(first_line(1) + 2, 8, 8, "mandatory"), True),
    (at(first_line(1), 12, 1, "y"), True),
    (Edit(Span(first_line(1) + 4, 1, first_line(1) + 5, 1), ""), True),
    (at(first_line(1) + 4, 1, 0, " "), False),
]


@pytest.mark.parametrize(("edit", "safe"), EDITS)
def test_blame_is_of_the_section_and_says_what_harm_says(edit: Edit, safe: bool) -> None:  # noqa: FBT001  a table
    made = change(text_of(3), edit, safe=safe)

    assert find_side_effect(made) is not None
    assert attribute_side_effects(made) == (
        {3: find_side_effect(made)},
        attribute_side_effects(made).later,
    )
    assert find_section(diagnostic(edit), [1, *(first_line(at) for at in range(3))]) == 3


def test_of_harm_of_two_kinds_one_comes_later() -> None:
    edits = [
        at(first_line(0) + 3, 12, 0, "\nnotes=Twice."),
        at(first_line(1) + 4, 10, 8, "unknown"),
        at(first_line(2) + 3, 12, 0, "\n[operation.y]"),
    ]

    assert attribute_side_effects(change(text_of(3), *edits)) == SideEffects(
        {2: ONE_MORE}, frozenset({3, 4})
    )


def test_without_harm_nobody_is_to_blame() -> None:
    assert attribute_side_effects(change(text_of(2), at(4, 7, 0, "A "))) == SideEffects(
        {}, frozenset()
    )


def test_values_that_change_elsewhere_are_of_their_section() -> None:
    copy = EditedText.from_bytes(text_of(2).encode())
    levels = load(text_of(2).replace("driver.a=complete", "driver.a=unknown"))
    names = load(text_of(2).replace("[operation.x1]", "[operation.y]"))

    assert attribute_side_effects(
        Change(load(text_of(2)), levels, copy, is_safe=False)
    ).reasons == {
        at: f"'driver.a' in [operation.x{at - 2}] would be read otherwise" for at in (2, 3)
    }
    assert attribute_side_effects(Change(load(text_of(2)), names, copy, is_safe=False)).reasons == {
        3: LOST
    }


def places() -> Iterator[tuple[Edit, int | None]]:
    """Yield edits, each with the section that it lies in, of headers in lines 1, 3 and 9."""
    yield at(1, 1, 0, "# x\n"), 0
    yield at(1, 1, 0, "x"), 1
    yield at(2, 1, 3, ""), 1
    yield at(3, 1, 0, "# x\n"), 1
    yield at(3, 1, 0, " "), 2
    yield Edit(Span(2, 1, 3, 1), ""), 1
    yield Edit(Span(2, 1, 3, 2), ""), None
    yield Edit(Span(3, 1, 4, 1), ""), 2
    yield at(8, 5, 0, "\nx=y"), 2


@pytest.mark.parametrize(("edit", "number"), list(places()))
def test_section_that_an_edit_lies_in(edit: Edit, number: int | None) -> None:
    assert find_section(diagnostic(edit), [1, 3, 9]) == number
