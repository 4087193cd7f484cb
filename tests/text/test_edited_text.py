"""Edits are made on exact places, and the copy remembers what is as it was."""

from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matrixlint.text.edited_text import EditedText, split_lines
from matrixlint.text.span import Edit, Span
from tests.strategies import PROFILE

BOM = b"\xef\xbb\xbf"
Offsets = list[tuple[int, int, str]]


def edited(data: bytes, *edits: Edit) -> tuple[bytes, list[int]]:
    copy = EditedText.from_bytes(data).apply_edits(edits)
    return copy.data, list(copy.origins)


@pytest.mark.parametrize(
    ("data", "edits", "wanted", "origins"),
    [
        (b"", [], b"", [1]),
        (b"a\nb\n", [], b"a\nb\n", [1, 2, 3]),
        (b"a\nb\nc\n", [Edit(Span(2, 1, 3, 1), "")], b"a\nc\n", [1, 3, 4]),
        (b"a\r\nb", [Edit(Span(2, 2, 2, 2), "\n")], b"a\r\nb\r\n", [1, 0, 0]),
        (b"a\nb\n", [Edit(Span(2, 1, 2, 1), "x\n")], b"a\nx\nb\n", [1, 0, 2, 3]),
        (b"a\nb\n", [Edit(Span(1, 2, 1, 2), "\nx")], b"a\nx\nb\n", [1, 0, 2, 3]),
        (
            b"abc\n",
            [Edit(Span(1, 2, 1, 3), ""), Edit(Span(1, 2, 1, 2), "x"), Edit(Span(1, 2, 1, 2), "y")],
            b"axyc\n",
            [0, 2],
        ),
        (BOM + b"a\n", [Edit(Span(1, 1, 1, 1), "")], b"a\n", [1, 2]),
        (BOM * 2 + b"a\n", [Edit(Span(1, 1, 1, 1), "")], b"a\n", [1, 2]),
        (BOM * 2 + b"a\n", [Edit(Span(1, 1, 1, 2), "b")], BOM * 2 + b"b\n", [0, 2]),
        (b"a" + BOM + b"b\n", [Edit(Span(1, 1, 1, 2), "")], BOM + b"b\n", [0, 2]),
        (BOM + b"a\n", [Edit(Span(1, 1, 1, 2), "b")], BOM + b"b\n", [0, 2]),
        (b"\xff=\xfe\n", [Edit(Span(1, 2, 1, 3), ":")], b"\xff:\xfe\n", [0, 2]),
        (b"a\x0cb\x85\n", [Edit(Span(1, 4, 1, 4), "c")], b"a\x0cbc\x85\n", [0, 2]),
    ],
)
def test_edits_are_made(data: bytes, edits: list[Edit], wanted: bytes, origins: list[int]) -> None:
    assert edited(data, *edits) == (wanted, origins)


@pytest.mark.parametrize(
    ("data", "end"),
    [
        (b"", "\n"),
        (b"a", "\n"),
        (b"a\r\nb\nc\r\n", "\r\n"),
        (b"a\rb\r", "\r"),
        (b"a\r\nb\n", "\r\n"),
    ],
)
def test_the_line_end_is_the_usual_one(data: bytes, end: str) -> None:
    assert EditedText.from_bytes(data).line_end == end


@pytest.mark.parametrize(
    ("span", "is_held"),
    [
        (Span(1, 1, 1, 3), True),
        (Span(1, 3, 2, 1), True),
        (Span(2, 1, 2, 1), True),
        (Span(1, 4, 1, 4), False),
        (Span(1, 0, 1, 1), False),
        (Span(1, 2, 1, 1), False),
        (Span(0, 1, 1, 1), False),
        (Span(2, 1, 3, 1), False),
    ],
)
def test_span_lies_in_the_text_or_not(span: Span, is_held: bool) -> None:  # noqa: FBT001
    assert EditedText.from_bytes(b"ab\r\n").contains(span) is is_held


def test_origins_reach_through_several_editings() -> None:
    first = EditedText.from_bytes(b"a\nb\nc\n").apply_edits([Edit(Span(2, 1, 3, 1), "")])
    second = first.as_original.apply_edits([Edit(Span(1, 1, 1, 1), "x\n")])

    assert list(second.origins) == [0, 1, 2, 3]
    assert list(second.rebase(first).origins) == [0, 1, 3, 4]


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, Offsets]:
    """Draw a text and edits of it by offsets, which neither overlap nor part a line end."""
    text = "".join(draw(st.lists(st.sampled_from(["a", "b", "\n", "\r\n", "é"]), max_size=20)))
    places = [at for at in range(len(text) + 1) if text[at - 1 : at + 1] != "\r\n"]
    chosen = sorted(draw(st.lists(st.sampled_from(places), max_size=6)))
    fresh = draw(st.lists(st.sampled_from(["", "x", "\n", "x\ny"]), min_size=3, max_size=3))
    return text, list(zip(chosen[::2], chosen[1::2], fresh, strict=False))


@given(edited_texts())
@settings(PROFILE, max_examples=200)
def test_editing_is_replacing(drawn: tuple[str, Offsets]) -> None:
    text, offsets = drawn
    starts = [0, *accumulate(map(len, split_lines(text)))]

    def place(offset: int) -> tuple[int, int]:
        line = max(at for at, start in enumerate(starts[:-1], 1) if start <= offset)
        return line, offset - starts[line - 1] + 1

    copy = EditedText.from_bytes(text.encode())
    edits = [Edit(Span(*place(start), *place(end)), new) for start, end, new in offsets]
    wanted = text
    for start, end, new in reversed(offsets):
        wanted = wanted[:start] + new.replace("\n", copy.line_end) + wanted[end:]
    made = copy.apply_edits(edits)
    kept = [
        (line, copy.lines[at - 1]) for line, at in zip(made.lines, made.origins, strict=True) if at
    ]

    assert made.data.decode() == wanted
    assert list(made.lines) == split_lines(wanted)
    assert [line for line, _ in kept] == [line for _, line in kept]
    assert sorted(set(made.origins) - {0}) == [at for at in made.origins if at]
