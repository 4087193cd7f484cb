"""Each fix of the table makes exactly the text that stands there, however its lines end."""

import re
from collections import Counter
from collections.abc import Callable

import pytest

from matrixlint import Diagnostic, lint_text
from matrixlint.rules import ALL
from tests.finding import everything, shown
from tests.fixes.case import Case
from tests.fixes.outcome import Lint, outcome, unsound
from tests.fixes.table import CASES
from tests.mend import applied
from tests.page import parts

MENDED = [case for case in CASES if case.is_mended]
VARIANTS: dict[str, Callable[[str], str]] = {
    "LF": str,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "no final end": lambda text: text.removesuffix("\n"),
    "no final CRLF": lambda text: text.removesuffix("\n").replace("\n", "\r\n"),
}
# How a page says that there is a fix.
SAFETY = re.compile(r"\b(?:is|are|it) (safe|unsafe)\b")

# A listing has only lines with ends, all alike: tests of their own hold these.
OF_ENDS = {"MX802": {"safe"}, "MX803": {"safe"}}

each_variant = pytest.mark.parametrize("variant", VARIANTS)


def each(cases: list[Case]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases, ids=lambda case: f"{case.code} {case.name}")


def linter(case: Case) -> Lint:
    return lambda text: lint_text(text, config=case.config)


def texts(case: Case, variant: str) -> tuple[str, str]:
    change = VARIANTS[variant]
    return change(case.before), change(case.after)


def told(case: Case, found: list[Diagnostic]) -> list[Diagnostic]:
    return [row for row in found if row.code == case.code]


@each_variant
@each(MENDED)
def test_fix_makes_the_text_of_the_table(case: Case, variant: str) -> None:
    before, after = texts(case, variant)
    (row,) = told(case, linter(case)(before))

    assert row.fix, shown(case.name, before, [row])
    assert applied(before, row.fix) == after
    assert row.fix.safe is case.safe
    assert unsound(before, row) == []


@each(MENDED)
def test_fix_takes_its_diagnostic_and_lets_hidden_ones_come(case: Case) -> None:
    lint = linter(case)
    found = lint(case.before)
    (row,) = told(case, found)
    assert row.fix
    made = outcome(case.before, row, row.fix, found, lint)

    assert made.is_mended
    assert Counter(identity[0] for identity in made.come.elements()) == Counter(case.come)
    assert told(case, lint(case.after)) == []


@each([case for case in CASES if not case.is_mended])
def test_there_is_no_fix_where_it_could_do_harm(case: Case) -> None:
    rows = told(case, linter(case)(case.before))

    assert [row.fix for row in rows] == [None]


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("MX802", "[driver.a]\ntitle=A", "[driver.a]\ntitle=A\n"),
        ("MX802", "[driver.a]\r\ntitle=A", "[driver.a]\r\ntitle=A\r\n"),
        ("MX803", "[driver.a]\r\ntitle=A\n#\r\n", "[driver.a]\r\ntitle=A\r\n#\r\n"),
        ("MX803", "[driver.a]\rtitle=A\r\n#\n#\n", "[driver.a]\ntitle=A\n#\n#\n"),
    ],
)
def test_fix_of_line_ends_makes_them_alike(code: str, before: str, after: str) -> None:
    (row,) = [row for row in everything(before) if row.code == code]

    assert row.fix
    assert (applied(before, row.fix), row.fix.safe) == (after, True)
    assert [row for row in everything(after) if row.code == code] == []


def test_every_rule_whose_page_has_a_fix_is_in_the_table_with_its_safety() -> None:
    pages = {
        rule.code: set(SAFETY.findall(" ".join(part.text.split())))
        for rule in ALL
        for part in parts(rule.page)
        if part.heading == "Fix" and SAFETY.search(" ".join(part.text.split()))
    }
    table: dict[str, set[str]] = {}
    for case in MENDED:
        table.setdefault(case.code, set()).add("safe" if case.safe else "unsafe")

    assert {**table, **OF_ENDS} == pages
