"""MX704 invisible-character."""

import pytest

from tests.differential.renderer import failure
from tests.finding import everything, places
from tests.fixed import fixed
from tests.rules.snippet import feature, reported
from tests.rules.text.samples import CELL, HEAD, noted


def messages(text: str) -> list[str]:
    return [each.message for each in everything(noted(text))]


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("title=Do\u00a0x", "title=Do x"),
        ("title=\u200bDo\tx\u00ad", "title=Do x"),
        ("titl\u00a0e\t=\tDo\u2003x", "title\t=\tDo x"),
        ("title\u00a0=Do x", "title=Do x"),
    ],
)
def test_invisible_characters_are_fixed_in_texts(written: str, suggestion: str) -> None:
    text = HEAD + feature("x", "optional", CELL)

    assert fixed(text.replace("title=Do x", written), "MX704") == text.replace(
        "title=Do x", suggestion
    )


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("driver.a=com\u00a0plete", "driver.a=complete"),
        ("driver.\u00a0a=complete", "driver.a=complete"),
        ("status=op\u200btional", "status=optional"),
        ("[operation.\u00a0x]", "[operation.x]"),
        ("[operation.x\u200b] # a\u00a0b", "[operation.x] # a\u00a0b"),
    ],
)
def test_invisible_characters_are_dropped_in_words(written: str, suggestion: str) -> None:
    text = HEAD + feature("x", "optional", CELL)
    plain = suggestion.partition(" #")[0]
    odd = text.replace(plain, written)

    assert [(each.code, str(each.severity)) for each in everything(odd)] == [("MX704", "error")]
    assert fixed(odd, "MX704") == text.replace(plain, suggestion)


@pytest.mark.parametrize(
    ("written", "severity"),
    [
        # What renderers take for white space around the delimiter is no part of a word.
        ("driver.a\u00a0=\u00a0complete", "warning"),
        ("driver.a\u00a0=com\u00a0plete", "error"),
        ("driver.a\u200b=complete", "error"),
        ("driver.a=\u200bcomplete", "error"),
        ("driver.\u00a0a\u00a0=complete", "error"),
    ],
)
def test_invisible_characters_around_a_delimiter_are_dropped(written: str, severity: str) -> None:
    text = HEAD + feature("x", "optional", CELL)
    odd = text.replace(CELL, written)

    assert [(each.code, str(each.severity)) for each in everything(odd)] == [("MX704", severity)]
    assert fixed(odd, "MX704") == text
    assert (failure(odd) is None) is (severity == "warning")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("two\u00a0words", "MX001"),
        ("[operation\u00a0.y] z", "MX004"),
        ("cli=a\u00a0b\x07", "MX005"),
    ],
)
def test_invisible_characters_of_a_line_that_is_reported_are_not_reported(
    line: str, code: str
) -> None:
    assert places(everything(f"{noted('x')}{line}\n")) == [(10, code)]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\t", "U+0009 tab"),
        ("\u00a0", "U+00A0 no-break space"),
        ("\u00ad", "U+00AD soft hyphen"),
        ("\u200b", "U+200B zero-width space"),
        ("\u2028", "U+2028 line separator"),
        ("\u2029", "U+2029 paragraph separator"),
        ("\ufeff", "U+FEFF zero-width no-break space"),
        ("\u2003", "U+2003"),
    ],
)
def test_invisible_characters_are_reported_by_their_names(character: str, name: str) -> None:
    assert messages(f"a{character}b") == [f"invisible character: {name}"]


def test_invisible_characters_in_continuations_become_blanks() -> None:
    text = noted("one", "a\u00a0b=c")

    assert reported(text, "MX") == [
        "9:4-5 MX704 warning invisible character: U+00A0 no-break space"
    ]
    assert fixed(text, "MX704") == noted("one", "a b=c")


def test_invisible_characters_in_declared_titles_become_blanks() -> None:
    text = "[targets]\ndriver-impl-a=Lib\u00a0virt\n"

    assert reported(text, "MX704") == [
        "2:18-19 MX704 warning invisible character: U+00A0 no-break space"
    ]
    assert fixed(text, "MX704") == "[targets]\ndriver-impl-a=Lib virt\n"


