"""Lines that were broken in two: told once, read as one, and mended."""

import pytest

from tests.parsed import (
    CLEAN,
    DECLARED,
    VALUES,
    applied,
    document,
    listed,
    messages,
    open_sections,
    reported,
    sections,
    unknown_values,
)

TARGET = "[target.a-b]\ntitle=A\n[x]\ntitle=X\nmaturity=complete\na-b=complete:l\n"
TARGETS = "[targets]\ndriver-impl-a=A\n[x]\ntitle=X\nstatus=choice(one)\ndriver-impl-a=missing\n"
LONG = f"[driver.lvm-2]\ntitle=L\n{CLEAN}driver.lvm-2=missing\n"


def broken(text: str, whole: str, at: int) -> str:
    """Return *text* with its one line *whole* broken in two."""
    assert f"{text}\n".count(f"\n{whole}\n") == 1
    return text.replace(f"\n{whole}\n", f"\n{whole[:at]}\n{whole[at:]}\n")


def fixed(text: str) -> str:
    """Return *text* with all fixes made, which are unsafe."""
    fixes = [error.fix for error in document(text).errors if error.fix]
    assert [fix.safe for fix in fixes] == [False]
    assert fixes[0].title == "join the two lines"
    return applied(text, fixes)


@pytest.mark.parametrize(
    ("text", "whole", "at", "key"),
    [
        (CLEAN, "title=X", 1, "title"),
        (CLEAN, "title=X", 5, "title"),
        (CLEAN, "status=optional", 3, "status"),
        (CLEAN, "driver.a=complete", 7, "driver.a"),
        (LONG, "driver.lvm-2=missing", 10, "driver.lvm-2"),
        (LONG, "driver.lvm-2=missing", 12, "driver.lvm-2"),
        (TARGET, "a-b=complete:l", 1, "a-b"),
        (TARGETS, "driver-impl-a=missing", 3, "driver-impl-a"),
        (f"{CLEAN}NOTES : n\n  m\n", "NOTES : n", 2, "notes"),
        (f"{CLEAN}foo=v\n[operation.y]\nfoo=w\n", "foo=v", 2, "foo"),
    ],
)
def test_a_broken_key_is_read_as_one(text: str, whole: str, at: int, key: str) -> None:
    found = document(broken(text, whole, at))
    errors = found.errors
    line = text.split("\n").index(whole) + 1

    assert listed(errors) == [f"{line}:1-{at + 1} MX001"]
    assert [error.hint for error in errors] == [f"is it the beginning of {key!r}?"]
    assert sections(broken(text, whole, at)) == sections(text)
    assert open_sections(broken(text, whole, at)) == []
    assert fixed(broken(text, whole, at)) == text


@pytest.mark.parametrize(
    ("text", "whole", "at", "value"),
    [
        (CLEAN, "driver.a=complete", 10, "c"),
        (CLEAN, "driver.a=complete", 16, "complet"),
        (CLEAN, "status=optional", 8, "o"),
        (TARGETS, "status=choice(one)", 10, "cho"),
        (TARGETS, "status=choice(one)", 16, "choice(on"),
        (TARGETS, "status=choice(one)", 17, "choice(one"),
        (TARGETS.replace("one", ""), "status=choice()", 14, "choice("),
        (f"{CLEAN}Driver.B : Missing\n", "Driver.B : Missing", 13, "mi"),
    ],
)
def test_a_broken_value_is_not_known(text: str, whole: str, at: int, value: str) -> None:
    second = broken(text, whole, at)
    line = text.split("\n").index(whole) + 2
    key = whole.partition("=")[0].partition(" ")[0].lower()

    assert reported(second) == [f"{line}:1-{len(whole) - at + 1} MX001"]
    assert [error.hint for error in document(second).errors] == [f"is it more of {value!r}?"]
    assert unknown_values(second) == [key]
    assert open_sections(second) == []
    assert fixed(second) == text


def test_below_a_whole_status_may_stand_anything() -> None:
    text = broken(TARGETS, "status=choice(one)", 13)

    assert [error.hint for error in document(text).errors] == [None]


@pytest.mark.parametrize("at", [1, 5, 11, 12, 14])
def test_a_broken_header_is_read_as_one(at: int) -> None:
    text = CLEAN.replace("operation.x", "operation.xyz")
    second = broken(text, "[operation.xyz]", at)

    assert reported(second) == [f"3:1-{at + 1} MX004"]
    assert [error.message for error in document(second).errors] == [
        "section header is broken in two; expected '[operation.xyz]'"
    ]
    assert sections(second) == {"driver.a": {"title": "A"}, "operation.xyz": VALUES}
    assert open_sections(second) == []
    assert fixed(second) == text


