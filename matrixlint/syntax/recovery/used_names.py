"""The names that a file uses or declares, found in its text before it is parsed."""

import re

from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.text.lazy_regex import compile_lazily

_CONDITION = compile_lazily(r"\(\s*([^\s=!<>()]+)\s*[=!]=")
_KEY_WITHOUT_PREFIX = r"\n([^\s#;\[=:][^\s=:]*)[^\S\n]*[=:]"


class UsedNames:
    """
    The names that a file uses: features in conditions, drivers in entries.

    *undeclared* are the names of drivers that no valid header declares, in lower case, sorted.
    """

    __slots__ = ("features", "undeclared")

    def __init__(
        self,
        features: frozenset[str],
        undeclared: list[str],
    ) -> None:
        self.features = features
        self.undeclared = undeclared


def find_used_names(text: str, dialect: Dialect) -> UsedNames:
    """Return the names that *text*, of the *dialect*, uses in entries and conditions."""
    keys: set[str] = set()
    for prefix in dialect.entry_prefixes:
        with_prefix = rf"\n{re.escape(prefix)}([^\s=:]+)[^\S\n]*[=:]"
        pattern = with_prefix if prefix else _KEY_WITHOUT_PREFIX
        keys.update(name.lower() for name in re.findall(pattern, f"\n{text}", re.IGNORECASE))
    declared = {name.strip().lower() for name in find_declared_names(text, dialect)}
    features = frozenset(_CONDITION.findall(text))
    return UsedNames(features, sorted(keys - declared - dialect.fields))


def find_declared_names(text: str, dialect: Dialect) -> list[str]:
    """Return the names that sections with a valid header declare, as written."""
    return re.findall(rf"(?:\A|\n)\[{re.escape(dialect.declaration)}([^\]\n]+)\]", text)
