"""The settings as their schema describes them: names, kinds and defaults."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from matrixlint.schema.fast_path import Schema
from matrixlint.schema.validate import load
from matrixlint.text.phrases import join_or

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


def tool_schema(tool: str) -> Schema:  # noqa: ARG001  validate-pyproject hands its name
    """The settings of matrixlint, in the table ``[tool.matrixlint]``."""  # noqa: D401
    return load("config")


def describe_settings(schema: Schema) -> Iterator[Setting]:
    """Yield the settings that *schema*, the configuration's, has, those in tables too."""
    yield from _settings(schema, schema, "")


def _settings(table: Schema, root: Schema, prefix: str) -> Iterator[Setting]:
    told = []
    for name, inner in table.get("properties", {}).items():
        # A rule has its options by its name, and by its code too.
        if inner in told:
            continue
        told.append(inner)
        described = {**_resolved(inner, root), **inner}
        yield Setting(
            name=prefix + name,
            description=described["description"],
            kind=describe_type(inner, root),
            default=described.get("default"),
        )
        yield from _settings(described, root, f"{prefix}{name}.")
        held = inner.get("additionalProperties")
        if isinstance(held, dict):
            # What stands for a name that the project chooses.
            yield from _settings(_resolved(held, root), root, f"{prefix}{name}.NAME.")


def describe_type(inner: Schema, root: Schema) -> str:
    """Return in words what values *inner*, a part of the schema *root*, allows."""
    inner = _resolved(inner, root)
    if "enum" in inner:
        return join_or(inner["enum"])
    return _KINDS[inner["type"]][0] + _content(inner, root)


def _content(inner: Schema, root: Schema) -> str:
    held = inner.get("items", inner.get("additionalProperties"))
    if not isinstance(held, dict):
        return ""
    held = _resolved(held, root)
    if "enum" in held:
        return f" of {join_or(held['enum'])}"
    return f" of {_KINDS[held['type']][1]}{_content(held, root)}"


def _resolved(inner: Schema, root: Schema) -> Schema:
    if "$ref" not in inner:
        return inner
    found: Schema = root["definitions"][inner["$ref"].rpartition("/")[2]]
    return found
