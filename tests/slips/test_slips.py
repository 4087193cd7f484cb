"""Each fault of the table gives its one diagnostic, and takes none away."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from random import Random

import pytest

from matrixlint import Diagnostic, lint_text
from matrixlint.config.rule_selection import is_on_by_default
from matrixlint.rules.registry import ALL
from tests.finding import everything, places, shown
from tests.generator import DIALECTS, clean_matrix
from tests.slips.sheet import Sheet, read
from tests.slips.slip import Case, Slip
from tests.slips.table import HARMLESS, SLIPS

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

SHEETS = 6
PLACES = 2
EXAMPLES = os.path.join(os.path.dirname(__file__), os.pardir, os.pardir, "examples")
CLEAN_EXAMPLE = os.path.join(EXAMPLES, "support-matrix.ini")
REAL_EXAMPLE = os.path.join(EXAMPLES, "nova-2016", "support-matrix.ini")
# What takes the whole file, or the rest of a section, out of every rule's sight.
BLINDING = {"MX101", "MX102"}
# What may leave a status unread, which then may name any choice group: those are undecided.
UNREAD = {"MX001", "MX004", "MX005", "MX007", "MX202", "MX203", "MX301", "MX302"}
BLINDING_NAMES = {"first header lost", "key on top", "keys on top"}

ON_DEMAND = {rule.code for rule in ALL if not is_on_by_default(rule)}

Lint = Callable[[str], list[Diagnostic]]


def _each(slips: list[Slip]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("slip", slips, ids=lambda slip: slip.name.replace(" ", "-"))


with_slip = _each([*SLIPS, *HARMLESS])
# The others hide the findings of the matrix by their nature, or are told only where asked for.
with_slip_beside_others = _each(
    [
        slip
        for slip in (*SLIPS, *HARMLESS)
        if slip.code not in BLINDING | ON_DEMAND and slip.name not in BLINDING_NAMES
    ]
)


@cache
def sheets() -> list[Sheet]:
    texts = [
        clean_matrix(Random(f"{dialect} {seed}"), dialect)  # noqa: S311  no secret
        for dialect in DIALECTS
        for seed in range(SHEETS)
    ]
    return [read(text) for text in texts]


@cache
def example(path: str) -> tuple[Sheet, list[Diagnostic]]:
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    return read(text), lint_text(text)


def sampled(slip: Slip, sheet: Sheet, count: int) -> list[Case]:
    """Return some of the cases of a fault in a matrix, the same ones in every run."""
    if sheet.dialect not in slip.dialects:
        return []
    random = Random(slip.name)  # noqa: S311  no secret is made of it
    cases = list(slip.cases(sheet, random))
    return random.sample(cases, min(count, len(cases)))


def expected(slip: Slip, case: Case) -> list[tuple[int, str]]:
    return [(case.line, slip.code)] if slip.code else []


def by_meaning(text: str) -> list[Diagnostic]:
    """Return what all rules say but those of layout, which speak of a changed line too."""
    return [each for each in everything(text) if not each.code.startswith("MX8")]


def reported(disagreements: Iterator[str]) -> None:
    """Fail with the first three disagreements, and the count of all."""
    found = list(disagreements)
    if found:
        pytest.fail("\n".join((f"{len(found)} disagreements", *found[:3])), pytrace=False)


def in_clean(slip: Slip, sheet: Sheet, lint: Lint) -> Iterator[str]:
    for case in sampled(slip, sheet, PLACES):
        text = case.text(sheet)
        found = lint(text)
        if places(found) != expected(slip, case):
            title = f"{slip.name} ({sheet.dialect}): expected {expected(slip, case)}"
            yield shown(title, text, found, case.line)


def in_real(slip: Slip, sheet: Sheet, before: list[Diagnostic], count: int) -> Iterator[str]:
    """Tell where a fault does not just add its finding to those there were."""
    for case in sampled(slip, sheet, count):
        if any(case.touches(each.line) for each in before):
            continue
        text = case.text(sheet)
        found = lint_text(text)
        was = Counter((case.moved(each.line), each.code) for each in before)
        now = Counter(places(found))
        lost = set(was - now)
        if slip.code in UNREAD:
            lost = {(line, code) for line, code in lost if code != "MX501"}
        if list((now - was).elements()) != expected(slip, case) or lost:
            title = f"{slip.name}: expected {expected(slip, case)}, lost {lost}"
            yield shown(title, text, found, case.line)


@with_slip
def test_slip_in_a_clean_matrix_is_the_only_finding(slip: Slip) -> None:
    lint = by_meaning if slip.code else lint_text
    reported(text for sheet in sheets() for text in in_clean(slip, sheet, lint))


@with_slip
def test_slip_in_the_example_is_the_only_finding(slip: Slip) -> None:
    sheet, before = example(CLEAN_EXAMPLE)

    assert before == []
    reported(in_clean(slip, sheet, by_meaning if slip.code else lint_text))


@with_slip_beside_others
def test_slip_in_a_real_matrix_adds_one_finding(slip: Slip) -> None:
    sheet, before = example(REAL_EXAMPLE)
    reported(in_real(slip, sheet, before, PLACES))


def test_every_slip_has_a_case() -> None:
    idle = [
        slip.name
        for slip in (*SLIPS, *HARMLESS)
        if not any(sampled(slip, sheet, 1) for sheet in sheets())
    ]

    assert idle == []
