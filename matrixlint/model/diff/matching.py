"""Which drivers and features of one matrix are which of another, renamed ones too."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from matrixlint.model.diff.change import MatchedBy
from matrixlint.model.json import IMPLEMENTATIONS, Table

# Fewer cells than this are the same by chance.
MIN_CELLS = 8
# Gives what tells one name from the others: nothing, where it tells too little.
_Key = Callable[[str], Hashable | None]


class Matching:
    """
    The same things of two *sides*, each a table of drivers or of features by their names.

    *names* are the new names by the old ones, *evidence* is by what the renamed are known.
    """

    __slots__ = ("evidence", "names", "sides")

    def __init__(self, old: Table, new: Table) -> None:
        self.sides = (old, new)
        self.names = {name: name for name in old if name in new}
        self.evidence: dict[str, MatchedBy] = {}

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left on a side that something of the other could be."""
        return len(self.names) == min(map(len, self.sides))

    def match(self, evidence: MatchedBy, *keys: _Key) -> None:
        """Pair what is left and has a key on either side that nothing else there has."""
        if self.is_complete:
            return
        left, right = map(_unique, self.sides, keys)
        taken = set(self.names.values())
        for key, name in left.items():
            other = right.get(key)
            if other is not None and name not in self.names and other not in taken:
                self.add(name, other, evidence)

    def add(self, name: str, other: str, evidence: MatchedBy | None) -> None:
        """Let *name* be the *other* of the new side, by *evidence* if it was renamed."""
        self.names[name] = other
        if evidence:
            self.evidence[name] = evidence


class MatchedNames(NamedTuple):
    """What is the same in two matrices."""

    drivers: Matching
    features: Matching


def match_names(before: Table, after: Table, prefixes: Iterable[str]) -> MatchedNames:
    """
    Return the pairs of two matrices as JSON, *before* and *after*.

    *prefixes* are those that dialects ask of the names of features.
    """
    drivers, features = (Matching(before[kind], after[kind]) for kind in ("drivers", "features"))
    # In another dialect a feature must have another name: it is not another feature.
    is_moved = before["dialect"] != after["dialect"]
    _by_prefix(features, prefixes, None if is_moved else MatchedBy.PREFIX)
    for pairing in (drivers, features):
        pairing.match(MatchedBy.TITLE, *map(_titles, pairing.sides))
    # Columns first: there are fewer of them, and they are longer.
    drivers.match(MatchedBy.CELLS, *map(_columns, features.sides, _both(features)))
    features.match(MatchedBy.CELLS, *map(_rows, features.sides, _both(drivers)))
    return MatchedNames(drivers, features)


def _both(pairing: Matching) -> tuple[list[str], list[str]]:
    """Return the names of what is on both sides: the old ones, and the new ones."""
    return list(pairing.names), list(pairing.names.values())


def _by_prefix(features: Matching, prefixes: Iterable[str], evidence: MatchedBy | None) -> None:
    old, new = features.sides
    found: dict[str, str] = {}
    for prefix in prefixes:
        for name in old.keys() - features.names.keys():
            others = (prefix + name, name.removeprefix(prefix))
            found.update((name, other) for other in others if other in new and other not in old)
    # Two that become one are not known to be either.
    times = Counter(found.values())
    for name in old:
        if times[found.get(name, "")] == 1:
            features.add(name, found[name], evidence)


def _titles(table: Table) -> _Key:
    return lambda name: " ".join(str(table[name].get("title", "")).split()) or None


def _columns(features: Table, names: Sequence[str]) -> _Key:
    rows = [features[name][IMPLEMENTATIONS] for name in names]
    return lambda driver: _cells([row.get(driver) for row in rows])


def _rows(features: Table, drivers: Sequence[str]) -> _Key:
    def row(name: str) -> Hashable | None:
        held = features[name]
        texts = (held.get("notes"), tuple(held.get("cli", ())))
        cells = _cells([held[IMPLEMENTATIONS].get(driver) for driver in drivers])
        # Many rows are alike; what is said of them is not.
        return (cells, texts) if cells is not None and any(texts) else None

    return row


def _cells(cells: Sequence[Mapping[str, Any] | None]) -> Hashable | None:
    """Return *cells* as something to compare; None where they tell too little."""
    held = tuple(tuple(cell.items()) if cell else () for cell in cells)
    levels = {cell["level"] for cell in cells if cell}
    return held if len(held) >= MIN_CELLS and len(levels) > 1 else None


def _unique(table: Table, key: _Key) -> dict[Hashable, str]:
    """Return the names in *table* by their keys, where no two have one."""
    made = [(key(name), name) for name in table]
    times = Counter(each for each, _ in made)
    return {each: name for each, name in made if each is not None and times[each] == 1}
