"""Fuzzy matching: suggestions for misspelt names."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache

# The greatest distance between a word and a similar one.
MAX_DISTANCE = 3
_SEPARATORS = str.maketrans("-_", "..")
# Prefixes of opposites: "incomplete" is never a misspelt "complete".
_NEGATIONS = ("in", "un", "im", "non", "not")
# Up to so many names of similar length are measured without comparing letters first; up to so
# many are compared by their letters; up to so many are measured after that. If there are more,
# none is a clear suggestion.
_MAX_UNFILTERED = 8
_MAX_FILTERED = 2_000
_MAX_MEASURED = 100
# Letters are counted up to this number.
_MAX_LETTER_COUNT = 4
# Modulo this number, hardly two of a to z, 0 to 9 and . are equal.
_MODULUS = 37


def normalize(word: str) -> str:
    """Return *word* in lower case, with one separator for ``-``, ``_`` and ``.``."""
    return word.lower().translate(_SEPARATORS)


def closest_match(word: str, names: Iterable[str]) -> str | None:
    """
    Return the one of *names* that is the suggestion for *word*, or None.

    To look up many words in the same names, build a ``NameIndex`` once.
    """
    return _build_index(tuple(names)).closest_match(word)


class NameIndex:
    """An index of names to look up words in; lookups do not slow down with its size."""

    def __init__(self, names: Iterable[str]) -> None:
        self._spellings: dict[str, list[str]] = {}
        for name in names:
            self._spellings.setdefault(normalize(name), []).append(name)

    def closest_match(self, word: str, is_free: Callable[[str], bool] | None = None) -> str | None:
        """
        Return the name that is the suggestion for *word*, or None.

        It is the name that is equal when normalized; else the unique name of the smallest
        Damerau-Levenshtein distance, which is at most 1 for words of up to 5 characters, 2 for up
        to 10, else 3. Return None if several names are equally similar, or if too many are
        candidates. Only names that *is_free* accepts are considered, all if it is None.
        """
        normalized, limit = normalize(word), _limit_distance(word)
        best = self._find_free(normalized, is_free)
        if best:
            return _get_single(best)
        for candidate in self._find_candidates(normalized, limit):
            distance = measure_distance(normalized, candidate, limit)
            if distance > limit or _is_negation(normalized, candidate):
                continue
            spellings = self._find_free(candidate, is_free)
            if spellings and distance < limit:
                limit, best = distance, []
            best += spellings
        return _get_single(best)

    def _find_free(self, normalized: str, is_free: Callable[[str], bool] | None) -> list[str]:
        """Return the accepted spellings of a *normalized* name."""
        spellings = self._spellings.get(normalized, ())
        return [name for name in spellings if is_free is None or is_free(name)]

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        names: dict[int, list[str]] = {}
        for name in self._spellings:
            names.setdefault(len(name), []).append(name)
        return names

    @cached_property
    def _letters(self) -> dict[str, int]:
        return {name: _count_letters(name) for name in self._spellings}

    def _find_candidates(self, normalized: str, limit: int) -> Sequence[str]:
        """Return the names that may be within *limit*, by their length and letters."""
        lengths = range(len(normalized) - limit, len(normalized) + limit + 1)
        groups = [group for length in lengths if (group := self._by_length.get(length))]
        count = sum(map(len, groups))
        if count > _MAX_FILTERED:
            return ()
        if count <= _MAX_UNFILTERED:
            return [name for group in groups for name in group]
        own = _count_letters(normalized)
        # Replacing a letter changes two counts: that of the old one and that of the new one.
        letters = self._letters
        candidates = [
            name
            for group in groups
            for name in group
            if (own ^ letters[name]).bit_count() <= 2 * limit
        ]
        return candidates if len(candidates) <= _MAX_MEASURED else ()


# Most lookups use one of a few fixed collections: words of a dialect, names of the rules.
_build_index = lru_cache(maxsize=64)(NameIndex)


def equal_ignoring_case_and_space(word: str, other: str) -> bool:
    """Return whether two words differ only in case and white space."""
    return "".join(word.split()).lower() == "".join(other.split()).lower()


def strip_comment(text: str) -> str:
    """Return *text* without an inline comment, which INI does not have."""
    return re.split(r"\s[#;]", text, maxsplit=1)[0].rstrip()


def measure_distance(one: str, other: str, limit: int) -> int:
    """
    Return the Damerau-Levenshtein distance of two words, or more than *limit*.

    It counts insertions, deletions, replacements and swaps of adjacent characters.
    """
    # On a diagonal of the distance table, *other* is *ahead* characters ahead of *one*. For each
    # diagonal, *reached* is how much of *one* is matched after *steps* edits; diagonals from which
    # the end is out of reach are skipped.
    end = len(other) - len(one)
    before: dict[int, int] = {}
    for steps in range(limit + 1):
        reached: dict[int, int] = {}
        for ahead in range(max(-steps, -len(one)), min(steps, len(other)) + 1):
            if abs(end - ahead) <= limit - steps:
                start = _apply_edit(one, other, ahead, before) if steps else 0
                reached[ahead] = _skip_equal(one, other, ahead, start)
        if reached.get(end) == len(one):
            return steps
        before = reached
    return limit + 1


def _apply_edit(one: str, other: str, ahead: int, before: dict[int, int]) -> int:
    """Return the position that one more edit reaches on a diagonal."""
    positions = [before.get(ahead - 1, 0), before.get(ahead + 1, -1) + 1]
    if ahead in before:
        start = before[ahead]
        is_swap = other.startswith(one[start : start + 2][::-1], start + ahead)
        positions.append(start + 1 + is_swap)
    return min(max(positions), len(one), len(other) - ahead)


def _skip_equal(one: str, other: str, ahead: int, start: int) -> int:
    """Return the position after the equal characters from *start* on, on a diagonal."""
    size = 1
    while size:
        part = one[start : start + size]
        if len(part) == size and other.startswith(part, start + ahead):
            start, size = start + size, size * 2
        else:
            size //= 2
    return start


def _count_letters(word: str) -> int:
    """Return the letter counts of *word* as bits: one letter more or less is one bit."""
    bits = 0
    for letter in set(word):
        count = min(word.count(letter), _MAX_LETTER_COUNT)
        bits |= (1 << count) - 1 << ord(letter) % _MODULUS * _MAX_LETTER_COUNT
    return bits


def _limit_distance(word: str) -> int:
    if len(word) <= 5:  # noqa: PLR2004  the three lengths of NameIndex.closest_match
        return 1
    return 2 if len(word) <= 10 else MAX_DISTANCE  # noqa: PLR2004  as above


def _is_negation(word: str, name: str) -> bool:
    return any(word == prefix + name or name == prefix + word for prefix in _NEGATIONS)


def _get_single(names: list[str]) -> str | None:
    return names[0] if len(names) == 1 else None
