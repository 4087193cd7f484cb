"""Matching of the drivers and features of two matrices, with rename detection."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from matrixlint.model.diff.change import MatchedBy
from matrixlint.model.json import IMPLEMENTATIONS, Table

# Fewer entries than this may be equal by chance.
MIN_CELLS = 8
# Returns a key that identifies a name, or None if there is too little to identify it.
_Key = Callable[[str], Hashable | None]


class Matching:
    """
    The matched names of two *sides*, tables of drivers or features.

    *names* are the new names by the old ones, *evidence* is the evidence for each renamed one.
    """

    __slots__ = ("evidence", "names", "sides")

    def __init__(self, old: Table, new: Table) -> None:
        self.sides = (old, new)
        self.names = {name: name for name in old if name in new}
        self.evidence: dict[str, MatchedBy] = {}

    @property
    def is_complete(self) -> bool:
        """Whether all names of a side are matched."""
        return len(self.names) == min(map(len, self.sides))

    def match(self, evidence: MatchedBy, *keys: _Key) -> None:
        """Match the remaining names whose keys are unique on both sides and equal."""
        if self.is_complete:
            return
        old, new = map(_find_unique, self.sides, keys)
        taken = set(self.names.values())
        for key, name in old.items():
            other = new.get(key)
            if other is not None and name not in self.names and other not in taken:
                self.add(name, other, evidence)

    def add(self, name: str, other: str, evidence: MatchedBy | None) -> None:
        """Match *name* with *other* on the new side, with the *evidence* for a rename."""
        self.names[name] = other
        if evidence:
            self.evidence[name] = evidence


class MatchedNames(NamedTuple):
    """The matched drivers and features of two matrices."""

    drivers: Matching
    features: Matching


def match_names(before: Table, after: Table, prefixes: Iterable[str]) -> MatchedNames:
    """
    Match the names of two matrices as JSON, *before* and *after*.

    *prefixes* are those that dialects require for the names of features.
    """
    drivers, features = (Matching(before[kind], after[kind]) for kind in ("drivers", "features"))
    # In another dialect the same feature must have another name: that is not a rename.
    is_migrated = before["dialect"] != after["dialect"]
    _match_by_prefix(features, prefixes, None if is_migrated else MatchedBy.PREFIX)
    for matching in (drivers, features):
        matching.match(MatchedBy.TITLE, *map(_build_title_key, matching.sides))
    # Columns first: there are fewer of them, and they are longer.
    drivers.match(
        MatchedBy.CELLS, *map(_build_column_key, features.sides, _get_matched_names(features))
    )
    features.match(
        MatchedBy.CELLS, *map(_build_row_key, features.sides, _get_matched_names(drivers))
    )
    return MatchedNames(drivers, features)


def _get_matched_names(matching: Matching) -> tuple[list[str], list[str]]:
    """Return the matched names: the old ones, and the new ones."""
    return list(matching.names), list(matching.names.values())


def _match_by_prefix(
    features: Matching, prefixes: Iterable[str], evidence: MatchedBy | None
) -> None:
    old, new = features.sides
    matches: dict[str, str] = {}
    for prefix in prefixes:
        for name in old.keys() - features.names.keys():
            others = (prefix + name, name.removeprefix(prefix))
            matches.update((name, other) for other in others if other in new and other not in old)
    # If two old names match one new name, neither is certain.
    counts = Counter(matches.values())
    for name in old:
        if counts[matches.get(name, "")] == 1:
            features.add(name, matches[name], evidence)


def _build_title_key(table: Table) -> _Key:
    return lambda name: " ".join(str(table[name].get("title", "")).split()) or None


def _build_column_key(features: Table, names: Sequence[str]) -> _Key:
    rows = [features[name][IMPLEMENTATIONS] for name in names]
    return lambda driver: _build_entries_key([row.get(driver) for row in rows])


def _build_row_key(features: Table, drivers: Sequence[str]) -> _Key:
    def get_key(name: str) -> Hashable | None:
        feature = features[name]
        texts = (feature.get("notes"), tuple(feature.get("cli", ())))
        entries = _build_entries_key([feature[IMPLEMENTATIONS].get(driver) for driver in drivers])
        # Many features have equal entries; their texts differ.
        return (entries, texts) if entries is not None and any(texts) else None

    return get_key


def _build_entries_key(entries: Sequence[Mapping[str, Any] | None]) -> Hashable | None:
    """Return *entries* as a hashable key; None if there are too few or all are equal."""
    key = tuple(tuple(entry.items()) if entry else () for entry in entries)
    levels = {entry["level"] for entry in entries if entry}
    return key if len(key) >= MIN_CELLS and len(levels) > 1 else None


def _find_unique(table: Table, get_key: _Key) -> dict[Hashable, str]:
    """Return the names in *table* by their keys, only those with a unique key."""
    keys = [(get_key(name), name) for name in table]
    counts = Counter(key for key, _ in keys)
    return {key: name for key, name in keys if key is not None and counts[key] == 1}
