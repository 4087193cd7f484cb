"""Faults of conditions: MX601 to MX608."""

import re
from collections.abc import Callable, Iterator
from random import Random

from tests.slips import place
from tests.slips.sheet import Key, Section, Sheet
from tests.slips.slip import CHOOSING, TARGETS, Case, Slip, Splice, at, replaced
from tests.slips.spelling import LEVELS, misspell

CONDITIONS = place.with_word("condition")
_EXPRESSION = re.compile(r"condition\((?P<feature>.*?)\s*(?P<sign>[!=]=)\s*(?P<level>\w+)\)")
_STRANGE = "operation.quite-other-thing"


def expression(value: str) -> tuple[str, str, str]:
    """Return the feature, the operator and the level of a condition."""
    match = _EXPRESSION.fullmatch(value)
    if match is None:
        raise ValueError(value)
    return match["feature"], match["sign"], match["level"]


def holds(sheet: Sheet, value: str) -> list[str]:
    """Return the drivers that a condition holds for."""
    name, sign, level = expression(value)
    levels = next(each.levels for each in sheet.features if each.name == name)
    return [driver for driver in levels if (levels[driver] == level) == (sign == "==")]


def written(form: str) -> Callable[[Sheet, Key, Random], Case | None]:
    """Return what writes a condition in another form."""

    def change(sheet: Sheet, key: Key, random: Random) -> Case:
        feature, sign, level = expression(key.value)
        argument = form.format(
            feature=feature,
            sign=sign,
            level=level,
            misspelt_level=misspell(level, random),
            misspelt_feature=misspell(feature, random),
            bare_feature=feature.removeprefix("operation."),
            driver=f"{sheet.dialect}.{sheet.drivers[0]}",
            itself=sheet.section(key).name,
        )
        return replaced(key, f"{key.head}condition({argument})")

    return change


def _without_prefix(sheet: Sheet, key: Key, random: Random) -> Case | None:
    if not expression(key.value)[0].startswith("operation."):
        return None
    return written("{bare_feature}{sign}{level}")(sheet, key, random)


def _pairs(sheet: Sheet) -> Iterator[tuple[Section, Section]]:
    """Give each feature with a condition on one of plain status, and that one."""
    for feature in sheet.features:
        if not feature.status.startswith("condition("):
            continue
        name = expression(feature.status)[0]
        other = next(each for each in sheet.features if each.name == name)
        if "(" not in other.status:
            yield feature, other


def _circle(_: Sheet, pair: tuple[Section, Section], __: Random) -> Case:
    feature, other = pair
    back = other.having("status")[0]
    case = replaced(back, f"{back.head}condition({feature.name}==complete)")
    return case._replace(line=min(back.line, feature.having("status")[0].line))


def _unmet(sheet: Sheet) -> Iterator[Key]:
    for feature in place.free_features(sheet):
        if feature.status.startswith("condition("):
            drivers = holds(sheet, feature.status)
            yield from (key for key in feature.having("entry") if key.driver in drivers)


def _missing(_: Sheet, key: Key, __: Random) -> Case:
    return Case(key.line, (Splice(key.line, key.line + 1, (key.head + "missing",)),))


def _vacuous(sheet: Sheet, key: Key, _: Random) -> Case | None:
    feature = expression(key.value)[0]
    for level in LEVELS[:2]:
        value = f"condition({feature}=={level})"
        if not holds(sheet, value):
            return replaced(key, key.head + value)
    return None


def _condition(name: str, code: str, form: str) -> Slip:
    return Slip(f"condition: {name}", code, at(CONDITIONS, written(form)), CHOOSING)


SLIPS = (
    _condition("no operator", "MX601", "{feature}"),
    _condition("one sign", "MX601", "{feature}={level}"),
    _condition("two operators", "MX601", "{feature}{sign}{level}=={level}"),
    _condition("no level", "MX601", "{feature}{sign}"),
    _condition("no feature", "MX601", "{sign}{level}"),
    _condition("blank in the feature", "MX601", "some {feature}{sign}{level}"),
    _condition("blank in the level", "MX601", "{feature}{sign}quite {level}"),
    _condition("strange feature", "MX602", _STRANGE + "{sign}{level}"),
    _condition("misspelt feature", "MX602", "{misspelt_feature}{sign}{level}"),
    _condition("a driver", "MX602", "{driver}{sign}{level}"),
    Slip("condition: no prefix", "MX602", at(CONDITIONS, _without_prefix), CHOOSING),
    _condition("misspelt level", "MX603", "{feature}{sign}{misspelt_level}"),
    _condition("strange level", "MX603", "{feature}{sign}supported"),
    _condition("level with a release", "MX603", "{feature}{sign}{level}:queens"),
    Slip("condition: unmet", "MX604", at(_unmet, _missing), CHOOSING),
    _condition("itself", "MX606", "{itself}=={level}"),
    Slip("condition: a circle of two", "MX606", at(_pairs, _circle), CHOOSING),
    Slip("condition: vacuous", "MX607", at(CONDITIONS, _vacuous), CHOOSING),
    _condition("inverted", "MX608", "{feature}==missing"),
    _condition("inverted by negation", "MX608", "{feature}!=complete"),
    Slip(
        "condition: targets",
        "MX602",
        at(CONDITIONS, written("targets{sign}{level}")),
        TARGETS,
    ),
)
