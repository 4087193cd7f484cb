"""Where settings come from: a file, or a word of the command line."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from matrixlint.config.settings import Place


class Override(NamedTuple):
    """One setting of the command line, as written, and the table that it makes."""

    text: str
    table: Mapping[str, Any]

    def holds(self, place: Place) -> bool:
        """Say whether *place* of the configuration is set by this."""
        found: Any = self.table
        for step in place:
            if isinstance(found, list):
                return True
            if not isinstance(found, dict) or step not in found:
                return False
            found = found[step]
        return bool(place)


class Origin(NamedTuple):
    """
    Where a configuration was read: the file, its text, the table's place in it.

    *overrides* are the settings of the command line that went into it.
    """

    path: str
    text: str
    table: Place
    overrides: Sequence[Override] = ()
