"""Running git safely: no code of the repository is executed."""

import os
from typing import TYPE_CHECKING

from matrixlint.errors import ErrorDetail, GitError
from matrixlint.text.files import format_path

if TYPE_CHECKING:
    from subprocess import CompletedProcess

# The files of a repository are data: no hook, file system monitor or transport that it names may
# run, and a folder in it that looks like a bare repository is not one.
_SAFE_OPTIONS = (
    *("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"),
    *("-c", "safe.bareRepository=explicit"),
)
# Missing objects are not fetched, the index is not refreshed, git does not prompt.
_SAFE_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# A repository can make git wait, with a pipe where git reads a file.
_TIMEOUT_SECONDS = 60
# Variables that git sets for its hooks: they would select a repository other than the folder's.
_HOOK_VARIABLES = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX"}
)


def run_git(folder: str, *arguments: str) -> "CompletedProcess[bytes] | None":
    """
    Run git in *folder*; return the result, None if git is missing.

    Raise GitError if git does not end within a minute.
    """
    # subprocess takes 10 ms to import, and named files need no git.
    import subprocess

    environment = {name: os.environ[name] for name in os.environ.keys() - _HOOK_VARIABLES}
    git = _find_program("git")
    if git is None:
        return None
    try:
        return subprocess.run(  # noqa: S603  a fixed program, run in the folder
            (git, *_SAFE_OPTIONS, *arguments),
            cwd=folder,
            env={**environment, **_SAFE_ENVIRONMENT},
            capture_output=True,
            check=False,
            timeout=_TIMEOUT_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        message = f"git gave no answer within {_TIMEOUT_SECONDS} s; nothing is ignored"
        raise GitError(ErrorDetail(message, format_path(folder))) from error
    except OSError:
        return None


def read_revision(path: str, revision: str) -> bytes:
    """
    Return the content of *path* in *revision*, without git's filters.

    Raise GitError if git, the repository, the revision or the file in it is missing.
    """
    folder, name = os.path.split(os.path.abspath(path))
    # git reads a word that begins with a hyphen as an option; no revision begins with one.
    if not revision.startswith("-"):
        result = run_git(folder, "cat-file", "blob", f"{revision}:./{name}")
        if result is None:
            raise GitError(
                ErrorDetail(f"there is no git to ask for {revision!r}", format_path(path))
            )
        if not result.returncode:
            return result.stdout
    raise GitError(ErrorDetail(f"git has no such file in {revision!r}", format_path(path)))


def _find_program(name: str) -> str | None:
    """
    Return the path of the program *name*, or None.

    Relative folders of the search path are skipped: they may be part of the repository.
    """
    for folder in filter(os.path.isabs, os.get_exec_path()):
        path = os.path.join(folder, name)
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    return None
