"""What stands where a web address should: how it is misspelt, if it is."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.phrases import format_hint
from matrixlint.text.similarity import closest_match

_SCHEMES = ("http", "https")
_START = compile_lazily(r"(?<![A-Za-z0-9])([A-Za-z]{3,8}+):/(?=(/?)(\S?))")
# What stands for a host: plain characters, and brackets that pair, as <host> or [::1].
_HOST = compile_lazily(
    r"""(?>(?:[^\s/?#,;|"'`<>()\[\]{}]++|<[^<>]{0,80}+>|\([^()]{0,80}+\)"""
    r"""|\[[^\[\]]{0,80}+\]|\{[^{}]{0,80}+\})*)"""
)
_OPENERS = {")": "(", "]": "[", "}": "{", ">": "<"}
_BRACKETS = ("(", "[", "{", "<", *_OPENERS)
_QUOTES = ('"', "'", "`")
_REST = compile_lazily(r"""[)\]}>.,:;!?'"`*]*+(?:\s|\Z)""")
_WORD = compile_lazily(r"\S*+")
# "docs .example.org/", "docs. example.org/", "exa mple.org/": a host with a blank in it.
_TORN = compile_lazily(r"\s(?:(\.)[\w-]|[\w-]++\.[\w-])[\w.-]*+/")
# All but plain URLs, found fast: what follows a scheme that is none, or is no plain host.
_ODD = compile_lazily(
    r":/(?:(?<!\bhttp:/)(?<!\bhttps:/)|(?!/[\w-]++(?>(?:\.[\w-]++)+)(?:[/?#]|\s(?!\.)|\Z)))"
)
_LABEL = compile_lazily(r"[\w-]*\.?")
# Nothing is looked for farther away, so that the search stays linear.
_MOST = 300


class UrlError(NamedTuple):
    """What is wrong with a URL: where it ends in its line, and why it leads nowhere."""

    end: int
    message: str
    hint: str | None = None


def may_hold_url_error(text: str) -> bool:
    """Say whether a text may hold a URL that is none; most texts do not."""
    return ":/" in text and bool(_ODD.search(text))


def find_url_errors(text: str) -> Iterator[tuple[int, UrlError]]:
    """Yield what begins as a URL in a line of text and is none: where, and why."""
    for match in _START.finditer(text) if ":/" in text else ():
        error = _error(match, text)
        if error:
            yield match.start(), error


def _error(match: re.Match[str], text: str) -> UrlError | None:
    scheme, slash, following = match.groups()
    if scheme.lower() not in _SCHEMES:
        suggestion = _find_suggestion(scheme.lower())
        message = f"begins with {scheme!r}; expected 'http' or 'https'"
        hint = format_hint(f"{suggestion}://")
        return UrlError(_end(match, text), message, hint) if suggestion else None
    if slash:
        return _find_host_error(match, text)
    if not following:
        return None
    hint = format_hint(f"{scheme}://")
    return UrlError(_end(match, text), "has one slash behind the colon; expected two", hint)


@lru_cache(maxsize=64)
def _find_suggestion(scheme: str) -> str | None:
    # No slip takes two of these four letters: few words need the long comparison.
    left = ("h" in scheme) + min(scheme.count("t"), 2) + ("p" in scheme)
    return closest_match(scheme, _SCHEMES) if left > 2 else None  # noqa: PLR2004  of four


def _find_host_error(match: re.Match[str], text: str) -> UrlError | None:
    start = match.end() + 1
    end = _reach(_HOST, text, start)
    host, sign = text[start:end].rpartition("@")[2], text[end : end + 1]
    if sign in _BRACKETS and _is_unpaired(match, end, text):
        return UrlError(_end(match, text), f"has a stray {sign!r} in its host")
    if not host and sign in _QUOTES:
        # The text speaks of how a URL begins.
        return None
    if not host or host[0] == ":":
        return UrlError(end, "has no host")
    torn = _TORN.match(text, end)
    # Behind a whole host the next word is another one, unless it begins with a dot.
    if torn and (torn[1] or _LABEL.fullmatch(host)):
        return UrlError(torn.end(), "has a blank in its host")
    return None


def _is_unpaired(match: re.Match[str], end: int, text: str) -> bool:
    """Say whether the bracket at *end* closes neither the URL nor what that stands in."""
    opener = _OPENERS.get(text[end])
    if opener is None:
        return True
    before = text[max(0, match.start() - _MOST) : match.start()]
    is_incomplete = before.count(opener) > before.count(text[end])
    return not (is_incomplete or _REST.match(text, end))


def _end(match: re.Match[str], text: str) -> int:
    """Return where the word ends that the URL begins."""
    return _reach(_WORD, text, match.end())


def _reach(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start, start + _MOST)
    return match.end() if match else start
