"""MX101 to MX107: drivers, and the file as a whole."""

import pytest

from matrixlint.text.span import Span
from tests.finding import everything, places
from tests.rules.snippet import check, declared, feature, named, told

FEATURE = feature("x", "optional", "driver.a=complete")


def test_findings_name_the_driver_or_the_dialect() -> None:
    text = declared("a", "b", "C") + "\n[driver.d]\ntitle=Driver a\nlink=\n\n[driver.e]\n"
    rest = feature("x", "optional", *(f"driver.{name}=complete" for name in "acde"))
    foreign = "driver-impl-b=complete\n"

    assert named(text + rest, "MX1") == [
        ("MX107", None, "b", None),
        ("MX106", None, "c", None),
        ("MX104", "title", "d", "Driver a"),
        ("MX103", None, "e", None),
    ]
    assert named(text + rest + foreign, "MX105") == [("MX105", "driver-impl-b", None, "targets")]
    assert named(declared("a"), "MX1") == [("MX102", None, "a", None)]


# MX101


def test_no_driver_is_told_at_the_beginning() -> None:
    (found,) = everything("# c\n[operation.x]\ntitle=X\n")

    assert (found.code, found.span) == ("MX101", Span(1, 1, 1, 1))


def test_declaration_that_a_fault_may_have_taken_away_is_not_missing() -> None:
    assert places(everything("[targets]\ndriver-impl-a\n\n[x]\ntitle=X\n")) == [(2, "MX001")]


# MX102


def test_drivers_without_a_feature_are_counted() -> None:
    rest = "declared, and no feature stands in the file"

    assert told(declared("a"), "MX") == [f"1:1-11 MX102 warning a driver is {rest}"]
    assert told(declared("a", "b"), "MX") == [f"1:1-11 MX102 warning 2 drivers are {rest}"]


# MX103


def test_title_that_a_fault_may_have_taken_away_is_not_missing() -> None:
    check("""
        [driver.a]
        #> MX001
        title

        #> MX103
        [driver.b]
        link=

        [operation.x]
        title=X
        status=optional
        driver.a=complete
        driver.b=complete
    """)


def test_empty_title_of_an_open_section_is_empty() -> None:
    check("""
        #> MX103
        [driver.a]
        title=
        #> MX001
        link

        [operation.x]
        title=X
        status=optional
        driver.a=complete
    """)


def test_title_beside_other_declarations_is_asked_for_in_every_dialect() -> None:
    check("""
        [targets]
        #> MX103
        driver-impl-a=
        #> MX001
        driver-impl-b

        [x]
        title=X
        status=optional
        driver-impl-a=complete
    """)


# MX104


def test_titles_that_are_empty_or_not_known_are_not_alike() -> None:
    check("""
        #> MX103
        [driver.a]
        title=
        #> MX103
        [driver.b]
        title=
        [driver.c]
        title=%(link)s
        link=One
        [driver.d]
        title=%(link)s
        link=Two
        [driver.e]
        title=Title of  it
        [driver.f]
        #> MX104
        title=Title  of it

        [operation.x]
        title=X
        status=optional
        driver.a=complete
        driver.b=complete
        driver.c=complete
        driver.d=complete
        driver.e=complete
        driver.f=complete
    """)


# MX105


def test_section_of_another_dialect_is_told_as_it_is_written() -> None:
    text = declared("a", "c") + "\n[target.b]\ntitle=B\n"
    rest = feature("x", "optional", *(f"driver.{name}=complete" for name in "abc"))

    assert told(text + rest, "MX") == [
        "7:1-11 MX105 error '[target.b]' is of the 'target' dialect; the file is 'driver'"
    ]


def test_nine_others_of_another_dialect_are_related() -> None:
    names = "abcdefghijkl"
    diagnostics = [f"driver-impl-{name}=complete" for name in names]
    text = declared(*names) + feature("x", "optional", *diagnostics)

    assert told(text, "MX") == [
        (
            "40:1-14 MX105 error 'driver-impl-a' (the first of 12) is of the 'targets' dialect;"
            " the file is 'driver'"
        ),
        *(f"= {line}:1-14 another" for line in range(41, 50)),
    ]


# MX106


@pytest.mark.parametrize("kind", ["driver", "target"])
def test_capitals_do_no_harm_in_the_other_dialects(kind: str) -> None:
    text = f"[{kind}.A]\ntitle=A\n\n[operation.x]\ntitle=X\nstatus=optional\n{kind}.a=complete\n"
    text = text.replace("target.a=", "driver-impl-a=")

    assert [code for _, code in places(everything(text))] == ["MX106"] * (kind == "driver")


def test_capitals_in_another_dialect_s_declaration_are_not_told_besides() -> None:
    text = declared("a", "c") + "\n[target.B]\ntitle=B\n"
    rest = feature("x", "optional", *(f"driver.{name}=complete" for name in "abc"))

    assert places(everything(text + rest)) == [(7, "MX105")]


# MX107


def test_unused_driver_is_told_with_the_name_that_entries_use() -> None:
    text = declared("ceph", "lvm") + feature("x", "optional", "driver.cehp=complete")

    assert told(text, "MX107") == [
        ("1:1-14 MX107 error driver 'ceph' is declared, and no feature has an entry for it"),
        "= did you mean 'cehp'?",
        ("4:1-13 MX107 error driver 'lvm' is declared, and no feature has an entry for it"),
    ]


@pytest.mark.parametrize("header", ["[driver.lvmm", "driver.vlm]"])
def test_name_in_a_broken_header_may_be_broken_too(header: str) -> None:
    text = declared("a") + f"\n{header}\ntitle=LVM\n\n[driver.b]\ntitle=B\n"
    rest = feature("x", "optional", "driver.a=complete", "driver.lvm=missing")

    assert places(everything(text + rest)) == [(4, "MX004"), (7, "MX107")]


def test_byte_order_mark_says_nothing_of_the_driver_behind_it() -> None:
    text = "\ufeff" + declared("a", "b") + feature("x", "optional", "driver.b=complete")

    assert places(everything(text)) == [(1, "MX006"), (1, "MX107")]


def test_where_one_feature_may_have_lost_an_entry_no_driver_is_unused() -> None:
    text = declared("a", "b") + FEATURE + "word\n" + FEATURE.replace("x", "y")

    assert places(everything(text)) == [(11, "MX001")]


def test_unused_driver_of_another_dialect_is_told_by_that_alone() -> None:
    text = declared("a", "c") + "\n[target.b]\ntitle=B\n"
    rest = feature("x", "optional", "driver.a=complete", "driver.c=complete")

    assert [code for _, code in places(everything(text + rest))] == ["MX105"]


@pytest.mark.parametrize(("count", "mended"), [(20, 20), (21, 20)])
def test_in_a_crowd_of_unused_drivers_the_first_have_fixes(count: int, mended: int) -> None:
    names = [f"{chr(97 + at)}{at}{at}{at}" for at in range(count)]
    found = everything(declared("used", *names) + FEATURE.replace(".a", ".used"))
    fixes = [each.fix is not None for each in found if each.code == "MX107"]

    assert fixes == [True] * mended + [False] * (count - mended)
