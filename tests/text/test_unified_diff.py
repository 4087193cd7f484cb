"""Diffs of copies: whole texts, and the real patch and git that must take them."""

import os
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matrixlint.text.edited_text import EditedText
from matrixlint.text.span import Edit, Span
from matrixlint.text.unified_diff import format_unified_diff
from tests.strategies import PROFILE

TOOLS = (
    ("patch", "-p0", "--fuzz=0", "--no-backup-if-mismatch", "-i", "../changes.diff"),
    ("git", "apply", "-p0", "--whitespace=nowarn", "../changes.diff"),
)
TEN = b"".join(b"%d\n" % number for number in range(1, 11))
NAMES = (
    "a.ini",
    "docs/a.ini",
    "two words.ini",
    'quoted "and" back\\slash.ini',
    "tab\tand\nmore.ini",
    "größe 日本.ini",
    "bell\a\b\v\f\r\x01\x7f.ini",
    os.fsdecode(b"no utf-8 \xff.ini"),
)
LINES = st.sampled_from(("a", "b", "", "\r", "-- c", "++ d", " e", "\\ f", "\ufeff", "é", "\x85"))
TEXTS = st.lists(st.tuples(LINES, st.sampled_from(("\n", "\n", "\r\n", "\r"))), max_size=30).map(
    lambda rows: "".join(line + end for line, end in rows)
)


def insert(line: int, text: str) -> Edit:
    return Edit(Span(line, 1, line, 1), text)


def delete(line: int, count: int = 1) -> Edit:
    return Edit(Span(line, 1, line + count, 1), "")


def diff(data: bytes, *edits: Edit, path: str = "a.ini") -> bytes:
    old = EditedText.from_bytes(data)
    return format_unified_diff(path, old, old.apply_edits(edits))


@pytest.mark.parametrize(
    ("data", "edits", "hunks"),
    [
        (b"a\n", [], b""),
        (b"a\n", [Edit(Span(1, 1, 1, 2), "a")], b""),
        (b"a\nb\n", [Edit(Span(2, 1, 2, 2), "c")], b"@@ -1,2 +1,2 @@\n a\n-b\n+c\n"),
        (b"", [insert(1, "a\n")], b"@@ -0,0 +1 @@\n+a\n"),
        (b"a\n", [delete(1)], b"@@ -1 +0,0 @@\n-a\n"),
        (b"a", [insert(1, "b\n")], b"@@ -1 +1,2 @@\n+b\n a\n\\ No newline at end of file\n"),
        (
            b"a",
            [Edit(Span(1, 2, 1, 2), "\n")],
            b"@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n",
        ),
        (
            b"a\r\nb\r\n",
            [Edit(Span(1, 1, 1, 2), "c")],
            b"@@ -1,2 +1,2 @@\n-a\r\n+c\r\n b\r\n",
        ),
        (
            b"a\rb\nc\n",
            [Edit(Span(2, 1, 2, 2), "d")],
            b"@@ -1,2 +1,2 @@\n-a\rb\n+a\rd\n c\n",
        ),
        (
            b"\xef\xbb\xbfa\nb\n",
            [Edit(Span(1, 1, 1, 1), "")],
            b"@@ -1,2 +1,2 @@\n-\xef\xbb\xbfa\n+a\n b\n",
        ),
        (
            b"a\xff\nb\n",
            [Edit(Span(2, 1, 2, 2), "c")],
            b"@@ -1,2 +1,2 @@\n a\xff\n-b\n+c\n",
        ),
        (
            TEN,
            [delete(1), Edit(Span(9, 1, 9, 2), "nine")],
            b"@@ -1,4 +1,3 @@\n-1\n 2\n 3\n 4\n@@ -6,5 +5,5 @@\n 6\n 7\n 8\n-9\n+nine\n 10\n",
        ),
        (
            TEN,
            [delete(1), insert(8, "new\n")],
            b"@@ -1,10 +1,10 @@\n-1\n 2\n 3\n 4\n 5\n 6\n 7\n+new\n 8\n 9\n 10\n",
        ),
    ],
)
def test_hunks_are_those_of_the_changes(data: bytes, edits: list[Edit], hunks: bytes) -> None:
    assert diff(data, *edits) == (b"--- a.ini\n+++ a.ini\n" + hunks if hunks else b"")


