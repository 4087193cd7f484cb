"""git, asked in a way that nothing runs of the repository it is asked about."""

import os
from typing import TYPE_CHECKING

from matrixlint.errors import ErrorDetail, GitError
from matrixlint.text.files import format_path

if TYPE_CHECKING:
    from subprocess import CompletedProcess

# Nothing that the repository names may run, no hook, no monitor, no transport, and no folder
# of it is a repository because it looks like one: its files are data.
_SAFE = (
    *("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"),
    *("-c", "safe.bareRepository=explicit"),
)
# Objects that are lacking are not fetched, the index is not refreshed, nobody is asked.
_QUIET = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# A repository can make git wait, by a pipe where git reads a file.
_SECONDS = 60
# What git sets for its hooks would make it speak of another repository than the folder's.
_FOREIGN = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX"})


def run_git(folder: str, *words: str) -> "CompletedProcess[bytes] | None":
    """
    Return what git says to *words* in *folder*, or None if there is no git to run.

    GitError is raised if it says nothing for a minute.
    """
    # subprocess takes 10 ms to import, and named files need no git.
    import subprocess

    scrubbed = {name: os.environ[name] for name in os.environ.keys() - _FOREIGN}
    git = _program("git")
    if git is None:
        return None
    try:
        return subprocess.run(  # noqa: S603  a fixed program, run in the folder
            (git, *_SAFE, *words),
            cwd=folder,
            env={**scrubbed, **_QUIET},
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        message = f"git gave no answer within {_SECONDS} s; nothing is ignored"
        raise GitError(ErrorDetail(message, format_path(folder))) from error
    except OSError:
        return None


def read_revision(path: str, revision: str) -> bytes:
    """
    Return what the file at *path* held in *revision*, as git keeps it: no filter is run.

    GitError is raised where git, the repository, the revision or the file in it is lacking.
    """
    folder, name = os.path.split(os.path.abspath(path))
    # What begins with a hyphen is an option to git, and no revision can.
    if not revision.startswith("-"):
        found = run_git(folder, "cat-file", "blob", f"{revision}:./{name}")
        if found is None:
            raise GitError(
                ErrorDetail(f"there is no git to ask for {revision!r}", format_path(path))
            )
        if not found.returncode:
            return found.stdout
    raise GitError(ErrorDetail(f"git has no such file in {revision!r}", format_path(path)))


def _program(name: str) -> str | None:
    """Return the program of that name; what a relative path leads to may be the folder's own."""
    for folder in filter(os.path.isabs, os.get_exec_path()):
        path = os.path.join(folder, name)
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    return None
