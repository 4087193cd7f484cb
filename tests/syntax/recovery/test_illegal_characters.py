"""What holds a character that is none is not known."""

import pytest

from tests.parsed import (
    CLEAN,
    DECLARED,
    KEYS,
    VALUES,
    open_sections,
    reported,
    sections,
    unknown_values,
)


@pytest.mark.parametrize(
    ("lines", "keys"),
    [
        ("notes=a\0b\n", ["notes"]),
        ("notes=\0\n", ["notes"]),
        ("notes \0= a\n", []),
        ("notes=a\n  b\0\n", ["notes"]),
        ("notes=a\n b\0\n", ["notes"]),
        ("notes=a\n\n# c\n\n  b\n  \0c\n", ["notes"]),
        ("cli=c\nnotes=a\x0c\n  b\0\n", ["notes"]),
        ("notes=a\n# \0\n", []),
        ("notes=a\n\x0c\ncli=b\n", []),
        ("notes=a\0\ncli=b\0\n", ["cli", "notes"]),
    ],
)
def test_a_value_is_not_known(lines: str, keys: list[str]) -> None:
    assert unknown_values(CLEAN + lines) == keys
    assert [diagnostic[-5:] for diagnostic in reported(CLEAN + lines)] == ["MX005"]


@pytest.mark.parametrize("key", ["no\0tes=b", "no\x85tes : b", "notes\0=b"])
def test_a_key_is_dropped_with_its_lines(key: str) -> None:
    text = f"{CLEAN}{key}\n  more\ncli=c\n"

    assert sections(text)["operation.x"] == {**VALUES, "cli": "c"}
    assert open_sections(text) == ["operation.x"]


@pytest.mark.parametrize("header", ["[operation.\0x]", "[operation.x]\0", "[\x01]", "[a\x7f"])
def test_a_header_has_no_name(header: str) -> None:
    text = f"{DECLARED}{header}\n{KEYS}"

    assert sections(text) == {"driver.a": {"title": "A"}, None: VALUES}
    assert open_sections(text) == ["driver.a", None]


def test_a_header_without_a_name_may_have_cut_off_the_section_above_alone() -> None:
    text = f"{DECLARED}[driver.b]\n[operation.\0x]\n{KEYS}"

    assert open_sections(text) == ["driver.b", None]


def test_a_comment_and_a_blank_line_take_nothing_away() -> None:
    text = f"# \0\n{CLEAN}\x0b\n; \x7f\n"

    assert sections(text) == sections(CLEAN)
    assert (open_sections(text), unknown_values(text)) == ([], [])


def test_a_line_above_every_header_takes_nothing_away() -> None:
    assert sections(f"\0 # c\n{CLEAN}") == sections(CLEAN)
    assert unknown_values(f"\0\n{CLEAN}") == []
