"""Patterns of paths: names, or whole paths where the pattern has a slash."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Say whether one of *patterns* matches the relative *path*, as a whole."""
    parts = path.split("/")
    return any(_matches(parts, pattern) for pattern in patterns)


def covers(path: str, patterns: Iterable[str]) -> bool:
    """Say whether one of *patterns* matches *path* or a folder that it lies in."""
    parts = path.split("/")
    folders = [parts[:depth] for depth in range(1, len(parts) + 1)]
    return any(_matches(part, pattern) for pattern in patterns for part in folders)


def _matches(parts: Sequence[str], pattern: str) -> bool:
    wanted = pattern.removeprefix("./").rstrip("/")
    if "/" not in wanted:
        return fnmatchcase(parts[-1], wanted)
    return _fits(parts, wanted.removeprefix("/").split("/"))


def _fits(parts: Sequence[str], wanted: Sequence[str]) -> bool:
    # The set holds how many parts the steps so far may have taken.
    taken = {0}
    for step in wanted:
        if step == "**":
            taken = set(range(min(taken), len(parts) + 1))
        else:
            taken = {
                count + 1
                for count in taken
                if count < len(parts) and fnmatchcase(parts[count], step)
            }
        if not taken:
            return False
    return len(parts) in taken
