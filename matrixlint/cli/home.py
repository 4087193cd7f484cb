"""Where a linted file lies within its project, wherever the command was started."""

import os

from matrixlint.discovery import Target
from matrixlint.root import find_repository, find_root


def root(target: Target) -> str:
    """Return the folder of the configuration, else the repository's, else the working one."""
    folder = os.path.dirname(os.path.abspath(target.path))
    return target.settings.folder or find_repository(folder) or os.getcwd()


def root_of(target: Target) -> str:
    """Return the root of the project that *target* lies in: nothing is written outside of it."""
    folder = os.path.dirname(os.path.abspath(target.location))
    return find_root(folder, target.settings.config)


def home(target: Target) -> str:
    """Return the path of *target* from there."""
    return os.path.relpath(target.path, root(target)).replace(os.sep, "/")
