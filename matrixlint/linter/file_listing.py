"""List the files below a folder, without those that git ignores."""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from matrixlint.errors import ErrorDetail, GitError
from matrixlint.text.files import format_path
from matrixlint.text.git import run_git
from matrixlint.text.project_root import find_outside

_LIST_COMMAND = ("ls-files", "-co", "--exclude-standard", "-z")


class Listing(NamedTuple):
    """
    Paths of the files below a folder.

    *details* are the folders that could not be read. *outside* are folders that git lists but
    that lie elsewhere, each with its real path: git lists its index, and a folder may have
    been replaced by a link.
    """

    paths: list[str]
    details: list[ErrorDetail]
    outside: dict[str, str]


def list_files(folder: str) -> Listing:
    """
    Return the files below *folder*.

    Files that git ignores are left out; without git, or outside of a repository, all
    files are listed.
    """
    listing = Listing([], [], {})
    pending = [folder]
    while pending:
        current = pending.pop()
        names = _list_git_files(current, listing)
        found = _walk(current, listing) if names is None else _keep_inside(names, folder, listing)
        for path in found:
            if os.path.isdir(path) and not os.path.islink(path):
                # A submodule or a nested repository: git lists only its folder.
                pending += _keep_inside([os.path.join(path, "")], folder, listing)
            elif os.path.lexists(path):
                listing.paths.append(path)
    return listing


def _keep_inside(paths: Iterable[str], folder: str, listing: Listing) -> Iterator[str]:
    """Yield those of *paths* whose folders are below *folder*, links resolved."""
    inside: dict[str, bool] = {}
    for path in paths:
        # Paths of folders end with a separator.
        parent = os.path.dirname(path)
        if parent not in inside:
            outside = find_outside(parent, folder)
            inside[parent] = outside is None
            if outside is not None:
                listing.outside[parent] = outside
        if inside[parent]:
            yield path


def _list_git_files(folder: str, listing: Listing) -> list[str] | None:
    """Return the paths that git lists below *folder*, None if git cannot list them."""
    try:
        found = run_git(folder, *_LIST_COMMAND)
    except GitError as error:
        listing.details.extend(error.details)
        return None
    if found is None or found.returncode:
        return None
    _report_unreadable_folders(folder, found.stderr, listing)
    # An unmerged file is listed once for each of its versions.
    names = dict.fromkeys(filter(None, os.fsdecode(found.stdout).split("\0")))
    # For the folder of a submodule that is not checked out, git lists only "./".
    if "./" in names:
        return None
    return [os.path.join(folder, name) for name in names]


def _report_unreadable_folders(folder: str, messages: bytes, listing: Listing) -> None:
    for line in os.fsdecode(messages).splitlines():
        _, found, rest = line.partition("could not open directory ")
        if found:
            message = f"a folder in it cannot be looked into: {rest}"
            listing.details.append(ErrorDetail(message, format_path(folder)))


def _walk(folder: str, listing: Listing) -> Iterator[str]:
    # os.walk is recursive, and folders may be nested thousands of levels deep.
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
                # The target of a link may be missing, or the link itself.
                yield entry.path
