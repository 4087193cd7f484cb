"""The sections of a document, with the names and keys that are meant."""

import pytest

from matrixlint.syntax.dialects.dialect import BUILT_IN, TARGETS
from matrixlint.syntax.document import Document
from matrixlint.syntax.parser import parse
from matrixlint.text.source import Source
from tests.parsed import CLEAN, DECLARED, document, open_sections, reported, sections


def test_sections_are_in_file_order() -> None:
    text = f"{CLEAN}[b.c\n[a]\n[operation.y]\n[1] x\n"

    assert [each.name for each in document(text).sections] == [
        *("driver.a", "operation.x", None, "a", "operation.y", None),
    ]


def test_keys_are_in_file_order_and_in_lower_case() -> None:
    text = f"{DECLARED}[operation.x]\nZ=1\na=2\nB C=3\n"

    assert list(sections(text)["operation.x"] or {}) == ["z", "a", "b c"]
    assert [each.written_key for each in document(text).sections[1].entries()] == ["Z", "a", "B C"]


def test_keys_may_all_be_in_capitals() -> None:
    assert sections("[driver.a]\nTITLE=A\n") == {"driver.a": {"title": "A"}}


@pytest.mark.parametrize("blank", "\u00a0\u200b\u2028\ufeff")
def test_a_name_is_read_without_what_cannot_be_seen(blank: str) -> None:
    text = f"{DECLARED}[opera{blank}tion.x]\ntitle=X\n"

    assert reported(text) == []
    assert sections(text)["operation.x"] == {"title": "X"}


def test_two_names_that_look_alike_are_one() -> None:
    assert reported(f"{CLEAN}[operation.x\u200b]\n") == ["7:1-15 MX002"]


@pytest.mark.parametrize("separator", "\u2028\u2029")
def test_a_separator_that_an_editor_shows_in_the_line_ends_none(separator: str) -> None:
    text = f"{CLEAN}notes=a{separator}[b]{separator}c=d\n"
    entry = document(text).sections[1].entry("notes")

    assert reported(text) == []
    assert entry.value == "a\xa0[b]\xa0c=d"
    assert entry.value_span == (7, 7, 7, 16)


def test_a_section_without_keys_is_one() -> None:
    assert sections("[a]\n[b]") == {"a": {}, "b": {}}


def test_a_error_opens_the_section_that_it_stands_in() -> None:
    text = f"{CLEAN}word\n[operation.y]\nword word\ntitle=Y\n[operation.z]\ntitle=Z\n"

    assert open_sections(text) == ["operation.x", "operation.y"]


@pytest.mark.parametrize(("first", "second"), [("word\n", ""), ("", "word\n"), ("w\n", "w\n")])
def test_a_error_in_either_of_two_sections_of_a_name_opens_it(first: str, second: str) -> None:
    assert open_sections(f"{CLEAN}{first}[operation.x]\n{second}") == ["operation.x"]


def test_a_error_above_the_first_header_opens_none() -> None:
    assert open_sections(f"two words\n{CLEAN}") == []


def test_a_document_knows_its_dialects() -> None:
    found = document(CLEAN)

    assert (found.dialect, found.dialects) == (BUILT_IN[1], BUILT_IN)


def test_a_dialect_may_be_forced() -> None:
    assert parse(Source.from_text("a.ini", CLEAN), BUILT_IN, TARGETS).dialect is TARGETS
    assert parse(Source.from_text("a.ini", CLEAN), (TARGETS,)).dialect is None


def test_a_document_that_was_not_read_knows_no_line() -> None:
    found = Document(Source.from_text("a.ini", CLEAN), None, ())

    assert found.lineof("driver.a", "title") is None
    assert (found.sections, found.default, found.is_read) == ([], None, False)
