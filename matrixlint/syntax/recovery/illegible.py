"""What characters that are no text take away from the line they stand in."""

from matrixlint.syntax.document import DELIMITER, is_blank_or_comment
from matrixlint.syntax.recovery.buffer import RecoveryBuffer


def mark_illegible(draft: RecoveryBuffer) -> None:
    """Make every header, key and value that holds such a character not known."""
    columns: dict[int, int] = {}
    for character in draft.source.blurs:
        columns.setdefault(character.span.line, character.span.column)
    if not columns:
        return
    key_line = 0
    for line, text in enumerate(draft.lines, 1):
        if is_blank_or_comment(text):
            continue
        if not text[0].isspace():
            key_line = line
        if line in columns:
            _blur_line(line, columns[line], key_line, draft)


def _blur_line(line: int, column: int, key_line: int, draft: RecoveryBuffer) -> None:
    text = draft.source.lines[line - 1]
    if line != key_line:
        draft.unsure.add(key_line)
    elif draft.lines[line - 1].startswith("["):
        draft.open_section(line, None)
        draft.cut.update((line - 1, line))
    elif DELIMITER.search(text[:column]):
        draft.unsure.add(line)
    else:
        draft.drop(line)
        draft.cut.add(line)
