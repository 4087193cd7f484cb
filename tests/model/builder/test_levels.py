"""Cells read as levels."""

import pytest

from matrixlint import load
from matrixlint.syntax.dialects.dialect import DRIVER, Support
from tests.parsed import DECLARED, custom, shown

Row = tuple[str, str | None, bool]


def read(entry: str, head: str = DECLARED + "[operation.x]\n") -> tuple[str | None, list[Row]]:
    """Return the level of the one cell, and what is told of it."""
    matrix = load(head + entry)
    reported = [
        (shown(each.span), each.suggestion, each.is_continued) for each in matrix.unknown_levels
    ]
    return matrix.features[0].levels[0], reported


@pytest.mark.parametrize("level", ["complete", "partial", "missing", "unknown"])
def test_a_level_is_read_as_it_is(level: str) -> None:
    assert read(f"driver.a={level}\n") == (level, [])


def test_an_absent_cell_has_no_level() -> None:
    assert read("driver.zulu=complete\n")[0] is None


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("Complete", "complete"),
        ("compelte", "complete"),
        ("MISSING", "missing"),
        ("complete # remark", "complete"),
        ("complete ; so", "complete"),
        ("compleet # so", "complete"),
        ("partial.", "partial"),
        ("complete:n", "complete"),
    ],
)
def test_a_word_near_a_level_is_read_as_it(written: str, suggestion: str) -> None:
    assert read(f"driver.a={written}\n") == (
        suggestion,
        [(f"4:10-{10 + len(written)}", suggestion, False)],
    )


@pytest.mark.parametrize("written", ["", "wurst", "yes", "incomplete", "complete partial", "%%"])
def test_a_word_near_none_is_not_known(written: str) -> None:
    assert read(f"driver.a={written}\n") == ("", [(f"4:10-{10 + len(written)}", None, False)])


@pytest.mark.parametrize(
    ("written", "is_incomplete"), [("missing driver.b=complete", True), ("complete=", False)]
)
def test_of_two_lines_in_one_the_second_is_not_missing(
    written: str, *, is_incomplete: bool
) -> None:
    matrix = load(f"{DECLARED}[driver.b]\n[operation.x]\ndriver.a={written}\n")

    assert matrix.features[0].section.is_incomplete is is_incomplete


@pytest.mark.parametrize("written", ["com\xa0plete", "complete\u200b", "\xadcomplete"])
def test_a_level_that_is_right_but_for_what_cannot_be_seen_is_read(written: str) -> None:
    assert read(f"driver.a={written}\n") == ("complete", [])


@pytest.mark.parametrize(
    ("written", "indexes"), [("\n  partial", {0}), ("partial\n  so", set()), ("Partial", {0})]
)
def test_a_level_whose_token_is_reported_is_misread(written: str, indexes: set[int]) -> None:
    feature = load(f"{DECLARED}[operation.x]\ndriver.a={written}\n").features[0]

    assert (feature.levels, feature.misread) == (["partial"], indexes)


def test_a_level_is_itself_though_it_is_near_another() -> None:
    levels = dict.fromkeys(("not-yet", "not_yet"), Support.MISSING)
    dialect = DRIVER._replace(name="own", levels=levels)
    text = f"{DECLARED}[driver.b]\n[operation.x]\ndriver.a=not-yet\ndriver.b=not.yet\n"

    assert custom(text, dialect).features[0].levels == ["not-yet", ""]


@pytest.mark.parametrize("written", ["%(title)s", "complete%", "comp\0lete"])
def test_a_cell_that_is_reported_already_is_not_known(written: str) -> None:
    assert read(f"title=X\ndriver.a={written}\n") == ("", [])


@pytest.mark.parametrize(
    ("written", "level", "span"),
    [
        ("complete\n  more\n  and more", "complete", "5:3-7"),
        ("compelte\n\n# c\n  more", "complete", "7:3-7"),
        ("wurst\n  more", "", "5:3-7"),
        ("\n  complete", "complete", "5:3-11"),
        ("\n  complete\n  more", "complete", "5:3-11"),
    ],
)
def test_a_level_of_several_lines_is_reported_at_the_first_continuation(
    written: str, level: str, span: str
) -> None:
    assert read(f"driver.a={written}\n") == (level, [(span, None, True)])


@pytest.mark.parametrize(
    ("written", "level", "suggestion"),
    [
        ("complete:n", "complete", ""),
        ("partial:queens", "partial", ""),
        ("partial: n", "partial", ""),
        ("missing:\xa0n", "missing", ""),
        ("com\xa0plete", "complete", ""),
        ("complete:", "complete", "complete"),
        ("Complete:n", "complete", "complete"),
        ("wurst:n", "", None),
        (":n", "", None),
        (":", "", None),
    ],
)
def test_in_target_a_level_may_carry_a_release(
    written: str, level: str, suggestion: str | None
) -> None:
    reported = [] if suggestion == "" else [(f"4:3-{3 + len(written)}", suggestion, False)]

    assert read(f"a={written}\n", "[target.a]\ntitle=A\n[x]\n") == (level, reported)


def test_every_cell_is_reported_in_the_order_of_features_and_drivers() -> None:
    matrix = load(
        f"{DECLARED}[driver.b]\n[operation.x]\ndriver.b=B\ndriver.a=A\n[operation.y]\ndriver.b=C\n"
    )

    assert [(each.entry.line, each.driver.name) for each in matrix.unknown_levels] == [
        (6, "a"),
        (5, "b"),
        (8, "b"),
    ]
