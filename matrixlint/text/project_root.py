"""The root of a project: files outside of it are read or written only on request."""

import os
import re

from matrixlint.text.lazy_regex import compile_lazily

_PYPROJECT = "pyproject.toml"
# Files at the top of a Python source tree.
_MARKERS = ("PKG-INFO", "setup.cfg")
_PROJECT_TABLE = compile_lazily(r"^[ \t]*\[[ \t]*(?:project|build-system)[ \t]*\]", re.MULTILINE)
# Only the beginning of a pyproject.toml is searched.
_MAX_BYTES = 1 << 20


def find_root(folder: str, config: str | None = None) -> str:
    """
    Return the root of the project that contains the absolute path *folder*.

    It is the top of the git repository; else, if the configuration file *config* applies to the
    folder, the nearest folder at or above that file which is a Python project; else the folder of
    that file; else *folder*.
    """
    top = find_repository(folder)
    if top is not None or config is None:
        return top or folder
    config_folder = os.path.dirname(os.path.abspath(config))
    return _find_python_project(config_folder) or config_folder


def find_repository(folder: str) -> str | None:
    """Return the top of the git repository that contains the absolute path *folder*."""
    while not is_repository(folder):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder


def is_repository(folder: str) -> bool:
    """Return whether *folder* is the top of a git repository."""
    return os.path.lexists(os.path.join(folder, ".git"))


def find_outside(path: str, root: str) -> str | None:
    """Return the real path of *path*, following links, if it is outside of *root*."""
    real_path, top = os.path.realpath(path), os.path.realpath(root)
    is_inside = real_path == top or real_path.startswith(os.path.join(top, ""))
    return None if is_inside else real_path


def _find_python_project(folder: str) -> str | None:
    while not _is_python_project(folder):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder


def _is_python_project(folder: str) -> bool:
    if any(os.path.isfile(os.path.join(folder, name)) for name in _MARKERS):
        return True
    path = os.path.join(folder, _PYPROJECT)
    try:
        # Reading a pipe would block.
        if not os.path.isfile(path):
            return False
        with open(path, "rb") as stream:
            text = stream.read(_MAX_BYTES).decode(errors="replace")
            return _PROJECT_TABLE.search(text) is not None
    except OSError:
        return False
