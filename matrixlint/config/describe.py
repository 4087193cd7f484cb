"""Settings as the JSON Schema describes them: names, types and defaults."""

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
    """A key of the configuration."""

    name: str
    description: str
    kind: str
    default: Any


def tool_schema(tool: str) -> Schema:  # noqa: ARG001  validate-pyproject passes its name
    """Return the schema of ``[tool.matrixlint]``, for validate-pyproject."""
    return load("config")


def describe_settings(schema: Schema) -> Iterator[Setting]:
    """Yield the settings of the configuration's *schema*, nested ones included."""
    yield from _walk_settings(schema, schema, "")


def _walk_settings(table: Schema, root: Schema, prefix: str) -> Iterator[Setting]:
    seen = []
    for name, inner in table.get("properties", {}).items():
        # The options of a rule are listed under its name and under its code.
        if inner in seen:
            continue
        seen.append(inner)
        resolved = {**_resolve_reference(inner, root), **inner}
        yield Setting(
            name=prefix + name,
            description=resolved["description"],
            kind=describe_type(inner, root),
            default=resolved.get("default"),
        )
        yield from _walk_settings(resolved, root, f"{prefix}{name}.")
        subschema = inner.get("additionalProperties")
        if isinstance(subschema, dict):
            # NAME is the placeholder for a name that the project chooses.
            yield from _walk_settings(
                _resolve_reference(subschema, root), root, f"{prefix}{name}.NAME."
            )


def describe_type(inner: Schema, root: Schema) -> str:
    """Return the type that *inner*, a subschema of *root*, allows, in words."""
    inner = _resolve_reference(inner, root)
    if "enum" in inner:
        return join_or(inner["enum"])
    return _KINDS[inner["type"]][0] + _describe_content(inner, root)


def _describe_content(inner: Schema, root: Schema) -> str:
    subschema = inner.get("items", inner.get("additionalProperties"))
    if not isinstance(subschema, dict):
        return ""
    subschema = _resolve_reference(subschema, root)
    if "enum" in subschema:
        return f" of {join_or(subschema['enum'])}"
    return f" of {_KINDS[subschema['type']][1]}{_describe_content(subschema, root)}"


def _resolve_reference(inner: Schema, root: Schema) -> Schema:
    if "$ref" not in inner:
        return inner
    found: Schema = root["definitions"][inner["$ref"].rpartition("/")[2]]
    return found
