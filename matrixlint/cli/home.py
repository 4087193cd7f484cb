"""Where a linted file lies within its project, wherever the command was started."""

import os

from matrixlint.config.file import repository
from matrixlint.discovery import Target


def root(target: Target) -> str:
    """Return the folder of the configuration, else the repository's, else the working one."""
    folder = os.path.dirname(os.path.abspath(target.path))
    return target.settings.folder or repository(folder) or os.getcwd()


def home(target: Target) -> str:
    """Return the path of *target* from there."""
    return os.path.relpath(target.path, root(target)).replace(os.sep, "/")
