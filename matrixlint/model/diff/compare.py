"""The changes from one matrix to another, when it is known what in them is the same."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from matrixlint.model.diff.change import Change, Direction, Kind
from matrixlint.model.diff.direction import (
    is_implemented,
    is_known,
    level_direction,
    status_direction,
)
from matrixlint.model.diff.matching import MatchedNames
from matrixlint.model.diff.view import Argument, MatrixView
from matrixlint.model.json import IMPLEMENTATIONS, STATUS

_NO_CELL: Mapping[str, Any] = {}
_LOSSES = frozenset({Direction.LOST, Direction.LOOSENED})


class Comparison(NamedTuple):
    """Two sides, and what is the same in both."""

    old: MatrixView
    new: MatrixView
    pairs: MatchedNames


def compare(comparison: Comparison) -> Iterator[Change]:
    """Yield the changes: of the drivers, then of the features, in the order of the old side."""
    drivers, features = comparison.pairs
    yield from _drivers(comparison)
    for name, other in drivers.names.items():
        for change in _fields(comparison, ("drivers", name), ("drivers", other)):
            yield change._replace(driver=other)
    yield from _features(comparison)
    for name, other in features.names.items():
        yield from _status(comparison, name, other)
        for change in _fields(comparison, ("features", name), ("features", other)):
            yield change._replace(feature=other)
        yield from _cells(comparison, name, other)


def _drivers(comparison: Comparison) -> Iterator[Change]:
    old, new, (pairing, _) = comparison
    for name, table in old.table["drivers"].items():
        line = old.line("drivers", name)
        if name not in pairing.names:
            support = old.count_features(name)
            # Without features, to be there is all that a driver can do.
            is_lost = support > 0 or not old.features
            gone = Change(Kind.DRIVER_REMOVED, name, before=table.get("title"), support=support)
            yield gone._replace(is_regression=is_lost, old_line=line)
        elif evidence := pairing.evidence.get(name):
            other = pairing.names[name]
            renamed = Change(Kind.DRIVER_RENAMED, other, before=name, after=other)
            at = new.line("drivers", other)
            yield renamed._replace(evidence=evidence, old_line=line, new_line=at)
    known = set(pairing.names.values())
    for name, table in new.table["drivers"].items():
        if name not in known:
            support = new.count_features(name)
            come = Change(Kind.DRIVER_ADDED, name, after=table.get("title"), support=support)
            yield come._replace(new_line=new.line("drivers", name))


def _features(comparison: Comparison) -> Iterator[Change]:
    old, new, (_, pairing) = comparison
    for name, table in old.table["features"].items():
        line = old.line("features", name)
        if evidence := pairing.evidence.get(name):
            other = pairing.names[name]
            renamed = Change(Kind.FEATURE_RENAMED, feature=other, before=name, after=other)
            at = new.line("features", other)
            yield renamed._replace(evidence=evidence, old_line=line, new_line=at)
        elif name not in pairing.names and (table[IMPLEMENTATIONS] or name not in new.unrendered):
            support, title = old.count_drivers(name), table.get("title")
            gone = Change(Kind.FEATURE_REMOVED, feature=name, before=title, support=support)
            yield gone._replace(is_regression=support > 0, old_line=line)
    known = set(pairing.names.values())
    for name, table in new.table["features"].items():
        if name not in known and (table[IMPLEMENTATIONS] or name not in old.unrendered):
            support, title = new.count_drivers(name), table.get("title")
            come = Change(Kind.FEATURE_ADDED, feature=name, after=title, support=support)
            yield come._replace(new_line=new.line("features", name))


def _status(comparison: Comparison, name: str, other: str) -> Iterator[Change]:
    old, new, pairs = comparison
    before, after = old.status(name), new.status(other)
    was, becomes = old.demand(name), new.demand(other)
    conditions = (_renamed(old.conditions.get(name), pairs), new.conditions.get(other))
    # A condition that follows a renamed feature is the same.
    is_same = conditions[0] == conditions[1] if all(conditions) else before == after
    if not is_same:
        direction = status_direction(was, becomes)
        yield Change(
            Kind.STATUS,
            feature=other,
            before=before,
            after=after,
            direction=direction,
            is_regression=direction in _LOSSES,
            old_line=old.field_line("features", name, STATUS),
            new_line=new.field_line("features", other, STATUS),
        )


def _renamed(condition: Argument | None, pairs: MatchedNames) -> Argument | None:
    if condition is None:
        return None
    name, *rest = condition
    return (pairs.features.names.get(name, name), *rest)


def _fields(
    comparison: Comparison, place: tuple[str, str], other: tuple[str, str]
) -> Iterator[Change]:
    old = comparison.old.table[place[0]][place[1]]
    new = comparison.new.table[other[0]][other[1]]
    for field in dict.fromkeys((*old, *new)):
        before, after = _text(old.get(field)), _text(new.get(field))
        # These two of a feature are no texts, and are looked at by themselves.
        is_own = place[0] == "features" and field in (STATUS, IMPLEMENTATIONS)
        if not (is_own or _is_same(before, after)):
            yield Change(
                Kind.FIELD,
                field=field,
                before=before,
                after=after,
                old_line=comparison.old.field_line(*place, field),
                new_line=comparison.new.field_line(*other, field),
            )


def _cells(comparison: Comparison, name: str, other: str) -> Iterator[Change]:
    old, new, pairs = comparison
    left, right = old.cells(name), new.cells(other)
    for driver, column in pairs.drivers.names.items():
        was, becomes = left.get(driver, _NO_CELL), right.get(column, _NO_CELL)
        if was == becomes:
            continue
        for change in (*_level(comparison, was, becomes), *_note(was, becomes)):
            of_note = change.kind is Kind.NOTE
            yield change._replace(
                driver=column,
                feature=other,
                old_line=old.cell_line(name, driver, of_note=of_note),
                new_line=new.cell_line(other, column, of_note=of_note),
            )


def _level(
    comparison: Comparison, was: Mapping[str, Any], becomes: Mapping[str, Any]
) -> Iterator[Change]:
    before, after = _worded(was), _worded(becomes)
    words = (was.get("level"), becomes.get("level"))
    levels = (comparison.old.levels, comparison.new.levels)
    # Of what is known on neither side there is nothing to tell.
    if before != after and any(map(is_known, words, levels)):
        direction = level_direction(*words, *levels)
        is_forgotten = direction is Direction.UNKNOWN and is_implemented(words[0], levels[0])
        change = Change(Kind.LEVEL, before=before, after=after, direction=direction)
        yield change._replace(is_regression=direction in _LOSSES or is_forgotten)


def _note(was: Mapping[str, Any], becomes: Mapping[str, Any]) -> Iterator[Change]:
    before, after = was.get("note"), becomes.get("note")
    if not _is_same(before, after):
        yield Change(Kind.NOTE, before=before, after=after)


def _worded(cell: Mapping[str, Any]) -> str | None:
    release = cell.get("release")
    return f"{cell['level']}:{release}" if release else cell.get("level")


def _text(value: Any) -> str | None:
    return "; ".join(value) if isinstance(value, list) else value


def _is_same(before: str | None, after: str | None) -> bool:
    # White space is not shown, and an empty text says no more than none.
    return (before or "").split() == (after or "").split()
