"""Find malformed URLs in texts."""

import re
from collections.abc import Iterator
from functools import lru_cache

from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.phrases import format_hint
from matrixlint.text.similarity import closest_match

_SCHEMES = ("http", "https")
_START = compile_lazily(r"(?<![A-Za-z0-9])([A-Za-z]{3,8}+):/(?=(/?)(\S?))")
# A host: plain characters, and paired brackets, such as <host> or [::1].
_HOST = compile_lazily(
    r"""(?>(?:[^\s/?#,;|"'`<>()\[\]{}]++|<[^<>]{0,80}+>|\([^()]{0,80}+\)"""
    r"""|\[[^\[\]]{0,80}+\]|\{[^{}]{0,80}+\})*)"""
)
_OPENERS = {")": "(", "]": "[", "}": "{", ">": "<"}
_BRACKETS = ("(", "[", "{", "<", *_OPENERS)
_QUOTES = ('"', "'", "`")
_REST = compile_lazily(r"""[)\]}>.,:;!?'"`*]*+(?:\s|\Z)""")
_WORD = compile_lazily(r"\S*+")
# A host that contains a blank: "docs .example.org/", "docs. example.org/", "exa mple.org/".
_SPLIT_HOST = compile_lazily(r"\s(?:(\.)[\w-]|[\w-]++\.[\w-])[\w.-]*+/")
# Fast search for URLs that are not plain: an unknown scheme, or no plain host after it.
_SUSPICIOUS = compile_lazily(
    r":/(?:(?<!\bhttp:/)(?<!\bhttps:/)|(?!/[\w-]++(?>(?:\.[\w-]++)+)(?:[/?#]|\s(?!\.)|\Z)))"
)
_LABEL = compile_lazily(r"[\w-]*\.?")
# Maximum number of characters searched around a URL, so that the search stays linear.
_MAX_DISTANCE = 300


class UrlError:
    """Error of a URL; *end* is its end in the line (0-based, exclusive)."""

    __slots__ = ("end", "hint", "message")

    def __init__(
        self,
        end: int,
        message: str,
        hint: str | None = None,
    ) -> None:
        self.end = end
        self.message = message
        self.hint = hint


def may_hold_url_error(text: str) -> bool:
    """Return whether *text* may contain a malformed URL; most texts do not."""
    return ":/" in text and bool(_SUSPICIOUS.search(text))


def find_url_errors(text: str) -> Iterator[tuple[int, UrlError]]:
    """Yield the malformed URLs in a line of text: start (0-based) and error."""
    for match in _START.finditer(text) if ":/" in text else ():
        error = _find_error(match, text)
        if error:
            yield match.start(), error


def _find_error(match: re.Match[str], text: str) -> UrlError | None:
    scheme, slash, following = match.groups()
    if scheme.lower() not in _SCHEMES:
        suggestion = _find_suggestion(scheme.lower())
        message = f"begins with {scheme!r}; expected 'http' or 'https'"
        hint = format_hint(f"{suggestion}://")
        return UrlError(_find_word_end(match, text), message, hint) if suggestion else None
    if slash:
        return _find_host_error(match, text)
    if not following:
        return None
    hint = format_hint(f"{scheme}://")
    return UrlError(
        _find_word_end(match, text), "has one slash behind the colon; expected two", hint
    )


@lru_cache(maxsize=64)
def _find_suggestion(scheme: str) -> str | None:
    # A typo does not remove two of these four letters: few words need the full comparison.
    matching = ("h" in scheme) + min(scheme.count("t"), 2) + ("p" in scheme)
    return closest_match(scheme, _SCHEMES) if matching > 2 else None  # noqa: PLR2004  of four


def _find_host_error(match: re.Match[str], text: str) -> UrlError | None:
    start = match.end() + 1
    end = _find_match_end(_HOST, text, start)
    host, character = text[start:end].rpartition("@")[2], text[end : end + 1]
    if character in _BRACKETS and _is_unpaired(match, end, text):
        return UrlError(_find_word_end(match, text), f"has a stray {character!r} in its host")
    if not host and character in _QUOTES:
        # The text quotes the beginning of a URL.
        return None
    if not host or host[0] == ":":
        return UrlError(end, "has no host")
    split_host = _SPLIT_HOST.match(text, end)
    # After a complete host the next word is a separate one, unless it begins with a dot.
    if split_host and (split_host[1] or _LABEL.fullmatch(host)):
        return UrlError(split_host.end(), "has a blank in its host")
    return None


def _is_unpaired(match: re.Match[str], end: int, text: str) -> bool:
    """Return whether the bracket at *end* ends neither the URL nor text around it."""
    opener = _OPENERS.get(text[end])
    if opener is None:
        return True
    before = text[max(0, match.start() - _MAX_DISTANCE) : match.start()]
    is_incomplete = before.count(opener) > before.count(text[end])
    return not (is_incomplete or _REST.match(text, end))


def _find_word_end(match: re.Match[str], text: str) -> int:
    """Return the end of the word that begins with the URL (0-based, exclusive)."""
    return _find_match_end(_WORD, text, match.end())


def _find_match_end(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start, start + _MAX_DISTANCE)
    return match.end() if match else start
