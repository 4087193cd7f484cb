"""What safe fixes take from a text, or add to it, for a reader that knows nothing of intent."""

from collections import Counter
from collections.abc import Sequence

from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import DEFAULT, is_blank_or_comment
from matrixlint.syntax.plain_reading import PlainSection, read_lines, read_plain
from matrixlint.text.edited_text import EditedText


def find_loss(before: str, after: str, copy: EditedText, dialect: Dialect | None) -> str | None:
    """
    Return what is lost or added between two texts, in a few words; None if nothing is.

    *copy* is the text *after*, and knows the lines of the one *before*. A line may be taken out
    only if it says what the line beside it says. Sections and declarations are those that an INI
    parser read before.
    """
    lost = _find_lost_line(before.split("\n"), copy)
    if lost is not None:
        return f"line {lost} would be lost"
    old, new = read_plain(before), read_plain(after)
    if old.is_parsed and not new.is_parsed:
        return "an INI parser would no longer read the file"
    if old.is_parsed:
        return _compare(old.sections, new.sections, dialect)
    return _compare(read_lines(before), read_lines(after), dialect)


def _find_lost_line(lines: Sequence[str], copy: EditedText) -> int | None:
    """Return the first line (1-based) of which the new text has nothing left."""
    kept = set(copy.origins)
    gone = [at for at in range(1, len(lines) + 1) if at not in kept and not _is_spare(at, lines)]
    made = [line for line, origin in zip(copy.lines, copy.origins, strict=True) if not origin]
    left = Counter(_squash(line) for line in made if not is_blank_or_comment(line.rstrip("\r\n")))
    changed = []
    for at in gone:
        text = _squash(lines[at - 1])
        if left[text]:
            # It is written otherwise, or stands elsewhere.
            left[text] -= 1
        else:
            changed.append(at)
    # What is not there as it was may be there in other words, such as a status in right letters.
    rewritten = left.total()
    return changed[rewritten] if len(changed) > rewritten else None


def _is_spare(line: int, lines: Sequence[str]) -> bool:
    """Return whether an old line (1-based) says nothing, or what one beside it says."""
    text = lines[line - 1]
    if is_blank_or_comment(text):
        return True
    beside = (*lines[max(0, line - 2) : line - 1], *lines[line : line + 1])
    return text.strip() in [each.strip() for each in beside]


def _compare(
    before: Sequence[PlainSection], after: Sequence[PlainSection], dialect: Dialect | None
) -> str | None:
    if len(before) != len(after):
        return "an INI parser would read another number of sections"
    default = next((set(each.keys) for each in before if each.name == DEFAULT), set())
    for old, new in zip(before, after, strict=True):
        if _squash(old.name) != _squash(new.name):
            return f"[{old.name}] would be called [{new.name}]"
        keys, others = set(map(_squash, old.keys)), set(map(_squash, new.keys))
        if keys - others:
            return f"a key of [{old.name}] would be lost"
        if dialect is not None and _count(old, dialect) != _count(new, dialect):
            return f"[{old.name}] would declare more"
        if not (others - keys).isdisjoint(map(_squash, default)):
            return f"[{old.name}] would no longer read a value of [{DEFAULT}]"
    return None


def _count(section: PlainSection, dialect: Dialect) -> int:
    """Return how many drivers a section declares, for a reader of exactly what is written."""
    if not dialect.declaring_keys:
        return int(dialect.declares(section.name))
    if section.name != dialect.declaration:
        return 0
    return sum(key.lower().startswith(dialect.declaring_keys) for key in section.keys)


def _squash(name: str) -> str:
    """Return the letters and digits of *name*: what a fix of its form leaves alone."""
    return "".join(filter(str.isalnum, name)).lower()
