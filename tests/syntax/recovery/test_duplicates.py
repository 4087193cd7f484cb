"""Keys and sections that stand twice, and headers lost between two features."""

import pytest

from tests.parsed import (
    CLEAN,
    DECLARED,
    FEATURE,
    KEYS,
    VALUES,
    document,
    fixed,
    messages,
    open_sections,
    related,
    reported,
    sections,
    unknown_values,
)


@pytest.mark.parametrize(
    ("second", "end"),
    [("title=Y", 6), ("Title=Y", 6), ("TITLE : Y", 6), ("driver.A=missing", 9), ("status=", 7)],
)
def test_a_key_that_stands_twice_is_reported_at_the_second(second: str, end: int) -> None:
    text = f"{CLEAN}{second}\nnotes=n\n"
    key = second[: end - 1].lower()

    assert reported(text) == [f"7:1-{end} MX003"]
    assert messages(text) == [f"key {key!r} stands twice in its section"]
    assert sections(text)["operation.x"] == {**VALUES, "notes": "n"}
    assert open_sections(text) == []


def test_keys_equal_but_for_case_are_reported_where_every_section_has_some() -> None:
    assert reported("[driver.a]\ntitle=A\nTitle=B\n") == ["3:1-6 MX003"]


def test_the_first_is_related() -> None:
    assert related(f"{CLEAN}status = x\n") == ["5:1-7"]


def test_every_repetition_is_reported_with_the_first() -> None:
    text = f"{CLEAN}title=Y\nTitle=Z\n"

    assert reported(text) == ["7:1-6 MX003", "8:1-6 MX003"]
    assert related(text) == ["4:1-6", "4:1-6"]


def test_the_second_goes_with_its_continuations() -> None:
    text = f"{CLEAN}title=Y\n  more\n\n  # c\n  and more\nnotes=n\n"

    assert sections(text)["operation.x"] == {**VALUES, "notes": "n"}


@pytest.mark.parametrize("second", ["title=X", "title=X  "])
def test_a_second_right_below_that_says_the_same_is_dropped_safely(second: str) -> None:
    text = CLEAN.replace("title=X\n", f"title=X\n{second}\n")

    assert fixed(text) == CLEAN


@pytest.mark.parametrize("second", ["title=X", "  \n# c\ntitle=X"])
def test_a_second_farther_away_that_says_the_same_is_dropped_unsafely(second: str) -> None:
    (error,) = document(f"{CLEAN}{second}\nnotes=n\n").errors

    assert (error.fix and error.fix.title, error.fix and error.fix.safe) == (
        "drop the second",
        False,
    )


def test_a_second_in_the_last_line_is_dropped_within_the_file() -> None:
    (error,) = document(f"{CLEAN}title=X").errors

    assert error.fix is not None
    assert [edit.span.end_line for edit in error.fix.edits] == [7]


@pytest.mark.parametrize(
    "text",
    [
        f"{CLEAN}title=Y\n",
        f"{CLEAN}title=X\n  more\n",
        f"{CLEAN}title=X\n m\n",
        f"{CLEAN}title=X\n\n# c\n  more\n",
        CLEAN.replace("title=X\n", "title=X\n  more\n") + "title=X\n",
    ],
)
def test_a_second_that_says_something_else_is_not_dropped(text: str) -> None:
    assert fixed(text) == text


def test_keys_of_different_sections_are_different() -> None:
    assert reported(CLEAN + FEATURE.replace("x]", "y]")) == []


def test_keys_in_other_letters_are_read_in_lower_case() -> None:
    text = CLEAN.replace("title", "Title").replace("driver.a=", "DRIVER.A=")

    assert reported(text) == []
    assert sections(text) == sections(CLEAN)


def test_a_line_in_a_value_is_no_duplicate() -> None:
    assert reported(f"{CLEAN}cli=a\n  --title=b\n  --title=b\n") == []


def test_a_section_that_stands_twice_is_reported_at_the_second() -> None:
    text = f"{CLEAN}[operation.x] # again\ntitle=Y\nnotes=n\n  more\n"

    assert reported(text) == ["7:1-14 MX002"]
    assert messages(text) == ["section 'operation.x' stands twice"]
    assert related(text) == ["3:1-14"]
    assert sections(text)["operation.x"] == {**VALUES, "notes": "n\nmore"}


def test_an_adopted_key_keeps_its_place() -> None:
    text = f"{CLEAN}[operation.x]\nnotes=n\n  more\n[operation.x]\nnotes=m\ncli=c\n"
    section = document(text).sections[1]

    assert reported(text) == ["7:1-14 MX002", "10:1-14 MX002"]
    assert section.values == {**VALUES, "notes": "n\nmore", "cli": "c"}
    assert section.entry("notes").value_spans == ((8, 7, 8, 8), (9, 3, 9, 7))
    assert section.entry("cli").key_span == (12, 1, 12, 4)
    assert [entry.key for entry in section.entries()] == [*VALUES, "notes", "cli"]


