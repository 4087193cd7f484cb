"""Regular expressions that are compiled when they are first used."""

import re
from typing import cast


class _Expression:
    """A regular expression that becomes a compiled one by being asked for what those have."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        # What is kept here is found without us the next time.
        value: object = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, value)
        return value


def compile_lazily(text: str, flags: int = 0) -> re.Pattern[str]:
    """
    Return the regular expression *text*, as re.compile does.

    To compile it takes up to 1 ms, and most runs have no use for most expressions.
    """
    return cast("re.Pattern[str]", _Expression(text, flags))
