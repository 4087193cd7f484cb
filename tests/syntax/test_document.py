"""Where every part of a file stands, as it is written."""

import pytest

from matrixlint.syntax.document import is_blank_or_comment
from tests.parsed import CLEAN, DECLARED, document


def parts(lines: str) -> tuple[str, list[str]]:
    """Return the first key of a section of *lines* and its value's, by their spans."""
    found = document(f"{DECLARED}[operation.x]\n{lines}")
    entry = found.sections[1].entry(next(iter(found.sections[1].values)))
    texts = found.source.lines
    values = [texts[at.line - 1][at.column - 1 : at.end_column - 1] for at in entry.value_spans]
    assert entry.value_span == entry.value_spans[0]
    span = entry.key_span
    return texts[span.line - 1][span.column - 1 : span.end_column - 1], values


@pytest.mark.parametrize(
    ("lines", "key", "values"),
    [
        ("title=X", "title", ["X"]),
        ("Title = X ", "Title", ["X"]),
        ("a b\t:\t x y\t", "a b", ["x y"]),
        ("k = = v", "k", ["= v"]),
        ("k==", "k", ["="]),
        ("k=k", "k", ["k"]),
        ("k: a=b", "k", ["a=b"]),
        ("k=a:b", "k", ["a:b"]),
        ("k=", "k", [""]),
        ("k =  ", "k", [""]),
        ("k=a # b", "k", ["a # b"]),
        ("k=a\n  b\n\tc ", "k", ["a", "b", "c"]),
        ("k=a\n\n  b\n# c\n  ; d\n \t\n  e", "k", ["a", "b", "e"]),
        ("k=\n  a", "k", ["a"]),
        ("k=\n\n  # c\n  =\n  :k", "k", ["=", ":k"]),
        ("k=a\n  a\n  a", "k", ["a", "a", "a"]),
        ("ключ=é\u00a0ł\n  \U0001f600", "ключ", ["é\u00a0ł", "\U0001f600"]),
        ("  title=X\n    more", "title", ["X", "more"]),
    ],
)
def test_spans_slice_what_is_written(lines: str, key: str, values: list[str]) -> None:
    assert parts(lines) == (key, values)


def test_the_place_of_no_value_is_behind_the_delimiter() -> None:
    entry = document(f"{CLEAN}cli=\nlink =  \nnotes=").sections[1].entry

    assert entry("cli").value_spans == ((7, 5, 7, 5),)
    assert entry("link").value_span == (8, 7, 8, 7)
    assert entry("notes").value_span == (9, 7, 9, 7)


def test_a_part_is_counted_from_the_value_s_start() -> None:
    entry = document(CLEAN).sections[1].entry("status")

    assert entry.part(0, 8) == entry.value_span == (5, 8, 5, 16)
    assert entry.part(2, 3) == (5, 10, 5, 13)


def test_a_part_of_a_value_that_hangs_is_in_its_first_line() -> None:
    entry = document(f"{CLEAN}notes=\n\n  some text\n").sections[1].entry("notes")

    assert entry.part(5, 4) == (9, 8, 9, 12)


def test_an_entry_is_made_once() -> None:
    section = document(CLEAN).sections[1]

    assert section.entry("title") is section.entry("title")
    assert [each.line for each in section.entries()] == [4, 5, 6]
    assert section.entry("title").section is section


def test_a_key_that_is_not_there_has_no_entry() -> None:
    with pytest.raises(KeyError, match="cli"):
        document(CLEAN).sections[1].entry("cli")


def test_a_key_may_be_read_as_another_too() -> None:
    section = document(f"{CLEAN}note=n\n").sections[1]
    section.alias("note", "notes")

    assert section.values["notes"] == "n"
    assert section.entry("notes") is section.entry("note")
    assert [entry.key for entry in section.entries()] == ["title", "status", "driver.a", "note"]


def test_a_value_is_sure_unless_something_hides_it() -> None:
    entry = document(f"{CLEAN}notes=%\ncli=c\n").sections[1].entry

    assert (entry("notes").is_known, entry("cli").is_known) == (False, True)


@pytest.mark.parametrize("line", ["", "  ", "\t", "# c", "  ; c", "#", "\xa0"])
def test_blank_lines_and_comments_are_passed_over(line: str) -> None:
    assert is_blank_or_comment(line)


@pytest.mark.parametrize("line", ["a", "  a", "a # b", "[#]", "="])
def test_other_lines_are_not_passed_over(line: str) -> None:
    assert not is_blank_or_comment(line)
