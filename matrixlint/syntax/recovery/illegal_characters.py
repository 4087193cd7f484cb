"""Recovery from illegal characters: keys, headers and values become unknown."""

from matrixlint.syntax.document import DELIMITER, is_blank_or_comment
from matrixlint.syntax.recovery.buffer import RecoveryBuffer


def mark_illegal_characters(buffer: RecoveryBuffer) -> None:
    """Mark every header, key and value with an illegal character as unknown."""
    columns: dict[int, int] = {}
    for character in buffer.source.illegal_characters:
        columns.setdefault(character.span.line, character.span.column)
    key_line = 0
    for line, text in enumerate(buffer.lines, 1):
        if is_blank_or_comment(text):
            continue
        if not text[0].isspace():
            key_line = line
        if line in columns:
            _mark_line(line, columns[line], key_line, buffer)


def _mark_line(line: int, column: int, key_line: int, buffer: RecoveryBuffer) -> None:
    text = buffer.source.lines[line - 1]
    if line != key_line:
        buffer.unknown_values.add(key_line)
    elif buffer.lines[line - 1].startswith("["):
        buffer.open_section(line, None)
        buffer.incomplete_sections.update((line - 1, line))
    elif DELIMITER.search(text[:column]):
        buffer.unknown_values.add(line)
    else:
        buffer.drop(line)
        buffer.incomplete_sections.add(line)
