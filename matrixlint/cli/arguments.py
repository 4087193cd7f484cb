"""How words of the command line become options and paths."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from matrixlint.errors import ErrorDetail, UsageError
from matrixlint.text.phrases import format_suggestion

_WIDTH = 88


class Parser(argparse.ArgumentParser):
    """
    A parser that knows options only, in any order with other words, and raises.

    *bare* are the options whose value may be left out: it stands behind ``=`` only, and
    never is the next word.
    """

    def __init__(self, usage: str, description: str, epilog: str | None = None) -> None:
        super().__init__(
            prog="matrixlint",
            usage=usage,
            description=description,
            epilog=epilog,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_formatter,
        )
        self.bare: set[str] = set()
        self.add_argument("-h", "--help", action="store_true", help="print this text and exit")

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong with the words, in argparse's own terms."""
        raise UsageError(ErrorDetail(message.removeprefix("argument ")))

    def read(self, words: Sequence[str], options: object) -> list[str]:
        """Put the options among *words* into *options* and return the other words."""
        head, tail = list(words), []
        if "--" in head:
            end = head.index("--")
            head, tail = head[:end], head[end + 1 :]
        head = [f"{word}=" if word in self.bare else word for word in head]
        rest = self.parse_known_args(head, options)[1]
        for word in rest:
            if word.startswith("-") and word != "-":
                self._refuse(word.partition("=")[0])
        return [*rest, *tail]

    def _refuse(self, option: str) -> NoReturn:
        from matrixlint.text.similarity import closest_match

        hint = format_suggestion(closest_match(option, self._option_string_actions))
        hint = hint or "; --help lists the options"
        raise UsageError(ErrorDetail(f"unknown option {option!r}{hint}"))


class WordReader:
    """The reader of an option that takes one of the *words*."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words

    def __call__(self, text: str) -> str:
        """Return *text*, which must be one of the words."""
        if text in self.words:
            return text
        # Only mistakes need the reckoning of what is near.
        from matrixlint.text.phrases import join_or
        from matrixlint.text.similarity import closest_match

        hint = format_suggestion(closest_match(text, self.words))
        raise argparse.ArgumentTypeError(f"found {text!r}, expected {join_or(self.words)}{hint}")


def read_word(*allowed: str) -> WordReader:
    """Return the reader of an option that takes one of the words *allowed*."""
    return WordReader([str(each) for each in allowed])


def read_path(text: str) -> str:
    """Read an option that takes a path or a pattern."""
    if not text:
        raise argparse.ArgumentTypeError("found nothing, expected a path")
    return text


def read_line(text: str) -> str:
    """Read an option that takes one line of text, which may be empty."""
    if not text.isprintable():
        raise argparse.ArgumentTypeError(f"found {text!r}, expected one line of text")
    return text.strip()


def read_count(text: str) -> int:
    """Read an option that takes a number of at least one."""
    if not (text.isascii() and text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"found {text!r}, expected 1 or more")
    return int(text)


def read_selectors(text: str) -> list[str]:
    """Read an option that takes rules, separated by commas."""
    found = [part.strip() for part in text.split(",") if part.strip()]
    if not found:
        raise argparse.ArgumentTypeError(f"found {text!r}, expected a rule")
    return found


def _formatter(prog: str) -> argparse.HelpFormatter:
    # A fixed width spares shutil, which argparse asks for the terminal's: 5 ms.
    return argparse.RawDescriptionHelpFormatter(prog, width=_WIDTH)
