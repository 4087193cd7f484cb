"""What safe fixes take from a text, or add to it, for a reader that knows nothing of intent."""

from collections.abc import Iterator, Sequence

from matrixlint.dialect import Dialect
from matrixlint.document import is_passed_over
from matrixlint.ini.raw import RawSection, read_lines, read_raw
from matrixlint.patch import Copy


def find_loss(before: str, after: str, copy: Copy, dialect: Dialect | None) -> str | None:
    """
    Return what is lost or added between two texts, in a few words; None if nothing is.

    *copy* is the text *after*, and knows the lines of the one *before*. A line may be taken out
    only if it says what the line beside it says. Sections and declarations are those that an INI
    parser read before.
    """
    lost = next(_find_lost_lines(before.split("\n"), copy), None)
    if lost is not None:
        return f"line {lost} would be lost"
    old, new = read_raw(before), read_raw(after)
    if old.is_parsed and new.is_parsed:
        return _compare(old.sections, new.sections, dialect)
    return _compare(read_lines(before), read_lines(after), dialect)


def _find_lost_lines(lines: Sequence[str], copy: Copy) -> Iterator[int]:
    """Yield the lines (1-based) of which the new text has nothing left."""
    for start, stop, made in _find_replaced(len(lines), copy):
        told = [at for at in range(start, stop) if not _is_spare(at, lines)]
        left = sum(not is_passed_over(line.rstrip("\r\n")) for line in made)
        yield from told[left:]


def _find_replaced(count: int, copy: Copy) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the first and the end (1-based) of old lines that are gone, and the new ones there."""
    at, made = 1, list[str]()
    for line, origin in zip(copy.lines, copy.origins, strict=True):
        if not origin:
            made.append(line)
            continue
        if origin > at or made:
            yield at, origin, made
        at, made = origin + 1, []
    yield at, count + 1, made


def _is_spare(line: int, lines: Sequence[str]) -> bool:
    """Return whether an old line (1-based) says nothing, or what one beside it says."""
    text = lines[line - 1]
    if is_passed_over(text):
        return True
    beside = (*lines[max(0, line - 2) : line - 1], *lines[line : line + 1])
    return text.strip() in [each.strip() for each in beside]


def _compare(
    before: Sequence[RawSection], after: Sequence[RawSection], dialect: Dialect | None
) -> str | None:
    if len(before) != len(after):
        return "an INI parser would read another number of sections"
    for old, new in zip(before, after, strict=True):
        if _squash(old.name) != _squash(new.name):
            return f"[{old.name}] would be called [{new.name}]"
        keys, others = set(map(_squash, old.keys)), set(map(_squash, new.keys))
        if keys - others:
            return f"a key of [{old.name}] would be lost"
        if others - keys and _declares(new.name, dialect):
            return f"[{old.name}] would declare more"
    return None


def _declares(section: str, dialect: Dialect | None) -> bool:
    return dialect is not None and bool(dialect.declaring_keys) and dialect.declares(section)


def _squash(name: str) -> str:
    """Return the letters and digits of *name*: what a fix of its form leaves alone."""
    return "".join(filter(str.isalnum, name)).lower()