def test_what_is_not_known_of_the_second_is_not_known_of_both() -> None:
    text = f"{CLEAN}[operation.x]\nnotes=%\ntwo words\n"

    assert unknown_values(text) == ["notes"]
    assert open_sections(text) == ["operation.x"]


def test_a_value_of_the_second_is_read_like_any_other() -> None:
    text = f"{CLEAN}[operation.x]\nnotes=5%%\ncli=%(title)s\n"

    assert sections(text)["operation.x"] == {**VALUES, "notes": "5%", "cli": "%(title)s"}
    assert unknown_values(text) == ["cli"]


def test_names_of_sections_differ_by_case() -> None:
    assert reported(CLEAN + FEATURE.replace("x]", "X]")) == []


def test_a_key_that_stands_twice_in_the_second_section_is_reported() -> None:
    assert reported(f"{CLEAN}[operation.x]\nnotes=a\nnotes=b\n") == ["7:1-14 MX002", "9:1-6 MX003"]


@pytest.mark.parametrize("header", ["[operation.x", "[operation.x ]", "  [operation.x]"])
def test_a_broken_header_that_stands_twice_is_reported_as_broken_alone(header: str) -> None:
    text = f"{CLEAN}{header}\nnotes=n\n"

    assert [diagnostic[-5:] for diagnostic in reported(text)] == ["MX004"]
    assert sections(text)["operation.x"] == {**VALUES, "notes": "n"}


def test_a_repeated_title_with_two_repeated_keys_behind_it_has_lost_its_header() -> None:
    lost = "Title=Y\nstatus=mandatory\ndriver.a=missing\nnotes=n=m:=\n"
    text = f"{CLEAN}{lost}{FEATURE.replace('x]', 'y]')}"

    assert reported(text) == ["7:1-8 MX011"]
    assert messages(text) == [
        "title stands a second time in its section; the section header above it is lost"
    ]
    assert sections(text) == {
        **sections(CLEAN),
        None: {"title": "Y", "status": "mandatory", "driver.a": "missing", "notes": "n=m:="},
        "operation.y": VALUES,
    }


def test_the_keys_of_a_feature_without_a_header_have_their_places() -> None:
    section = document(f"{CLEAN}{KEYS}notes=n\n  m\n").sections[2]

    assert section.span == (7, 1, 7, 8)
    assert {entry.key: entry.key_span.line for entry in section.entries()} == {
        "title": 7,
        "status": 8,
        "driver.a": 9,
        "notes": 10,
    }
    assert section.entry("notes").value_spans == ((10, 7, 10, 8), (11, 3, 11, 4))


def test_several_headers_may_be_lost_in_a_row() -> None:
    text = CLEAN + KEYS + KEYS.replace("=X", "=Y")
    found = document(text)

    assert reported(text) == ["7:1-8 MX011", "10:1-8 MX011"]
    assert [(each.name, each.line, each.values["title"]) for each in found.sections[1:]] == [
        ("operation.x", 3, "X"),
        (None, 7, "X"),
        (None, 10, "Y"),
    ]


def test_lines_that_are_nothing_stay_so_behind_a_lost_header() -> None:
    text = f"{CLEAN}{KEYS}word\n=x\nno\x07tes=n\ncli=x\n"

    assert reported(text) == ["7:1-8 MX011", "10:1-5 MX001", "11:1-3 MX001", "12:3-4 MX005"]
    assert sections(text)[None] == {**VALUES, "cli": "x"}


def test_a_key_that_stands_twice_behind_a_lost_header_is_reported() -> None:
    text = f"{CLEAN}{KEYS}status=x\n"

    assert reported(text) == ["7:1-8 MX011", "10:1-7 MX003"]
    assert related(text) == ["8:1-7"]


@pytest.mark.parametrize("behind", ["", "status=x\n", "notes=n\ncli=c\n", "status=x\nnotes=n\n"])
def test_a_repeated_title_with_less_behind_it_is_a_duplicate(behind: str) -> None:
    diagnostics = reported(f"{CLEAN}title=Y\n{behind}")

    assert diagnostics == ["7:1-6 MX003", *(["8:1-7 MX003"] if "status" in behind else [])]


def test_the_keys_behind_a_title_end_at_the_next_title() -> None:
    text = f"{CLEAN}title=Y\ntitle=Z\nstatus=x\ndriver.a=missing\n"

    assert reported(text) == ["7:1-6 MX003", "8:1-8 MX011"]


def test_a_lost_header_is_found_where_no_dialect_is() -> None:
    text = "[x]\ntitle=X\na=1\nb=2\ntitle=Y\na=1\nb=2\n"

    assert reported(text) == ["5:1-8 MX011"]


def test_a_feature_may_follow_a_driver_without_its_header() -> None:
    text = f"{DECLARED}link=\n{KEYS}"

    assert reported(text) == ["4:1-8 MX011"]
    assert sections(text) == {"driver.a": {"title": "A", "link": ""}, None: VALUES}


