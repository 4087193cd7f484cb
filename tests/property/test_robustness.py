"""Whatever the text: no exception, places inside it, the same in every run."""

import os
import re
import tempfile

from hypothesis import given, settings
from hypothesis import strategies as st

from matrixlint import Diagnostic, Span, lint_file
from tests.finding import everything
from tests.strategies import PROFILE, texts

WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")


UTF8 = texts().filter(lambda text: not any("\ud800" <= each <= "\udfff" for each in text))


def lines(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)


def is_inside(span: Span, numbered: list[str]) -> bool:
    """Say whether a span begins and ends in the text, or right behind a line."""
    start, end = (span.line, span.column), (span.end_line, span.end_column)
    return start <= end and all(
        1 <= line <= len(numbered) and 1 <= column <= len(numbered[line - 1]) + 1
        for line, column in (start, end)
    )


def spans(found: list[Diagnostic]) -> list[Span]:
    every = [each.span for each in found]
    every += [related.span for each in found for related in each.related]
    return every + [edit.span for each in found if each.fix for edit in each.fix.edits]


def of_bytes(data: bytes) -> list[Diagnostic]:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "support-matrix.ini")
        with open(path, "wb") as file:
            file.write(data)
        return lint_file(path, config={"select": ["ALL"]})


@given(texts())
@settings(PROFILE, max_examples=400)
def test_every_place_lies_in_the_text(text: str) -> None:
    numbered = lines(text)

    assert [span for span in spans(everything(text)) if not is_inside(span, numbered)] == []


@given(texts())
@settings(PROFILE, max_examples=150)
def test_findings_are_sorted_and_told_once(text: str) -> None:
    keys = [(each.path, *each.span[:2], each.code, each.message) for each in everything(text)]

    assert keys == sorted(set(keys))


@given(texts())
@settings(PROFILE, max_examples=100)
def test_findings_are_the_same_in_every_run(text: str) -> None:
    assert everything(text) == everything(text)


@given(texts())
@settings(PROFILE, max_examples=150)
def test_messages_are_one_line_without_a_final_stop(text: str) -> None:
    messages = [each.message for each in everything(text)]

    assert [each for each in messages if not each or "\n" in each or each[-1] in ".\n"] == []


@given(
    st.one_of(
        st.binary(max_size=80),
        st.builds(lambda text, tail: text.encode() + tail, UTF8, st.binary(max_size=4)),
        UTF8.map(lambda text: text.encode("utf-16")),
    )
)
@settings(PROFILE, max_examples=150)
def test_every_place_lies_in_the_bytes(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    numbered = [""] if data.startswith(WIDE) else lines(text)

    assert [span for span in spans(of_bytes(data)) if not is_inside(span, numbered)] == []


def test_empty_file_has_a_first_line_and_column() -> None:
    (found,) = everything("")

    assert (found.code, *found.span) == ("MX101", 1, 1, 1, 1)
