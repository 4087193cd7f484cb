"""Messages for schema errors: one violation for each cause."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from matrixlint.schema.describe_path import describe_path, show_value
from matrixlint.schema.validate import InstanceError, Path
from matrixlint.text.phrases import format_count, format_hint, join_or
from matrixlint.text.similarity import NameIndex, closest_match

# If one of these fails, the value is of another kind, and was not written for that alternative.
_DISCRIMINATORS = ("type", "const", "enum")
# What is there, and what was expected.
_Description = tuple[str, tuple[str, ...]]


class SchemaViolation(NamedTuple):
    """
    One cause of schema errors.

    *place* is the JSON path, *state* what is there, *expected* what was expected instead, if
    known. *is_name* is true if the name is wrong and not the value; *errors* are the schema
    errors that have this cause.
    """

    place: Path
    state: str
    expected: tuple[str, ...] = ()
    hint: str | None = None
    is_name: bool = False
    errors: tuple[InstanceError, ...] = ()

    @property
    def message(self) -> str:
        """The message, in one line: what is there and what was expected."""
        about = describe_path(self.place, is_name=self.is_name)
        expected = f"; expected {join_or(self.expected)}" if self.expected else ""
        return f"{about} {self.state}{expected}"


def explain_errors(errors: Iterable[InstanceError]) -> list[SchemaViolation]:
    """Return the causes of *errors*, each once."""
    causes: dict[tuple[Path, int, str], SchemaViolation] = {}
    # A value of the wrong kind violates its pattern and its length too.
    for error in sorted(errors, key=lambda each: each.keyword not in _DISCRIMINATORS):
        for violation in _explain_error(error):
            state = violation.state if error.keyword in _NAME_KEYWORDS else ""
            causes.setdefault((violation.place, id(error.schema), state), violation)
    return list({each.message: each for each in causes.values()}.values())


def _explain_error(error: InstanceError) -> Iterator[SchemaViolation]:
    if error.keyword in ("anyOf", "oneOf") and error.context:
        violations = _explain_alternatives(error)
    elif error.keyword in _EXPLAINERS:
        violations = list(_EXPLAINERS[error.keyword](error))
    else:
        violations = [_describe_error(error)]
    hint = _format_description(error.schema.get("description"))
    for each in violations:
        errors = (error, *(inner for inner in each.errors if inner is not error))
        yield each._replace(hint=each.hint or hint, errors=errors)


def _explain_alternatives(error: InstanceError) -> list[SchemaViolation]:
    """Return the violations of the most likely alternative."""
    branches: dict[int, list[InstanceError]] = {}
    for inner in error.context:
        branches.setdefault(inner.branch, []).append(inner)
    likely = [branch for branch in branches.values() if not _is_other_kind(branch, error.place)]
    explained = [explain_errors(branch) for branch in likely or branches.values()]
    fewest = min(map(len, explained))
    best = [violations for violations in explained if len(violations) == fewest]
    if len(best) == 1:
        return best[0]
    return [_merge_violations([each for violations in best for each in violations], error)]


def _is_other_kind(branch: Sequence[InstanceError], place: Path) -> bool:
    return any(
        inner.keyword == "type"
        if inner.place == place
        else inner.keyword in _DISCRIMINATORS and len(inner.place) == len(place) + 1
        for inner in branch
    )


def _merge_violations(violations: list[SchemaViolation], error: InstanceError) -> SchemaViolation:
    first = violations[0]
    errors = tuple(inner for each in violations for inner in each.errors)
    if len({(each.place, each.state, each.is_name) for each in violations}) == 1:
        expected = dict.fromkeys(word for each in violations for word in each.expected)
        return first._replace(expected=tuple(expected), errors=errors)
    messages = "; or ".join(dict.fromkeys(each.message for each in violations))
    state = f"fits none of the ways there are: {messages}"
    return SchemaViolation(error.place, state, errors=errors)


def _describe_error(error: InstanceError) -> SchemaViolation:
    expected = error.schema.get(error.keyword)
    describe = _DESCRIBERS.get(error.keyword, _describe_other)
    state, words = describe(error, expected)
    return SchemaViolation(
        place=error.place,
        state=state,
        expected=words,
        hint=_find_suggestion(error, expected),
        is_name=error.is_name or _is_forbidden(error),
        errors=(error,),
    )


def _find_suggestion(error: InstanceError, expected: object) -> str | None:
    if error.keyword not in ("enum", "const") or not isinstance(error.value, str):
        return None
    words = expected if isinstance(expected, list) else [expected]
    return format_hint(
        closest_match(error.value, [word for word in words if isinstance(word, str)])
    )


def _format_description(description: object) -> str | None:
    if not isinstance(description, str) or not description.strip():
        return None
    return f"the schema says {' '.join(description.split())!r}"


def _describe_value(value: object) -> str:
    return "is empty" if value in ("", [], {}) else f"is {show_value(value)}"


def _explain_missing(error: InstanceError) -> Iterator[SchemaViolation]:
    value: Any = error.value
    for name in error.schema["required"]:
        if name not in value:
            state = f"has no {name!r}, which is required"
            yield SchemaViolation(error.place, state, errors=(error,))


def _explain_additional(error: InstanceError) -> Iterator[SchemaViolation]:
    value: Any = error.value
    known = error.schema.get("properties", {})
    patterns = error.schema.get("patternProperties", {})
    if patterns or not isinstance(error.schema.get(error.keyword), bool):
        yield SchemaViolation(error.place, "has more than it may have", errors=(error,))
        return
    names, expected = NameIndex(known), tuple(map(repr, known))
    for name in value:
        if name not in known:
            suggestion = format_hint(names.closest_match(name, lambda each: each not in value))
            place = (*error.place, name)
            yield SchemaViolation(place, "is not allowed", expected, suggestion, True, (error,))


def _describe_type(error: InstanceError, expected: Any) -> _Description:
    names = [expected] if isinstance(expected, str) else expected
    return _describe_value(error.value), tuple(_KINDS.get(name, name) for name in names)


def _describe_enum(error: InstanceError, expected: Any) -> _Description:
    return _describe_value(error.value), tuple(map(show_value, expected))


def _describe_const(error: InstanceError, expected: Any) -> _Description:
    return _describe_enum(error, [expected])


def _describe_pattern(error: InstanceError, expected: Any) -> _Description:
    return _describe_value(error.value), (f"text that matches '{expected}'",)


def _describe_min_length(error: InstanceError, expected: Any) -> _Description:
    if error.value == "":
        return "is empty", ()
    return f"is {show_value(error.value)}", (f"{format_count(expected, 'character')} or more",)


def _describe_max_length(error: InstanceError, expected: Any) -> _Description:
    value: Any = error.value
    return f"has {format_count(len(value), 'character')}", (f"{expected} or less",)


def _describe_min_items(error: InstanceError, expected: Any) -> _Description:
    value: Any = error.value
    return f"has {format_count(len(value), 'item')}", (f"{expected} or more",)


def _describe_max_items(error: InstanceError, expected: Any) -> _Description:
    return _describe_min_items(error, expected)[0], (f"{expected} or less",)


def _is_forbidden(error: InstanceError) -> bool:
    return error.keyword == "not" and not error.schema["not"]


def _describe_not(error: InstanceError, expected: Any) -> _Description:
    if _is_forbidden(error):
        return "is not allowed", ()
    if isinstance(expected, dict) and expected.keys() == {"required"}:
        return f"has {join_or(map(repr, expected['required']))}, which is forbidden", ()
    if isinstance(error.value, dict | list):
        return "is what it must not be", ()
    return f"is {show_value(error.value)}", ("anything else",)


def _describe_other(error: InstanceError, expected: Any) -> _Description:
    # If the keyword contains a schema, there is no expected value.
    words = () if isinstance(expected, dict | list) else (show_value(expected),)
    return f"{_describe_value(error.value)}, which breaks {error.keyword!r}", words


_KINDS = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "nothing",
    "number": "a number",
    "object": "a table",
    "string": "text",
}
_DESCRIBERS: Mapping[str, Callable[[InstanceError, Any], _Description]] = {
    "type": _describe_type,
    "enum": _describe_enum,
    "const": _describe_const,
    "pattern": _describe_pattern,
    "minLength": _describe_min_length,
    "maxLength": _describe_max_length,
    "minItems": _describe_min_items,
    "maxItems": _describe_max_items,
    "minProperties": _describe_min_items,
    "maxProperties": _describe_max_items,
    "not": _describe_not,
}
# Keywords that are about names, and may have several violations in one error.
_EXPLAINERS: Mapping[str, Callable[[InstanceError], Iterator[SchemaViolation]]] = {
    "required": _explain_missing,
    "additionalProperties": _explain_additional,
    "unevaluatedProperties": _explain_additional,
}
_NAME_KEYWORDS = frozenset(_EXPLAINERS)
