"""Schemas that are plainly false, written so that jsonschema tells their places."""

from collections.abc import Mapping
from typing import Any

# Where a keyword holds a schema, a list of them, or a table of them. What is false in
# ``additionalProperties`` is told with the names, and stays.
_ONE = frozenset(
    {"items", "additionalItems", "contains", "if", "then", "else", "not", "propertyNames"}
)
_MORE = frozenset({"allOf", "anyOf", "oneOf", "prefixItems", "items"})
_NAMED = frozenset(
    {"properties", "patternProperties", "dependentSchemas", "dependencies", "$defs", "definitions"}
)
FORBIDDEN: Mapping[str, Any] = {"not": {}}


def spelt_out(schema: Any) -> Any:
    """Return *schema* with what is plainly false in it put as ``{"not": {}}``."""
    if schema is False:
        return FORBIDDEN
    if not isinstance(schema, dict):
        return schema
    return {keyword: _spelt(keyword, value) for keyword, value in schema.items()}


def _spelt(keyword: str, value: Any) -> Any:
    if keyword in _MORE and isinstance(value, list):
        return [spelt_out(each) for each in value]
    if keyword in _NAMED and isinstance(value, dict):
        return {name: spelt_out(each) for name, each in value.items()}
    if keyword in _ONE or (keyword == "additionalProperties" and isinstance(value, dict)):
        return spelt_out(value)
    return value
