"""Find what safe fixes remove from or add to a text, for a plain INI parser."""

from collections import Counter
from collections.abc import Sequence

from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import DEFAULT, is_blank_or_comment
from matrixlint.syntax.plain_reading import PlainSection, read_lines, read_plain
from matrixlint.text.edited_text import EditedText


def find_loss(before: str, after: str, copy: EditedText, dialect: Dialect | None) -> str | None:
    """
    Return what is lost or added between two texts, in a few words; None if nothing.

    *copy* is the text *after*, which maps to the lines of *before*. A line may be removed
    only if it is blank, a comment, or equal to an adjacent line. Sections and declarations
    must be the same as an INI parser read before.
    """
    lost = _find_lost_line(before.split("\n"), copy)
    if lost is not None:
        return f"line {lost} would be lost"
    old, new = read_plain(before), read_plain(after)
    if old.is_parsed and not new.is_parsed:
        return "an INI parser would no longer read the file"
    if old.is_parsed:
        return _compare_sections(old.sections, new.sections, dialect)
    return _compare_sections(read_lines(before), read_lines(after), dialect)


def _find_lost_line(lines: Sequence[str], copy: EditedText) -> int | None:
    """Return the first line (1-based) whose content is missing from the new text."""
    kept = set(copy.origins)
    missing = [
        at for at in range(1, len(lines) + 1) if at not in kept and not _is_redundant(at, lines)
    ]
    new_lines = [line for line, origin in zip(copy.lines, copy.origins, strict=True) if not origin]
    left = Counter(
        _squash(line) for line in new_lines if not is_blank_or_comment(line.rstrip("\r\n"))
    )
    changed = []
    for at in missing:
        text = _squash(lines[at - 1])
        if left[text]:
            # The line is written differently, or was moved.
            left[text] -= 1
        else:
            changed.append(at)
    # A missing line may be rewritten in other words, such as a status with correct case.
    rewritten = left.total()
    return changed[rewritten] if len(changed) > rewritten else None


def _is_redundant(line: int, lines: Sequence[str]) -> bool:
    """Return whether a line (1-based) is blank, a comment, or repeats an adjacent one."""
    text = lines[line - 1]
    if is_blank_or_comment(text):
        return True
    adjacent = (*lines[max(0, line - 2) : line - 1], *lines[line : line + 1])
    return text.strip() in [each.strip() for each in adjacent]


def _compare_sections(
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
        if dialect is not None and _count_declared(old, dialect) != _count_declared(new, dialect):
            return f"[{old.name}] would declare more"
        if not (others - keys).isdisjoint(map(_squash, default)):
            return f"[{old.name}] would no longer read a value of [{DEFAULT}]"
    return None


def _count_declared(section: PlainSection, dialect: Dialect) -> int:
    """Return how many drivers a section declares, exactly as written."""
    if not dialect.declaring_keys:
        return int(dialect.declares(section.name))
    if section.name != dialect.declaration:
        return 0
    return sum(key.lower().startswith(dialect.declaring_keys) for key in section.keys)


def _squash(name: str) -> str:
    """Return the letters and digits of *name* in lower case: fixes of form keep them."""
    return "".join(filter(str.isalnum, name)).lower()
