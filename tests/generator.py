"""A generator of support matrices that no rule has anything to say about."""

from random import Random
from typing import NamedTuple

from tests import prose

DIALECTS = ("targets", "driver", "target")
DRIVERS = (
    "alpha",
    "gpu.fake",
    "kvm-x86",
    "lvm2",
    "ceph_rbd",
    "vmware-vmdk",
    "solid.fire",
    "huawei_v3",
    "huawei_v5",
    "libvirt-vz-vm",
    "libvirt-vz-ct",
    "zfs",
)
FEATURES = (
    "attach-volume",
    "L3_HA",
    "insert_headers.X-Forwarded-For",
    "storage.block",
    "storage.block.backend.iscsi",
    "guest.setup.configdrive",
    "console.vnc",
    "evacuate",
    "QoS",
    "boot.from-volume",
    "networking.trunk_ports",
    "rescue",
    "live.migration-2",
    "snapshot",
    "DVR",
)
GROUPS = ("console", "guest-setup", "firewall.rules", "Storage_Backend")
MATURITIES = ("incomplete", "experimental", "complete", "deprecated")
IMPLEMENTED = ("complete", "partial")
LEVELS = ("complete", "complete", "complete", "partial", "missing", "missing")

Key = tuple[str, list[str]]


class Feature(NamedTuple):
    """A row of the matrix: its section, its status, its level for each driver."""

    section: str
    status: str
    levels: dict[str, str]


class Style(NamedTuple):
    """How one file is written."""

    dialect: str
    delimiter: str
    indent: str
    is_orderly: bool

    def entry(self, driver: str) -> str:
        """Return the key of a driver's entry."""
        return {"driver": "driver."}.get(self.dialect, "driver-impl-") + driver

    def note(self, driver: str) -> str:
        """Return the key of a driver's note."""
        return {"driver": "driver-notes."}.get(self.dialect, "driver-notes-") + driver


def clean_matrix(random: Random, dialect: str, *, drivers: int = 0, features: int = 0) -> str:
    """Return the text of a clean matrix, made with *random*; 0 leaves a count to it."""
    style = Style(
        dialect,
        random.choice(("=", "=", " = ", ":", ": ")),
        " " * random.choice((2, 3, 4, 6)),
        random.random() < 0.7,
    )
    names = random.sample(DRIVERS, drivers or random.randint(1, 6))
    prefix = "operation." if dialect == "driver" or random.random() < 0.3 else ""
    chosen = random.sample(FEATURES, features or random.randint(1, 12))
    rows = _rows(random, dialect, names, [prefix + name for name in chosen])
    sections = [*_declarations(random, style, names), *_features(random, style, rows)]
    if random.random() < 0.15:
        random.shuffle(sections)
    lines = prose.padding(random)
    for section in sections:
        lines += [*section, *random.choice(([""], [""], [], ["", "# next", ""]))]
    return random.choice(("\n", "\n", "\r\n")).join([*lines, ""])


def _rows(random: Random, dialect: str, drivers: list[str], names: list[str]) -> list[Feature]:
    levels = {name: {key: random.choice(LEVELS) for key in drivers} for name in names}
    if dialect == "target":
        return [Feature(name, random.choice(MATURITIES), levels[name]) for name in names]
    statuses: dict[str, str] = {}
    rest = random.sample(names, len(names))
    for group in random.sample(GROUPS, 2):
        size = random.randint(2, 4)
        if size <= len(rest) and random.random() < 0.7:
            options, rest = rest[:size], rest[size:]
            statuses |= dict.fromkeys(options, f"choice({group})")
            _satisfy(random, [levels[option] for option in options])
    for name in rest:
        statuses[name] = _demand(random, dialect, levels, statuses, name)
    return [Feature(name, statuses[name], levels[name]) for name in names]


def _satisfy(random: Random, options: list[dict[str, str]]) -> None:
    for driver in options[0]:
        if all(option[driver] == "missing" for option in options):
            random.choice(options)[driver] = random.choice(IMPLEMENTED)


