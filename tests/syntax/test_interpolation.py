"""Percent signs, as the renderer's interpolation reads them."""

from configparser import ConfigParser, InterpolationDepthError

import pytest

from tests.parsed import (
    CLEAN,
    DECLARED,
    FEATURE,
    VALUES,
    document,
    fixed,
    messages,
    reported,
    sections,
    unknown_values,
)

LONE = "'%' stands alone; the renderer expects '%%' for a percent sign"
NOTHING = "'%(nothing)s' stands for nothing in this section; a percent sign is written '%%'"


def noted(value: str) -> str:
    return f"{CLEAN}notes={value}\n"


@pytest.mark.parametrize(
    ("value", "column"),
    [("100%", 10), ("%", 7), ("% %%", 7), ("%%%", 9), ("5%(x)", 8), ("%d", 7), ("%()s", 7)],
)
def test_a_lone_sign_is_reported_where_it_stands(value: str, column: int) -> None:
    assert reported(noted(value)) == [f"7:{column}-{column + 1} MX009"]
    assert messages(noted(value)) == [LONE]
    assert unknown_values(noted(value)) == ["notes"]


def test_a_lone_sign_is_doubled_safely() -> None:
    assert fixed(noted("100% so")) == noted("100%% so")


@pytest.mark.parametrize(
    ("value", "diagnostics"),
    [
        ("% and %", ["7:7-8 MX009"]),
        ("%\n  more %", ["7:7-8 MX009", "8:8-9 MX009"]),
        ("\n  % %% %\n# %\n  %", ["8:3-4 MX009", "10:3-4 MX009"]),
    ],
)
def test_signs_are_reported_once_a_line_and_fixed_at_once(
    value: str, diagnostics: list[str]
) -> None:
    assert reported(noted(value)) == diagnostics
    assert reported(fixed(noted(value))) == []


@pytest.mark.parametrize(
    ("value", "column", "message"),
    [
        ("% and %(nothing)s", 7, LONE),
        ("%(nothing)s %", 7, NOTHING),
        ("a %(nothing)s %(nix)s", 9, NOTHING),
    ],
)
def test_the_first_of_a_line_is_reported(value: str, column: int, message: str) -> None:
    length = 1 if message == LONE else len("%(nothing)s")

    assert reported(noted(value)) == [f"7:{column}-{column + length} MX009"]
    assert messages(noted(value)) == [message]


def test_a_lone_sign_in_a_note_of_a_driver_is_doubled() -> None:
    assert fixed(f"{CLEAN}driver-notes.a=1 %\n") == f"{CLEAN}driver-notes.a=1 %%\n"


def test_a_lone_sign_in_a_later_line_is_reported_there() -> None:
    text = noted("100\n\n  # c%\n  more % x")

    assert reported(text) == ["10:8-9 MX009"]
    assert fixed(text) == noted("100\n\n  # c%\n  more %% x")


@pytest.mark.parametrize("value", ["100%%", "%%", "%%%%", "%%(title)s", "a\n  b %%"])
def test_a_doubled_sign_is_read_as_one(value: str) -> None:
    text = noted(value)
    read = value.replace("%%", "%").replace("\n  ", "\n")

    assert (reported(text), unknown_values(text)) == ([], [])
    assert sections(text)["operation.x"] == {**VALUES, "notes": read}


def test_the_place_of_a_value_is_that_of_what_is_written() -> None:
    entry = document(noted("5%% of\n  100%%")).sections[1].entry("notes")

    assert entry.value == "5% of\n100%"
    assert entry.value_spans == ((7, 7, 7, 13), (8, 3, 8, 8))


@pytest.mark.parametrize("value", ["%(title)s", "see %(TITLE)s", "%(driver.a)s %%", "%(cli)s"])
def test_a_reference_to_a_key_makes_the_value_not_known(value: str) -> None:
    text = f"{CLEAN}cli=%(status)s\nnotes={value}\n"

    assert reported(text) == []
    assert unknown_values(text) == ["cli", "notes"]


@pytest.mark.parametrize("reference", ["%(nothing)s", "%(Title )s", "%(a b)s", "%(a%b)s"])
def test_a_reference_to_nothing_is_reported_whole(reference: str) -> None:
    text = noted(f"see {reference}")

    assert reported(text) == [f"7:11-{11 + len(reference)} MX009"]
    assert messages(text) == [
        f"{reference!r} stands for nothing in this section; a percent sign is written '%%'"
    ]
    assert fixed(text) == text
    assert unknown_values(text) == ["notes"]


