"""Words of messages: lists, numbers, suggestions."""

from collections.abc import Iterable

# How many words a message lists.
_MOST_LISTED = 20


def join_or(words: Iterable[str]) -> str:
    """Return *words* as a message lists them: ``a, b or c``, and of many the first ones."""
    listed = list(words)
    if len(listed) > _MOST_LISTED:
        listed[_MOST_LISTED:] = [f"one of {len(listed) - _MOST_LISTED} more"]
    return " or ".join(filter(None, (", ".join(listed[:-1]), *listed[-1:])))


def format_count(count: int, thing: str) -> str:
    """Return *count* with the noun *thing* in the right number."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def format_hint(suggestion: str | None) -> str | None:
    """Return the hint for what was probably meant, if anything was."""
    return f"did you mean {suggestion!r}?" if suggestion else None


def format_suggestion(suggestion: str | None) -> str:
    """Return the end of a message that says what was probably meant, if anything was."""
    return f"; did you mean {suggestion!r}?" if suggestion else ""
