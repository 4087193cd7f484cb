"""Problem of a configuration whose line is not yet known."""

from typing import NamedTuple

from matrixlint.config.settings import Place


class ConfigProblem(NamedTuple):
    """Problem at one place of the configuration."""

    place: Place
    message: str
