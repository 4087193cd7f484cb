"""Errors of a schema in words."""

from pathlib import Path
from typing import Any

import pytest

from tests.schema.project import CEPH, COMPLETE, FEATURE, MATRIX, NOTED, at, broken, reported


def test_a_near_word_and_a_description_are_hints(tmp_path: Path) -> None:
    status = (*FEATURE, "status", "word")
    described = {"enum": ["chioce"], "description": "Ask\n  Ada."}

    (near,) = broken(tmp_path, at(status, described))
    (far,) = broken(tmp_path, at(status, {**described, "enum": ["x"]}))
    (blank,) = broken(tmp_path, at(status, {"enum": ["x"], "description": " "}))

    assert near.hint == "did you mean 'chioce'?"
    assert far.hint == "the schema says 'Ask Ada.'"
    assert blank.hint is None


def test_long_values_are_cut(tmp_path: Path) -> None:
    text = MATRIX.replace("Slow.", "x" * 99)
    ((_, _, message),) = reported(tmp_path, at((*CEPH, "note"), {"pattern": "bug"}), text)

    assert f"is '{'x' * 60}...'; expected" in message


@pytest.mark.parametrize("keyword", ["anyOf", "oneOf"])
def test_the_way_that_was_meant_is_explained(tmp_path: Path, keyword: str) -> None:
    schema = at(CEPH, {keyword: [COMPLETE, NOTED]})

    assert reported(tmp_path, schema) == [
        (15, 13, "driver 'ceph' in [operation.x] has no 'release', which is required"),
        (
            16,
            19,
            "'note' of driver 'ceph' in [operation.x] is 'Slow.'; expected text that matches 'bug'",
        ),
    ]


@pytest.mark.parametrize(
    ("place", "ways", "message"),
    [
        (
            (*CEPH, "level"),
            [{"const": "complete"}, {"enum": ["missing", "complete"]}],
            (
                "'level' of driver 'ceph' in [operation.x] is 'partial'; "
                "expected 'complete' or 'missing'"
            ),
        ),
        (
            (*CEPH, "note"),
            [{"type": "null"}, {"pattern": "bug"}, {"const": "none"}],
            (
                "'note' of driver 'ceph' in [operation.x] is 'Slow.'; "
                "expected text that matches 'bug' or 'none'"
            ),
        ),
        (
            CEPH,
            [{"required": ["release"]}, {"properties": {"note": {"pattern": "bug"}}}],
            (
                "driver 'ceph' in [operation.x] fits none of the ways there are: "
                "driver 'ceph' in [operation.x] has no 'release', which is required; or "
                "'note' of driver 'ceph' in [operation.x] is 'Slow.'; "
                "expected text that matches 'bug'"
            ),
        ),
        (
            (*CEPH, "note"),
            [{"anyOf": [{"const": "a"}, {"const": "b"}]}, {"type": "null"}],
            "'note' of driver 'ceph' in [operation.x] is 'Slow.'; expected 'a' or 'b'",
        ),
        (
            CEPH,
            [{"type": "null"}, {"type": "string"}],
            "driver 'ceph' in [operation.x] is a table; expected nothing or text",
        ),
    ],
)
def test_a_wall_of_ways_is_one_sentence(
    tmp_path: Path, place: tuple[str, ...], ways: list[Any], message: str
) -> None:
    assert [each for _, _, each in reported(tmp_path, at(place, {"anyOf": ways}))] == [message]


def test_what_fits_two_ways_of_one_is_reported(tmp_path: Path) -> None:
    schema = at((*CEPH, "note"), {"oneOf": [{"pattern": "S"}, {"pattern": "low"}]})

    assert reported(tmp_path, schema) == [
        (
            16,
            19,
            "'note' of driver 'ceph' in [operation.x] is 'Slow.', which breaks 'oneOf'",
        )
    ]
