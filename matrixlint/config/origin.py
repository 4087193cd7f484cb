"""Origin of settings: a file, or an option of the command line."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from matrixlint.config.settings import Place


class Override(NamedTuple):
    """A setting of the command line: its text, and the TOML table it stands for."""

    text: str
    table: Mapping[str, Any]

    def holds(self, place: Place) -> bool:
        """Return whether this override sets *place* of the configuration."""
        value: Any = self.table
        for key in place:
            if isinstance(value, list):
                return True
            if not isinstance(value, dict) or key not in value:
                return False
            value = value[key]
        return bool(place)


class Origin(NamedTuple):
    """
    Origin of a configuration: the file, its text, and the path of the table in it.

    *overrides* are the settings of the command line that were merged into it.
    """

    path: str
    text: str
    table: Place
    overrides: Sequence[Override] = ()
