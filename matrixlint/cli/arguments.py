"""Argument parser, and value parsers of options."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from matrixlint.errors import ErrorDetail, UsageError
from matrixlint.text.phrases import format_suggestion

_WIDTH = 88


class Parser(argparse.ArgumentParser):
    """
    Parser of options, which may be mixed with other words; it raises errors.

    *bare* are the options whose value is optional: it has to follow ``=``, and is never
    the next word.
    """

    def __init__(self, usage: str, description: str, epilog: str | None = None) -> None:
        super().__init__(
            prog="matrixlint",
            usage=usage,
            description=description,
            epilog=epilog,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_make_formatter,
        )
        self.bare: set[str] = set()
        self.add_argument("-h", "--help", action="store_true", help="print this text and exit")

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with the *message* of argparse."""
        raise UsageError(ErrorDetail(message.removeprefix("argument ")))

    def read(self, words: Sequence[str], options: object) -> list[str]:
        """Parse the options among *words* into *options*; return the other words."""
        head, tail = list(words), []
        if "--" in head:
            end = head.index("--")
            head, tail = head[:end], head[end + 1 :]
        head = [f"{word}=" if word in self.bare else word for word in head]
        rest = self.parse_known_args(head, options)[1]
        for word in rest:
            if word.startswith("-") and word != "-":
                self._raise_unknown_option(word.partition("=")[0])
        return [*rest, *tail]

    def _raise_unknown_option(self, option: str) -> NoReturn:
        from matrixlint.text.similarity import closest_match

        hint = format_suggestion(closest_match(option, self._option_string_actions))
        hint = hint or "; --help lists the options"
        raise UsageError(ErrorDetail(f"unknown option {option!r}{hint}"))


class WordReader:
    """Value parser of an option that takes one of *words*."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words

    def __call__(self, text: str) -> str:
        """Return *text*; raise ArgumentTypeError unless it is one of the words."""
        if text in self.words:
            return text
        # Imported late: only errors need suggestions.
        from matrixlint.text.phrases import join_or
        from matrixlint.text.similarity import closest_match

        hint = format_suggestion(closest_match(text, self.words))
        raise argparse.ArgumentTypeError(f"found {text!r}, expected {join_or(self.words)}{hint}")


def read_word(*allowed: str) -> WordReader:
    """Return the value parser of an option that takes one of the words *allowed*."""
    return WordReader([str(each) for each in allowed])


def read_path(text: str) -> str:
    """Parse the value of an option that takes a path or a pattern."""
    if not text:
        raise argparse.ArgumentTypeError("found nothing, expected a path")
    return text


def read_line(text: str) -> str:
    """Parse the value of an option that takes one line of text, which may be empty."""
    if not text.isprintable():
        raise argparse.ArgumentTypeError(f"found {text!r}, expected one line of text")
    return text.strip()


def read_count(text: str) -> int:
    """Parse the value of an option that takes a number of at least 1."""
    if not (text.isascii() and text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"found {text!r}, expected 1 or more")
    return int(text)


def read_selectors(text: str) -> list[str]:
    """Parse the value of an option that takes rule selectors, separated by commas."""
    found = [part.strip() for part in text.split(",") if part.strip()]
    if not found:
        raise argparse.ArgumentTypeError(f"found {text!r}, expected a rule")
    return found


def _make_formatter(prog: str) -> argparse.HelpFormatter:
    # With a fixed width, argparse does not import shutil for the terminal's width: 5 ms.
    return argparse.RawDescriptionHelpFormatter(prog, width=_WIDTH)
