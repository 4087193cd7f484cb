"""Which known name a written one was probably meant to be."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache

# The greatest distance of a word from what it is near to.
FARTHEST = 3
_FOLDED = str.maketrans("-_", "..")
# What makes a word its own opposite: "incomplete" is never a misspelt "complete".
_NEGATIONS = ("in", "un", "im", "non", "not")
# Names of a word's length that are measured as they are, that are looked at, and those of its
# letters that are measured: where there are more, no single one is meant.
_FEW = 8
_MOST_SEEN = 2_000
_MOST_MEASURED = 100
# Letters are counted up to a few. To the modulus hardly two of a to z, 0 to 9 and . are equal.
_COUNTED = 4
_MODULUS = 37


def normalize(word: str) -> str:
    """Return *word* with its case and its separators (``-``, ``_``, ``.``) made alike."""
    return word.lower().translate(_FOLDED)


def closest_match(word: str, names: Iterable[str]) -> str | None:
    """
    Return the one of *names* that *word* was probably meant to be, or None.

    Where many words are held against the same names, make ``Names`` of those once.
    """
    return _index(tuple(names)).closest_match(word)


class NameIndex:
    """Names that words are held against: the time for a word does not grow with them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._spellings: dict[str, list[str]] = {}
        for name in names:
            self._spellings.setdefault(normalize(name), []).append(name)

    def closest_match(self, word: str, is_free: Callable[[str], bool] | None = None) -> str | None:
        """
        Return the name that *word* was probably meant to be, or None.

        Near is: equal when folded; else the unique name of the smallest Damerau-Levenshtein
        distance, which is at most 1 for words of up to 5 characters, 2 for up to 10, else 3.
        Two equally near names are none, and so is each of a crowd. Only names that
        *is_free* says yes to count, all where it is None.
        """
        folded, limit = normalize(word), _limit(word)
        best = self._free(folded, is_free)
        if best:
            return _only(best)
        for candidate in self._candidates(folded, limit):
            measured = measure_distance(folded, candidate, limit)
            if measured > limit or _negates(folded, candidate):
                continue
            spellings = self._free(candidate, is_free)
            if spellings and measured < limit:
                limit, best = measured, []
            best += spellings
        return _only(best)

    def _free(self, folded: str, is_free: Callable[[str], bool] | None) -> list[str]:
        spellings = self._spellings.get(folded, ())
        return [name for name in spellings if is_free is None or is_free(name)]

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for name in self._spellings:
            found.setdefault(len(name), []).append(name)
        return found

    @cached_property
    def _letters(self) -> dict[str, int]:
        return {name: _letters(name) for name in self._spellings}

    def _candidates(self, folded: str, limit: int) -> Sequence[str]:
        """Return the names whose length and letters allow for the distance *limit*."""
        lengths = range(len(folded) - limit, len(folded) + limit + 1)
        groups = [group for length in lengths if (group := self._by_length.get(length))]
        count = sum(map(len, groups))
        if count > _MOST_SEEN:
            return ()
        if count <= _FEW:
            return [name for group in groups for name in group]
        own = _letters(folded)
        # To replace a letter takes one away and brings another.
        letters = self._letters
        found = [
            name
            for group in groups
            for name in group
            if (own ^ letters[name]).bit_count() <= 2 * limit
        ]
        return found if len(found) <= _MOST_MEASURED else ()


# Most collections are few and fixed: the words of a dialect, the names of the rules.
_index = lru_cache(maxsize=64)(NameIndex)


def equal_ignoring_case_and_space(word: str, other: str) -> bool:
    """Say whether two words differ by their case and their white space alone."""
    return "".join(word.split()).lower() == "".join(other.split()).lower()


def strip_comment(text: str) -> str:
    """Return what stands before a comment; behind values there is none, but people try."""
    return re.split(r"\s[#;]", text, maxsplit=1)[0].rstrip()


def measure_distance(one: str, other: str, limit: int) -> int:
    """
    Return the Damerau-Levenshtein distance of two words, or more than *limit*.

    Counted are insertions, deletions, replacements and swaps of neighbours.
    """
    # On a diagonal of the table, *other* is so many characters ahead of *one*. Known of each
    # is how far one gets on it with the steps taken: few can still lead to the end.
    end = len(other) - len(one)
    before: dict[int, int] = {}
    for steps in range(limit + 1):
        reached: dict[int, int] = {}
        for ahead in range(max(-steps, -len(one)), min(steps, len(other)) + 1):
            if abs(end - ahead) <= limit - steps:
                start = _step(one, other, ahead, before) if steps else 0
                reached[ahead] = _run(one, other, ahead, start)
        if reached.get(end) == len(one):
            return steps
        before = reached
    return limit + 1


def _step(one: str, other: str, ahead: int, before: dict[int, int]) -> int:
    """Return how far one step leads on a diagonal, from what was reached *before*."""
    found = [before.get(ahead - 1, 0), before.get(ahead + 1, -1) + 1]
    if ahead in before:
        start = before[ahead]
        is_swap = other.startswith(one[start : start + 2][::-1], start + ahead)
        found.append(start + 1 + is_swap)
    return min(max(found), len(one), len(other) - ahead)


def _run(one: str, other: str, ahead: int, start: int) -> int:
    """Return how far equal characters lead on a diagonal."""
    size = 1
    while size:
        part = one[start : start + size]
        if len(part) == size and other.startswith(part, start + ahead):
            start, size = start + size, size * 2
        else:
            size //= 2
    return start


def _letters(word: str) -> int:
    """Return how often *word* has which letters, as bits: with one letter one bit changes."""
    bits = 0
    for letter in set(word):
        count = min(word.count(letter), _COUNTED)
        bits |= (1 << count) - 1 << ord(letter) % _MODULUS * _COUNTED
    return bits


def _limit(word: str) -> int:
    if len(word) <= 5:  # noqa: PLR2004  the three steps of "near"
        return 1
    return 2 if len(word) <= 10 else FARTHEST  # noqa: PLR2004  as above


def _negates(word: str, name: str) -> bool:
    return any(word == prefix + name or name == prefix + word for prefix in _NEGATIONS)


def _only(names: list[str]) -> str | None:
    return names[0] if len(names) == 1 else None
