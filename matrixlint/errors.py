"""What stops the tool, or its work on one file."""

from typing import NamedTuple


class ErrorDetail(NamedTuple):
    """One thing that could not be done, and the place that is to blame, where known."""

    message: str
    path: str | None = None
    line: int | None = None
    column: int | None = None


class MatrixlintError(Exception):
    """
    Any failure of the tool itself; a finding is none.

    It is raised where the fault is met and caught once, in the command, which prints a
    line for each of *details*.
    """

    def __init__(self, *details: ErrorDetail) -> None:
        super().__init__(*details)
        self.details = details

    def __str__(self) -> str:
        return "\n".join(detail.message for detail in self.details)


class UsageError(MatrixlintError):
    """The command line asks for what does not exist, or contradicts itself."""


class ConfigError(MatrixlintError):
    """The configuration holds something that it may not hold."""


class PluginError(MatrixlintError):
    """A rule of a plugin has failed on a file."""


class FileError(MatrixlintError):
    """A file is not there, is no regular file, or may not be read."""


class GitError(MatrixlintError):
    """git cannot give what it was asked for."""


class MigrationError(MatrixlintError):
    """A matrix cannot be moved to another dialect."""


class RenameError(MatrixlintError):
    """A name cannot be given to what it is wanted for."""
