"""Comparison of two matrices whose drivers and features are matched."""

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

_NO_ENTRY: Mapping[str, Any] = {}
_LOSSES = frozenset({Direction.LOST, Direction.LOOSENED})


class Comparison(NamedTuple):
    """Two matrices, and the matching of their names."""

    old: MatrixView
    new: MatrixView
    pairs: MatchedNames


def compare(comparison: Comparison) -> Iterator[Change]:
    """Yield the changes of the drivers, then of the features, in old order."""
    drivers, features = comparison.pairs
    yield from _compare_driver_names(comparison)
    for name, other in drivers.names.items():
        for change in _compare_fields(comparison, ("drivers", name), ("drivers", other)):
            yield change._replace(driver=other)
    yield from _compare_feature_names(comparison)
    for name, other in features.names.items():
        yield from _compare_status(comparison, name, other)
        for change in _compare_fields(comparison, ("features", name), ("features", other)):
            yield change._replace(feature=other)
        yield from _compare_entries(comparison, name, other)


def _compare_driver_names(comparison: Comparison) -> Iterator[Change]:
    """Yield the removed, renamed and added drivers."""
    old, new, (matching, _) = comparison
    for name, table in old.table["drivers"].items():
        line = old.line("drivers", name)
        if name not in matching.names:
            support = old.count_features(name)
            # In a matrix without features, every removed driver is a regression.
            is_regression = support > 0 or not old.features
            removed = Change(Kind.DRIVER_REMOVED, name, before=table.get("title"), support=support)
            yield removed._replace(is_regression=is_regression, old_line=line)
        elif evidence := matching.evidence.get(name):
            other = matching.names[name]
            renamed = Change(Kind.DRIVER_RENAMED, other, before=name, after=other)
            new_line = new.line("drivers", other)
            yield renamed._replace(evidence=evidence, old_line=line, new_line=new_line)
    known = set(matching.names.values())
    for name, table in new.table["drivers"].items():
        if name not in known:
            support = new.count_features(name)
            added = Change(Kind.DRIVER_ADDED, name, after=table.get("title"), support=support)
            yield added._replace(new_line=new.line("drivers", name))


def _compare_feature_names(comparison: Comparison) -> Iterator[Change]:
    """Yield the removed, renamed and added features."""
    old, new, (_, matching) = comparison
    for name, table in old.table["features"].items():
        line = old.line("features", name)
        if evidence := matching.evidence.get(name):
            other = matching.names[name]
            renamed = Change(Kind.FEATURE_RENAMED, feature=other, before=name, after=other)
            new_line = new.line("features", other)
            yield renamed._replace(evidence=evidence, old_line=line, new_line=new_line)
        elif name not in matching.names and (table[IMPLEMENTATIONS] or name not in new.unrendered):
            support, title = old.count_drivers(name), table.get("title")
            removed = Change(Kind.FEATURE_REMOVED, feature=name, before=title, support=support)
            yield removed._replace(is_regression=support > 0, old_line=line)
    known = set(matching.names.values())
    for name, table in new.table["features"].items():
        if name not in known and (table[IMPLEMENTATIONS] or name not in old.unrendered):
            support, title = new.count_drivers(name), table.get("title")
            added = Change(Kind.FEATURE_ADDED, feature=name, after=title, support=support)
            yield added._replace(new_line=new.line("features", name))


def _compare_status(comparison: Comparison, name: str, other: str) -> Iterator[Change]:
    old, new, pairs = comparison
    before, after = old.status(name), new.status(other)
    conditions = (_rename_target(old.conditions.get(name), pairs), new.conditions.get(other))
    # A condition that only follows the rename of a feature is not a change.
    is_same = conditions[0] == conditions[1] if all(conditions) else before == after
    if not is_same:
        direction = status_direction(old.demand(name), new.demand(other))
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


def _rename_target(condition: Argument | None, pairs: MatchedNames) -> Argument | None:
    if condition is None:
        return None
    name, *rest = condition
    return (pairs.features.names.get(name, name), *rest)


def _compare_fields(
    comparison: Comparison, place: tuple[str, str], other: tuple[str, str]
) -> Iterator[Change]:
    old = comparison.old.table[place[0]][place[1]]
    new = comparison.new.table[other[0]][other[1]]
    for field in dict.fromkeys((*old, *new)):
        before, after = _format_value(old.get(field)), _format_value(new.get(field))
        # These two of a feature are not text, and are compared separately.
        is_compared_separately = place[0] == "features" and field in (STATUS, IMPLEMENTATIONS)
        if not (is_compared_separately or _is_same_text(before, after)):
            yield Change(
                Kind.FIELD,
                field=field,
                before=before,
                after=after,
                old_line=comparison.old.field_line(*place, field),
                new_line=comparison.new.field_line(*other, field),
            )


def _compare_entries(comparison: Comparison, name: str, other: str) -> Iterator[Change]:
    old, new, pairs = comparison
    old_entries, new_entries = old.cells(name), new.cells(other)
    for driver, new_driver in pairs.drivers.names.items():
        was, becomes = old_entries.get(driver, _NO_ENTRY), new_entries.get(new_driver, _NO_ENTRY)
        if was == becomes:
            continue
        for change in (*_compare_level(comparison, was, becomes), *_compare_note(was, becomes)):
            of_note = change.kind is Kind.NOTE
            yield change._replace(
                driver=new_driver,
                feature=other,
                old_line=old.cell_line(name, driver, of_note=of_note),
                new_line=new.cell_line(other, new_driver, of_note=of_note),
            )


def _compare_level(
    comparison: Comparison, was: Mapping[str, Any], becomes: Mapping[str, Any]
) -> Iterator[Change]:
    before, after = _format_level(was), _format_level(becomes)
    words = (was.get("level"), becomes.get("level"))
    levels = (comparison.old.levels, comparison.new.levels)
    # A change between two unknown levels is not reported.
    if before != after and any(map(is_known, words, levels)):
        direction = level_direction(*words, *levels)
        is_lost = direction is Direction.UNKNOWN and is_implemented(words[0], levels[0])
        change = Change(Kind.LEVEL, before=before, after=after, direction=direction)
        yield change._replace(is_regression=direction in _LOSSES or is_lost)


def _compare_note(was: Mapping[str, Any], becomes: Mapping[str, Any]) -> Iterator[Change]:
    before, after = was.get("note"), becomes.get("note")
    if not _is_same_text(before, after):
        yield Change(Kind.NOTE, before=before, after=after)


def _format_level(entry: Mapping[str, Any]) -> str | None:
    release = entry.get("release")
    return f"{entry['level']}:{release}" if release else entry.get("level")


def _format_value(value: Any) -> str | None:
    return "; ".join(value) if isinstance(value, list) else value


def _is_same_text(before: str | None, after: str | None) -> bool:
    # White space is not rendered, and empty text is the same as none.
    return (before or "").split() == (after or "").split()
