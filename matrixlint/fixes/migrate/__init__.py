"""Migrate a matrix to another dialect, with the same meaning."""

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
    Matrix before and after, with the old and the new text.

    *renamed* are the old names of renamed sections. *is_moved* is whether the matrix was
    of the new dialect already; it is then unchanged.
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
    Migrate *data* to the dialect of sphinx-feature-classification.

    *data* is the content of the file at *path*. The old dialect is that of the declarations,
    whatever *settings* say; a half-migrated file is migrated completely. *renames_sections*
    adds the feature prefix to sections that the renderer would leave out. Raise
    MigrationError if a precondition is not met, or if the result would not be the same
    matrix.
    """
    before = _parse_old(Source.from_bytes(path, data), settings)
    old = EditedText.from_bytes(data)
    if before.dialect and before.dialect.name == DRIVER.name:
        return MigrationResult(before, before, old, old, is_moved=True)
    if details := list(check_preconditions(before)):
        raise MigrationError(*details)
    renamed = find_renamable(before, DRIVER) if renames_sections else frozenset()
    new = old.apply_edits(build_edits(before, DRIVER, renamed))
    moved = Source.from_bytes(path, new.data)
    after = parse_matrix(moved, settings._replace(dialect=DRIVER.name))
    _verify(before, after, renamed)
    return MigrationResult(before, after, old, new, renamed)


def _parse_old(source: Source, settings: Settings) -> Matrix:
    """Return the matrix of *source*, parsed in its old dialect."""
    matrix = parse_matrix(source, settings._replace(dialect=None))
    old_dialects = [
        each.dialect.name for each in matrix.other_dialect_items if each.dialect.declaring_keys
    ]
    if old_dialects and matrix.dialect and matrix.dialect.name == DRIVER.name:
        return parse_matrix(source, settings._replace(dialect=old_dialects[0]))
    return matrix


def _verify(before: Matrix, after: Matrix, renamed: Collection[str]) -> None:
    if errors := list(find_guessed_errors(after, "the result would be broken")):
        raise MigrationError(*errors)
    if difference := find_difference(before, after, dict.fromkeys(renamed, DRIVER.feature_prefix)):
        raise MigrationError(difference)