def _demand(
    random: Random,
    dialect: str,
    levels: dict[str, dict[str, str]],
    settled: dict[str, str],
    name: str,
) -> str:
    """Choose a status that leads back to nothing, and make the feature fulfil it."""
    status = random.choice(("mandatory", "optional", "condition", "mature"))
    met: list[str] = []
    if status == "condition" and settled:
        other = random.choice(list(settled))
        sign, word = random.choice((("==", "complete"), ("==", "partial"), ("!=", "missing")))
        met = [key for key, level in levels[other].items() if (level == word) == (sign == "==")]
        blank = random.choice(("", "", " "))
        status = f"condition({other}{blank}{sign}{blank}{word})"
    if not met and status not in ("mandatory", "optional"):
        return status if (status, dialect) == ("mature", "driver") else "optional"
    for driver in levels[name] if status == "mandatory" else met:
        if levels[name][driver] == "missing":
            levels[name][driver] = random.choice(IMPLEMENTED)
    return status


def _declarations(random: Random, style: Style, drivers: list[str]) -> list[list[str]]:
    named = dict(zip(drivers, prose.titles(random, len(drivers)), strict=True))
    if style.dialect == "targets":
        keys: list[Key] = [
            (style.entry(name), [f"{title} driver"]) for name, title in named.items()
        ]
        return [_section(random, style, "targets", keys)]
    sections = []
    for name, title in named.items():
        keys = [("title", [f"{title} driver"])]
        if random.random() < 0.5:
            keys.append(("link", [random.choice(("", "https://example.org/#ci"))]))
        elif style.dialect == "target":
            # The renderer of this dialect fails without one.
            keys.append(("link", [""]))
        sections.append(_section(random, style, f"{style.dialect}.{name}", keys))
    return sections


def _features(random: Random, style: Style, rows: list[Feature]) -> list[list[str]]:
    named = zip(rows, prose.titles(random, len(rows)), strict=True)
    return [
        _section(random, style, row.section, _keys(random, style, row, title))
        for row, title in named
    ]


def _keys(random: Random, style: Style, row: Feature, title: str) -> list[Key]:
    status = "maturity" if style.dialect == "target" else "status"
    words = [title, "in more than one line"] if random.random() < 0.1 else [title]
    keys: list[Key] = [
        (random.choice(("title", "title", "Title")), words),
        (status, [row.status]),
    ]
    if random.random() < 0.5:
        keys.append(("notes", prose.note(random, row.section)))
    if random.random() < 0.5:
        keys.append(("cli", prose.commands(random)))
    if random.random() < 0.3 and style.dialect != "targets":
        keys.append(_extra(style))
    drivers = list(row.levels)
    if not style.is_orderly:
        random.shuffle(drivers)
    for driver in drivers:
        keys += _cell(random, style, driver, row)
    if not style.is_orderly and random.random() < 0.5:
        random.shuffle(keys)
    return keys


def _extra(style: Style) -> Key:
    if style.dialect == "driver":
        return "api", ["L3-ha"]
    return "tempest_test_uuids", ["9a438d88-10c6;585e934c-448e"]


def _cell(random: Random, style: Style, driver: str, row: Feature) -> list[Key]:
    level = row.levels[driver]
    has_note = level == "partial" or random.random() < 0.2
    key = style.entry(driver)
    if style.dialect == "target":
        level += random.choice(("", "", ":queens", ":n"))
        # Only entries with the prefix may have a note here: others' are never shown.
        key = key if has_note or random.random() < 0.3 else driver
    cell: list[Key] = [(key, [level])]
    if has_note:
        cell.append((style.note(driver), prose.note(random, f"{row.section}/{driver}")))
    return cell if style.is_orderly or random.random() < 0.5 else cell[::-1]


def _section(random: Random, style: Style, name: str, keys: list[Key]) -> list[str]:
    lines = [f"[{name}]" + random.choice(("", "", "", "  # a remark", " ; (a remark)"))]
    for key, (first, *others) in keys:
        lines += [*prose.padding(random), f"{key}{style.delimiter}{first}".rstrip()]
        for other in others:
            lines += [*prose.padding(random), style.indent + other]
    return lines
