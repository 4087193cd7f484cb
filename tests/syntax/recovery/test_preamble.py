"""Above the first header only comments belong."""

import pytest

from tests.parsed import CLEAN, document, messages, reported, sections


@pytest.mark.parametrize("above", ["", "# c\n", "\n\n", "  ; c\n\t\n", "#\n;\n", "\ufeff# c\n"])
def test_comments_and_blank_lines_may_stand_there(above: str) -> None:
    assert [
        diagnostic for diagnostic in reported(above + CLEAN) if not diagnostic.endswith("MX006")
    ] == []
    assert sections(above + CLEAN) == sections(CLEAN)


@pytest.mark.parametrize("text", ["", "\n", "# c", " ; c\n", "\t"])
def test_a_file_of_comments_is_read_as_empty(text: str) -> None:
    found = document(text)

    assert (found.errors, found.sections, found.is_read) == ([], [], True)


@pytest.mark.parametrize("key", ["title=x", "a:b", "a = b", "title="])
@pytest.mark.parametrize("below", ["", f"\n{CLEAN}word\n[operation.y\n  title=Y\n[operation.x]\n"])
def test_a_key_there_is_reported_alone_and_nothing_is_read(key: str, below: str) -> None:
    text = f"# c\n{key}{below}"
    found = document(text)

    assert reported(text) == [f"2:1-{len(key) + 1} MX001"]
    assert messages(text) == ["key stands before any section header"]
    assert (found.sections, found.is_read) == ([], False)


def test_an_indented_key_there_is_such_a_key() -> None:
    text = f"  title=x\n{CLEAN}"

    assert reported(text) == ["1:3-10 MX001"]
    assert not document(text).is_read


def test_a_key_below_other_errors_is_still_reported_alone() -> None:
    assert reported(f"word\n  more\n<<<<<<< a\ntitle=x\n{CLEAN}") == ["4:1-8 MX001"]


@pytest.mark.parametrize(
    ("above", "diagnostic"),
    [
        ("two words\n", "1:1-10 MX001"),
        ("=v\n", "1:1-3 MX001"),
        ("  prose\n", "1:3-8 MX001"),
        ("  prose\n\n  # c\n  more\n", "1:3-8 MX001"),
        ("\n\xa0prose\n", "2:2-7 MX001"),
        (" [a b\n", "1:2-6 MX001"),
        ("# c\n  [a b]\n  c\n", "2:3-8 MX001"),
        ("<<<<<<< HEAD\n", "1:1-13 MX007"),
    ],
)
def test_other_lines_there_are_reported_and_reading_goes_on(above: str, diagnostic: str) -> None:
    assert reported(above + CLEAN) == [diagnostic]
    assert sections(above + CLEAN) == sections(CLEAN)


def test_the_continuation_of_a_line_that_is_reported_is_not_reported() -> None:
    assert reported(f"two words\n  more\n{CLEAN}") == ["1:1-10 MX001"]
    assert messages(f"  two words\n  more\n{CLEAN}") == ["indented line continues no value"]


@pytest.mark.parametrize(
    ("text", "diagnostics"),
    [("two words", ["1:1-10 MX001"]), ("  a\n b", ["1:3-4 MX001"]), (" [a b", ["1:2-6 MX001"])],
)
def test_a_file_may_have_no_header_at_all(text: str, diagnostics: list[str]) -> None:
    found = document(text)

    assert reported(text) == diagnostics
    assert (found.sections, found.is_read) == ([], True)


def test_a_header_that_is_indented_ends_the_preamble() -> None:
    text = f"  {CLEAN}"

    assert reported(text) == ["1:3-13 MX004"]
    assert sections(text) == sections(CLEAN)
