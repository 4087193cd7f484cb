"""The files below a folder, less what git ignores."""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from matrixlint.errors import ErrorDetail, GitError
from matrixlint.text.files import format_path
from matrixlint.text.git import run_git
from matrixlint.text.project_root import find_outside

_LIST = ("ls-files", "-co", "--exclude-standard", "-z")


class Listing(NamedTuple):
    """
    The paths of files below a folder, and the folders that could not be looked into.

    *outside* are folders that git names and that lie elsewhere, each with its real path: git lists
    what its index says, and a folder may have become a link.
    """

    paths: list[str]
    details: list[ErrorDetail]
    outside: dict[str, str]


def list_files(folder: str) -> Listing:
    """
    Return the files below *folder*.

    Without git, or outside of a repository, nothing is ignored.
    """
    listing = Listing([], [], {})
    pending = [folder]
    while pending:
        current = pending.pop()
        names = _ask_git(current, listing)
        found = _walk(current, listing) if names is None else _keep_inside(names, folder, listing)
        for path in found:
            if os.path.isdir(path) and not os.path.islink(path):
                # A submodule or a repository in the repository: git names only its folder.
                pending += _keep_inside([os.path.join(path, "")], folder, listing)
            elif os.path.lexists(path):
                listing.paths.append(path)
    return listing


def _keep_inside(paths: Iterable[str], folder: str, listing: Listing) -> Iterator[str]:
    """Yield those of *paths* whose folders really lie below *folder*."""
    inside: dict[str, bool] = {}
    for path in paths:
        # A folder that is named ends with a separator.
        parent = os.path.dirname(path)
        if parent not in inside:
            outside = find_outside(parent, folder)
            inside[parent] = outside is None
            if outside is not None:
                listing.outside[parent] = outside
        if inside[parent]:
            yield path


def _ask_git(folder: str, listing: Listing) -> list[str] | None:
    """Return the paths that git lists below *folder*, None if it cannot say."""
    try:
        found = run_git(folder, *_LIST)
    except GitError as error:
        listing.details.extend(error.details)
        return None
    if found is None or found.returncode:
        return None
    _warn(folder, found.stderr, listing)
    # An unmerged file is listed once for each of its sides.
    names = dict.fromkeys(filter(None, os.fsdecode(found.stdout).split("\0")))
    # A submodule that is not checked out is a folder of which git knows nothing but "./".
    if "./" in names:
        return None
    return [os.path.join(folder, name) for name in names]


def _warn(folder: str, messages: bytes, listing: Listing) -> None:
    for line in os.fsdecode(messages).splitlines():
        _, found, rest = line.partition("could not open directory ")
        if found:
            message = f"a folder in it cannot be looked into: {rest}"
            listing.details.append(ErrorDetail(message, format_path(folder)))


def _walk(folder: str, listing: Listing) -> Iterator[str]:
    # os.walk calls itself for each level, and a repository may hold thousands.
    pending = [folder]
    while pending:
        parent = pending.pop()
        try:
            entries = sorted(os.scandir(parent), key=lambda entry: entry.name)
        except OSError as error:
            reason = f"cannot be looked into: {error.strerror}".lower()
            listing.details.append(ErrorDetail(reason, format_path(parent)))
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                pending += [entry.path] if entry.name != ".git" else []
            elif not os.path.isdir(entry.path):
                # A link may lead nowhere, or in a circle.
                yield entry.path
