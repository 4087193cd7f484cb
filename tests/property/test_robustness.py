"""Whatever the text: no exception, places inside it, the same in every run."""

import os
import tempfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matrixlint import Diagnostic, lint_file
from tests.finding import everything, outside
from tests.strategies import PROFILE, texts

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")


UTF8 = texts().filter(lambda text: not any("\ud800" <= each <= "\udfff" for each in text))


def of_bytes(data: bytes) -> list[Diagnostic]:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "support-matrix.ini")
        with open(path, "wb") as file:
            file.write(data)
        return lint_file(path, config={"select": ["ALL"]})


@given(texts())
@settings(PROFILE, max_examples=200)
def test_every_place_lies_in_the_text(text: str) -> None:
    assert outside(everything(text), text) == []


@given(texts())
@settings(PROFILE, max_examples=75)
def test_findings_are_sorted_and_reported_once(text: str) -> None:
    keys = [(each.path, *each.span[:2], each.code, each.message) for each in everything(text)]

    assert keys == sorted(set(keys))


@given(texts())
@settings(PROFILE, max_examples=60)
def test_findings_are_the_same_in_every_run(text: str) -> None:
    assert everything(text) == everything(text)


@given(texts())
@settings(PROFILE, max_examples=75)
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
@settings(PROFILE, max_examples=75)
def test_every_place_lies_in_the_bytes(data: bytes) -> None:
    text = "" if data.startswith(WIDE) else data.decode("utf-8", "surrogateescape")

    assert outside(of_bytes(data), text) == []


def test_empty_file_has_a_first_line_and_column() -> None:
    (found,) = everything("")

    assert (found.code, *found.span) == ("MX101", 1, 1, 1, 1)
