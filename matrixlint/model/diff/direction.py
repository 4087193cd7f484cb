"""Which way a level or a status has gone."""

from collections.abc import Mapping

from matrixlint.model.diff.change import Direction
from matrixlint.syntax.dialects.dialect import Demand, Support

# Nothing else than this is all that was asked for.
_WHOLE = "complete"
# What is asked of some drivers stands between what is asked of all and of none.
_WEIGHT = {
    Demand.REQUIRED: 2,
    Demand.CHOICE: 1,
    Demand.CONDITION: 1,
    Demand.OPTIONAL: 0,
}
Levels = Mapping[str, Support]


def level_direction(old: str | None, new: str | None, before: Levels, after: Levels) -> Direction:
    """Return the direction from *old* to *new*, in terms of the levels of either side."""
    was, becomes = _rank(old, before), _rank(new, after)
    if was == becomes:
        return Direction.CHANGED
    if was is None:
        return Direction.KNOWN
    if becomes is None:
        return Direction.UNKNOWN
    return Direction.GAINED if becomes > was else Direction.LOST


def status_direction(old: Demand | None, new: Demand | None) -> Direction:
    """Return the direction from one demand to the other, None being one that is not known."""
    if old is None or new is None or _WEIGHT[old] == _WEIGHT[new]:
        return Direction.CHANGED
    return Direction.TIGHTENED if _WEIGHT[new] > _WEIGHT[old] else Direction.LOOSENED


def is_implemented(level: str | None, levels: Levels) -> bool:
    """Say whether *level* is one of an implementation."""
    return levels.get(level or "") is Support.IMPLEMENTED


def is_known(level: str | None, levels: Levels) -> bool:
    """Say whether *level* tells what a driver does."""
    return _rank(level, levels) is not None


def _rank(level: str | None, levels: Levels) -> int | None:
    """Return how much *level* is; None where that is not known."""
    support = levels.get(level or "", Support.UNKNOWN)
    if support is Support.UNKNOWN:
        return None
    if support is Support.MISSING:
        return 0
    return 2 if level == _WHOLE else 1
