"""The root of a project: nothing outside of it is read or written unasked."""

import os
import re

from matrixlint.text.lazy_regex import compile_lazily

_PYPROJECT = "pyproject.toml"
# What a source tree of Python has at its top.
_MARKERS = ("PKG-INFO", "setup.cfg")
_PROJECT_TABLE = compile_lazily(r"^[ \t]*\[[ \t]*(?:project|build-system)[ \t]*\]", re.MULTILINE)
# A pyproject.toml is searched no further.
_MOST_BYTES = 1 << 20


def find_root(folder: str, config: str | None = None) -> str:
    """
    Return the root of the project that the absolute path *folder* lies in.

    It is the top of the git repository; else, if the configuration file *config* holds for the
    folder, the nearest folder at or above that file which is a Python project; else the folder of
    that file; else *folder*.
    """
    top = find_repository(folder)
    if top is not None or config is None:
        return top or folder
    place = os.path.dirname(os.path.abspath(config))
    return _find_python_project(place) or place


def find_repository(folder: str) -> str | None:
    """Return the top of the git repository that the absolute path *folder* lies in."""
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
    """Return the real path that *path* leads to, links followed, if it is not below *root*."""
    place, top = os.path.realpath(path), os.path.realpath(root)
    is_inside = place == top or place.startswith(os.path.join(top, ""))
    return None if is_inside else place


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
        # A pipe has no text, and would block.
        if not os.path.isfile(path):
            return False
        with open(path, "rb") as stream:
            text = stream.read(_MOST_BYTES).decode(errors="replace")
            return _PROJECT_TABLE.search(text) is not None
    except OSError:
        return False
