"""Patterns of paths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matrixlint.text.globs import covers, matches


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.ini", "a.ini"),
        ("*.ini", "doc/source/a.ini"),
        ("*support[-_]matrix*.ini", "doc/my-support_matrix-2.ini"),
        ("doc/*.ini", "doc/a.ini"),
        ("./doc/a.ini", "doc/a.ini"),
        ("/a.ini", "a.ini"),
        ("doc/**/a.ini", "doc/a.ini"),
        ("doc/**/a.ini", "doc/x/y/a.ini"),
        ("**/old/*", "old/a.ini"),
        ("**/old/**", "x/old/y/z"),
        ("doc/**", "doc/x/y"),
        ("a?c/", "abc"),
    ],
)
def test_a_path_is_matched(pattern: str, path: str) -> None:
    assert matches(path, [pattern])


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.ini", "a.INI"),
        ("*.ini", "a.ini/x"),
        ("doc", "doc/a.ini"),
        ("doc/*.ini", "doc/source/a.ini"),
        ("doc/*.ini", "x/doc/a.ini"),
        ("/a.ini", "x/a.ini"),
        ("doc/**/a.ini", "a.ini"),
        ("doc/source/*/*", "doc/source/x"),
        ("a/b", "a"),
    ],
)
def test_a_path_is_not_matched(pattern: str, path: str) -> None:
    assert not matches(path, [pattern])


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("doc", "doc/source/a.ini"),
        ("old/", "x/old/a.ini"),
        ("doc/old", "doc/old/x/a.ini"),
        ("doc/o*", "doc/old/a.ini"),
        ("a.ini", "a.ini"),
    ],
)
def test_a_path_in_a_matched_folder_is_covered(pattern: str, path: str) -> None:
    assert covers(path, ["nothing", pattern])


@pytest.mark.parametrize(("pattern", "path"), [("doc/old", "old/a.ini"), ("a.ini", "b.ini")])
def test_a_path_in_no_matched_folder_is_not_covered(pattern: str, path: str) -> None:
    assert not covers(path, [pattern])


def test_no_pattern_matches_nothing() -> None:
    assert not matches("a", [])
    assert not covers("a", [])


PATH = st.lists(st.text("ab.", min_size=1, max_size=2), min_size=1, max_size=4).map("/".join)


@given(PATH)
def test_every_path_is_matched_by_itself_and_by_two_stars(path: str) -> None:
    assert matches(path, [f"/{path}"])
    assert matches(path, ["/**"])
    assert covers(f"{path}/x", [f"/{path}"])
