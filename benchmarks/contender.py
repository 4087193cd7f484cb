"""What is held against each other: commands, and what one may take of the other's time."""

import os
import sys
from typing import NamedTuple

BIN = os.path.dirname(sys.executable)


class Contender(NamedTuple):
    """
    A command that is measured.

    It runs in *folder*. Where it *tells*, the seconds are the last line of its standard
    error, else they are those of the whole process.
    """

    name: str
    words: tuple[str, ...]
    folder: str
    tells: bool = False

    @property
    def is_installed(self) -> bool:
        """Say whether its program is there."""
        return os.path.exists(self.words[0])


class Goal(NamedTuple):
    """
    What *name* may take at most: *limit* times what *against* takes.

    *of* is what is compared, ``seconds`` or ``bytes``; *share* how much more work it has.
    """

    name: str
    against: str
    limit: float | None = None
    of: str = "seconds"
    share: float = 1.0


class Part(NamedTuple):
    """One question: its contenders, which run in turn, and its goals; the README has some."""

    title: str
    contenders: list[Contender]
    goals: list[Goal]
    is_for_readme: bool = True


def script(name: str, path: str, *words: str, folder: str, tells: bool = False) -> Contender:
    """Return the contender that is the script at *path*."""
    return Contender(name, (sys.executable, path, *words), folder, tells)


def tool(name: str, *words: str, folder: str) -> Contender:
    """Return the contender that is the installed command *name*."""
    return Contender(name, (os.path.join(BIN, name), *words), folder)
