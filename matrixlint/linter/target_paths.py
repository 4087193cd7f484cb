"""Paths of a linted file relative to its project, whatever the working directory."""

import os

from matrixlint.linter.discovery import Target
from matrixlint.text.project_root import find_repository, find_root


def find_base_folder(target: Target) -> str:
    """Return the folder of the configuration, repository or working directory."""
    folder = os.path.dirname(os.path.abspath(target.path))
    return target.settings.folder or find_repository(folder) or os.getcwd()


def find_target_root(target: Target) -> str:
    """Return the root of the project of *target*; nothing is written outside of it."""
    if target.root is not None:
        return target.root
    folder = os.path.dirname(os.path.abspath(target.location))
    link = _find_link(folder)
    # The target of a link below the working directory belongs to another project.
    return find_root(folder, target.settings.config) if link is None else find_root(link)


def _find_link(folder: str) -> str | None:
    """Return the folder of the first link from the working directory to *folder*."""
    place = os.getcwd()
    if folder != place and not folder.startswith(os.path.join(place, "")):
        return None
    for part in os.path.relpath(folder, place).split(os.sep):
        if os.path.islink(os.path.join(place, part)):
            return place
        place = os.path.join(place, part)
    return None


def relative_path(target: Target) -> str:
    """Return the path of *target* relative to ``find_base_folder``."""
    return os.path.relpath(target.path, find_base_folder(target)).replace(os.sep, "/")
