"""Faults of statuses and choice groups: MX301 to MX303, MX504."""

from collections.abc import Callable, Iterator
from random import Random

from tests.slips import place
from tests.slips.sheet import Key, Sheet
from tests.slips.slip import (
    CHOOSING,
    DRIVER,
    TARGET,
    Case,
    Slip,
    at,
    replaced,
    reported_at,
)
from tests.slips.spelling import misspell

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
    return reported_at(key.line + 1, replaced(key, sheet.lines[key.line - 1], "  really"))


def _malformed() -> Iterator[Slip]:
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
        yield Slip(f"choice as {form}", "MX302", at(CHOICES, written(form)), CHOOSING)
        yield Slip(f"condition as {form}", "MX302", at(CONDITIONS, written(form)), CHOOSING)
    for form in ("{word}(x)", "{word}()", "({word})", "{word})", "{word}("):
        yield Slip(f"plain status as {form}", "MX302", at(PLAIN, written(form)), CHOOSING)
        yield Slip(f"maturity as {form}", "MX302", at(MATURITIES, written(form)), TARGET)
    yield Slip("mature with an argument", "MX302", at(MATURE, written("{word}(x)")), DRIVER)


SLIPS = (
    Slip("misspelt status", "MX301", at(place.statuses, spelt(misspell))),
    Slip(
        "status in capitals",
        "MX301",
        at(place.statuses, spelt(lambda word, _: word.upper())),
    ),
    Slip(
        "capital status",
        "MX301",
        at(place.statuses, spelt(lambda word, _: word.title())),
    ),
    Slip("unknown status", "MX301", at(UNGROUPED, written("required"))),
    Slip("unknown choice", "MX301", at(CHOICES, written("any_of({argument})")), CHOOSING),
    Slip("stray word under a status", "MX301", at(place.statuses, _stray_word)),
    Slip("empty status", "MX302", at(place.statuses, written(""))),
    *_malformed(),
    Slip(
        "conditional",
        "MX303",
        at(CONDITIONS, written("conditional({argument})")),
        CHOOSING,
    ),
    Slip("misspelt choice group", "MX504", at(_big_groups, _misspelt_group), CHOOSING),
)
