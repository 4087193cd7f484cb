"""Build the edits that migrate a text to another dialect."""

from collections.abc import Collection, Iterator, Sequence

from matrixlint.fixes.migrate.preconditions import find_declaring_section
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import Entry, Section, is_blank_or_comment
from matrixlint.text.invisible import strip_invisible
from matrixlint.text.span import Edit, Span

Prefixes = Sequence[tuple[str, str]]


def find_renamable(matrix: Matrix, target: Dialect) -> frozenset[str]:
    """Return the features that *target* leaves out and whose new names are free."""
    taken = {section.name for section in matrix.document.sections}
    names = {feature.name or "" for feature in matrix.features}
    return frozenset(
        name
        for name in names
        if not name.startswith(target.feature_prefix) and target.feature_prefix + name not in taken
    )


def build_edits(matrix: Matrix, target: Dialect, renamed: Collection[str]) -> list[Edit]:
    """Return the edits that migrate *matrix*; *renamed* features get a prefix."""
    declaring = find_declaring_section(matrix)
    prefixes = _map_prefixes(matrix, target)
    edits = list(_edit_declarations(declaring, target)) if declaring else []
    for section in matrix.document.sections:
        if section is not declaring:
            edits += _edit_keys(section, prefixes)
        if section.name in renamed:
            edits.append(_insert_prefix(section.span.line, section.span.column + 1, target))
    edits += _edit_conditions(matrix, target, renamed)
    # A key of [DEFAULT] is read in many sections, but is only once in the text.
    return list(dict.fromkeys(edits))


def _map_prefixes(matrix: Matrix, target: Dialect) -> Prefixes:
    old = matrix.dialect or target
    pairs = [
        *((prefix, target.entry_prefixes[0]) for prefix in filter(None, old.entry_prefixes)),
        *((prefix, target.note_prefixes[0]) for prefix in filter(None, old.note_prefixes)),
    ]
    # If a key begins with two prefixes, the longer one counts.
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _edit_declarations(section: Section, target: Dialect) -> Iterator[Edit]:
    lines = section.document.source.lines
    prefix = (section.document.dialect or target).declaring_keys or ""
    yield _remove_header(section, lines)
    for number, entry in enumerate(section.entries()):
        top = _find_first_line(entry, lines)
        if number and lines[top - 2].strip():
            yield Edit(Span.within(top, 1, 0), "\n")
        name = strip_invisible(entry.key).removeprefix(prefix)
        yield Edit(entry.key_span, f"[{target.declaration}{name}]\ntitle")


def _remove_header(section: Section, lines: Sequence[str]) -> Edit:
    """Return the edit that removes the header; a comment after it stays."""
    number, end = section.span.line, section.span.end_column
    line = lines[number - 1]
    comment = line[end - 1 :].strip()
    if comment:
        return Edit(Span.within(number, 1, line.index(comment, end - 1)), "")
    is_separated = number == 1 or not lines[number - 2].strip()
    # Otherwise there would be two blank lines, the one above and the one below it.
    last = number + 1 if is_separated and not lines[number].strip() else number
    return Edit(Span(number, 1, last + 1, 1), "")


def _find_first_line(entry: Entry, lines: Sequence[str]) -> int:
    """Return the line (1-based) of the first comment above the key, or its own."""
    top = entry.line
    while lines[top - 2].strip() and is_blank_or_comment(lines[top - 2]):
        top -= 1
    return top


def _edit_keys(section: Section, prefixes: Prefixes) -> Iterator[Edit]:
    for entry in section.entries():
        key = strip_invisible(entry.key)
        found = next((pair for pair in prefixes if key.startswith(pair[0])), None)
        if found:
            old, new = found
            yield Edit(entry.key_span, new + key.removeprefix(old))


def _edit_conditions(matrix: Matrix, target: Dialect, renamed: Collection[str]) -> Iterator[Edit]:
    for feature in matrix.features:
        for status in feature.statuses:
            if status.is_conditional and status.suggestion:
                yield Edit(status.word_span, status.suggestion)
    for condition in matrix.conditions:
        if condition.name in renamed:
            yield _insert_prefix(condition.name_span.line, condition.name_span.column, target)


def _insert_prefix(line: int, column: int, target: Dialect) -> Edit:
    return Edit(Span.within(line, column, 0), target.feature_prefix)
