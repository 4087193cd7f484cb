"""Where a setting stands in the text of a TOML file."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

Place = Sequence[str | int]
_Path = tuple[str | int, ...]

# Strings of several lines and of one, comments, punctuation, words; blanks lie between them.
_SIGN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:[^"\\]|\\.)*"'
    r"|'[^']*'"
    r"|#[^\n]*"
    r"|[][{},=\n]"
    r"|[^][{},=\n#\"' \t]+",
    re.DOTALL,
)


def find_line(text: str, place: Place) -> int:
    """
    Return the line of *text*, which is valid TOML, that *place* is set on.

    That is the line of the element where *place* ends in an array of many lines, and of
    the nearest thing around it where it is not to be found.
    """
    lines = _lines(text)
    paths = (tuple(place[:length]) for length in range(len(place), 0, -1))
    return next((lines[path] for path in paths if path in lines), 1)


@lru_cache(maxsize=1)
def _lines(text: str) -> dict[_Path, int]:
    """Return the lines of all headers, keys and elements of *text*, those that come first."""
    found: dict[_Path, int] = {}
    for path, line in _places(text.replace("\r\n", "\n")):
        found.setdefault(path, line)
    return found


class _Holder:
    """A table or an array that is being read, and what of it: a key, then its value."""

    def __init__(self, path: _Path, *, is_array: bool = False) -> None:
        self.path = path
        self.is_array = is_array
        self._index = 0
        self._words: list[str] = []
        self._value: _Path | None = None

    @property
    def is_fresh(self) -> bool:
        """Say whether nothing was read since the last comma or line end."""
        return not self._words and self._value is None

    @property
    def inner(self) -> _Path:
        """The path of the value that is being read."""
        return self.path if self._value is None else self._value

    def read(self, sign: str) -> Iterator[_Path]:
        """Read a sign that is in no header; yield the paths that begin there."""
        if sign == ",":
            self._index += 1
            self.rest()
        elif self.is_array and self._value is None:
            self._value = (*self.path, self._index)
            yield self._value
        elif sign == "=":
            names = _names("".join(self._words) + "=0")
            self._value = self.path + names
            yield from (self.path + names[: count + 1] for count in range(len(names)))
        elif self._value is None:
            self._words.append(sign)

    def rest(self) -> None:
        """Read what follows as another key or element."""
        self._words, self._value = [], None


def _places(text: str) -> Iterator[tuple[_Path, int]]:
    """Yield each header, key and element of *text* with its line."""
    holders = [_Holder(())]
    line, skipped = 1, 0
    for match in _SIGN.finditer(text):
        sign, holder = match[0], holders[-1]
        if match.start() < skipped or sign[0] == "#":
            continue
        if sign == "\n":
            if not holders[1:]:
                holder.rest()
        elif sign == "[" and not holders[1:] and holder.is_fresh:
            end = text.find("\n", match.start())
            skipped = len(text) if end < 0 else end
            holders = [_Holder(_names(text[match.start() : skipped]))]
            yield holders[0].path, line
        elif sign in ("]", "}"):
            holders.pop()
        else:
            yield from ((path, line) for path in holder.read(sign))
            if sign in ("[", "{"):
                holders.append(_Holder(holder.inner, is_array=sign == "["))
        line += sign.count("\n")


def _names(text: str) -> tuple[str, ...]:
    """Return the names in a header or a key, which is TOML by itself."""
    import tomllib

    return tuple(_chain(tomllib.loads(text)))


def _chain(value: Any) -> Iterator[str]:
    # Tables in tables, one each, an array's last.
    while value:
        if isinstance(value, list):
            value = value[-1]
            continue
        name, value = next(iter(value.items()))
        yield name
