"""One word that may be written, and what kind of word it is."""

from enum import Enum
from typing import NamedTuple


class ItemKind(Enum):
    """What a word is."""

    DRIVER = "driver"
    NOTE = "note"
    FIELD = "field"
    LEVEL = "level"
    STATUS = "status"
    GROUP = "choice group"
    FEATURE = "feature"
    RULE = "rule"
    KEYWORD = "keyword"


class CompletionItem(NamedTuple):
    """A word, what it is, what there is to say of it, and what is written if not itself."""

    label: str
    word: ItemKind
    detail: str = ""
    text: str | None = None

    @property
    def written(self) -> str:
        """What is written."""
        return self.label if self.text is None else self.text
