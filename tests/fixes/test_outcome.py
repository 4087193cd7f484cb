"""A fix that is applied alone takes its diagnostic, and brings none but what that has hidden."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matrixlint.text.edited_text import EditedText
from matrixlint.text.source import Source
from tests.finding import everything, shown
from tests.fixes.outcome import SYNTAX, Identity, Outcome, identity, outcome, outcomes, unsound
from tests.page import BAD, Example, all_examples, findings
from tests.slips.slip import Case, Slip, Splice
from tests.slips.table import SLIPS
from tests.slips.test_slips import sampled, sheets
from tests.strategies import PROFILE, broken, matrices, texts

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

CORPUS = os.environ.get("MATRIXLINT_CORPUS", "")
# What shows when the wrong token of an example is right, by its page and its rule.
COME: dict[tuple[str, str], list[Identity]] = {
    ("MX107-1", "MX107"): [("MX408", "operation.create-volume", "driver.ceph", "ceph")],
    ("MX402-1", "MX402"): [("MX408", "operation.rescue", "driver.vmware", "vmware")],
    ("MX902-1", "MX902"): [("MX901", "operation.pause", None, None)],
}
# Faults that leave no line which the reader stops at.
MEANT = [slip for slip in SLIPS if slip.code not in SYNTAX]


def bad(text: str) -> Iterator[str]:
    """Yield what is wrong with the fixes of *text*, which a person may read."""
    found = everything(text)
    for diagnostic in found:
        if unsound(text, diagnostic):
            yield shown(
                f"edits of {diagnostic.code} are unsound: {diagnostic.fix}",
                text,
                found,
                diagnostic.line,
            )
    if SYNTAX.isdisjoint(diagnostic.code for diagnostic in found):
        yield from (reported(text, each) for each in outcomes(text) if not each.is_fixed)


def reported(text: str, made: Outcome) -> str:
    title = (
        f"{made.diagnostic.code} in line {made.diagnostic.line}: gone {made.gone}, come {made.come}"
    )
    return shown(title, text, [made.diagnostic], made.diagnostic.line)


@given(broken(matrices()))
@settings(PROFILE, max_examples=200)
def test_fix_applied_alone_takes_its_diagnostic(text: str) -> None:
    assert list(bad(text)) == []


@st.composite
def doubly_wrong(draw: st.DrawFn) -> str:
    """Draw a clean matrix with two faults in it, or one where there is no room for both."""
    sheet = draw(st.sampled_from(sheets()))
    splices: list[Splice] = []
    for slip in draw(st.lists(st.sampled_from(MEANT), min_size=2, max_size=2)):
        cases = sampled(slip, sheet, 9)
        fresh = draw(st.sampled_from(cases)).splices if cases else ()
        if all(
            one.stop < other.start or other.stop < one.start for one in fresh for other in splices
        ):
            splices += fresh
    return Case(0, tuple(splices)).text(sheet)


@given(doubly_wrong())
@settings(PROFILE, max_examples=150)
def test_fix_beside_another_slip_takes_its_diagnostic(text: str) -> None:
    assert list(bad(text)) == []


@given(texts())
@settings(PROFILE, max_examples=125)
def test_edits_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    assert [diagnostic for diagnostic in everything(text) if unsound(text, diagnostic)] == []


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name.replace(" ", "-"))
def test_fix_of_a_slip_takes_its_diagnostic(slip: Slip) -> None:
    written = [case.text(sheet) for sheet in sheets()[::2] for case in sampled(slip, sheet, 1)]
    wrong = [text for each in written for text in bad(each)]

    assert wrong[:1] == []


def examples() -> list[Example]:
    return [
        each for each in all_examples(BAD) if any(diagnostic.fix for diagnostic in findings(each))
    ]


@pytest.mark.parametrize("example", examples(), ids=lambda each: f"{each.rule.code}-{each.number}")
def test_fix_of_an_example_leaves_the_other_findings(example: Example) -> None:
    name = f"{example.rule.code}-{example.number}"
    before = findings(example)
    for diagnostic in before:
        if diagnostic.fix:
            data = EditedText.from_bytes(example.data).apply_edits(diagnostic.fix.edits).data
            after = findings(example, Source.from_bytes(example.name, data))
            others = [identity(other) for other in before if other is not diagnostic]
            come = COME.get((name, diagnostic.code), [])
            assert sorted(map(repr, map(identity, after))) == sorted(map(repr, others + come))


def corpus() -> list[str]:
    names = sorted(os.listdir(CORPUS)) if CORPUS else []
    return [name for name in names if name.endswith(".ini")]


@pytest.mark.skipif(not CORPUS, reason="set MATRIXLINT_CORPUS to a folder of matrices")
@pytest.mark.parametrize("name", corpus() or ["none"])
def test_fix_of_a_real_matrix_takes_its_diagnostic(name: str) -> None:
    with open(os.path.join(CORPUS, name), encoding="utf-8", newline="") as file:
        text = file.read()
    found = everything(text)
    first = {diagnostic.code: diagnostic for diagnostic in reversed(found) if diagnostic.fix}
    made = [
        outcome(text, diagnostic, diagnostic.fix, found, everything)
        for diagnostic in first.values()
        if diagnostic.fix
    ]
    is_syntax = not SYNTAX.isdisjoint(diagnostic.code for diagnostic in found)

    assert [diagnostic.code for diagnostic in found if unsound(text, diagnostic)] == []
    assert [reported(text, each) for each in made if not (is_syntax or each.is_fixed)] == []
