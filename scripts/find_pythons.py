"""
Find the Pythons of this machine that matrixlint supports.

    python3 scripts/find_pythons.py

prints a line for each minor version: the version, a tab and the path of the interpreter. Of
several interpreters of one minor version, it takes the one with the lowest patch version, which
is the one that lacks most fixes of CPython. An interpreter counts only if it runs: a shim on the
PATH may refuse to. The standard library is all that this file needs.
"""

import glob
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator

# A venv needs all of these, and some builds of Python lack one.
_PROBE = "import ssl, venv, ensurepip, sys; print(*sys.version_info[:4])"
_NAMES = ("python3", "python3.[0-9]*")
_SYSTEM = ("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
_SECONDS = 20
# `requires-python` of pyproject.toml, which a test compares with this.
OLDEST = (3, 11)

Version = tuple[int, int, int]


def main() -> int:
    """Print the interpreters; return 1 if there is none."""
    found = choose(probe(candidates(os.environ)))
    for version, path in found:
        sys.stdout.write(f"{'.'.join(map(str, version))}\t{path}\n")
    return 0 if found else 1


def candidates(environment: "os._Environ[str] | dict[str, str]") -> Iterator[str]:
    """Yield the paths that may be interpreters: on the PATH, of the system and of pyenv."""
    root = environment.get("PYENV_ROOT") or os.path.expanduser("~/.pyenv")
    folders = [
        *environment.get("PATH", "").split(os.pathsep),
        *_SYSTEM,
        *sorted(glob.glob(os.path.join(glob.escape(root), "versions", "*", "bin"))),
    ]
    for folder in dict.fromkeys(filter(os.path.isabs, folders)):
        for name in _NAMES:
            for path in sorted(glob.glob(os.path.join(glob.escape(folder), name))):
                if os.path.basename(path).removeprefix("python").replace(".", "").isdigit():
                    yield path


def probe(paths: Iterable[str]) -> Iterator[tuple[Version, str]]:
    """Yield version and path of each of *paths* that runs and is a final release of CPython."""
    for path in paths:
        try:
            done = subprocess.run(
                [path, "-I", "-c", _PROBE],
                capture_output=True,
                text=True,
                timeout=_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        words = done.stdout.split()
        if done.returncode == 0 and words[3:] == ["final"]:
            major, minor, patch = map(int, words[:3])
            yield (major, minor, patch), path


def choose(found: Iterable[tuple[Version, str]]) -> list[tuple[Version, str]]:
    """Return the supported ones of *found*, oldest first, one for each minor version."""
    chosen: dict[tuple[int, int], tuple[Version, str]] = {}
    for version, path in found:
        minor = version[:2]
        if minor >= OLDEST and (minor not in chosen or version < chosen[minor][0]):
            chosen[minor] = (version, path)
    return sorted(chosen.values())


if __name__ == "__main__":
    sys.exit(main())