def test_seven_lines_between_two_changes_part_their_hunks() -> None:
    edits = [delete(1), delete(9)]

    assert diff(TEN, *edits).count(b"@@ -") == 2
    assert diff(TEN, delete(1), delete(8)).count(b"@@ -") == 1


def test_line_that_an_edit_moves_is_not_taken_for_another() -> None:
    # The copy forgets where a line comes from that it has pulled into another.
    old = EditedText.from_bytes(b"a\nb\n")
    new = old.apply_edits([Edit(Span(1, 2, 2, 1), "")])

    assert format_unified_diff("x", old, new) == b"--- x\n+++ x\n@@ -1,2 +1 @@\n-a\n-b\n+ab\n"


def test_line_that_is_said_to_come_from_above_the_last_one_is_new() -> None:
    old = EditedText.from_bytes(b"a\nb\n")
    turned = EditedText(["b\n", "a\n", ""], [2, 1, 3])

    assert format_unified_diff("x", old, turned) == b"--- x\n+++ x\n@@ -1,2 +1,2 @@\n-a\n b\n+a\n"


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("a/b.ini", b"--- a/b.ini\n"),
        ("two words.ini", b"--- two words.ini\t\n"),
        ('"\\.ini', b'--- "\\"\\\\.ini"\n'),
        ("\t\n é.ini", b'--- "\\t\\n \\303\\251.ini"\t\n'),
        ("\x01\x7f", b'--- "\\001\\177"\n'),
    ],
)
def test_name_is_quoted_as_git_quotes_it(path: str, line: bytes) -> None:
    assert diff(b"a\n", delete(1), path=path).splitlines(keepends=True)[:2] == [
        line,
        line.replace(b"---", b"+++"),
    ]


def applied(tool: tuple[str, ...], path: str, data: bytes, changes: bytes, folder: Path) -> bytes:
    """Return what *tool* makes of a file that holds *data*."""
    root = folder / "root"
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)
    (folder / "changes.diff").write_bytes(changes)
    environment = os.environ | {"GIT_CEILING_DIRECTORIES": str(folder), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(tool, cwd=root, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    return (root / path).read_bytes()


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool[0])
@pytest.mark.parametrize("path", NAMES)
def test_real_tools_find_the_file_by_its_name(
    tool: tuple[str, ...], path: str, tmp_path: Path
) -> None:
    changes = diff(TEN, delete(1), insert(11, "end"), path=path)

    assert applied(tool, path, TEN, changes, tmp_path) == TEN[2:] + b"end"


@st.composite
def edited(draw: st.DrawFn) -> tuple[bytes, list[Edit]]:
    """Draw a text and edits of it that do not overlap."""
    copy = EditedText.from_bytes((draw(TEXTS) + draw(LINES)).encode())
    places = [
        (number, column)
        for number, line in enumerate(copy.lines, 1)
        for column in range(1, len(line.rstrip("\r\n")) + 2)
    ]
    chosen = sorted(draw(st.lists(st.sampled_from(places), unique=True, max_size=12)))
    pairs = zip(chosen[::2], chosen[1::2], strict=False)
    fresh = st.sampled_from(("", "x", "\n", "y\n", "a\nb"))
    return copy.data, [Edit(Span(*start, *end), draw(fresh)) for start, end in pairs]


@given(edited(), st.sampled_from(TOOLS))
@settings(PROFILE, max_examples=150)
def test_real_tools_make_the_copy_of_the_file(
    case: tuple[bytes, list[Edit]], tool: tuple[str, ...]
) -> None:
    data, edits = case
    old = EditedText.from_bytes(data)
    new = old.apply_edits(edits)
    changes = format_unified_diff("a.ini", old, new)

    assert bool(changes) is (new.data != data)
    if changes:
        with tempfile.TemporaryDirectory() as folder:
            assert applied(tool, "a.ini", data, changes, Path(folder)) == new.data


@given(edited())
@settings(PROFILE, max_examples=150)
def test_diff_of_two_steps_is_right_too(case: tuple[bytes, list[Edit]]) -> None:
    data, edits = case
    old = EditedText.from_bytes(data)
    middle = old.apply_edits(edits)
    new = middle.apply_edits([insert(1, "first\n")])
    with tempfile.TemporaryDirectory() as folder:
        changes = format_unified_diff("a.ini", old, new)
        assert applied(TOOLS[1], "a.ini", data, changes, Path(folder)) == new.data
