"""What a safe fix may do to a text that a slip has spoilt, by a reading that knows no intent."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from tests.differential.renderers import failure

Values = dict[tuple[str, str], str]


def errors(dialect: str, clean: str, spoilt: str, fixed: str) -> Iterator[str]:
    """Yield what is lost, added or worse in *fixed*, made of *spoilt*, which was *clean*."""
    yield from lost_lines(spoilt, fixed)
    yield from changed_values(clean, spoilt, fixed)
    if fixed != spoilt and failure(dialect, spoilt) is None:
        worse = failure(dialect, fixed)
        if worse is not None:
            yield f"the page fails: {worse}"


def lost_lines(spoilt: str, fixed: str) -> Iterator[str]:
    """Yield the lines of which nothing is left, but those that repeat the line beside them."""
    left = Counter(map(squash, fixed.split("\n")))
    before = Counter(map(squash, spoilt.split("\n")))
    lines = spoilt.split("\n")
    repeated = {squash(line) for line, below in pairwise(lines) if line.strip() == below.strip()}
    for line in before - left:
        if line and line not in repeated and not is_rewritten(line, left - before):
            yield f"lost: {line}"


def is_rewritten(line: str, made: Counter[str]) -> bool:
    """Return whether a line is left in other words: a status or level that is misspelt."""
    return any(line[:5] == other[:5] for other in made)


def squash(line: str) -> str:
    return "".join(filter(str.isalnum, line)).lower()


def changed_values(clean: str, spoilt: str, fixed: str) -> Iterator[str]:
    """Yield the values that are neither as they were written nor as the slip has made them."""
    first, before, after = read(clean), read(spoilt), read(fixed)
    for place, value in after.items():
        known = {first.get(place), before.get(place)}
        if place not in before and place not in first:
            yield f"added: {place}"
        elif value not in known and squash(value) not in {squash(each or "") for each in known}:
            yield f"changed: {place} {known} {value!r}"


def read(text: str) -> Values:
    """Return the values by section and key, in squashed letters, as the lines say them."""
    section, key = "", ""
    found: Values = {}
    for line in text.split("\n"):
        if not line.strip() or line.lstrip()[0] in "#;":
            continue
        if line[0].isspace():
            if key:
                found[section, key] += f"\n{line.strip()}"
        elif line.startswith("["):
            section, key = squash(line), ""
            found.setdefault((section, ""), "")
        else:
            name, _, value = line.replace(":", "=", 1).partition("=")
            key = squash(name)
            found.setdefault((section, key), value.strip())
    return found
