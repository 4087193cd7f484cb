"""Several rules on implementation together."""

import pytest

from matrixlint import lint_text
from tests.finding import everything
from tests.fixed import applied
from tests.rules.entry.samples import drivers, in_target
from tests.rules.snippet import declared, feature, named


def test_findings_name_key_driver_and_value() -> None:
    lines = ("driver.a=missing", "driver.b=Missing", "driver-notes.a=", "driver.zebra=complete")
    text = drivers("a", "b", "c") + feature("one", "mandatory", *lines, "driver-notes.ox=Why.")

    assert named(text, "MX") == [
        ("MX402", None, None, "c"),
        ("MX407", "driver.a", "a", "missing"),
        ("MX401", "driver.b", "b", "Missing"),
        ("MX409", "driver-notes.a", "a", ""),
        ("MX403", "driver.zebra", "zebra", "complete"),
        ("MX404", "driver-notes.ox", "ox", "Why."),
    ]


def test_findings_of_partial_and_unknown_name_the_driver() -> None:
    lines = ("a=partial", "b=complete", "driver-notes-b=Why.")
    text = in_target(*lines) + "\n[two]\ntitle=Two\nmaturity=complete\na=unknown\nb=missing\n"

    assert named(text, "MX") == [
        ("MX406", "a", "a", "partial"),
        ("MX410", "driver-notes-b", "b", "Why."),
        ("MX408", "a", "a", "unknown"),
    ]


@pytest.mark.parametrize(
    ("key", "code", "message"),
    [
        ("driver.", "MX403", "'DRIVER.zfs' is for a driver that is not declared (2 entries)"),
        ("driver-notes.", "MX404", "note 'DRIVER-NOTES.zfs' is for a driver that is not declared"),
    ],
)
def test_stray_name_is_reported_as_it_is_first_written(key: str, code: str, message: str) -> None:
    text = declared("a") + "".join(
        feature(name, "optional", "driver.a=complete", f"{written}zfs=complete")
        for name, written in (("x", key.upper()), ("y", key))
    )
    (diagnostic,) = (each for each in everything(text) if each.code == code)

    assert diagnostic.message.removesuffix(" (2 notes)") == message


def test_level_that_an_option_names_wants_a_note() -> None:
    text = declared("a") + feature("x", "optional", "driver.a=missing")
    config = {"options": {"partial-without-notes": {"levels": ["missing"]}}}

    assert [each.message for each in lint_text(text, config=config)] == [
        "driver 'a' is 'missing' without a note"
    ]


def test_dialect_without_notes_wants_none() -> None:
    text = "[column.a]\ntitle=A\n[x]\ntitle=X\nstatus=optional\na=partial\n"
    config = {"dialects": {"columns": {"declaration": "column."}}}

    assert lint_text(text, config=config) == []


@pytest.mark.parametrize(
    ("written", "after"),
    [("missing:x", "missing"), ("missing:", "missing"), ("Missing", "missing")],
)
def test_level_is_written_whole_where_no_release_belongs_to_it(written: str, after: str) -> None:
    text = declared("a") + feature("x", "optional", f"driver.a={written}")
    (diagnostic,) = everything(text)

    assert diagnostic.fix
    assert applied(text, diagnostic.fix) == text.replace(written, after)


@pytest.mark.parametrize(("names", "whom"), [("ab", "it"), ("abc", "them"), ("abcd", "them")])
def test_fix_of_absent_entries_says_how_many_it_writes(names: str, whom: str) -> None:
    entries = (f"driver.{name}=complete" for name in names)
    text = declared(*names) + feature("x", "optional", *entries)
    (diagnostic,) = everything(text + feature("y", "optional", "driver.a=complete"))

    assert diagnostic.fix
    assert diagnostic.fix.title == f"write 'unknown' for {whom}"
