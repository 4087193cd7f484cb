"""Verify a migration: compare two matrices, whatever their dialects."""

from collections.abc import Iterator, Mapping

from matrixlint.errors import ErrorDetail
from matrixlint.model.json import STATUS, Table, matrix_to_json
from matrixlint.model.matrix import Matrix

_ABSENT = "nothing"


def find_difference(
    before: Matrix, after: Matrix, prefixes: Mapping[str, str]
) -> ErrorDetail | None:
    """
    Return the first difference between the matrices *before* and *after*, if any.

    *prefixes* are the prefixes added to names of features, by old name. Sections that the
    renderer of *after* leaves out need not be features there.
    """
    drivers, features = (matrix_to_json(before)[part] for part in ("drivers", "features"))
    for condition in before.conditions:
        if condition.name in prefixes:
            status = features[condition.feature.name][STATUS]
            status["argument"] = prefixes[condition.name] + status["argument"]
    moved = matrix_to_json(after)
    found = [*_find_differences(drivers, moved["drivers"], "drivers")]
    left_out = {each.section.name for each in after.unrendered_sections} - moved["features"].keys()
    expected = {prefixes.get(name, "") + name: table for name, table in features.items()}
    kept = {name: table for name, table in expected.items() if name not in left_out}
    found += _find_differences(kept, moved["features"], "features")
    if not found:
        return None
    message = f"the result would not be the same matrix: {found[0]}"
    return ErrorDetail(message, before.document.source.path)


def _find_differences(old: Table, new: Table, place: str) -> Iterator[str]:
    for name in dict.fromkeys((*old, *new)):
        old_value, new_value = old.get(name, _ABSENT), new.get(name, _ABSENT)
        where = f"{place}: {name}"
        if isinstance(old_value, dict) and isinstance(new_value, dict):
            yield from _find_differences(old_value, new_value, where)
        elif old_value != new_value:
            yield f"{where}: {_format_value(old_value)} becomes {_format_value(new_value)}"


def _format_value(value: object) -> str:
    if isinstance(value, dict):
        return "something"
    return value if value is _ABSENT else repr(value)
