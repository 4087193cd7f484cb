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
from tests.faults.fault import Case, Fault
from tests.faults.sheet import Sheet, read
from tests.faults.table import FAULTS, HARMLESS
from tests.finding import everything, places, shown
from tests.generator import DIALECTS, clean_matrix

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


def _each(faults: list[Fault]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("fault", faults, ids=lambda fault: fault.name.replace(" ", "-"))


with_fault = _each([*FAULTS, *HARMLESS])
# The others hide the findings of the matrix by their nature, or are told only where asked for.
with_fault_beside_others = _each(
    [
        fault
        for fault in (*FAULTS, *HARMLESS)
        if fault.code not in BLINDING | ON_DEMAND and fault.name not in BLINDING_NAMES
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


def sampled(fault: Fault, sheet: Sheet, count: int) -> list[Case]:
    """Return some of the cases of a fault in a matrix, the same ones in every run."""
    if sheet.dialect not in fault.dialects:
        return []
    random = Random(fault.name)  # noqa: S311  no secret is made of it
    cases = list(fault.cases(sheet, random))
    return random.sample(cases, min(count, len(cases)))


def expected(fault: Fault, case: Case) -> list[tuple[int, str]]:
    return [(case.line, fault.code)] if fault.code else []


def by_meaning(text: str) -> list[Diagnostic]:
    """Return what all rules say but those of layout, which speak of a changed line too."""
    return [each for each in everything(text) if not each.code.startswith("MX8")]


def told(disagreements: Iterator[str]) -> None:
    """Fail with the first three disagreements, and the count of all."""
    found = list(disagreements)
    if found:
        pytest.fail("\n".join((f"{len(found)} disagreements", *found[:3])), pytrace=False)


def in_clean(fault: Fault, sheet: Sheet, lint: Lint) -> Iterator[str]:
    for case in sampled(fault, sheet, PLACES):
        text = case.text(sheet)
        found = lint(text)
        if places(found) != expected(fault, case):
            title = f"{fault.name} ({sheet.dialect}): expected {expected(fault, case)}"
            yield shown(title, text, found, case.line)


def in_real(fault: Fault, sheet: Sheet, before: list[Diagnostic], count: int) -> Iterator[str]:
    """Tell where a fault does not just add its finding to those there were."""
    for case in sampled(fault, sheet, count):
        if any(case.touches(each.line) for each in before):
            continue
        text = case.text(sheet)
        found = lint_text(text)
        was = Counter((case.moved(each.line), each.code) for each in before)
        now = Counter(places(found))
        lost = set(was - now)
        if fault.code in UNREAD:
            lost = {(line, code) for line, code in lost if code != "MX501"}
        if list((now - was).elements()) != expected(fault, case) or lost:
            title = f"{fault.name}: expected {expected(fault, case)}, lost {lost}"
            yield shown(title, text, found, case.line)


@with_fault
def test_fault_in_a_clean_matrix_is_the_only_finding(fault: Fault) -> None:
    lint = by_meaning if fault.code else lint_text
    told(text for sheet in sheets() for text in in_clean(fault, sheet, lint))


@with_fault
def test_fault_in_the_example_is_the_only_finding(fault: Fault) -> None:
    sheet, before = example(CLEAN_EXAMPLE)

    assert before == []
    told(in_clean(fault, sheet, by_meaning if fault.code else lint_text))


@with_fault_beside_others
def test_fault_in_a_real_matrix_adds_one_finding(fault: Fault) -> None:
    sheet, before = example(REAL_EXAMPLE)
    told(in_real(fault, sheet, before, PLACES))


def test_every_fault_has_a_case() -> None:
    idle = [
        fault.name
        for fault in (*FAULTS, *HARMLESS)
        if not any(sampled(fault, sheet, 1) for sheet in sheets())
    ]

    assert idle == []
