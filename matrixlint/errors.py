"""Exceptions: errors that stop the tool, or its work on one file."""

from typing import NamedTuple


class ErrorDetail(NamedTuple):
    """One error message, with the file and the position that caused it, if known."""

    message: str
    path: str | None = None
    line: int | None = None
    column: int | None = None


class MatrixlintError(Exception):
    """
    An error of the tool itself, as opposed to a finding.

    It is raised where the error occurs and caught once, in the command, which prints a
    line for each of *details*.
    """

    def __init__(self, *details: ErrorDetail) -> None:
        super().__init__(*details)
        self.details = details

    def __str__(self) -> str:
        return "\n".join(detail.message for detail in self.details)


class UsageError(MatrixlintError):
    """A command line with an unknown option or value, or with a conflict."""


class ConfigError(MatrixlintError):
    """An invalid configuration."""


class PluginError(MatrixlintError):
    """A failure of a plugin's rule on a file."""


class FileError(MatrixlintError):
    """A file that is missing, not a regular file, or cannot be read or written."""


class GitError(MatrixlintError):
    """A failed git command."""


class MigrationError(MatrixlintError):
    """A matrix that cannot be migrated to another dialect."""


class RenameError(MatrixlintError):
    """A new name that cannot be used for the symbol to rename."""
