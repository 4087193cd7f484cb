"""The schema file of a project: read, checked, and the files that it refers to."""

import json
from pathlib import Path
from typing import Any

import pytest

from matrixlint.errors import ConfigError, MatrixlintError
from matrixlint.schema.project_schema import load
from tests.conftest import Command
from tests.schema.project import MATRIX, broken, reported


def refused(path: Path) -> list[tuple[str | None, int | None, str]]:
    with pytest.raises(ConfigError) as caught:
        load(str(path))
    return [(each.path, each.line, each.message) for each in caught.value.details]


DRAFTS = (
    "expected 'https://json-schema.org/draft/2020-12/schema' "
    "or 'http://json-schema.org/draft-07/schema'"
)


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"{\n oops}", 2, "is no JSON: expecting property name enclosed in double quotes"),
        (b'{\n"title": "\xff"}', 2, "is not UTF-8"),
        (b"[" * 100_000, None, "is nested too deeply"),
        (b"[]", None, "is no JSON Schema; expected an object"),
        (b'{"$schema": 5}', None, f"'$schema' is 5; {DRAFTS}"),
        (
            b'{"$schema": "http://json-schema.org/draft-04/schema#"}',
            None,
            f"'$schema' is 'http://json-schema.org/draft-04/schema#'; {DRAFTS}",
        ),
        (
            b'{"required": "a"}',
            None,
            "is no JSON Schema: 'required' is 'a'; expected a list",
        ),
        (
            b'{"anyOf": [{"minLength": -1}]}',
            None,
            (
                "is no JSON Schema: 'minLength' of item 1 of 'anyOf' is -1, "
                "which breaks 'minimum'; expected 0"
            ),
        ),
        (
            b'{"pattern": "("}',
            None,
            "is no JSON Schema: 'pattern' is '(', which breaks 'format'; expected 'regex'",
        ),
        (
            b'{"$schema": "http://json-schema.org/draft-07/schema#", "type": "text"}',
            None,
            (
                "is no JSON Schema: 'type' is 'text'; expected 'array', 'boolean', 'integer', "
                "'null', 'number', 'object' or 'string'"
            ),
        ),
        (b'{"$ref": "#/$defs/a"}', None, "'$ref' is '#/$defs/a', which leads nowhere"),
        (b'{"allOf": [{"$ref": "#a"}]}', None, "'$ref' is '#a', which leads nowhere"),
        (
            b'{"not": {"$ref": "lost.json"}}',
            None,
            "'$ref' is 'lost.json', which leads nowhere: no such file or folder",
        ),
        (
            b'{"not": {"$ref": "https://example.org/a.json"}}',
            None,
            (
                "'$ref' is 'https://example.org/a.json', which leads nowhere: "
                "schemas are read from files beside it only"
            ),
        ),
        (
            b'{"$id": "https://example.org/a/b.json", "not": {"$ref": "/c.json"}}',
            None,
            "'$ref' is '/c.json', which leads nowhere: schemas are read from files beside it only",
        ),
        (
            b'{"not": {"$ref": "file:///etc/hostname"}}',
            None,
            (
                "'$ref' is 'file:///etc/hostname', which leads nowhere: "
                "schemas are read from files beside it only"
            ),
        ),
        (
            b'{"not": {"$ref": "../house.json"}}',
            None,
            (
                "'$ref' is '../house.json', which leads nowhere: "
                "the file is outside of the schema's folder"
            ),
        ),
    ],
)
def test_a_broken_schema_is_refused(
    folder: Path, data: bytes, line: int | None, message: str
) -> None:
    (folder / "house.json").write_bytes(data)

    assert refused(folder / "house.json") == [("house.json", line, message)]


def test_a_schema_that_is_not_there_is_reported_with_the_near_name(
    cli: Command, folder: Path
) -> None:
    (folder / "house.json").write_text("{}", encoding="utf-8")
    (folder / "m.ini").write_text(MATRIX, encoding="utf-8")
    (folder / "matrixlint.toml").write_text("schema = 'hous.json'", encoding="utf-8")

    assert cli("m.ini", "m.ini", "-q") == (
        2,
        "",
        "matrixlint: error: hous.json: no such file or folder; did you mean 'house.json'?\n",
    )


def test_a_file_beside_it_that_is_broken_is_reported_itself(folder: Path) -> None:
    (folder / "house.json").write_text('{"not": {"$ref": "part.json"}}', encoding="utf-8")
    (folder / "part.json").write_text("{", encoding="utf-8")

    ((path, line, _),) = refused(folder / "house.json")

    assert (path, line) == ("part.json", 1)


@pytest.mark.parametrize("address", ["house.json", "https://example.org/s/house.json", ""])
def test_references_to_files_beside_it_are_followed(tmp_path: Path, address: str) -> None:
    (tmp_path / "parts").mkdir()
    part = {"$defs": {"all": {"required": ["owner"]}, "more": {"$ref": "../house.json"}}}
    (tmp_path / "parts" / "a b.json").write_text(json.dumps(part), encoding="utf-8")
    (tmp_path / "parts" / "any.json").write_text("true", encoding="utf-8")
    schema: Any = {
        "allOf": [{"$ref": "parts/a%20b.json#/$defs/all"}, {"$ref": "parts/any.json"}],
        "not": {"allOf": [{"$ref": "parts/any.json"}, {"required": ["owner"]}]},
        **({"$id": address} if address else {}),
    }

    assert reported(tmp_path, schema) == [(1, 1, "the matrix has no 'owner', which is required")]


def test_circles_of_files_end(tmp_path: Path) -> None:
    (tmp_path / "part.json").write_text('{"items": {"$ref": "house.json"}}', encoding="utf-8")

    assert reported(tmp_path, {"items": {"$ref": "part.json"}}) == []


def test_a_schema_that_allows_nothing_is_one(tmp_path: Path) -> None:
    assert reported(tmp_path, False) == [(1, 1, "the matrix is not allowed")]
    assert reported(tmp_path, True) == []


def test_a_circle_without_end_is_reported(tmp_path: Path) -> None:
    with pytest.raises(MatrixlintError) as caught:
        broken(tmp_path, {"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/a"}}})

    (detail,) = caught.value.details
    assert detail.message == "a '$ref' of it leads back to itself without end"


def test_the_network_is_never_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", opened)
    path = tmp_path / "house.json"
    path.write_text('{"not": {"$ref": "http://127.0.0.1:9/a"}}', encoding="utf-8")

    with pytest.raises(ConfigError):
        load(str(path))