def test_each_broken_line_is_reported() -> None:
    text = broken(
        broken(broken(CLEAN, "title=X", 2), "status=optional", 10), "driver.a=complete", 4
    )

    assert reported(text) == ["4:1-3 MX001", "7:1-6 MX001", "8:1-5 MX001"]
    assert sections(text) == {
        "driver.a": {"title": "A"},
        "operation.x": {**VALUES, "status": "opt"},
    }


def test_each_key_may_be_broken_at_its_delimiter() -> None:
    text = broken(broken(CLEAN, "title=X", 5), "status=optional", 6)

    assert reported(text) == ["4:1-6 MX001", "6:1-7 MX001"]
    assert sections(text) == sections(CLEAN)


def test_a_broken_key_may_have_its_value_below() -> None:
    found = document(f"{CLEAN}driver.\nb=\n  missing\n[operation.y]\ndriver.b=missing\n")

    assert listed(found.errors) == ["7:1-8 MX001"]
    assert found.values_below == {8}


def test_three_parts_are_not_one_line() -> None:
    text = f"{DECLARED}[operation.x]\nti\ntl\ne=X\nstatus=optional\ndriver.a=complete\n"

    assert reported(text) == ["4:1-3 MX001", "5:1-3 MX001"]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        # Of words, of keys that are known, and of what is none together.
        ("not of\nes=n\n", 1),
        ("no\ntes of=n\n", 1),
        ("no\nno=n\n", 1),
        ("driver.a\nb=n\n", 1),
        ("no\n tes=n\n", 1),
        ("no\n#tes=n\n", 1),
        ("no\n[tes=n\n", 2),
        ("no\ntes\n", 2),
        ("no", 1),
        ("notes=comp\nlete of it\n", 1),
        ("driver.b=missing\ng\n", 1),
        ("driver.b=\nmissing\n", 1),
        ("driver.b=mis\nfoo\n", 1),
        ("driver.b=c=miss\ning\n", 1),
        ("driver.b=miss=c\ning\n", 1),
        ("driver-\nnotes=v\n[operation.y]\ndriver-notes=u\n", 1),
        ("#driver.b=miss\ning\n", 1),
        (";driver.b=miss\ning\n", 1),
        ("[operation.y] b=miss\ning\n", 2),
        ("cli=\n  driver.b=miss\ning\n", 1),
        ("missing\ning\n", 2),
        ("title\n", 1),
    ],
)
def test_other_lines_are_no_halves(lines: str, count: int) -> None:
    text = CLEAN + lines
    errors = [error for error in document(text).errors if error.code in {"MX001", "MX004"}]

    assert len(errors) == count
    assert [error.fix.title for error in errors if error.fix].count("join the two lines") == 0


@pytest.mark.parametrize(
    "lines",
    [
        "[oper\nation y]",
        "[foo\nbar]",
        "[operation.y\n[z]",
        "[a]\nb]",
        "[ operation\n.y]",
    ],
)
def test_what_makes_no_header_of_the_dialect_is_none(lines: str) -> None:
    assert not any("broken in two" in message for message in messages(f"{CLEAN}{lines}\n"))


def test_in_a_file_of_no_dialect_no_line_is_known() -> None:
    assert reported("[a]\nno\ntes=n\n[b]\nnotes=m\n") == ["2:1-3 MX001"]
    assert [error.hint for error in document("[a]\nno\ntes=n\n").errors] == [None]


def test_the_first_line_may_be_a_half() -> None:
    assert reported("dri\nver.a=b\n" + CLEAN) == ["1:1-4 MX001"]
    assert reported(f"[driver\n.b]\n{CLEAN}") == ["1:1-8 MX004"]


def test_the_first_line_is_no_half_of_the_last() -> None:
    assert [error.hint for error in document(f"ing\n{CLEAN}driver.b=miss").errors] == [None]


def test_blanks_at_the_end_of_a_half_are_no_part_of_it() -> None:
    text = CLEAN.replace("title=X", "tit  \nle=X").replace("=optional", "=opt \nional\t")

    assert sections(text) == {**sections(CLEAN), "operation.x": {**VALUES, "status": "opt"}}
    assert applied(text, [each.fix for each in document(text).errors if each.fix]) == (
        CLEAN.replace("optional", "optional\t")
    )


def test_an_end_that_is_a_driver_of_its_own_is_no_half() -> None:
    text = f"[target.b]\ntitle=B\n{TARGET}[y]\na-\nb=partial\n"

    assert [error.fix for error in document(text).errors] == [None]


def test_a_declaration_makes_an_entry_s_key_known() -> None:
    text = "[target.Xa-b]\ntitle=A\n[x]\ntitle=X\nmaturity=complete\nxa\n-b=complete\n"

    assert reported(text) == ["6:1-3 MX001"]
    assert [error.hint for error in document(text).errors] == ["is it the beginning of 'xa-b'?"]
