"""Faults of statuses and choice groups: MX301 to MX303, MX504."""

from collections.abc import Callable, Iterator
from random import Random

from tests.faults import place
from tests.faults.fault import (
    CHOOSING,
    DRIVER,
    TARGET,
    Case,
    Fault,
    at,
    replaced,
    told_at,
)
from tests.faults.sheet import Key, Sheet
from tests.faults.spelling import misspell

CHOICES = place.with_word("choice")
CONDITIONS = place.with_word("condition")
PLAIN = place.with_word("mandatory", "optional")
MATURITIES = place.with_word("incomplete", "experimental", "complete", "deprecated")
MATURE = place.with_word("mature")
# A word alone names no group: whatever it was meant to be, its group has lost an option.
UNGROUPED = place.with_word("mandatory", "optional", "condition", "mature", "complete")

Change = Callable[[Sheet, Key, Random], Case | None]


def written(form: str) -> Change:
    """Return what writes a status in another form, of its *word* and its *argument*."""

    def change(_: Sheet, key: Key, __: Random) -> Case:
        word, *_bracket, rest = key.value.partition("(")
        value = form.format(word=word, argument=rest.removesuffix(")"))
        return replaced(key, (key.head + value).rstrip())

    return change


def spelt(spelling: Callable[[str, Random], str]) -> Change:
    """Return what spells a status's first word in another way."""

    def change(_: Sheet, key: Key, random: Random) -> Case:
        first, bracket, rest = key.value.partition("(")
        return replaced(key, key.head + spelling(first, random) + bracket + rest)

    return change


def _big_groups(sheet: Sheet) -> Iterator[Key]:
    for feature in sheet.features:
        if len(sheet.options(feature)) > 2:
            yield from feature.having("status")


def _misspelt_group(_: Sheet, key: Key, random: Random) -> Case:
    group = key.value.partition("(")[2].removesuffix(")")
    return replaced(key, f"{key.head}choice({misspell(group, random)})")


def _stray_word(sheet: Sheet, key: Key, _: Random) -> Case:
    return told_at(key.line + 1, replaced(key, sheet.lines[key.line - 1], "  really"))


def _malformed() -> Iterator[Fault]:
    with_argument = (
        "{word}",
        "{word}()",
        "{word}( )",
        "{word} ({argument})",
        "{word}(({argument}))",
        "{word}({argument}))",
        "{word}({argument}",
        "{word}{argument})",
        "{word}({argument}) really",
        "({argument})",
    )
    for form in with_argument:
        yield Fault(f"choice as {form}", "MX302", at(CHOICES, written(form)), CHOOSING)
        yield Fault(f"condition as {form}", "MX302", at(CONDITIONS, written(form)), CHOOSING)
    for form in ("{word}(x)", "{word}()", "({word})", "{word})", "{word}("):
        yield Fault(f"plain status as {form}", "MX302", at(PLAIN, written(form)), CHOOSING)
        yield Fault(f"maturity as {form}", "MX302", at(MATURITIES, written(form)), TARGET)
    yield Fault("mature with an argument", "MX302", at(MATURE, written("{word}(x)")), DRIVER)


FAULTS = (
    Fault("misspelt status", "MX301", at(place.statuses, spelt(misspell))),
    Fault(
        "status in capitals",
        "MX301",
        at(place.statuses, spelt(lambda word, _: word.upper())),
    ),
    Fault(
        "capital status",
        "MX301",
        at(place.statuses, spelt(lambda word, _: word.title())),
    ),
    Fault("unknown status", "MX301", at(UNGROUPED, written("required"))),
    Fault("unknown choice", "MX301", at(CHOICES, written("any_of({argument})")), CHOOSING),
    Fault("stray word under a status", "MX301", at(place.statuses, _stray_word)),
    Fault("empty status", "MX302", at(place.statuses, written(""))),
    *_malformed(),
    Fault(
        "conditional",
        "MX303",
        at(CONDITIONS, written("conditional({argument})")),
        CHOOSING,
    ),
    Fault("misspelt choice group", "MX504", at(_big_groups, _misspelt_group), CHOOSING),
)
