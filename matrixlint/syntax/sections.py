"""Builds the sections of a document from those of iniconfig."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain

from iniconfig import IniConfig

from matrixlint.diagnostic import Related
from matrixlint.syntax.document import Document, ParseError, Section
from matrixlint.syntax.recovery.buffer import MARK, RecoveryBuffer
from matrixlint.text.invisible import strip_invisible


def build_sections(ini: IniConfig, document: Document, buffer: RecoveryBuffer) -> list[Section]:
    """Build the sections in file order, each name once; report duplicate sections."""
    has_plain_keys = are_plain(chain.from_iterable(ini.sections.values()))
    built: list[Section] = []
    for ini_name, values in ini.sections.items():
        line = ini.lineof(ini_name) or 1
        name = buffer.headers.get(line, ini_name)
        section = Section(document, name and strip_invisible(name), ini_name, line)
        built += _fill_section(section, dict(values), buffer, has_plain_keys=has_plain_keys)
    for section in built if buffer.unknown_values else ():
        _mark_unknown_values(section, ini, buffer)
    _mark_incomplete(built, buffer)
    by_name: dict[str, Section] = {}
    for section in built:
        if section.name is not None:
            first = by_name.setdefault(section.name, section)
            if first is not section:
                _merge(section, first)
                if section.line not in buffer.reported_lines:
                    document.errors.append(_build_duplicate_error(section, first))
    return [each for each in built if each.name is None or by_name[each.name] is each]


def are_plain(keys: Iterable[str]) -> bool:
    """Return whether *keys* are in lower case, and none was renamed by recovery."""
    joined = "\n".join(keys)
    return joined == joined.lower() and MARK not in joined


def _fill_section(
    section: Section, values: dict[str, str], buffer: RecoveryBuffer, *, has_plain_keys: bool
) -> Iterable[Section]:
    if not (has_plain_keys or are_plain(values)):
        return _split_section(section, values, buffer)
    section.values = values
    return [section]


def _split_section(
    section: Section, values: dict[str, str], buffer: RecoveryBuffer
) -> Iterator[Section]:
    """Yield the section, and the features after it whose headers are missing."""
    parts = [section]
    for ini_key, value in values.items():
        line = int(ini_key[1:]) if ini_key.startswith(MARK) else 0
        key = buffer.keys[line] if line else ini_key.lower()
        if key is None:
            continue
        if line in buffer.feature_starts:
            parts.append(Section(section.document, None, section.ini_name, line))
        part = parts[-1]
        part.values[key] = value
        if key != ini_key:
            part.ini_keys[key] = ini_key
    yield from parts


def _mark_unknown_values(section: Section, ini: IniConfig, buffer: RecoveryBuffer) -> None:
    for key in section.values:
        if ini.lineof(section.ini_name, section.ini_keys.get(key, key)) in buffer.unknown_values:
            section.unknown_values.add(key)


def _mark_incomplete(sections: list[Section], buffer: RecoveryBuffer) -> None:
    if buffer.incomplete_sections:
        lines = [section.line for section in sections]
        for line in buffer.incomplete_sections:
            index = bisect_right(lines, line) - 1
            if index >= 0:
                sections[index].is_incomplete = True


def _merge(second: Section, first: Section) -> None:
    first.is_incomplete = first.is_incomplete or second.is_incomplete
    first.merge_missing_from(second)


def _build_duplicate_error(second: Section, first: Section) -> ParseError:
    related = (Related(first.span, "first stands here; the two are read as one"),)
    message = f"section {first.name!r} stands twice"
    return ParseError("MX002", second.span, message, related=related)