def test_invisible_characters_in_driver_notes_of_target_become_blanks() -> None:
    text = "[target.a]\ntitle=A\n[x]\ntitle=X\nmaturity=complete\na=com\u00a0plete\n"
    note = "driver-impl-b=complete\ndriver-notes-b=a\u00a0b\n"
    text = text.replace("[x]", "[target.b]\ntitle=B\n[x]") + note

    assert reported(text, "MX704") == [
        "8:6-7 MX704 error invisible character: U+00A0 no-break space",
        "10:17-18 MX704 warning invisible character: U+00A0 no-break space",
    ]
    assert fixed(text, "MX704") == text.replace("\u00a0p", "p").replace("\u00a0", " ")


def test_invisible_characters_of_a_line_are_reported_at_the_first() -> None:
    assert reported(noted("a\u00a0b\u200bc\u00a0d"), "MX") == [
        "8:8-9 MX704 warning invisible character: U+00A0 no-break space, U+200B zero-width space",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  two", "\ttwo"),
        ("  two", "\u00a0 two"),
        ("notes=one", "notes\t=\tone"),
        ("notes=one", "notes=\tone"),
        ("notes=one", "notes \t = \t one"),
        ("[operation.x]", "[operation.x]\t# a"),
        ("[operation.x]", "[operation.x]\u00a0; a\u00a0b"),
    ],
)
def test_tabs_and_blanks_that_set_apart_are_fine(old: str, new: str) -> None:
    assert reported(noted("one", "two").replace(old, new), "MX704") == []


@pytest.mark.parametrize("indent", [" ", "  ", "\t"])
def test_invisible_characters_of_an_indented_line_are_reported_up_to_its_end(indent: str) -> None:
    text = noted("one", "two").replace("  two", f"{indent}a\u00a0b")
    column = len(indent) + 2

    assert reported(text, "MX") == [
        f"9:{column}-{column + 1} MX704 warning invisible character: U+00A0 no-break space"
    ]


def test_invisible_characters_are_reported_where_the_dialect_is_not_known() -> None:
    assert reported("[x]\nnotes=a\u00a0b\n", "MX704") == [
        "2:8-9 MX704 warning invisible character: U+00A0 no-break space"
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (HEAD.replace("title=Driver a", "title=A\nlink=a\u00a0b"), 4),
        (noted("a\u00a0b").replace("notes", "foo"), 8),
        ("[target.a]\ntitle=A\n[x]\ntitle=X\nmaturity=complete\na=missing\nnotes=a\u00a0b\n", 7),
        ("[target.a]\ntitle=A\nlink=a\u00a0b\n[x]\ntitle=X\nmaturity=complete\na=missing\n", 3),
    ],
)
def test_no_text_is_compared(text: str, line: int) -> None:
    found = [diagnostic for diagnostic in everything(text) if diagnostic.code == "MX704"]

    assert [(diagnostic.line, diagnostic.severity) for diagnostic in found] == [(line, "warning")]


def test_an_invisible_character_of_a_name_with_a_colon_makes_an_error() -> None:
    text = noted("one").replace("[operation.x]", "[operation.x:y\u00a0z]")

    assert reported(text, "MX704") == [
        "5:15-16 MX704 error invisible character: U+00A0 no-break space"
    ]


def test_an_invisible_character_before_a_level_makes_an_error() -> None:
    text = noted("one").replace("=complete", "=\u200bcomplete")

    assert reported(text, "MX") == [
        "9:10-11 MX704 error invisible character: U+200B zero-width space"
    ]


def test_one_invisible_character_in_a_key_makes_an_error_of_all() -> None:
    text = noted("a\u00a0b").replace("notes", "no\u200btes")

    assert reported(text, "MX") == [
        "8:3-4 MX704 error invisible character: U+200B zero-width space, U+00A0 no-break space",
    ]


def test_invisible_characters_of_comments_are_not_reported() -> None:
    text = noted("one", "two").replace("  two", "# a\u00a0b\n  ; c\u00a0d\n  two")

    assert everything(text) == []


def test_invisible_characters_are_reported_beside_a_error_that_leaves_the_line() -> None:
    assert places(everything(noted("50 % of a\u00a0b"))) == [(8, "MX009"), (8, "MX704")]


def test_invisible_characters_are_not_reported_in_what_is_not_read() -> None:
    text = "title=one\nnotes=a\u00a0b\n"

    assert places(everything(text)) == [(1, "MX001")]