def test_a_chain_without_end_is_reported_wherever_it_is_entered() -> None:
    text = f"{CLEAN}notes=%(cli)s\ncli=%(notes)s\napi=%(cli)s\n"

    assert reported(text) == ["7:7-14 MX009", "8:5-14 MX009", "9:5-12 MX009"]
    assert unknown_values(text) == ["api", "cli", "notes"]


def test_a_reference_to_itself_is_a_chain_without_end() -> None:
    assert reported(noted("%(notes)s")) == ["7:7-16 MX009"]


@pytest.mark.parametrize("length", [1, 9, 10, 11, 12, 20])
def test_a_chain_may_be_as_long_as_the_renderer_s_reader_has_it(length: int) -> None:
    links = "".join(f"k{at}=%(k{at + 1})s\n" for at in range(length - 1))
    text = noted("%(k0)s") + links + f"k{length - 1}=end\n"
    reader = ConfigParser()
    reader.read_string(text)
    try:
        is_read = reader.get("operation.x", "notes") == "end"
    except InterpolationDepthError:
        is_read = False

    assert (reported(text) == []) is is_read
    assert is_read is (length <= 10)


def test_a_doubled_sign_in_what_is_referred_to_is_no_reference() -> None:
    assert reported(noted("%(cli)s") + "cli=%%(nothing)s\n") == []


def test_a_reference_may_be_to_a_key_of_the_default_section() -> None:
    assert reported(f"[DEFAULT]\nfoo=5%%\n{noted('%(foo)s')}") == ["1:1-10 MX010"]


def test_a_reference_in_the_default_section_may_be_to_a_key_of_every_section() -> None:
    assert reported(f"[DEFAULT]\nnotes=%(title)s\n{CLEAN}") == ["1:1-10 MX010"]


def test_only_what_is_rendered_is_reported() -> None:
    text = f"{CLEAN}wurst=5%\nstauts=%%\n[driver.b]\ntitle=%\nlink=%\ncli=%\n"

    assert reported(text) == ["10:7-8 MX009", "11:6-7 MX009"]
    assert sections(text)["operation.x"] == {**VALUES, "wurst": "5%", "stauts": "%%"}


@pytest.mark.parametrize(
    ("key", "column"),
    [("title", 7), ("status", 8), ("driver.b", 10), ("driver-notes.b", 16), ("cli", 5), ("api", 5)],
)
def test_fields_entries_and_notes_are_rendered(key: str, column: int) -> None:
    text = f"{DECLARED}[operation.x]\n{key}=%\n"

    assert reported(text) == [f"4:{column}-{column + 1} MX009"]


def test_in_target_any_bare_key_may_be_an_entry() -> None:
    assert reported("[target.a]\ntitle=A\n[x]\nb=%\n") == ["4:3-4 MX009"]


@pytest.mark.parametrize(
    "text", ["[backends]\nbackend-impl-a=%\n[a]\nstatus=%\n", "[x]\ntitle=%\n"]
)
def test_where_nothing_is_rendered_nothing_is_reported(text: str) -> None:
    assert reported(text) == []


def test_in_targets_titles_of_drivers_are_rendered() -> None:
    assert reported("[targets]\ndriver-impl-a=100%\n") == ["2:18-19 MX009"]


def test_a_feature_file_is_reported_once_a_value() -> None:
    text = DECLARED + FEATURE.replace("=X", "=50%").replace("complete", "complete%")

    assert reported(text) == ["4:9-10 MX009", "6:18-19 MX009"]


def test_only_text_is_fixed_by_doubling() -> None:
    text = f"{CLEAN}notes=50%\n".replace("=complete", "=complete%").replace("=optional", "=50%")

    assert [error.fix is not None for error in document(text).errors] == [False, False, True]


def test_a_reference_leads_to_its_own_section_or_the_defaults() -> None:
    elsewhere = f"{CLEAN}notes=%(cli)s\n[operation.y]\ncli=c\n"

    assert reported(elsewhere) == ["7:7-14 MX009"]
    assert reported(f"[DEFAULT]\ncli=c\n{CLEAN}notes=%(cli)s\n") == ["1:1-10 MX010"]


@pytest.mark.parametrize("value", ["%(nothing)s", "%(notes)s"])
def test_a_reference_of_the_defaults_may_lead_nowhere(value: str) -> None:
    text = f"[DEFAULT]\nnotes={value}\n{CLEAN}"

    assert reported(text) == ["1:1-10 MX010", f"2:7-{7 + len(value)} MX009"]


def test_a_lone_sign_alone_is_doubled_where_a_reference_leads_nowhere() -> None:
    assert fixed(noted("% and %(nothing)s")) == noted("%% and %(nothing)s")
