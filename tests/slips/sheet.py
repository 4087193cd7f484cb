"""A naive reading of a clean matrix: which lines there are to put a fault on."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_HEADER = re.compile(r"\[([^]]+)\]\s*(?:[#;].*)?")
_KEY = re.compile(r"([^\s=:\[#;][^=:]*?)(\s*[=:]\s*)(.*)")
_STATUSES = {
    "targets": ("status",),
    "driver": ("status",),
    "target": ("maturity", "status"),
}
_ENTRY = {"targets": "driver-impl-", "driver": "driver.", "target": "driver-impl-"}
_NOTE = {
    "targets": "driver-notes-",
    "driver": "driver-notes.",
    "target": "driver-notes-",
}


class Key(NamedTuple):
    """A key with its value; *head* is all that stands before the value."""

    header: int
    line: int
    last: int
    head: str
    name: str
    delimiter: str
    value: str
    role: str
    driver: str = ""

    @property
    def is_long(self) -> bool:
        """Whether the value runs over several lines."""
        return self.last > self.line


class Section(NamedTuple):
    """A section from its header to the line before the next one."""

    name: str
    line: int
    last: int
    kind: str
    keys: tuple[Key, ...]

    def having(self, role: str) -> list[Key]:
        """Return the keys that play *role*."""
        return [key for key in self.keys if key.role == role]

    @property
    def levels(self) -> dict[str, str]:
        """The level of each driver, without a release."""
        return {key.driver: key.value.partition(":")[0] for key in self.having("entry")}

    @property
    def status(self) -> str:
        """The status as it is written; empty where there is none."""
        return next((key.value for key in self.having("status")), "")


class Sheet(NamedTuple):
    """The lines of a matrix, and what they are."""

    dialect: str
    end: str
    lines: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def features(self) -> list[Section]:
        """The sections that are features."""
        return [section for section in self.sections if section.kind == "feature"]

    @property
    def declarations(self) -> Iterator[tuple[str, int, Key | None]]:
        """Each driver's name, the line that declares it, and the key of its title."""
        for section in self.sections:
            if section.kind == "driver":
                name = section.name.partition(".")[2]
                yield name, section.line, next(iter(section.having("title")), None)
            for key in section.having("declaration"):
                yield key.driver, key.line, key

    @property
    def drivers(self) -> list[str]:
        """The declared drivers."""
        return [name for name, _, _ in self.declarations]

    def entry(self, driver: str) -> str:
        """Return the key of a driver's entry."""
        return _ENTRY[self.dialect] + driver

    def note(self, driver: str) -> str:
        """Return the key of a driver's note."""
        return _NOTE[self.dialect] + driver

    def section(self, key: Key) -> Section:
        """Return the section that a key stands in."""
        return next(section for section in self.sections if section.line == key.header)

    def is_referred_to(self, feature: Section) -> bool:
        """Say whether another feature's condition speaks of *feature*."""
        expressions = [other.status.partition("(")[2] for other in self.features]
        return any(re.split(r"\s*[!=]=", text)[0] == feature.name for text in expressions)

    def options(self, feature: Section) -> list[Section]:
        """Return the features of a feature's choice group, itself included."""
        if not feature.status.startswith("choice("):
            return []
        return [other for other in self.features if other.status == feature.status]


def read(text: str) -> Sheet:
    """Read a text in which every header and every key is as it should be."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = tuple(text.split(end))
    starts = [at for at, line in enumerate(lines, 1) if line.startswith("[")]
    names = [_name(lines[at - 1]) for at in starts]
    dialect = next(name.partition(".")[0] for name in names if name.partition(".")[0] in _ENTRY)
    declared = {name.partition(".")[2] for name in names if name.startswith("target.")}
    places = zip(names, starts, [*starts[1:], len(lines) + 1], strict=True)
    sections = []
    for name, start, stop in places:
        kind = _kind(dialect, name)
        keys = []
        for key in _keys(lines, start, stop):
            role, driver = _role(dialect, kind, key.name, declared)
            keys.append(key._replace(role=role, driver=driver))
        sections.append(Section(name, start, stop - 1, kind, tuple(keys)))
    return Sheet(dialect, end, lines, tuple(sections))


def _name(line: str) -> str:
    match = _HEADER.fullmatch(line.rstrip())
    if match is None:
        raise ValueError(line)
    return match[1]


def _kind(dialect: str, name: str) -> str:
    if name == "targets":
        return "drivers"
    return "driver" if name.startswith(f"{dialect}.") else "feature"


def _keys(lines: tuple[str, ...], header: int, stop: int) -> Iterator[Key]:
    found: Key | None = None
    for at in range(header + 1, stop):
        line = lines[at - 1]
        if not line.strip() or line.lstrip()[0] in "#;":
            continue
        if line[0].isspace():
            found = found and found._replace(last=at)
            continue
        if found:
            yield found
        match = _KEY.fullmatch(line)
        if match is None:
            raise ValueError(line)
        head = line[: match.start(3)]
        found = Key(header, at, at, head, match[1].lower(), match[2], match[3], "field")
    if found:
        yield found


def _role(dialect: str, kind: str, name: str, declared: set[str]) -> tuple[str, str]:
    """Return what part a key plays, and the driver that it speaks of."""
    entry, note = _ENTRY[dialect], _NOTE[dialect]
    if kind == "drivers":
        return "declaration", name.removeprefix(entry)
    if name == "title":
        return "title", ""
    if kind == "driver" or name in _STATUSES[dialect]:
        return ("field" if kind == "driver" else "status"), ""
    if name.startswith(note):
        return "note", name.removeprefix(note)
    is_entry = name.startswith(entry) or name in declared
    return ("entry", name.removeprefix(entry)) if is_entry else ("field", "")
