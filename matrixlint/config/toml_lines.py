"""Line numbers of the settings in a TOML file."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

Place = Sequence[str | int]
_Path = tuple[str | int, ...]

# Tokens: multi-line and single-line strings, comments, punctuation, words; blanks separate them.
_TOKEN = re.compile(
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
    Return the line (1-based) of *text*, valid TOML, on which *place* is set.

    In an array of several lines, it is the line of the element. If *place* is not found,
    it is the line of the innermost table or array around it.
    """
    lines = _map_lines(text)
    paths = (tuple(place[:length]) for length in range(len(place), 0, -1))
    return next((lines[path] for path in paths if path in lines), 1)


@lru_cache(maxsize=1)
def _map_lines(text: str) -> dict[_Path, int]:
    """Return the first line of each header, key and element of *text*."""
    found: dict[_Path, int] = {}
    for path, line in _walk_places(text.replace("\r\n", "\n")):
        found.setdefault(path, line)
    return found


class _Container:
    """A table or array that is being read: its current key, then the key's value."""

    def __init__(self, path: _Path, *, is_array: bool = False) -> None:
        self.path = path
        self.is_array = is_array
        self._index = 0
        self._words: list[str] = []
        self._value: _Path | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read since the last comma or line end."""
        return not self._words and self._value is None

    @property
    def inner(self) -> _Path:
        """Path of the value that is being read."""
        return self.path if self._value is None else self._value

    def read(self, lexeme: str) -> Iterator[_Path]:
        """Read a token outside of a header; yield the paths that begin there."""
        if lexeme == ",":
            self._index += 1
            self.start_next()
        elif self.is_array and self._value is None:
            self._value = (*self.path, self._index)
            yield self._value
        elif lexeme == "=":
            names = _parse_names("".join(self._words) + "=0")
            self._value = self.path + names
            yield from (self.path + names[: count + 1] for count in range(len(names)))
        elif self._value is None:
            self._words.append(lexeme)

    def start_next(self) -> None:
        """Start another key or element."""
        self._words, self._value = [], None


def _walk_places(text: str) -> Iterator[tuple[_Path, int]]:
    """Yield the path of each header, key and element of *text*, with its line."""
    containers = [_Container(())]
    line, header_end = 1, 0
    for match in _TOKEN.finditer(text):
        lexeme, container = match[0], containers[-1]
        if match.start() < header_end or lexeme[0] == "#":
            continue
        if lexeme == "\n":
            if not containers[1:]:
                container.start_next()
        elif lexeme == "[" and not containers[1:] and container.is_empty:
            end = text.find("\n", match.start())
            header_end = len(text) if end < 0 else end
            containers = [_Container(_parse_names(text[match.start() : header_end]))]
            yield containers[0].path, line
        elif lexeme in ("]", "}"):
            containers.pop()
        else:
            yield from ((path, line) for path in container.read(lexeme))
            if lexeme in ("[", "{"):
                containers.append(_Container(container.inner, is_array=lexeme == "["))
        line += lexeme.count("\n")


def _parse_names(text: str) -> tuple[str, ...]:
    """Return the names in *text*, a header or a dotted key, which is TOML by itself."""
    import tomllib

    return tuple(_walk_keys(tomllib.loads(text)))


def _walk_keys(value: Any) -> Iterator[str]:
    # Each table holds one key; of an array of tables, the last one counts.
    while value:
        if isinstance(value, list):
            value = value[-1]
            continue
        name, value = next(iter(value.items()))
        yield name
