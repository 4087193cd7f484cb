"""The full format: every finding with the lines that it speaks of."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from matrixlint.diagnostic import Diagnostic, Fix, Related, Severity
from matrixlint.output.formats import render
from matrixlint.output.report import Report
from matrixlint.text.span import Edit, Span

PATH = "support-matrix.ini"
LINES = [
    "# a matrix",
    "[driver.foo]",
    "title=Foo",
    "",
    "[operation.attach] # here",
    "title=Attach",
    "driver.foo=compelte",
    "\tnotes=中文\tx\x1b\ty",
    "    status=a",
    "",
    "    title=b",
]
BASE = Diagnostic(PATH, 7, 12, "MX401", "wrong", 7, 20, "unknown-level", Severity.ERROR)


def shown(diagnostic: Diagnostic, lines: Sequence[str] = LINES) -> str:
    return render("full", Report([diagnostic], lines={PATH: lines}))


def test_the_feature_the_line_the_hint_and_the_fix_are_shown() -> None:
    finding = BASE._replace(
        section="operation.attach",
        hint="did you mean 'complete'?",
        fix=Fix("replace with 'complete'", (Edit(BASE.span, "complete"),)),
    )

    assert shown(finding) == (
        "MX401 unknown-level: wrong\n"
        " --> support-matrix.ini:7:12\n"
        "  |\n"
        "5 | [operation.attach] # here\n"
        "  | ------------------------- in this feature\n"
        "7 | driver.foo=compelte\n"
        "  |            ^^^^^^^^ did you mean 'complete'?\n"
        "  = fix: replace with 'complete' (unsafe)\n"
    )


def test_line_numbers_of_different_length_are_aligned() -> None:
    far = Related(Span(11, 5, 11, 10), "the other")

    assert shown(BASE._replace(related=(far,))) == (
        "MX401 unknown-level: wrong\n"
        "  --> support-matrix.ini:7:12\n"
        "   |\n"
        " 7 | driver.foo=compelte\n"
        "   |            ^^^^^^^^\n"
        "11 |     title=b\n"
        "   |     ----- the other\n"
    )


def test_a_section_that_declares_is_no_feature() -> None:
    finding = BASE._replace(section="driver.foo", line=3, column=1, end_line=3, end_column=6)

    assert shown(finding).splitlines()[3:5] == [
        "2 | [driver.foo]",
        "  | ------------ in this section",
    ]


def test_a_finding_at_its_header_shows_the_header_once() -> None:
    finding = BASE._replace(section="operation.attach", line=5, column=1, end_line=5, end_column=19)

    assert shown(finding) == (
        "MX401 unknown-level: wrong\n"
        " --> support-matrix.ini:5:1\n"
        "  |\n"
        "5 | [operation.attach] # here\n"
        "  | ^^^^^^^^^^^^^^^^^^\n"
    )


def test_the_header_is_that_of_the_section_above_where_two_have_one_name() -> None:
    lines = ["[a.b]", "x=1", "[a.b]", "x=1", "[a.b]"]
    finding = BASE._replace(section="a.b", line=4, column=1, end_line=4, end_column=2)

    assert shown(finding, lines).splitlines()[3] == "3 | [a.b]"


def test_a_section_without_a_readable_header_is_left_out() -> None:
    assert shown(BASE._replace(section="operation.lost")).splitlines()[3:] == [
        "7 | driver.foo=compelte",
        "  |            ^^^^^^^^",
    ]


def test_several_places_in_one_line_have_a_row_each() -> None:
    other = Related(Span(7, 1, 7, 11), "of this driver")

    assert shown(BASE._replace(related=(other,))).splitlines()[3:] == [
        "7 | driver.foo=compelte",
        "  | ---------- of this driver",
        "  |            ^^^^^^^^",
    ]


def test_carets_stand_under_wide_characters_tabs_and_escapes() -> None:
    finding = BASE._replace(line=8, column=8, end_line=8, end_column=10)
    further = Related(Span(8, 14, 8, 15), "here")

    assert shown(finding._replace(related=(further,))).splitlines()[3:] == [
        "8 |     notes=中文  x\\x1b   y",
        "  |           ^^^^",
        "  | " + " " * 24 + "- here",
    ]


def test_a_range_of_no_length_has_one_caret() -> None:
    finding = BASE._replace(column=20, end_column=20)

    assert shown(finding).splitlines()[-1] == "  |" + " " * 20 + "^"


def test_an_empty_line_and_a_line_behind_the_end_have_a_caret() -> None:
    finding = BASE._replace(line=1, column=1, end_line=1, end_column=1)

    assert shown(finding, [""]) == shown(finding, [])
    assert shown(finding, []).splitlines()[2:] == ["  |", "1 |", "  | ^"]


def test_of_a_range_over_lines_the_first_and_the_last_are_shown() -> None:
    finding = BASE._replace(line=9, column=5, end_line=11, end_column=12, hint="what is it?")

    assert shown(finding).splitlines()[3:] == [
        " 9 |     status=a",
        "   |     ^^^^^^^^",
        "11 |     title=b",
        "   |     ^^^^^^^ what is it?",
    ]


def test_a_range_up_to_the_start_of_a_line_ends_on_the_line_before() -> None:
    finding = BASE._replace(line=5, column=1, end_line=8, end_column=1)

    assert shown(finding).splitlines()[3:] == [
        "5 | [operation.attach] # here",
        "  | ^^^^^^^^^^^^^^^^^^^^^^^^^",
        "7 | driver.foo=compelte",
        "  | ^^^^^^^^^^^^^^^^^^^",
    ]


def test_a_range_of_one_line_with_its_end_is_one_line() -> None:
    finding = BASE._replace(line=7, column=1, end_line=8, end_column=1)

    assert shown(finding).splitlines()[3:] == [
        "7 | driver.foo=compelte",
        "  | ^^^^^^^^^^^^^^^^^^^",
    ]


def test_findings_are_parted_by_an_empty_line() -> None:
    text = render("full", Report([BASE, BASE], lines={PATH: LINES}))

    assert text == shown(BASE) + "\n" + shown(BASE)


def test_a_file_whose_lines_are_not_known_still_has_its_place() -> None:
    assert render("full", Report([BASE])).splitlines()[1:3] == [
        " --> support-matrix.ini:7:12",
        "  |",
    ]


def test_foreign_text_shows() -> None:
    finding = BASE._replace(
        path="a\nb",
        message="\x1b[2J",
        hint="\u202e",
        fix=Fix("put \x07 there", (), safe=True),
    )

    assert render("full", Report([finding], lines={"a\nb": LINES})) == (
        "MX401 unknown-level: \\x1b[2J\n"
        " --> a\\nb:7:12\n"
        "  |\n"
        "7 | driver.foo=compelte\n"
        "  |            ^^^^^^^^ \\u202e\n"
        "  = fix: put \\x07 there (safe)\n"
    )


def test_colour_marks_severity_and_places() -> None:
    report = Report([BASE._replace(severity=Severity.WARNING)], lines={PATH: LINES}, colored=True)

    assert render("full", report) == (
        "\033[1;33mMX401 unknown-level\033[0m: \033[1mwrong\033[0m\n"
        " \033[1;34m-->\033[0m support-matrix.ini:7:12\n"
        "  \033[1;34m|\033[0m\n"
        "\033[1;34m7 |\033[0m driver.foo=compelte\n"
        "  \033[1;34m|\033[0m            \033[1;33m^^^^^^^^\033[0m\n"
    )


def test_no_finding_is_no_text() -> None:
    assert render("full", Report()) == ""


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[str], Diagnostic]:
    lines = draw(st.lists(st.text(max_size=9), min_size=1, max_size=6))
    first = draw(st.integers(1, len(lines)))
    last = draw(st.integers(first, len(lines)))
    start = draw(st.integers(1, len(lines[first - 1]) + 1))
    end = draw(st.integers(start if first == last else 1, len(lines[last - 1]) + 1))
    placed = BASE._replace(line=first, column=start, end_line=last, end_column=end)
    return lines, placed._replace(message=draw(st.text()), hint=draw(st.text()))


@given(cases())
def test_any_place_of_any_text_is_shown_on_lines_that_print(
    case: tuple[list[str], Diagnostic],
) -> None:
    lines, finding = case
    text = shown(finding, lines)

    assert [line for line in text.split("\n") if not line.isprintable()] == []
    assert "^" in text
