"""A file's text: its lines, and what its bytes had wrong."""

import pytest

from matrixlint.text.source import IllegalCharacter, Source
from matrixlint.text.span import Span


def illegal(line: int, column: int, name: str) -> IllegalCharacter:
    return IllegalCharacter(Span(line, column, line, column + 1), name)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\n", ["a", ""]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\r\n", ["a", "b", ""]),
        ("a\rb", ["a", "b"]),
        ("a\r\r\nb\n\rc", ["a", "", "b", "", "c"]),
        ("a\u2028b\u2029c", ["a\u2028b\u2029c"]),
        ("a\tb", ["a\tb"]),
    ],
)
def test_lines_end_at_lf_crlf_and_cr_and_nothing_else(text: str, lines: list[str]) -> None:
    source = Source.from_text("a.ini", text)

    assert (source.lines, source.text, source.illegal_characters) == (lines, "\n".join(lines), ())
    assert Source.from_bytes("a.ini", text.encode()).lines == lines


@pytest.mark.parametrize("illegal", "\0\x08\x0b\x0c\x0e\x1c\x1d\x1e\x1f\x7f\x80\x85\x9f")
def test_a_control_becomes_a_blank_and_is_named(illegal: str) -> None:
    source = Source.from_text("a.ini", f"a\nb{illegal}c")

    assert source.lines == ["a", "b c"]
    assert source.illegal_characters == (
        IllegalCharacter(Span(2, 2, 2, 3), f"U+{ord(illegal):04X}"),
    )


@pytest.mark.parametrize("illegal", "\t \x7e\xa0\xadéł힣\u2028\ufffd\U0001f600")
def test_every_other_character_stays(illegal: str) -> None:
    source = Source.from_bytes("a.ini", f"a{illegal}b".encode())

    assert (source.lines, source.illegal_characters) == ([f"a{illegal}b"], ())


def test_bytes_that_are_not_utf8_become_replacement_characters_one_by_one() -> None:
    source = Source.from_bytes("a.ini", b"a\r\nb\xff\xc3(c\x80")

    assert source.lines == ["a", "b\ufffd\ufffd(c\ufffd"]
    assert source.illegal_characters == (
        illegal(2, 2, "byte 0xFF"),
        illegal(2, 3, "byte 0xC3"),
        illegal(2, 6, "byte 0x80"),
    )


def test_broken_bytes_and_controls_are_reported_in_the_order_of_the_file() -> None:
    source = Source.from_bytes("a.ini", b"\x01\xe9\n\x02")

    assert source.text == " \ufffd\n "
    assert source.illegal_characters == (
        illegal(1, 1, "U+0001"),
        illegal(1, 2, "byte 0xE9"),
        illegal(2, 1, "U+0002"),
    )


@pytest.mark.parametrize("surrogate", [0xD800, 0xDBFF, 0xDC00, 0xDC7F, 0xDD00, 0xDFFF])
def test_a_surrogate_that_stands_for_no_byte_is_named_as_what_it_is(surrogate: int) -> None:
    source = Source.from_text("a.ini", f"a{chr(surrogate)}")

    assert source.text == "a\ufffd"
    assert source.illegal_characters == (illegal(1, 2, f"U+{surrogate:04X}"),)


def test_a_surrogate_that_stands_for_a_byte_is_named_as_that() -> None:
    assert Source.from_text("a.ini", "a\udcff").illegal_characters == (illegal(1, 2, "byte 0xFF"),)


def test_all_byte_order_marks_in_a_row_are_dropped() -> None:
    source = Source.from_bytes("a.ini", b"\xef\xbb\xbf\xef\xbb\xbfa\xef\xbb\xbf")

    assert (source.has_bom, source.text, source.illegal_characters) == (True, "a\ufeff", ())


def test_a_text_without_a_byte_order_mark_has_none() -> None:
    assert not Source.from_bytes("a.ini", b"a\xef\xbb\xbf").has_bom


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"\xff\xfe", "UTF-16"),
        ("[a]".encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + "[a]".encode("utf-16-be"), "UTF-16"),
        ("[targets]\n".encode("utf-16-le"), "UTF-16"),
        ("[targets]\n".encode("utf-16-be"), "UTF-16"),
        ("[a]\n".encode("utf-16-le"), "UTF-16"),
        ("[a]".encode("utf-32"), "UTF-32"),
        (b"\0\0\xfe\xff" + "[a]".encode("utf-32-be"), "UTF-32"),
        ("[targets]\n".encode("utf-32-le"), "UTF-32"),
        ("[a".encode("utf-32-be"), "UTF-32"),
    ],
)
def test_wide_encodings_are_recognised_and_not_read(data: bytes, encoding: str) -> None:
    source = Source.from_bytes("a.ini", data)

    assert (source.encoding, source.text, source.lines) == (encoding, "", [""])
    assert (source.illegal_characters, source.has_bom) == ((), False)


@pytest.mark.parametrize("data", [b"", b"\0", b"a\0b\0", b"[a]\0\0\0\n\n", b"[targets]\0\0\n"])
def test_a_few_nul_bytes_make_no_wide_encoding(data: bytes) -> None:
    source = Source.from_bytes("a.ini", data)

    assert source.encoding is None
    assert [each.name for each in source.illegal_characters] == ["U+0000"] * data.count(0)


def test_the_path_is_kept() -> None:
    assert Source.from_text("x/a.ini", "").path == "x/a.ini"
    assert Source.from_bytes("x/a.ini", b"\xff\xfe").path == "x/a.ini"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("", ()),
        ("a\nb\n", ()),
        ("a\r\nb\r\nc", ()),
        ("a\rb\r", ()),
        ("a\nb\r\nc", ("\n", "\r\n")),
        ("a\rb\nc\n", ("\r", "\n", "\n")),
        ("a\r\r\n\n", ("\r", "\r\n", "\n")),
        ("\ufeffa\r\nb\r", ("\r\n", "\r")),
    ],
)
def test_line_ends_are_kept_where_they_differ(text: str, ends: tuple[str, ...]) -> None:
    assert Source.from_text("a.ini", text).line_ends == ends
    assert Source.from_bytes("a.ini", text.encode()).line_ends == ends


def test_distinct_lines_stand_once_in_the_order_of_the_file() -> None:
    source = Source.from_text("a.ini", "b\na\r\nb\n\na")

    assert source.distinct == "\nb\na\n"
