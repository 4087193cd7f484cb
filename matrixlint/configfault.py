"""What is wrong in a configuration, in words and with its line."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from matrixlint import schema
from matrixlint.config import Origin, Place
from matrixlint.error import Trouble, suggestion
from matrixlint.near import near
from matrixlint.rules import ALL
from matrixlint.schema import Fault, Schema
from matrixlint.selection import unknown
from matrixlint.setting import kind
from matrixlint.toml import line_of

_SELECTIONS = ("select", "extend-select", "ignore")


class Complaint(NamedTuple):
    """Something wrong at one place of the configuration."""

    place: Place
    message: str


def faults(table: Any, origin: Origin | None) -> list[Trouble]:
    """Return all that is wrong in *table*, by line where its *origin* is known."""
    described = schema.load("config")
    # What the values are is looked at only where they are of the kind they shall be.
    found = list(_misshapen(table, described)) or list(_unknown_rules(table))
    if origin is None:
        return [Trouble(complaint.message) for complaint in found]
    placed = [_placed(complaint, origin) for complaint in found]
    return sorted(placed, key=lambda trouble: trouble.line or 0)


def _placed(complaint: Complaint, origin: Origin) -> Trouble:
    line = line_of(origin.text, (*origin.table, *complaint.place))
    return Trouble(complaint.message, origin.path, line, 1)


def _misshapen(table: Any, described: Schema) -> Iterator[Complaint]:
    told: set[Place] = set()
    for fault in schema.faults(table, described):
        if fault.keyword == "additionalProperties":
            yield from _unknown_settings(fault)
        elif fault.place not in told:
            # A word of the wrong kind breaks its enumeration too.
            told.add(fault.place)
            yield Complaint(fault.place, _message(fault, described))


def _unknown_settings(fault: Fault) -> Iterator[Complaint]:
    known = fault.schema["properties"]
    written: Any = fault.value
    for name in written:
        if name not in known:
            meant = near(name, [each for each in known if each not in written])
            message = f"unknown setting {name!r}{suggestion(meant)}"
            yield Complaint((*fault.place, name), message)


def _message(fault: Fault, described: Schema) -> str:
    words = fault.schema.get("enum", ())
    meant = near(fault.value, words) if isinstance(fault.value, str) else None
    name = _name(fault.place)
    expected = kind(fault.schema, described)
    return f"{name} is {_shown(fault.value)}; expected {expected}{suggestion(meant)}"


def _unknown_rules(table: Mapping[str, Any]) -> Iterator[Complaint]:
    lists: dict[Place, Sequence[str]] = {(name,): table.get(name, ()) for name in _SELECTIONS}
    for name, selectors in table.get("per-file-ignores", {}).items():
        lists["per-file-ignores", name] = selectors
    for place, selectors in lists.items():
        for each in unknown(selectors, ALL):
            index = selectors.index(each.selector)
            yield Complaint((*place, index), f"{_name(place)}: {each}")
    yield from _unknown_severities(table.get("severity", {}))


def _unknown_severities(severities: Mapping[str, str]) -> Iterator[Complaint]:
    codes = {rule.code: rule.code for rule in ALL} | {r.name: r.code for r in ALL}
    told: dict[str, str] = {}
    for name in severities:
        if name not in codes:
            message = f"severity: unknown rule {name!r}{suggestion(near(name, codes))}"
            yield Complaint(("severity", name), message)
        elif codes[name] in told:
            message = f"severity: {name!r} and {told[codes[name]]!r} are one rule"
            yield Complaint(("severity", name), message)
        else:
            told[codes[name]] = name


def _name(place: Place) -> str:
    name = ""
    for step in place:
        if isinstance(step, int):
            name += f"[{step}]"
        else:
            plain = step.replace("-", "").replace("_", "").isalnum()
            name += f".{step}" if plain else f".{step!r}"
    return name.removeprefix(".") or "the configuration"


def _shown(value: object) -> str:
    if isinstance(value, str):
        return repr(value)
    # Only faulty configurations get here. TOML's dates have no form in JSON.
    import json

    return json.dumps(value, default=str, ensure_ascii=False)
