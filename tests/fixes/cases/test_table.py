"""Each fix of the table makes exactly the text that stands there, however its lines end."""

import re
from collections import Counter
from collections.abc import Callable

import pytest

from matrixlint import Diagnostic, lint_text
from matrixlint.rules.registry import ALL
from tests.finding import everything, shown
from tests.fixed import applied
from tests.fixes.cases.case import Case
from tests.fixes.cases.table import CASES
from tests.fixes.outcome import Lint, outcome, unsound
from tests.page import parts

FIXED = [case for case in CASES if case.is_fixed]
VARIANTS: dict[str, Callable[[str], str]] = {
    "LF": str,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "no final end": lambda text: text.removesuffix("\n"),
    "no final CRLF": lambda text: text.removesuffix("\n").replace("\n", "\r\n"),
}
# How a page says that there is a fix.
SAFETY = re.compile(r"\b(?:is|are|it) (safe|unsafe)\b")

TITLES = {
    "MX001": {
        "indent the line",
        "join the two lines",
        "put '=' behind the key",
        "put it behind its key",
    },
    "MX003": {"drop the second"},
    "MX004": {
        "break the line behind the header",
        "close the header",
        "join the two lines",
        "take '-' away",
        "take the blanks out of the brackets",
        "take the indentation away",
        "write '[driver.lvm]'",
    },
    "MX006": {"drop the byte-order mark"},
    "MX008": {"take the indentation away"},
    "MX009": {"double the percent sign"},
    "MX105": {
        "rename to the keys of 'driver'",
        "rename to the keys of 'target'",
        "rename to the keys of 'targets'",
    },
    "MX107": {
        "rename the entries to 'storwize'",
        "rename the entries to 'storwize', and write 'unknown' where there is no entry",
        "write 'unheard' where there is no entry",
        "write 'unknown' where there is no entry",
    },
    "MX202": {"write 'status=optional'", "write 'weight=light'"},
    "MX203": {
        "indent the line",
        "put '=' behind the key",
        "rename to 'driver-impl-kvm'",
        "rename to 'driver-notes.lvm'",
        "rename to 'driver.lvm'",
        "rename to 'notes'",
        "rename to 'title'",
    },
    "MX204": {"rename to '[backends]'", "rename to '[driver.lvm]'"},
    "MX207": {"drop the semicolons beside it"},
    "MX209": {"write ';'"},
    "MX301": {"write 'complete'", "write 'condition'", "write 'mandatory'", "write 'untested'"},
    "MX302": {"take the blank out"},
    "MX303": {"write 'condition'"},
    "MX401": {"write 'complete'", "write 'partial'"},
    "MX402": {"write 'unknown' for it", "write 'unknown' for them"},
    "MX403": {
        "rename to 'ceph'",
        "rename to 'disk-b' and 'disk-a'",
        "rename to 'nsd4'",
        "rename to 'ovs'",
    },
    "MX404": {"rename to 'libvirt-lxc'", "rename to 'lvm'"},
    "MX409": {"drop the note"},
    "MX504": {"write 'console'"},
    "MX602": {"write 'operation.attach'", "write 'operation.x'"},
    "MX603": {"write 'complete'"},
    "MX704": {"write plain blanks, and drop what is not seen"},
    "MX705": {"drop the quotes"},
    "MX801": {"drop the white space"},
    "MX804": {"put the entries in the order of the declarations"},
    "MX805": {"write '='"},
    "MX901": {"drop 'MX401'", "drop the comment"},
    "MX902": {"write 'partial-without-notes'"},
}
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


def reported(case: Case, found: list[Diagnostic]) -> list[Diagnostic]:
    return [diagnostic for diagnostic in found if diagnostic.code == case.code]


@each_variant
@each(FIXED)
def test_fix_makes_the_text_of_the_table(case: Case, variant: str) -> None:
    before, after = texts(case, variant)
    (diagnostic,) = reported(case, linter(case)(before))

    assert diagnostic.fix, shown(case.name, before, [diagnostic])
    assert applied(before, diagnostic.fix) == after
    assert diagnostic.fix.safe is case.safe
    assert unsound(before, diagnostic) == []


@each(FIXED)
def test_fix_takes_its_diagnostic_and_lets_hidden_ones_come(case: Case) -> None:
    lint = linter(case)
    found = lint(case.before)
    (diagnostic,) = reported(case, found)
    assert diagnostic.fix
    made = outcome(case.before, diagnostic, diagnostic.fix, found, lint)

    assert made.is_fixed
    assert Counter(identity[0] for identity in made.come.elements()) == Counter(case.come)
    assert reported(case, lint(case.after)) == []


def test_fixes_say_what_they_do() -> None:
    titles: dict[str, set[str]] = {}
    for case in FIXED:
        (diagnostic,) = reported(case, linter(case)(case.before))
        titles.setdefault(case.code, set()).add(diagnostic.fix.title if diagnostic.fix else "")

    assert titles == TITLES


@each([case for case in CASES if not case.is_fixed])
def test_there_is_no_fix_where_it_could_do_harm(case: Case) -> None:
    diagnostics = reported(case, linter(case)(case.before))

    assert [diagnostic.fix for diagnostic in diagnostics] == [None]


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
    (diagnostic,) = [diagnostic for diagnostic in everything(before) if diagnostic.code == code]

    assert diagnostic.fix
    assert (applied(before, diagnostic.fix), diagnostic.fix.safe) == (after, True)
    assert [diagnostic for diagnostic in everything(after) if diagnostic.code == code] == []


def test_every_rule_whose_page_has_a_fix_is_in_the_table_with_its_safety() -> None:
    pages = {
        rule.code: set(SAFETY.findall(" ".join(part.text.split())))
        for rule in ALL
        for part in parts(rule.page)
        if part.heading == "Fix" and SAFETY.search(" ".join(part.text.split()))
    }
    table: dict[str, set[str]] = {}
    for case in FIXED:
        table.setdefault(case.code, set()).add("safe" if case.safe else "unsafe")

    assert {**table, **OF_ENDS} == pages
