"""Bytes that are no text."""

import pytest

from matrixlint.syntax.parser import parse
from matrixlint.text.source import Source
from tests.parsed import CLEAN, document, fixed, listed, messages, related, reported, sections


def of_bytes(data: bytes) -> list[str]:
    return listed(parse(Source.from_bytes("a.ini", data)).errors)


def test_a_clean_file_has_no_such_error() -> None:
    assert of_bytes(CLEAN.encode()) == []


def test_a_character_that_is_none_is_reported_where_it_stands() -> None:
    assert reported(f"{CLEAN}notes=a\0b") == ["7:8-9 MX005"]
    assert messages(f"{CLEAN}notes=a\0b") == [
        "U+0000 is no character of a text file; expected UTF-8 without controls"
    ]


def test_a_byte_that_is_no_utf8_is_reported_with_its_value() -> None:
    found = parse(Source.from_bytes("a.ini", CLEAN.encode() + b"notes=\xe9t\xe9\n"))

    assert listed(found.errors) == ["7:7-8 MX005"]
    assert found.errors[0].message.startswith("byte 0xE9 is no character of a text file, and 1 ")
    assert found.sections[1].values["notes"] == "\ufffdt\ufffd"


def test_they_are_reported_once_a_file_with_the_others_related() -> None:
    text = f"{CLEAN}# \x7f\nnotes=a\x85\n  \x0c\n"

    assert reported(text) == ["7:3-4 MX005"]
    assert related(text) == ["8:8-9", "9:3-4"]
    assert " and 2 more " in messages(text)[0]


def test_of_many_the_first_ten_are_placed() -> None:
    text = CLEAN + "#\0" * 12

    assert messages(text)[0].startswith(
        "U+0000 is no character of a text file, and 11 more characters like it; expected "
    )
    assert related(text) == [f"7:{2 * at}-{2 * at + 1}" for at in range(2, 11)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_a_wide_encoding_is_reported_alone_and_not_read(encoding: str) -> None:
    found = parse(Source.from_bytes("a.ini", CLEAN.encode(encoding)))

    assert listed(found.errors) == ["1:1-1 MX005"]
    assert found.errors[0].message == f"file is {encoding[:6].upper()}; expected UTF-8"
    assert (found.is_read, found.sections, found.dialect) == (False, [], None)


@pytest.mark.parametrize("mark", ["\ufeff", "\ufeff\ufeff"])
def test_a_byte_order_mark_is_reported_and_dropped_safely(mark: str) -> None:
    (error,) = document(f"{mark}{CLEAN}").errors

    assert (error.code, error.span) == ("MX006", (1, 1, 1, 1))
    assert error.fix is not None
    assert (error.fix.safe, error.fix.edits) == (True, (((1, 1, 1, 1), ""),))
    assert fixed(f"{mark}{CLEAN}") == f"{mark}{CLEAN}"
    assert sections(f"{mark}{CLEAN}") == sections(CLEAN)


def test_a_byte_order_mark_stands_beside_other_errors() -> None:
    assert reported(f"\ufeff[driver.a\n\0title=\n{CLEAN}")[:2] == ["1:1-1 MX006", "1:1-10 MX004"]
