"""What near means: folded, within a distance, the only best, and no negation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matrixlint.text.similarity import (
    NameIndex,
    closest_match,
    equal_ignoring_case_and_space,
    measure_distance,
    normalize,
    strip_comment,
)

LEVELS = ("complete", "partial", "missing", "unknown")
NEGATIONS = ("in", "un", "im", "non", "not")
# Few letters make many near words.
WORDS = st.text("abc-_.", max_size=9)
LONG_WORDS = st.text("abAB-_é", max_size=14)


def plain_distance(one: str, other: str) -> int:
    """Return the optimal string alignment distance, by the whole table."""
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            if not i or not j:
                table[i][j] = i or j
                continue
            table[i][j] = min(
                table[i - 1][j] + 1,
                table[i][j - 1] + 1,
                table[i - 1][j - 1] + (one[i - 1] != other[j - 1]),
            )
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 1] + other[j - 2]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


def allowed(word: str) -> int:
    if len(word) <= 5:
        return 1
    return 2 if len(word) <= 10 else 3


def negates(one: str, other: str) -> bool:
    return any(one == word + other or other == word + one for word in NEGATIONS)


def plainly_near(word: str, names: list[str]) -> str | None:
    """Return what near says, told sentence by sentence."""
    alike = [name for name in names if normalize(name) == normalize(word)]
    if alike:
        return alike[0] if len(alike) == 1 else None
    measured = [
        (plain_distance(normalize(word), normalize(name)), name)
        for name in names
        if not negates(normalize(word), normalize(name))
    ]
    within = [(steps, name) for steps, name in measured if steps <= allowed(word)]
    best = [name for steps, name in within if steps == min(within)[0]]
    return best[0] if len(best) == 1 else None


@given(WORDS, WORDS, st.integers(0, 12))
def test_distance_agrees_with_the_whole_table_up_to_its_limit(
    one: str, other: str, limit: int
) -> None:
    right = plain_distance(one, other)
    measured = measure_distance(one, other, limit)

    assert measured == right if right <= limit else measured > limit


SLIPS = st.lists(st.tuples(st.integers(0, 40), st.sampled_from(["", "a", "z", "swap"])), max_size=5)


def slipped(word: str, slips: list[tuple[int, str]]) -> str:
    """Return *word* with a letter lost, replaced or swapped with its neighbour at each place."""
    for at, slip in slips:
        found = word[at : at + 2][::-1] if slip == "swap" else slip
        word = word[:at] + found + word[at + 1 + (slip == "swap") :]
    return word


@given(st.text("ab.", max_size=40), SLIPS, st.integers(1, 3))
def test_distance_agrees_with_the_whole_table_for_long_words(
    one: str, slips: list[tuple[int, str]], limit: int
) -> None:
    other = slipped(one, slips)

    assert measure_distance(one, other, limit) == min(plain_distance(one, other), limit + 1)


@given(WORDS, WORDS, st.integers(0, 4))
def test_distance_is_symmetric(one: str, other: str, limit: int) -> None:
    ways = {
        min(measure_distance(one, other, limit), limit + 1),
        min(measure_distance(other, one, limit), limit + 1),
    }

    assert len(ways) == 1


@given(WORDS)
def test_only_a_word_itself_has_no_distance(word: str) -> None:
    assert measure_distance(word, word, 0) == 0
    assert measure_distance(word, word + "x", 0) > 0


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("", "", 0),
        ("", "abc", 3),
        ("ab", "ba", 1),
        ("abcd", "badc", 2),
        ("ca", "abc", 3),
        ("compelte", "complete", 1),
        ("mising", "missing", 1),
        ("xissingy", "missing", 2),
        ("aaa", "a", 2),
    ],
)
def test_insertions_deletions_replacements_and_swaps_count_one(
    one: str, other: str, steps: int
) -> None:
    assert measure_distance(one, other, 3) == steps


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("abcde", "abcdX"),
        ("abcdef", "abcdXY"),
        ("abcdefghij", "abcdefghXY"),
        ("abcdefghijk", "abcdefghXYZ"),
    ],
)
def test_longer_words_may_have_more_slips(word: str, suggestion: str) -> None:
    assert closest_match(word, [suggestion]) == suggestion
    assert closest_match(word, [suggestion.replace(suggestion[0], "Z", 1)]) is None


@given(LONG_WORDS, st.lists(LONG_WORDS, max_size=5, unique=True))
def test_near_is_what_its_sentences_say(word: str, names: list[str]) -> None:
    assert closest_match(word, names) == plainly_near(word, names)


@given(LONG_WORDS, st.lists(LONG_WORDS, max_size=5, unique=True), st.sets(LONG_WORDS))
def test_names_that_are_not_free_might_as_well_not_be_there(
    word: str, names: list[str], taken: set[str]
) -> None:
    free = [name for name in names if name not in taken]

    assert NameIndex(names).closest_match(word, lambda name: name not in taken) == closest_match(
        word, free
    )


@pytest.mark.parametrize("taken", ["a.b", "A-b"])
def test_of_two_spellings_the_free_one_is_near(taken: str) -> None:
    names = NameIndex(["a.b", "A-b"])
    (free,) = {"a.b", "A-b"} - {taken}

    assert names.closest_match("a_b", lambda name: name != taken) == free
    assert names.closest_match("a_c", lambda name: name != taken) == free


def test_in_a_crowd_none_is_near() -> None:
    crowd = [f"abcdefgh{at:02}" for at in range(100)]

    assert closest_match("abcdefgh", [*crowd[1:], "abcdefg"]) == "abcdefg"
    assert closest_match("abcdefgh", [*crowd, "abcdefg"]) is None
    assert closest_match("abcdefgh", [*crowd, "abcdefg-h", "Abcdefgh"]) == "Abcdefgh"


def test_names_of_other_letters_are_no_crowd() -> None:
    others = [f"{at:06}xyz" for at in range(1_999)]

    assert closest_match("abcdefgh", [*others, "abcdefg"]) == "abcdefg"
    assert closest_match("abcdefgh", [*others, "uvwxyz", "abcdefg"]) is None


@given(WORDS, st.lists(WORDS, max_size=6, unique=True))
def test_near_does_not_hang_on_the_order(word: str, names: list[str]) -> None:
    assert closest_match(word, names) == closest_match(word, names[::-1])


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("complete", "complete"),
        ("COMPLETE", "complete"),
        ("complet", "complete"),
        ("msising", "missing"),
        ("incomplete", None),
        ("imcomplete", None),
        ("noncomplete", None),
        ("notcomplete", None),
        ("known", None),
        ("supported", None),
        ("", None),
    ],
)
def test_near_level(word: str, suggestion: str | None) -> None:
    assert closest_match(word, LEVELS) == suggestion


@pytest.mark.parametrize("word", ["libvirt.vz.vm", "Libvirt_VZ_VM", "libvirt-vz_vm"])
def test_case_and_separators_do_not_count(word: str) -> None:
    assert closest_match(word, ["libvirt-vz-vm", "libvirt-vz-ct"]) == "libvirt-vz-vm"


def test_two_equally_near_names_are_none() -> None:
    assert closest_match("huawei_v4", ["huawei_v3", "huawei_v5"]) is None
    assert closest_match("a.b", ["a-b", "a_b"]) is None
    assert closest_match("a.c", ["a-b", "a_b"]) is None


def test_nearer_name_beats_a_near_one() -> None:
    assert closest_match("huawei_v33", ["huawei_v3", "huawei_v333", "huawei_v34x"]) is None
    assert closest_match("storage-bloc", ["storage-block", "storage-book"]) == "storage-block"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("complete", "complete"),
        ("complete # since then", "complete"),
        ("complete\t; since then", "complete"),
        ("complete  # a # b", "complete"),
        ("complete#5", "complete#5"),
        ("complete;", "complete;"),
        ("# all of it", "# all of it"),
    ],
)
def test_word_before_a_comment(text: str, word: str) -> None:
    assert strip_comment(text) == word


@pytest.mark.parametrize(
    ("other", "alike"),
    [("a bc", True), ("ABC", True), (" a\tB c ", True), ("abcd", False), ("a-bc", False)],
)
def test_alike_are_words_but_for_case_and_blanks(other: str, *, alike: bool) -> None:
    assert equal_ignoring_case_and_space("A b\tc", other) is alike
    assert equal_ignoring_case_and_space(other, "A b\tc") is alike
