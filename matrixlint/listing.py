"""The files below a folder, less what git ignores."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from matrixlint.error import Trouble
from matrixlint.file import reported
from matrixlint.git import answer

_LIST = ("ls-files", "-co", "--exclude-standard", "-z")


class Listing(NamedTuple):
    """The paths of files below a folder, and the folders that could not be looked into."""

    paths: list[str]
    troubles: list[Trouble]


def files(folder: str) -> Listing:
    """
    Return the files below *folder*.

    Without git, or outside of a repository, nothing is ignored.
    """
    listing = Listing([], [])
    _list(folder, listing)
    return listing


def _list(folder: str, listing: Listing) -> None:
    names = _asked(folder, listing)
    for path in _walked(folder, listing) if names is None else names:
        if os.path.isdir(path) and not os.path.islink(path):
            # A submodule or a repository in the repository: git names only its folder.
            _list(path, listing)
        elif os.path.lexists(path):
            listing.paths.append(path)


def _asked(folder: str, listing: Listing) -> list[str] | None:
    found = answer(folder, *_LIST)
    if found is None or found.returncode:
        return None
    _warn(folder, found.stderr, listing)
    # An unmerged file is listed once for each of its sides.
    names = dict.fromkeys(os.fsdecode(found.stdout).split("\0"))
    return [os.path.join(folder, name) for name in names if name]


def _warn(folder: str, messages: bytes, listing: Listing) -> None:
    for line in os.fsdecode(messages).splitlines():
        _, found, rest = line.partition("could not open directory ")
        if found:
            message = f"a folder in it cannot be looked into: {rest}"
            listing.troubles.append(Trouble(message, reported(folder)))


def _walked(folder: str, listing: Listing) -> Iterator[str]:
    def failed(error: OSError) -> None:
        reason = f"cannot be looked into: {error.strerror}".lower()
        listing.troubles.append(Trouble(reason, reported(error.filename)))

    for parent, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if name != ".git")
        yield from (os.path.join(parent, name) for name in names)
