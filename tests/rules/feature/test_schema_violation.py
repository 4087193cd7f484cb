"""Own schemas: what breaks them, in which words and where; and schemas that are broken."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Command
from tests.schema.project import CEPH, COMPLETE, FEATURE, MATRIX, NOTED, at, broken, reported


@pytest.mark.parametrize(
    ("place", "inner", "line", "column", "message"),
    [
        ((), {"required": ["owner"]}, 1, 1, "the matrix has no 'owner', which is required"),
        (("path",), {"const": "a.ini"}, 1, 1, "'path' is 'support-matrix.ini'; expected 'a.ini'"),
        (
            ("drivers",),
            {"required": ["lvm", "nfs"]},
            *(1, 1, "'drivers' has no 'nfs', which is required"),
        ),
        (
            ("drivers",),
            {"maxProperties": 1},
            *(1, 1, "'drivers' has 2 items; expected 1 or less"),
        ),
        (
            ("drivers", "ceph"),
            {"required": ["link"]},
            *(5, 1, "driver 'ceph' has no 'link', which is required"),
        ),
        (("drivers", "lvm", "link"), {"minLength": 1}, 3, 6, "'link' of driver 'lvm' is empty"),
        (
            ("drivers", "lvm", "title"),
            {"minLength": 4},
            *(2, 7, "'title' of driver 'lvm' is 'LVM'; expected 4 characters or more"),
        ),
        (
            ("drivers", "lvm", "title"),
            {"maxLength": 2},
            *(2, 7, "'title' of driver 'lvm' has 3 characters; expected 2 or less"),
        ),
        (
            ("features",),
            {"required": ["operation.y"]},
            *(8, 1, "'features' has no 'operation.y', which is required"),
        ),
        (FEATURE, {"required": ["api"]}, 8, 1, "[operation.x] has no 'api', which is required"),
        (
            FEATURE,
            {"properties": {"notes": False}},
            *(12, 1, "'notes' in [operation.x] is not allowed"),
        ),
        (
            FEATURE,
            {"not": {"required": ["notes"]}},
            *(8, 1, "[operation.x] has 'notes', which is forbidden"),
        ),
        (
            FEATURE,
            {"not": {"minProperties": 1}},
            *(8, 1, "[operation.x] is what it must not be"),
        ),
        (
            (*FEATURE, "title"),
            {"not": {"const": "Extend"}},
            *(9, 7, "'title' of [operation.x] is 'Extend'; expected anything else"),
        ),
        (
            (*FEATURE, "title"),
            {"type": ["null", "array", "object", "integer", "number", "boolean"]},
            9,
            7,
            (
                "'title' of [operation.x] is 'Extend'; expected nothing, a list, a table, "
                "a whole number, a number or true or false"
            ),
        ),
        (
            (*FEATURE, "title"),
            {"enum": ["extend", None, 5]},
            *(9, 7, "'title' of [operation.x] is 'Extend'; expected 'extend', null or 5"),
        ),
        (
            (*FEATURE, "notes"),
            {"pattern": "[.]$"},
            *(
                12,
                7,
                "'notes' of [operation.x] is 'First\\nsecond'; expected text that matches '[.]$'",
            ),
        ),
        (
            (*FEATURE, "cli"),
            {"items": {"pattern": "one"}},
            *(
                11,
                10,
                "item 2 of 'cli' of [operation.x] is 'two'; expected text that matches 'one'",
            ),
        ),
        (
            (*FEATURE, "cli"),
            {"minItems": 3},
            *(11, 5, "'cli' of [operation.x] has 2 items; expected 3 or more"),
        ),
        (
            (*FEATURE, "cli"),
            {"type": "string"},
            *(11, 5, "'cli' of [operation.x] is a list; expected text"),
        ),
        (
            (*FEATURE, "status", "word"),
            {"const": "optional"},
            *(10, 8, "'status' of [operation.x] is 'choice'; expected 'optional'"),
        ),
        (
            (*FEATURE, "status", "argument"),
            {"const": "sizes"},
            *(10, 15, "'argument' of 'status' of [operation.x] is 'size'; expected 'sizes'"),
        ),
        (
            (*FEATURE, "status"),
            {"required": ["reason"]},
            *(10, 8, "'status' of [operation.x] has no 'reason', which is required"),
        ),
        (
            (*FEATURE, "implementations"),
            {"required": ["nfs"]},
            *(8, 1, "'implementations' of [operation.x] has no 'nfs', which is required"),
        ),
        (
            (*FEATURE, "implementations"),
            {"propertyNames": {"pattern": "^c"}},
            *(
                14,
                1,
                (
                    "'lvm' in 'implementations' of [operation.x] is 'lvm'; "
                    "expected text that matches '^c'"
                ),
            ),
        ),
        (
            CEPH,
            {"required": ["release"]},
            *(15, 13, "driver 'ceph' in [operation.x] has no 'release', which is required"),
        ),
        (
            (*CEPH, "level"),
            {"const": "complete"},
            15,
            13,
            "'level' of driver 'ceph' in [operation.x] is 'partial'; expected 'complete'",
        ),
        (
            (*CEPH, "note"),
            {"pattern": "bug", "minLength": 9, "type": "null"},
            16,
            19,
            "'note' of driver 'ceph' in [operation.x] is 'Slow.'; expected nothing",
        ),
        (
            (*CEPH, "note"),
            {"format": "x", "multipleOf": 2, "uniqueItems": True, "enum": [{}, []]},
            16,
            19,
            "'note' of driver 'ceph' in [operation.x] is 'Slow.'; expected a table or a list",
        ),
        (
            (*FEATURE, "cli"),
            {"contains": {"const": "three"}},
            *(11, 5, "'cli' of [operation.x] is a list, which breaks 'contains'"),
        ),
        (
            (*FEATURE, "status"),
            {"patternProperties": {"^w": True}, "additionalProperties": False},
            *(10, 8, "'status' of [operation.x] has more than it may have"),
        ),
    ],
)
def test_what_breaks_the_schema_is_reported_at_its_place(  # noqa: PLR0913, PLR0917  the row of a table
    tmp_path: Path, place: tuple[str, ...], inner: Any, line: int, column: int, message: str
) -> None:
    assert reported(tmp_path, at(place, inner)) == [(line, column, message)]


def test_every_value_that_breaks_it_is_reported(tmp_path: Path) -> None:
    schema = at(("drivers",), {"additionalProperties": {"required": ["link", "owner"]}})

    assert reported(tmp_path, schema) == [
        (1, 1, "driver 'lvm' has no 'owner', which is required"),
        (5, 1, "driver 'ceph' has no 'link', which is required"),
        (5, 1, "driver 'ceph' has no 'owner', which is required"),
    ]


def test_two_parts_that_break_at_one_value_are_reported_both(tmp_path: Path) -> None:
    schema = at((*CEPH, "note"), {"allOf": [{"pattern": "bug"}, {"minLength": 9}]})

    assert [message.partition("; ")[2] for _, _, message in reported(tmp_path, schema)] == [
        "expected 9 characters or more",
        "expected text that matches 'bug'",
    ]


def test_what_may_not_be_there_is_reported_at_its_key_with_the_near_name(tmp_path: Path) -> None:
    schema = at(FEATURE, {"properties": {"note": {}, "title": {}}, "additionalProperties": False})
    found = {diagnostic.key: diagnostic for diagnostic in broken(tmp_path, schema)}["notes"]

    assert (found.line, found.column, found.end_column) == (12, 1, 6)
    assert found.message == "'notes' in [operation.x] is not allowed; expected 'note' or 'title'"
    assert found.hint == "did you mean 'note'?"


def test_a_finding_says_what_it_is_about(tmp_path: Path) -> None:
    (found,) = broken(tmp_path, at((*CEPH, "note"), {"pattern": "bug"}))

    assert (found.section, found.key, found.driver, found.value) == (
        "operation.x",
        "driver-notes.ceph",
        "ceph",
        "Slow.",
    )


@pytest.mark.parametrize(
    ("text", "schema"),
    [
        # A level, a status and a value with a reference that cannot be read.
        (MATRIX.replace("partial", "odd"), at((*CEPH, "level"), {"const": "complete"})),
        (MATRIX.replace("partial", "odd"), at(CEPH, {"anyOf": [COMPLETE, NOTED]})),
        (MATRIX.replace("choice(", "odd("), at((*FEATURE, "status", "word"), {"const": "x"})),
        (MATRIX.replace("Slow.", "%(title)s"), at((*CEPH, "note"), {"pattern": "bug"})),
        (MATRIX.replace("Slow.", "%(title)s"), at(CEPH, {"required": ["release"]})),
        # A key, a feature's name and a declaration that a fault may have taken away.
        (MATRIX + "stray\n", at(FEATURE, {"required": ["api"]})),
        (
            MATRIX.replace("title=LVM", "title=LVM\nstray"),
            at(("drivers", "lvm"), {"required": ["x"]}),
        ),
        (MATRIX + "[]\nstatus=optional\n", at(("features",), {"required": ["operation.y"]})),
        (MATRIX + "[]\ntitle=Y\n", at(("drivers",), {"required": ["nfs"]})),
        # No drivers: that is told by its own rule.
        ("[operation.x]\ntitle=X\n", {"required": ["owner"]}),
    ],
)
def test_what_is_not_known_breaks_nothing(tmp_path: Path, text: str, schema: Any) -> None:
    assert reported(tmp_path, schema, text) == []


@pytest.mark.parametrize(
    ("text", "place", "line", "column"),
    [
        ("[targets]\ndriver-impl-a=A\n[x]\ntitle=X\n", ("drivers", "a", "title"), 2, 15),
        ("[targets]\ndriver-impl-a=A\n[x]\ntitle=X\n", ("drivers", "a"), 2, 1),
        ("[driver.a]\ntitle=A\n", ("features",), 1, 1),
        (MATRIX.replace("one; two", "one;\n  two"), (*FEATURE, "cli", "1"), 11, 5),
        (MATRIX.replace("one; two", "; one ;two "), (*FEATURE, "cli", "1"), 11, 12),
        ("[driver.a]\n[operation.x]\ntitle=X\ndriver.a=complete\n", ("drivers", "a", "x"), 1, 1),
    ],
)
def test_places_are_found_wherever_they_are(
    tmp_path: Path, text: str, place: tuple[str, ...], line: int, column: int
) -> None:
    *outer, last = place
    inner: Any = {"items": {"not": {"pattern": "two"}}} if last == "1" else False
    schema = at(tuple(outer), inner) if last == "1" else at(place, {"enum": ["?"]})
    if last == "x":
        schema = at(tuple(outer), {"required": ["x"]})

    assert [each[:2] for each in reported(tmp_path, schema, text)] == [(line, column)]


def test_the_statuses_of_backends_have_places(tmp_path: Path) -> None:
    text = (
        "[backends]\nbackend-impl-a=A\n[grades]\nvalid-grades=x\n[grades.x]\ntitle=X\n"
        "[backends.backend-impl-a]\nstatus=x\n"
    )

    assert reported(tmp_path, at(("drivers", "a", "status"), {"const": "y"}), text) == [
        (8, 8, "'status' of driver 'a' is 'x'; expected 'y'")
    ]


def test_it_is_an_error_that_can_be_turned_down_and_suppressed(cli: Command, folder: Path) -> None:
    (folder / "house.json").write_text('{"required": ["owner"]}', encoding="utf-8")
    (folder / "m.ini").write_text(MATRIX, encoding="utf-8")
    config = folder / "matrixlint.toml"
    line = "m.ini:1:1: MX208 schema-violation: the matrix has no 'owner', which is required\n"

    config.write_text("schema = 'house.json'", encoding="utf-8")
    assert cli("m.ini", "-q", "--ignore=MX4") == (1, line, "")
    assert cli("m.ini", "-q", "--ignore=MX4,MX208") == (0, "", "")
    config.write_text("schema = 'house.json'\nseverity.MX208 = 'info'", encoding="utf-8")
    assert cli("m.ini", "-q", "--ignore=MX4") == (0, line, "")
    (folder / "m.ini").write_text(
        f"# matrixlint: ignore-file[schema-violation]\n{MATRIX}", encoding="utf-8"
    )
    assert cli("m.ini", "-q", "--ignore=MX4") == (0, "", "")


@pytest.mark.parametrize(
    ("schema", "place", "column"),
    [
        (at((*FEATURE, "cli"), {"items": False}), "item 1 in 'cli' of [operation.x]", 5),
        (
            at((*FEATURE, "cli"), {"prefixItems": [True, False]}),
            *("item 2 in 'cli' of [operation.x]", 10),
        ),
        (
            at((*FEATURE, "cli"), {"allOf": [{"items": False}]}),
            *("item 1 in 'cli' of [operation.x]", 5),
        ),
        (
            at(FEATURE, {"patternProperties": {"^cl": False}}),
            *("'cli' in [operation.x]", 1),
        ),
        (
            {
                "additionalProperties": {"additionalProperties": {"$ref": "#/$defs/x"}},
                "properties": dict.fromkeys(("version", "path", "dialect", "drivers"), True),
                "$defs": {"x": {"properties": {"cli": False}}},
            },
            *("'cli' in [operation.x]", 1),
        ),
        (
            at(FEATURE, {"if": True, "then": {"properties": {"cli": False}}}),
            "'cli' in [operation.x]",
            1,
        ),
    ],
)
def test_what_is_plainly_false_has_its_place(
    tmp_path: Path, schema: Any, place: str, column: int
) -> None:
    found = [each for each in reported(tmp_path, schema) if each[1] == column]

    assert found == [(11, column, f"{place} is not allowed")]
