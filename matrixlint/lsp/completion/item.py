"""Completion item: a suggested word and its kind."""

from enum import Enum
from typing import NamedTuple


class ItemKind(Enum):
    """Kind of a suggested word."""

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
    """Suggested word: label, kind, detail, and the text to insert if it differs."""

    label: str
    kind: ItemKind
    detail: str = ""
    text: str | None = None

    @property
    def insert_text(self) -> str:
        """Text to insert."""
        return self.label if self.text is None else self.text
