"""Plain INI parsing, without recovery, to compare texts before and after a fix."""

from typing import NamedTuple

from iniconfig import IniConfig, ParseError

from matrixlint.syntax.document import DELIMITER, is_blank_or_comment


class PlainSection(NamedTuple):
    """A section as written: its name, and its keys in order."""

    name: str
    keys: tuple[str, ...]


class PlainReading(NamedTuple):
    """
    The sections of a text; *is_parsed* is whether an INI parser accepts the text.

    The parser is iniconfig, with keys in lower case, as configparser compares them.
    """

    sections: list[PlainSection]
    is_parsed: bool


def read_plain(text: str) -> PlainReading:
    """Parse *text* with iniconfig, or with ``read_lines`` if that fails."""
    try:
        ini = IniConfig.parse("", data=text, strip_inline_comments=False)
    except ParseError:
        return PlainReading(read_lines(text), is_parsed=False)
    sections = [PlainSection(name, tuple(keys)) for name, keys in ini.sections.items()]
    is_parsed = all(len(keys) == len(set(map(str.lower, keys))) for _, keys in sections)
    return PlainReading(sections, is_parsed)


def read_lines(text: str) -> list[PlainSection]:
    """Return the sections and keys of *text* by a line-based scan."""
    sections: list[tuple[str, list[str]]] = [("", [])]
    for line in text.split("\n"):
        if is_blank_or_comment(line) or line[0].isspace():
            continue
        if line.startswith("["):
            sections.append((line[1:].partition("]")[0], []))
        elif len(parts := DELIMITER.split(line, maxsplit=1)) > 1:
            sections[-1][1].append(parts[0].rstrip())
    return [PlainSection(name, tuple(keys)) for name, keys in sections[not sections[0][1] :]]
