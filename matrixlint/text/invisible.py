"""Characters that are invisible in an editor, or look like a space."""

from matrixlint.text.lazy_regex import compile_lazily

# No-break and other unusual spaces, soft hyphen, zero-width, bidirectional controls, line and
# paragraph separators. Joiners are part of scripts and emoji: they match only beside ASCII.
PATTERN = compile_lazily(
    "[\t\xa0\xad\u061c\u180e\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2064\u2066-\u2069\ufeff]"
    "|(?<![^\0-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\0-\x7f])"
)


def strip_invisible(text: str) -> str:
    """Return *text* without invisible characters, as it looks in an editor."""
    # Most texts have none, and need no search.
    return text if text.isascii() and "\t" not in text else PATTERN.sub("", text)
