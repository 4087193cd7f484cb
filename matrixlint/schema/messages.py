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

    *is_name* says that the name is at fault and not the value; *faults* are what it was
    made of.
    """

    place: Path
    state: str
    expected: tuple[str, ...] = ()
    hint: str | None = None
    is_name: bool = False
    faults: tuple[InstanceError, ...] = ()

    @property
    def message(self) -> str:
        """What is there and what was expected, in one line."""
        about = describe_path(self.place, is_name=self.is_name)
        expected = f"; expected {join_or(self.expected)}" if self.expected else ""
        return f"{about} {self.state}{expected}"


def explain_errors(faults: Iterable[InstanceError]) -> list[SchemaViolation]:
    """Return the causes of *faults*, each once."""
    found: dict[tuple[Path, int, str], SchemaViolation] = {}
    # A value of the wrong kind breaks its pattern and its length too.
    for fault in sorted(faults, key=lambda each: each.keyword not in _DISCRIMINATORS):
        for violation in _explained(fault):
            told = violation.state if fault.keyword in _OF_NAMES else ""
            found.setdefault((violation.place, id(fault.schema), told), violation)
    return list({each.message: each for each in found.values()}.values())


def _explained(fault: InstanceError) -> Iterator[SchemaViolation]:
    if fault.keyword in ("anyOf", "oneOf") and fault.context:
        found = _closest(fault)
    elif fault.keyword in _NAMING:
        found = list(_NAMING[fault.keyword](fault))
    else:
        found = [_described(fault)]
    hint = _quoted(fault.schema.get("description"))
    for each in found:
        faults = (fault, *(inner for inner in each.faults if inner is not fault))
        yield each._replace(hint=each.hint or hint, faults=faults)


def _closest(fault: InstanceError) -> list[SchemaViolation]:
    """Return what keeps the value from the way that it was most probably meant to go."""
    ways: dict[int, list[InstanceError]] = {}
    for inner in fault.context:
        ways.setdefault(inner.branch, []).append(inner)
    likely = [way for way in ways.values() if not _is_other_kind(way, fault.place)]
    told = [explain_errors(way) for way in likely or ways.values()]
    fewest = min(map(len, told))
    best = [way for way in told if len(way) == fewest]
    if len(best) == 1:
        return best[0]
    return [_merged([each for way in best for each in way], fault)]


def _is_other_kind(way: Sequence[InstanceError], place: Path) -> bool:
    return any(
        inner.keyword == "type"
        if inner.place == place
        else inner.keyword in _DISCRIMINATORS and len(inner.place) == len(place) + 1
        for inner in way
    )


def _merged(found: list[SchemaViolation], fault: InstanceError) -> SchemaViolation:
    first = found[0]
    faults = tuple(inner for each in found for inner in each.faults)
    if len({(each.place, each.state, each.is_name) for each in found}) == 1:
        expected = dict.fromkeys(word for each in found for word in each.expected)
        return first._replace(expected=tuple(expected), faults=faults)
    told = "; or ".join(dict.fromkeys(each.message for each in found))
    return SchemaViolation(fault.place, f"fits none of the ways there are: {told}", faults=faults)


def _described(fault: InstanceError) -> SchemaViolation:
    expected = fault.schema.get(fault.keyword)
    describe = _STATES.get(fault.keyword, _other)
    state, words = describe(fault, expected)
    return SchemaViolation(
        place=fault.place,
        state=state,
        expected=words,
        hint=_meant(fault, expected),
        is_name=fault.is_name or _forbids(fault),
        faults=(fault,),
    )


def _meant(fault: InstanceError, expected: object) -> str | None:
    if fault.keyword not in ("enum", "const") or not isinstance(fault.value, str):
        return None
    words = expected if isinstance(expected, list) else [expected]
    return format_hint(
        closest_match(fault.value, [word for word in words if isinstance(word, str)])
    )


def _quoted(description: object) -> str | None:
    if not isinstance(description, str) or not description.strip():
        return None
    return f"the schema says {' '.join(description.split())!r}"


def _is(value: object) -> str:
    return "is empty" if value in ("", [], {}) else f"is {show_value(value)}"


def _absent(fault: InstanceError) -> Iterator[SchemaViolation]:
    held: Any = fault.value
    for name in fault.schema["required"]:
        if name not in held:
            state = f"has no {name!r}, which is required"
            yield SchemaViolation(fault.place, state, faults=(fault,))


def _surplus(fault: InstanceError) -> Iterator[SchemaViolation]:
    held: Any = fault.value
    known = fault.schema.get("properties", {})
    patterns = fault.schema.get("patternProperties", {})
    if patterns or not isinstance(fault.schema.get(fault.keyword), bool):
        yield SchemaViolation(fault.place, "has more than it may have", faults=(fault,))
        return
    names, expected = NameIndex(known), tuple(map(repr, known))
    for name in held:
        if name not in known:
            meant = format_hint(names.near(name, lambda each: each not in held))
            place = (*fault.place, name)
            yield SchemaViolation(place, "is not allowed", expected, meant, True, (fault,))


def _type(fault: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    names = [expected] if isinstance(expected, str) else expected
    return _is(fault.value), tuple(_KINDS.get(name, name) for name in names)


def _enum(fault: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    return _is(fault.value), tuple(map(show_value, expected))


def _const(fault: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    return _enum(fault, [expected])


def _pattern(fault: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    return _is(fault.value), (f"text that matches '{expected}'",)


def _short(fault: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    if fault.value == "":
        return "is empty", ()
    return f"is {show_value(fault.value)}", (f"{format_count(expected, 'character')} or more",)


def _long(fault: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    held: Any = fault.value
    return f"has {format_count(len(held), 'character')}", (f"{expected} or less",)


def _few(fault: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    held: Any = fault.value
    return f"has {format_count(len(held), 'item')}", (f"{expected} or more",)


def _much(fault: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    return _few(fault, expected)[0], (f"{expected} or less",)


def _forbids(fault: InstanceError) -> bool:
    return fault.keyword == "not" and not fault.schema["not"]


def _not(fault: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    if _forbids(fault):
        return "is not allowed", ()
    if isinstance(expected, dict) and expected.keys() == {"required"}:
        return f"has {join_or(map(repr, expected['required']))}, which is forbidden", ()
    if isinstance(fault.value, dict | list):
        return "is what it must not be", ()
    return f"is {show_value(fault.value)}", ("anything else",)


def _other(fault: InstanceError, expected: Any) -> tuple[str, tuple[str, ...]]:
    # A schema within the keyword is no value that could be expected.
    words = () if isinstance(expected, dict | list) else (show_value(expected),)
    return f"{_is(fault.value)}, which breaks {fault.keyword!r}", words


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
