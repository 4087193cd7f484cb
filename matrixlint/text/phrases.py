"""Phrases of messages: lists, counts, suggestions."""

from collections.abc import Iterable

# How many words a message lists.
_MAX_WORDS = 20


def join_or(words: Iterable[str]) -> str:
    """Join *words* for a message: ``a, b or c``; many are truncated."""
    listed = list(words)
    if len(listed) > _MAX_WORDS:
        listed[_MAX_WORDS:] = [f"one of {len(listed) - _MAX_WORDS} more"]
    return " or ".join(filter(None, (", ".join(listed[:-1]), *listed[-1:])))


def format_count(count: int, thing: str) -> str:
    """Return *count* with the noun *thing* in singular or plural."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def format_hint(suggestion: str | None) -> str | None:
    """Return the hint for *suggestion*, or None if there is no suggestion."""
    return f"did you mean {suggestion!r}?" if suggestion else None


def format_suggestion(suggestion: str | None) -> str:
    """Return the end of a message with *suggestion*; empty if there is none."""
    return f"; did you mean {suggestion!r}?" if suggestion else ""
