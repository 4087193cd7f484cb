"""Regular expressions that are compiled when they are first used."""

import re
from typing import cast


class _Expression:
    """A regular expression that is compiled when one of its attributes is first used."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        # Stored on the instance, it is found the next time without calling this method.
        value: object = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, value)
        return value


def compile_lazily(text: str, flags: int = 0) -> re.Pattern[str]:
    """
    Return the regular expression *text*, as re.compile does.

    It is compiled on first use: that takes up to 1 ms, and most runs use few expressions.
    """
    return cast("re.Pattern[str]", _Expression(text, flags))
