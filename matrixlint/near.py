"""Which known name a written one was probably meant to be."""

import re
from collections.abc import Iterable

# The greatest distance of a word from what it is near to.
FARTHEST = 3
_FOLDED = str.maketrans("-_", "..")
# What makes a word its own opposite: "incomplete" is never a misspelt "complete".
_NEGATIONS = ("in", "un", "im", "non", "not")


def fold(word: str) -> str:
    """Return *word* with its case and its separators (``-``, ``_``, ``.``) made alike."""
    return word.lower().translate(_FOLDED)


def near(word: str, names: Iterable[str]) -> str | None:
    """
    Return the one of *names* that *word* was probably meant to be, or None.

    Near is: equal when folded; else the unique name of the smallest Damerau-Levenshtein
    distance, which is at most 1 for words of up to 5 characters, 2 for up to 10, else 3.
    Two equally near names are none.
    """
    folded = fold(word)
    by_fold: dict[str, list[str]] = {}
    for name in names:
        by_fold.setdefault(fold(name), []).append(name)
    if folded in by_fold:
        return _only(by_fold[folded])
    limit = _limit(word)
    best: list[str] = []
    for candidate, spellings in by_fold.items():
        measured = distance(folded, candidate, limit)
        if measured > limit or _negates(folded, candidate):
            continue
        if measured < limit:
            limit, best = measured, []
        best.extend(spellings)
    return _only(best)


def is_alike(word: str, other: str) -> bool:
    """Say whether two words differ by their case and their white space alone."""
    return "".join(word.split()).lower() == "".join(other.split()).lower()


def before_comment(text: str) -> str:
    """Return what stands before a comment; behind values there is none, but people try."""
    return re.split(r"\s[#;]", text, maxsplit=1)[0].rstrip()


def distance(one: str, other: str, limit: int) -> int:
    """
    Return the Damerau-Levenshtein distance of two words, or more than *limit*.

    Counted are insertions, deletions, replacements and swaps of neighbours.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and right == one[i - 2]:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _limit(word: str) -> int:
    if len(word) <= 5:  # noqa: PLR2004  the three steps of "near"
        return 1
    return 2 if len(word) <= 10 else FARTHEST  # noqa: PLR2004  as above


def _negates(word: str, name: str) -> bool:
    return any(word == prefix + name or name == prefix + word for prefix in _NEGATIONS)


def _only(names: list[str]) -> str | None:
    return names[0] if len(names) == 1 else None
