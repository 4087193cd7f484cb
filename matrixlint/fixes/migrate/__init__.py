"""A matrix moved to another dialect: the text that says the same in other words."""

from collections.abc import Collection
from typing import NamedTuple

from matrixlint.config.settings import Settings
from matrixlint.errors import MigrationError
from matrixlint.fixes.migrate.edits import build_edits, find_renamable
from matrixlint.fixes.migrate.preconditions import check_preconditions
from matrixlint.fixes.migrate.verify import find_difference
from matrixlint.linter.lint import parse_matrix
from matrixlint.model.matrix import Matrix
from matrixlint.model.syntax_errors import find_guessed_errors
from matrixlint.syntax.dialects.dialect import DRIVER
from matrixlint.text.edited_text import EditedText
from matrixlint.text.source import Source


class MigrationResult(NamedTuple):
    """
    A matrix before and after, with the copies of its text.

    *renamed* are the sections that were, by their old names. A matrix that *is_moved*
    already is left as it was.
    """

    before: Matrix
    after: Matrix
    old: EditedText
    new: EditedText
    renamed: Collection[str] = ()
    is_moved: bool = False


def migrate(
    path: str, data: bytes, settings: Settings, *, renames_sections: bool
) -> MigrationResult:
    """
    Move *data*, the file at *path*, to the dialect of sphinx-feature-classification.

    Its own dialect is that of its declarations, whatever *settings* say of it; what was
    moved by half is moved to the end. What stands in the way raises MigrationError, as does
    a result that would not be the same matrix. *renames_sections* puts those that the
    renderer would leave out below its prefix.
    """
    before = _read(Source.from_bytes(path, data), settings)
    old = EditedText.from_bytes(data)
    if before.dialect and before.dialect.name == DRIVER.name:
        return MigrationResult(before, before, old, old, is_moved=True)
    if details := list(check_preconditions(before)):
        raise MigrationError(*details)
    renamed = find_renamable(before, DRIVER) if renames_sections else frozenset()
    new = old.apply_edits(build_edits(before, DRIVER, renamed))
    moved = Source.from_bytes(path, new.data)
    after = parse_matrix(moved, settings._replace(dialect=DRIVER.name))
    _compare(before, after, renamed)
    return MigrationResult(before, after, old, new, renamed)


def _read(source: Source, settings: Settings) -> Matrix:
    """Return the matrix of *source* in the dialect that is to be left."""
    matrix = parse_matrix(source, settings._replace(dialect=None))
    left = [each.dialect.name for each in matrix.other_dialect_items if each.dialect.declaring_keys]
    if left and matrix.dialect and matrix.dialect.name == DRIVER.name:
        return parse_matrix(source, settings._replace(dialect=left[0]))
    return matrix


def _compare(before: Matrix, after: Matrix, renamed: Collection[str]) -> None:
    if errors := list(find_guessed_errors(after, "the result would be broken")):
        raise MigrationError(*errors)
    if found := find_difference(before, after, dict.fromkeys(renamed, DRIVER.feature_prefix)):
        raise MigrationError(found)
