"""The settings as their schema describes them: names, kinds and defaults."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from matrixlint.rule import one_of
from matrixlint.schema import Schema

_KINDS = {
    "array": ("an array", "arrays"),
    "boolean": ("true or false", "booleans"),
    "integer": ("an integer", "integers"),
    "object": ("a table", "tables"),
    "string": ("a string", "strings"),
}


class Setting(NamedTuple):
    """One key of the configuration."""

    name: str
    description: str
    kind: str
    default: Any


def settings(schema: Schema) -> Iterator[Setting]:
    """Yield the settings that *schema*, the configuration's, has."""
    for name, inner in schema["properties"].items():
        yield Setting(
            name=name,
            description=inner["description"],
            kind=kind(inner, schema),
            default=inner.get("default"),
        )


def kind(inner: Schema, root: Schema) -> str:
    """Return in words what values *inner*, a part of the schema *root*, allows."""
    inner = _resolved(inner, root)
    if "enum" in inner:
        return one_of(inner["enum"])
    return _KINDS[inner["type"]][0] + _content(inner, root)


def _content(inner: Schema, root: Schema) -> str:
    held = inner.get("items", inner.get("additionalProperties"))
    if not isinstance(held, dict):
        return ""
    held = _resolved(held, root)
    if "enum" in held:
        return f" of {one_of(held['enum'])}"
    return f" of {_KINDS[held['type']][1]}{_content(held, root)}"


def _resolved(inner: Schema, root: Schema) -> Schema:
    if "$ref" not in inner:
        return inner
    found: Schema = root["definitions"][inner["$ref"].rpartition("/")[2]]
    return found
