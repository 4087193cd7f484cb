"""The files below a folder, less what git ignores."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from matrixlint.error import Trouble
from matrixlint.file import reported

# Nothing that the listed repository names may run, no hook, no monitor, no transport, and
# no folder of it is a repository because it looks like one: its files are data.
_SAFE = (
    *("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"),
    *("-c", "safe.bareRepository=explicit"),
)
_LIST = (*_SAFE, "ls-files", "-co", "--exclude-standard", "-z")
# Objects that are lacking are not fetched, the index is not refreshed, nobody is asked.
_QUIET = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# What git sets for its hooks would make it list another repository than the folder's.
_FOREIGN = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX"})


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
    # subprocess takes 10 ms to import, and named files need no git.
    import subprocess

    scrubbed = {name: os.environ[name] for name in os.environ.keys() - _FOREIGN}
    git = _program("git")
    if git is None:
        return None
    try:
        answer = subprocess.run(  # noqa: S603  a fixed command, run in the folder
            (git, *_LIST), cwd=folder, env={**scrubbed, **_QUIET}, capture_output=True, check=False
        )
    except OSError:
        return None
    if answer.returncode:
        return None
    _warn(folder, answer.stderr, listing)
    # An unmerged file is listed once for each of its sides.
    names = dict.fromkeys(os.fsdecode(answer.stdout).split("\0"))
    return [os.path.join(folder, name) for name in names if name]


def _program(name: str) -> str | None:
    """Return the program of that name; what a relative path leads to may be the folder's own."""
    for folder in filter(os.path.isabs, os.get_exec_path()):
        path = os.path.join(folder, name)
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    return None


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
