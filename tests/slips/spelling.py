"""How words are written wrongly, and when two names are too much alike to tell."""

from difflib import SequenceMatcher
from random import Random

LEVELS = ("complete", "partial", "missing", "unknown")


def misspell(word: str, random: Random) -> str:
    """Return *word* with a letter behind its first lost, doubled or swapped."""
    places = [at for at in range(1, len(word)) if word[at - 1 : at + 1].isalpha()]
    places = places or list(range(1, len(word)))
    wrong = word
    while wrong == word:
        at = random.choice(places)
        swapped = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
        lost, doubled = word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]
        wrong = random.choice((lost, doubled, swapped if at > 1 else doubled))
    return wrong


def are_alike(one: str, other: str) -> bool:
    """Say whether a misspelt *one* might also be meant as *other*."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio() > 0.6


def is_apart(name: str, names: list[str]) -> bool:
    """Say whether *name* is like no other of *names*."""
    return not any(are_alike(name, other) for other in names if other != name)
