"""Faults of section headers: MX001, MX002, MX004, MX010, MX011."""

from collections.abc import Iterator
from random import Random

from tests.slips import place
from tests.slips.sheet import Section, Sheet
from tests.slips.slip import DRIVER, Case, Slip, Splice, at, body, inserted, reworded

MALFORMED = (
    "[{name}",
    "[{name} ",
    "[ {name}]",
    "[{name} ]",
    "[{name}] stray",
    "  [{name}]",
    "\t[{name}]",
    "{name}]",
    "({name})",
    "x[{name}]",
    "=[{name}]",
    "* [{name}]",
)


def _written(form: str) -> Slip:
    def change(_: Sheet, section: Section, __: Random) -> Case:
        return reworded(section.line, form.format(name=section.name))

    return Slip(f"header as {form!r}", "MX004", at(place.headers, change))


def _followers(sheet: Sheet) -> Iterator[Section]:
    """Give each feature that runs into the one above it without its header."""
    for above, section in zip(sheet.sections, sheet.sections[1:], strict=False):
        if above.kind == section.kind == "feature" and section.keys[0].role == "title":
            names = {key.name for key in above.keys}
            if sum(key.name in names for key in section.keys[1:]) > 1:
                yield section


def _first(sheet: Sheet) -> Iterator[Section]:
    yield sheet.sections[0]


def _lost(_: Sheet, section: Section, __: Random) -> Case:
    return Case(section.keys[0].line - 1, (Splice(section.line, section.line + 1, ()),))


def _joined(sheet: Sheet, section: Section, random: Random) -> Case:
    first = sheet.lines[section.line]
    line = sheet.lines[section.line - 1] + random.choice(("", " ")) + first
    return Case(section.line, (Splice(section.line, section.line + 2, (line,)),))


def _over_a_key(sheet: Sheet) -> Iterator[Section]:
    for section in sheet.sections:
        # What follows a remark is part of it.
        is_bare = sheet.lines[section.line - 1].endswith("]")
        if is_bare and section.keys and section.keys[0].line == section.line + 1:
            yield section


def _doubled(sheet: Sheet, section: Section, _: Random) -> Case:
    return inserted(section.line + 1, sheet.lines[section.line - 1])


def _doubled_and_indented(_: Sheet, section: Section, __: Random) -> Case:
    return inserted(section.line + 1, f"  [{section.name}]")


def _broken_stranger(_: Sheet, section: Section, random: Random) -> Case:
    form = random.choice(MALFORMED[:-2])
    return inserted(section.line, form.format(name="miscellany"), "colour=blue")


def _pasted_behind(sheet: Sheet, section: Section, _: Random) -> Case:
    return inserted(section.last + 1, *body(sheet, section))


def _pasted_at_the_end(sheet: Sheet, section: Section, _: Random) -> Case:
    return inserted(len(sheet.lines), *body(sheet, section))


def _default(_: Sheet, section: Section, __: Random) -> Case:
    delimiter = section.keys[0].delimiter
    return inserted(section.line, "[DEFAULT]", f"cli{delimiter}openstack server list")


def _nameless(_: Sheet, section: Section, __: Random) -> Case:
    return inserted(section.line, "[]")


def _not_last(sheet: Sheet) -> Iterator[Section]:
    yield from sheet.sections[:-1]


SLIPS = (
    *(_written(form) for form in MALFORMED),
    Slip("header and key joined", "MX004", at(_over_a_key, _joined)),
    Slip("header doubled and indented", "MX004", at(place.headers, _doubled_and_indented)),
    Slip("broken stranger", "MX004", at(place.headers, _broken_stranger), DRIVER),
    Slip("empty header", "MX001", at(place.headers, _nameless)),
    Slip("first header lost", "MX001", at(_first, _lost)),
    Slip("header doubled", "MX002", at(place.headers, _doubled)),
    Slip("section pasted behind itself", "MX002", at(_not_last, _pasted_behind)),
    Slip("section pasted at the end", "MX002", at(place.headers, _pasted_at_the_end)),
    Slip("default section", "MX010", at(place.headers, _default)),
    Slip("header lost between two features", "MX011", at(_followers, _lost)),
)