@pytest.mark.parametrize(
    ("between", "title", "code"),
    [
        ("\n", "B", "MX011"),
        ("# c\n", "B", "MX011"),
        ("", "B", "MX003"),
        ("\n", "A", "MX003"),
        ("\n", "  A ", "MX003"),
        ("\n", "A=B", "MX011"),
    ],
)
def test_another_driver_s_title_stands_apart(between: str, title: str, code: str) -> None:
    text = f"{DECLARED}{between}title={title}\n{FEATURE}"

    assert [diagnostic[-5:] for diagnostic in reported(text)] == [code]


@pytest.mark.parametrize(
    ("above", "diagnostics"),
    [
        ("\nlabel=b\n", ["5:1-8 MX011"]),
        ("\nfoo=1\nlabel=b\n", ["6:1-8 MX011"]),
        # Not behind a blank line, or not beside the title.
        ("label=b\n", ["4:1-6 MX003", "5:1-6 MX003"]),
        ("\nlabel=b\n\n", ["5:1-6 MX003", "7:1-8 MX011"]),
    ],
)
def test_a_title_need_not_be_the_first_key_of_another_driver(
    above: str, diagnostics: list[str]
) -> None:
    text = f"[driver.a]\ntitle=A\nlabel=a\n{above}title=B\n{FEATURE}"

    assert reported(text) == diagnostics


def test_keys_above_a_title_belong_to_it_behind_a_blank_line_alone() -> None:
    lost = "notes=m\ntitle=Y\nstatus=optional\ndriver.a=missing\n"

    assert reported(f"{CLEAN}notes=n\n{lost}") == ["8:1-6 MX003", "9:1-8 MX011"]
    assert reported(f"{CLEAN}notes=n\n\n{lost}") == ["9:1-8 MX011"]


def test_a_title_belongs_to_its_own_lines() -> None:
    assert reported(f"{CLEAN}\ntitle=Y\ntitle=Z\nstatus=x\ndriver.a=missing\n") == [
        "8:1-6 MX003",
        "9:1-8 MX011",
    ]


def test_a_first_title_begins_nothing() -> None:
    text = f"{DECLARED}[operation.x]\nstatus=optional\ndriver.a=missing\ntitle=X\n"

    assert reported(f"{text}status=x\ndriver.a=x\n") == ["7:1-7 MX003", "8:1-9 MX003"]


def test_a_feature_without_a_header_may_begin_with_another_key() -> None:
    text = f"{CLEAN}\nstatus=optional\ntitle=Y\ndriver.a=missing\nstatus=x\n"

    assert reported(text) == ["8:1-16 MX011", "11:1-7 MX003"]


def test_keys_that_are_not_repeated_belong_to_the_feature_above() -> None:
    cell = "driver.a=missing"
    text = f"{DECLARED}[operation.x]\ntitle=X\n{cell}\n# c\nstatus=optional\n{KEYS}"

    assert reported(text) == ["8:1-8 MX011"]
    assert sections(text)["operation.x"] == {
        "title": "X",
        "driver.a": "missing",
        "status": "optional",
    }


def test_a_first_title_in_a_driver_s_section_is_its_own() -> None:
    assert reported("[driver.a]\nlink=x\nlink=y\ntitle=A\nfoo=1\nbar=2\n") == ["3:1-5 MX003"]


def test_a_feature_may_follow_the_targets_without_its_header() -> None:
    declared = "[targets]\ndriver-impl-a=A\ndriver-impl-b=B\n"
    text = f"{declared}title=X\ndriver-impl-a=complete\ndriver-impl-b=missing\n"

    assert reported(text) == ["4:1-8 MX011"]
    assert sections(text) == {
        "targets": {"driver-impl-a": "A", "driver-impl-b": "B"},
        None: {"title": "X", "driver-impl-a": "complete", "driver-impl-b": "missing"},
    }


def test_a_title_among_the_targets_is_a_stray_key() -> None:
    text = "[targets]\ndriver-impl-a=A\ntitle=X\ntitle=Y\n"

    assert reported(text) == ["4:1-6 MX003"]


def test_a_key_in_a_section_of_unknown_name_may_stand_twice() -> None:
    text = f"{CLEAN}[1] see\ntitle=A\nstatus=x\nstatus=y\n"

    assert reported(text) == ["7:1-8 MX004", "10:1-7 MX003"]


def test_duplicates_may_stand_in_the_first_line_s_section() -> None:
    assert reported("[driver.a]\ntitle=A\ntitle=B") == ["3:1-6 MX003"]


def test_a_line_that_is_reported_makes_no_duplicate() -> None:
    text = f"{CLEAN}=\n=\nword\nword\n"

    assert [diagnostic[-5:] for diagnostic in reported(text)] == ["MX001"] * 4
