"""A problem of a configuration, before it has a line."""

from typing import NamedTuple

from matrixlint.config.settings import Place


class ConfigProblem(NamedTuple):
    """Something wrong at one place of the configuration."""

    place: Place
    message: str
