"""Classification of changes of levels and statuses as gains or losses."""

from collections.abc import Mapping

from matrixlint.model.diff.change import Direction
from matrixlint.syntax.dialects.dialect import Demand, Support

# The level of a complete implementation; any other implemented level is less.
_COMPLETE = "complete"
# A demand on some drivers is between a demand on all and on none.
_WEIGHT = {
    Demand.REQUIRED: 2,
    Demand.CHOICE: 1,
    Demand.CONDITION: 1,
    Demand.OPTIONAL: 0,
}
Levels = Mapping[str, Support]


def level_direction(old: str | None, new: str | None, before: Levels, after: Levels) -> Direction:
    """Return the direction from *old*, a level in *before*, to *new*."""
    was, becomes = _rank(old, before), _rank(new, after)
    if was == becomes:
        return Direction.CHANGED
    if was is None:
        return Direction.KNOWN
    if becomes is None:
        return Direction.UNKNOWN
    return Direction.GAINED if becomes > was else Direction.LOST


def status_direction(old: Demand | None, new: Demand | None) -> Direction:
    """Return the direction from one demand to the other; None is an unknown demand."""
    if old is None or new is None or _WEIGHT[old] == _WEIGHT[new]:
        return Direction.CHANGED
    return Direction.TIGHTENED if _WEIGHT[new] > _WEIGHT[old] else Direction.LOOSENED


def is_implemented(level: str | None, levels: Levels) -> bool:
    """Return whether *level* means that the feature is implemented."""
    return levels.get(level or "") is Support.IMPLEMENTED


def is_known(level: str | None, levels: Levels) -> bool:
    """Return whether *level* means known support, implemented or missing."""
    return _rank(level, levels) is not None


def _rank(level: str | None, levels: Levels) -> int | None:
    """Return the rank of *level*, None if the support is unknown."""
    support = levels.get(level or "", Support.UNKNOWN)
    if support is Support.UNKNOWN:
        return None
    if support is Support.MISSING:
        return 0
    return 2 if level == _COMPLETE else 1
