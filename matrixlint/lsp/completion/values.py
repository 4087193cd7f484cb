"""Complete the value of a key."""

import re
from collections.abc import Iterator, Mapping, Sequence

from matrixlint.lsp.completion.item import CompletionItem, ItemKind
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.dialects.dialect import Demand, Dialect
from matrixlint.syntax.document import Section

_ARGUMENT = re.compile(r"\s*(?P<word>[^\s()]+)\s*\(\s*(?P<argument>[^()]*)")
_COMPARISON = re.compile(r".*?[!=]=\s*", re.DOTALL)
_DETAILS = {Demand.CHOICE: "of a group, one at least", Demand.CONDITION: "where a condition holds"}


def complete_values(
    matrix: Matrix, section: Section, key: str, before: str
) -> tuple[int, Sequence[CompletionItem]]:
    """
    Return the length of *before* that is kept, and the items that may follow.

    *key* is in lower case, *before* is the text between it and the cursor.
    """
    dialect = matrix.dialect
    if dialect is None:
        return len(before), ()
    if matrix.grades:
        is_status = key == "status" and section in matrix.grades.backends.values()
        grades = matrix.grades.valid if is_status else ()
        return 0, [CompletionItem(grade, ItemKind.LEVEL) for grade in grades]
    if key in dialect.status_fields:
        return _complete_status(matrix, section, dialect.status_fields[key], before)
    return 0, list(_complete_levels(dialect)) if _is_entry(key, section, dialect) else ()


def _complete_levels(dialect: Dialect) -> Iterator[CompletionItem]:
    for level, support in dialect.levels.items():
        yield CompletionItem(level, ItemKind.LEVEL, support.value)


def _is_entry(key: str, section: Section, dialect: Dialect) -> bool:
    if key in dialect.fields or key.startswith(tuple(filter(None, dialect.note_prefixes))):
        return False
    return not dialect.declares(section.name or "") and key.startswith(dialect.entry_prefixes)


def _complete_status(
    matrix: Matrix, section: Section, words: Mapping[str, Demand], before: str
) -> tuple[int, Sequence[CompletionItem]]:
    match = _ARGUMENT.fullmatch(before)
    demand = words.get(match["word"]) if match else None
    if match is None or demand is None:
        return 0, [_make_status_item(word, each) for word, each in words.items()]
    start = match.start("argument")
    if demand is Demand.CHOICE:
        return start, [CompletionItem(group.name, ItemKind.GROUP) for group in matrix.groups]
    if demand is not Demand.CONDITION:
        return len(before), ()
    comparison = _COMPARISON.match(match["argument"])
    if comparison and matrix.dialect:
        return start + comparison.end(), list(_complete_levels(matrix.dialect))
    return start, list(_complete_features(matrix, section))


def _make_status_item(word: str, demand: Demand) -> CompletionItem:
    text = f"{word}(" if demand in _DETAILS else None
    return CompletionItem(word, ItemKind.STATUS, _DETAILS.get(demand, demand.value), text)


def _complete_features(matrix: Matrix, section: Section) -> Iterator[CompletionItem]:
    for feature in matrix.features:
        if feature.name is not None and feature.section is not section:
            title = feature.title.value.partition("\n")[0] if feature.title else ""
            yield CompletionItem(feature.name, ItemKind.FEATURE, title)
