"""Passes over a file: what waits, what is refused, and what plugins may do."""

from collections.abc import Iterator

import pytest

from matrixlint.diagnostic import Diagnostic, Fix, Severity
from matrixlint.fixes import engine
from matrixlint.linter.lint import LintResult
from matrixlint.text.span import Edit, Span
from tests.fixes.fixing import done

TEXT = b"[driver.a]\ntitle=A\n[operation.x]\ntitle=X\nstatus=optional\ndriver.a=complete\n"


def diagnostic(line: int, *edits: Edit, safe: bool = True, code: str = "EX001") -> Diagnostic:
    return Diagnostic(
        *("a", line, 1, code, f"wrong in line {line}", line, 2, "wrong", Severity.ERROR),
        fix=Fix("mend", edits, safe=safe),
    )


def at(line: int, column: int, length: int, text: str) -> Edit:
    return Edit(Span.within(line, column, length), text)


def fixed_as_reported(
    monkeypatch: pytest.MonkeyPatch, reported: list[list[Diagnostic]]
) -> engine.FixResult:
    """Return *TEXT* with fixes made, one list of rows being found before each pass."""
    answers: Iterator[list[Diagnostic]] = iter(reported)

    def checked(*_: object) -> LintResult:
        return LintResult(next(answers, reported[-1]))

    monkeypatch.setattr(engine, "check_matrix", checked)
    return done(TEXT, unsafe=True)


def lines(made: engine.FixResult) -> list[str]:
    return [line.rstrip("\n") for line in made.copy.lines[:-1]]


def test_of_fixes_that_overlap_one_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = diagnostic(2, at(2, 7, 1, "AA")), diagnostic(3, at(2, 7, 1, "BB"), code="EX002")
    made = fixed_as_reported(monkeypatch, [[first, second], [second], []])

    assert len(made.applied) == 2
    assert lines(made)[1] == "title=BBA"


def test_safe_ones_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    unsafe, safe = diagnostic(2, at(2, 7, 1, "BB"), safe=False), diagnostic(4, at(4, 7, 1, "Y"))
    made = fixed_as_reported(monkeypatch, [[unsafe, safe], [unsafe], []])

    assert len(made.applied) == 2
    assert lines(made)[1:4:2] == ["title=BB", "title=Y"]


@pytest.mark.parametrize(
    "edits",
    [
        [at(9, 1, 0, "x")],
        [at(2, 1, 99, "")],
        [at(2, 7, 1, "x"), at(2, 7, 1, "y")],
    ],
)
def test_edits_that_cannot_be_made_are_refused(
    monkeypatch: pytest.MonkeyPatch, edits: list[Edit]
) -> None:
    made = fixed_as_reported(monkeypatch, [[diagnostic(2, *edits)]])

    assert [each.reason for each in made.skipped] == ["its edits do not fit the text"]
    assert (len(made.applied), made.copy.data) == (0, TEXT)


def test_the_one_that_does_harm_is_found_among_many(monkeypatch: pytest.MonkeyPatch) -> None:
    diagnostics = [diagnostic(number, at(number, 1, 0, "# remark\n")) for number in (1, 2, 3, 5, 6)]
    bad = diagnostic(4, at(4, 1, 5, "status"))
    reported = sorted([*diagnostics, bad])
    made = fixed_as_reported(monkeypatch, [reported, [bad]])

    assert len(made.applied) == 5
    assert [(each.diagnostic, each.reason) for each in made.skipped] == [
        (bad, "the file would have one more MX003")
    ]
    assert made.copy.data.count(b"# remark\n") == 5
    assert made.copy.data.replace(b"# remark\n", b"") == TEXT


def test_a_refusal_holds_for_one_fix_of_a_finding() -> None:
    # Blanks would make another level of it where the key is a slip, and none are wanted later.
    blurred = b"drive*.a=complet" + b"\t" * 11 + b"e"
    made = done(TEXT.replace(b"driver.a=complete", blurred), unsafe=True)

    assert made.copy.data == TEXT
    assert (len(made.applied), made.skipped) == (2, [])


def test_what_changes_levels_is_not_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    edit = at(6, 10, 8, "missing")
    safe = fixed_as_reported(monkeypatch, [[diagnostic(6, edit)]])
    unsafe = fixed_as_reported(monkeypatch, [[diagnostic(6, edit, safe=False)], []])

    assert [each.reason for each in safe.skipped] == [
        "a driver, level or status would be read otherwise"
    ]
    assert (len(unsafe.applied), unsafe.skipped) == (1, [])


def test_there_are_ten_passes_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    made = fixed_as_reported(monkeypatch, [[diagnostic(2, at(2, 7, 0, "x"))]])

    assert len(made.applied) == 10
    assert lines(made)[1] == "title=xxxxxxxxxxA"


def test_new_drivers_are_added_in_the_order_of_their_declarations() -> None:
    names = [f"d{number}" for number in range(30)]
    data = b"".join(f"[driver.{name}]\ntitle={name}\n".encode() for name in names) + TEXT
    made = done(data, "MX107", "MX402", unsafe=True)

    assert len(made.applied) == 30
    assert [line.strip() for line in made.copy.lines if "=unknown" in line] == [
        f"driver.{name}=unknown" for name in names
    ]


def test_nothing_is_done_to_what_is_no_utf_8() -> None:
    data = "a=b ".encode("utf-16")
    made = done(data, unsafe=True)

    assert (len(made.applied), made.copy.data) == (0, data)
