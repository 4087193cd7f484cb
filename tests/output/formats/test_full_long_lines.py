"""Of long lines the full format shows what is around a mark."""

import pytest

from matrixlint.diagnostic import Diagnostic, Related, Severity
from matrixlint.output.formats import render
from matrixlint.output.report import Report
from matrixlint.text.span import Span
from tests.growth import assert_linear

PATH = "a.ini"
LINE = "".join(chr(ord("a") + at % 26) for at in range(600))


def shown(line: str, span: Span, *related: Span) -> list[str]:
    """Return the lines below the place of a finding in the first line."""
    found = Diagnostic(
        *(PATH, span.line, span.column, "MX701", "wrong", span.end_line, span.end_column),
        *("placeholder-text", Severity.ERROR),
        related=tuple(Related(each, "other") for each in related),
    )
    return render("full", Report([found], lines={PATH: [line]})).splitlines()[3:]


def at(column: int, length: int) -> Span:
    return Span.within(1, column, length)


@pytest.mark.parametrize("length", [1, 200, 500])
def test_a_line_of_five_hundred_is_shown_whole(length: int) -> None:
    assert shown(LINE[:length], at(1, 1)) == [f"1 | {LINE[:length]}", "  | ^"]


def test_a_longer_one_is_cut_at_its_end() -> None:
    assert shown(LINE[:501], at(61, 2)) == [f"1 | {LINE[:200]}...", f"  | {' ' * 60}^^"]


def test_one_is_cut_at_both_ends() -> None:
    assert shown(LINE, at(62, 2)) == [f"1 | ...{LINE[1:201]}...", f"  | {' ' * 63}^^"]


def test_one_is_cut_at_its_beginning() -> None:
    assert shown(LINE, at(600, 1)) == [f"1 | ...{LINE[539:]}", f"  | {' ' * 63}^"]


def test_a_long_mark_is_cut_too() -> None:
    assert shown(LINE, at(11, 500)) == [f"1 | {LINE[:200]}...", f"  | {' ' * 10}{'^' * 190}"]


def test_marks_far_from_each_other_are_shown_one_by_one() -> None:
    assert shown(LINE, at(1, 1), at(200, 1), at(201, 1)) == [
        f"1 | {LINE[:200]}...",
        "  | ^",
        f"  | {' ' * 199}- other",
        f"1 | ...{LINE[140:340]}...",
        f"  | {' ' * 63}- other",
    ]


@pytest.mark.slow
@pytest.mark.no_cover
def test_many_findings_in_one_line_are_shown_in_linear_time() -> None:
    def work(size: int) -> None:
        line = "x\t" * size
        found = [
            Diagnostic(
                *(PATH, 1, 2 * column + 1, "MX701", "wrong", 1, 2 * column + 2),
                *("placeholder-text", Severity.ERROR),
            )
            for column in range(size)
        ]
        assert len(render("full", Report(found, lines={PATH: [line]}))) < 2_000 * size

    assert_linear(work, 200)
