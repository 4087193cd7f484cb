"""MX203 unknown-field."""

import pytest

from tests.finding import everything, places
from tests.rules.feature.samples import with_lines
from tests.rules.snippet import declared, feature, reported


def test_field_is_suggested_where_one_is_near() -> None:
    assert reported(with_lines("nots=n", "quite=other"), "MX") == [
        "8:1-5 MX203 warning key 'nots' is no field, entry or note",
        "= did you mean 'notes'?",
        "9:1-6 MX203 warning key 'quite' is no field, entry or note",
    ]


@pytest.mark.parametrize(
    ("line", "severity", "key", "word"),
    [
        ("cli see: more", "warning", "cli see", "cli"),
        ("driver.b  complete: always", "error", "driver.b  complete", "driver.b"),
        ("Driver-Notes.a It is: so", "warning", "Driver-Notes.a It is", "driver-notes.a"),
    ],
)
def test_key_that_runs_on_is_reported_by_its_first_word(
    line: str, severity: str, key: str, word: str
) -> None:
    text = declared("a", "b") + feature("x", "optional", line, "driver.a=missing")
    text += feature("y", "optional", "driver.a=missing", "driver.b=missing")

    assert [diagnostic for diagnostic in reported(text, "MX") if "MX402" not in diagnostic] == [
        f"10:1-{len(key) + 1} MX203 {severity} key {key!r} is no field, entry or note",
        f"= is '=' missing behind {word!r}?",
    ]
    assert any("MX402" in diagnostic for diagnostic in reported(text, "MX")) == (word != "driver.b")


def test_status_that_runs_on_is_not_missing_besides() -> None:
    text = declared("a") + "[operation.x]\ntitle=X\nstatus condition(x==complete)\n"

    assert places(everything(text + "driver.a=complete\n")) == [(5, "MX203")]


def test_no_key_runs_on_that_is_there_besides() -> None:
    assert reported(with_lines("cli=a", "cli of it: b"), "MX") == [
        "9:1-10 MX203 warning key 'cli of it' is no field, entry or note",
        "= is it more of 'cli'? indent it",
    ]


@pytest.mark.parametrize(
    ("line", "severity", "key", "suggestion"),
    [
        ("driver:b=complete", "error", "driver", "driver.b"),
        ("no:tes=All", "warning", "no", "notes"),
        ("driver-notes=a = All", "warning", "driver-notes", "driver-notes.a"),
    ],
)
def test_key_with_a_delimiter_within_is_reported_with_what_is_meant(
    line: str, severity: str, key: str, suggestion: str
) -> None:
    text = declared("a", "b") + feature("y", "optional", "driver.a=missing", "driver.b=missing")
    text += feature("x", "optional", "driver.a=missing", line)

    assert [diagnostic for diagnostic in reported(text, "MX") if "MX402" not in diagnostic] == [
        f"17:1-{len(key) + 1} MX203 {severity} key {key!r} is no field, entry or note",
        f"= did you mean {suggestion!r}?",
    ]


def test_link_of_a_driver_that_runs_on_is_reported() -> None:
    text = "[driver.a]\ntitle=A\nlink https://a.org/\n"

    assert reported(text + feature("x", "optional", "driver.a=missing"), "MX") == [
        "3:1-11 MX203 warning key 'link https' is no field, entry or note",
        "= is '=' missing behind 'link'?",
    ]


@pytest.mark.parametrize(
    ("above", "is_more"),
    [
        ("notes=Some", True),
        ("NOTES = Some\n  more", True),
        ("driver-notes.a=Some", True),
        ("notes=Some\na line: more\n  of it", True),
        ("notes=Some\n", False),
        ("notes=Some\nfoo: more", False),
        ("title=X", False),
        ("driver.a=missing", False),
    ],
)
def test_key_of_several_words_may_be_more_of_the_text_above(
    above: str,
    is_more: bool,  # noqa: FBT001  a table's column
) -> None:
    key = next(word for word in ("driver-notes.a", "NOTES", "notes") if word in f"{above} notes")
    text = declared("a") + f"[operation.x]\nstatus=optional\n{above}\nsee https: it\n"
    hints = [diagnostic.hint for diagnostic in everything(text) if diagnostic.key == "see https"]

    assert hints == [f"is it more of {key!r}? indent it" if is_more else None]


def test_key_of_one_word_is_no_more_of_a_text() -> None:
    text = declared("a") + feature("x", "optional", "driver.a=missing", "notes=n", "foo: bar")

    assert [diagnostic.hint for diagnostic in everything(text) if diagnostic.code == "MX203"] == [
        None
    ]
