"""Glob patterns: they match names, or whole paths if the pattern has a slash."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Return whether one of *patterns* matches the whole relative *path*."""
    parts = path.split("/")
    return any(_match_pattern(parts, pattern) for pattern in patterns)


def covers(path: str, patterns: Iterable[str]) -> bool:
    """Return whether one of *patterns* matches *path* or one of its parent folders."""
    parts = path.split("/")
    folders = [parts[:depth] for depth in range(1, len(parts) + 1)]
    return any(_match_pattern(folder, pattern) for pattern in patterns for folder in folders)


def _match_pattern(parts: Sequence[str], pattern: str) -> bool:
    pattern = pattern.removeprefix("./").rstrip("/")
    if "/" not in pattern:
        return fnmatchcase(parts[-1], pattern)
    return _match_parts(parts, pattern.removeprefix("/").split("/"))


def _match_parts(parts: Sequence[str], patterns: Sequence[str]) -> bool:
    # The numbers of parts that the patterns so far can match.
    matched = {0}
    for pattern in patterns:
        if pattern == "**":
            matched = set(range(min(matched), len(parts) + 1))
        else:
            matched = {
                count + 1
                for count in matched
                if count < len(parts) and fnmatchcase(parts[count], pattern)
            }
        if not matched:
            return False
    return len(parts) in matched
