"""What breaks a schema, in words: one violation a cause."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from matrixlint.schema.subject import describe_path, show_value
from matrixlint.schema.validate import InstanceError, Path
from matrixlint.text.phrases import format_count, format_hint, join_or
from matrixlint.text.similarity import NameIndex, closest_match

# A value of another kind than a way allows was never meant to go that way.
_DISCRIMINATORS = ("type", "const", "enum")


class SchemaViolation(NamedTuple):
    """
    One cause: where it is, what is there, and what was expected instead, if that is known.

    *is_name* says that the name is at fault and not the value; *errors* are what it was
    made of.
    """

    place: Path
    state: str
    expected: tuple[str, ...] = ()
    hint: str | None = None
    is_name: bool = False
    errors: tuple[InstanceError, ...] = ()

    @property
    def message(self) -> str:
        """What is there and what was expected, in one line."""
        about = describe_path(self.place, is_name=self.is_name)
        expected = f"; expected {join_or(self.expected)}" if self.expected else ""
        return f"{about} {self.state}{expected}"


def explain_errors(errors: Iterable[InstanceError]) -> list[SchemaViolation]:
    """Return the causes of *errors*, each once."""
    found: dict[tuple[Path, int, str], SchemaViolation] = {}
    # A value of the wrong kind breaks its pattern and its length too.
    for error in sorted(errors, key=lambda each: each.keyword not in _DISCRIMINATORS):
        for violation in _explained(error):
            told = violation.state if error.keyword in _OF_NAMES else ""
            found.setdefault((violation.place, id(error.schema), told), violation)
    return list({each.message: each for each in found.values()}.values())


def _explained(error: InstanceError) -> Iterator[SchemaViolation]:
    if error.keyword in ("anyOf", "oneOf") and error.context:
        found = _closest(error)
    elif error.keyword in _NAMING:
        found = list(_NAMING[error.keyword](error))
    else:
        found = [_described(error)]
    hint = _quoted(error.schema.get("description"))
    for each in found:
        errors = (error, *(inner for inner in each.errors if inner is not error))
        yield each._replace(hint=each.hint or hint, errors=errors)


def _closest(error: InstanceError) -> list[SchemaViolation]:
    """Return what keeps the value from the way that it was most probably meant to go."""
    ways: dict[int, list[InstanceError]] = {}
    for inner in error.context:
        ways.setdefault(inner.branch, []).append(inner)
    likely = [way for way in ways.values() if not _is_other_kind(way, error.place)]
    told = [explain_errors(way) for way in likely or ways.values()]
    fewest = min(map(len, told))
    best = [way for way in told if len(way) == fewest]
    if len(best) == 1:
        return best[0]
    return [_merged([each for way in best for each in way], error)]


def _is_other_kind(way: Sequence[InstanceError], place: Path) -> bool:
    return any(
        inner.keyword == "type"
        if inner.place == place
        else inner.keyword in _DISCRIMINATORS and len(inner.place) == len(place) + 1
        for inner in way
    )


def _merged(found: list[SchemaViolation], error: InstanceError) -> SchemaViolation:
    first = found[0]
    errors = tuple(inner for each in found for inner in each.errors)
    if len({(each.place, each.state, each.is_name) for each in found}) == 1:
        expected = dict.fromkeys(word for each in found for word in each.expected)
        return first._replace(expected=tuple(expected), errors=errors)
    told = "; or ".join(dict.fromkeys(each.message for each in found))
    return SchemaViolation(error.place, f"fits none of the ways there are: {told}", errors=errors)


def _described(error: InstanceError) -> SchemaViolation:
    expected = error.schema.get(error.keyword)
    describe = _STATES.get(error.keyword, _other)
    state, words = describe(error, expected)
    return SchemaViolation(
        place=error.place,
        state=state,
        expected=words,
        hint=_find_suggestion(error, expected),
        is_name=error.is_name or _forbids(error),
        errors=(error,),
    )


def _find_suggestion(error: InstanceError, expected: object) -> str | None:
    if error.keyword not in ("enum", "const") or not isinstance(error.value, str):
        return None
    words = expected if isinstance(expected, list) else [expected]
    return format_hint(
        closest_match(error.value, [word for word in words if isinstance(word, str)])
    )


def _quoted(description: object) -> str | None:
    if not isinstance(description, str) or not description.strip():
        return None
    return f"the schema says {' '.join(description.split())!r}"


def _is(value: object) -> str:
    return "is empty" if value in ("", [], {}) else f"is {show_value(value)}"


def _absent(error: InstanceError) -> Iterator[SchemaViolation]:
    held: Any = error.value
    for name in error.schema["required"]:
        if name not in held:
            state = f"has no {name!r}, which is required"
            yield SchemaViolation(error.place, state, errors=(error,))


def _surplus(error: InstanceError) -> Iterator[SchemaViolation]:
    held: Any = error.value
    known = error.schema.get("properties", {})
    patterns = error.schema.get("patternProperties", {})
    if patterns or not isinstance(error.schema.get(error.keyword), bool):
        yield SchemaViolation(error.place, "has more than it may have", errors=(error,))
        return
    names, expected = NameIndex(known), tuple(map(repr, known))
    for name in held:
        if name not in known:
            suggestion = format_hint(names.closest_match(name, lambda each: each not in held))
            place = (*error.place, name)
            yield SchemaViolation(place, "is not allowed", expected, suggestion, True, (error,))


def _type(error: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    names = [expected] if isinstance(expected, str) else expected
    return _is(error.value), tuple(_KINDS.get(name, name) for name in names)


def _enum(error: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    return _is(error.value), tuple(map(show_value, expected))


def _const(error: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    return _enum(error, [expected])


def _pattern(error: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    return _is(error.value), (f"text that matches '{expected}'",)


def _short(error: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    if error.value == "":
        return "is empty", ()
    return f"is {show_value(error.value)}", (f"{format_count(expected, 'character')} or more",)


def _long(error: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    held: Any = error.value
    return f"has {format_count(len(held), 'character')}", (f"{expected} or less",)


def _few(error: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    held: Any = error.value
    return f"has {format_count(len(held), 'item')}", (f"{expected} or more",)


def _much(error: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    return _few(error, expected)[0], (f"{expected} or less",)


def _forbids(error: InstanceError) -> bool:
    return error.keyword == "not" and not error.schema["not"]


def _not(error: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    if _forbids(error):
        return "is not allowed", ()
    if isinstance(expected, dict) and expected.keys() == {"required"}:
        return f"has {join_or(map(repr, expected['required']))}, which is forbidden", ()
    if isinstance(error.value, dict | list):
        return "is what it must not be", ()
    return f"is {show_value(error.value)}", ("anything else",)


def _other(error: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    # A schema within the keyword is no value that could be expected.
    words = () if isinstance(expected, dict | list) else (show_value(expected),)
    return f"{_is(error.value)}, which breaks {error.keyword!r}", words


_KINDS = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "nothing",
    "number": "a number",
    "object": "a table",
    "string": "text",
}
_STATES: Mapping[str, Callable[[InstanceError, Any], tuple[str, tuple[str, ...]]]] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "minLength": _short,
    "maxLength": _long,
    "minItems": _few,
    "maxItems": _much,
    "minProperties": _few,
    "maxProperties": _much,
    "not": _not,
}
_NAMING: Mapping[str, Callable[[InstanceError], Iterator[SchemaViolation]]] = {
    "required": _absent,
    "additionalProperties": _surplus,
    "unevaluatedProperties": _surplus,
}
_OF_NAMES = frozenset(_NAMING)
