"""
How long a format, or the engine, takes for many diagnostics: the standard error's last line.

The words are the name of the format, or ``engine``, and how many drivers and features have
nothing but misspelt levels.
"""

import sys
import time

from matrixlint import __version__
from matrixlint.config.settings import Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.linter.lint import lint_or_raise
from matrixlint.output.formats import render
from matrixlint.output.report import Report
from matrixlint.rules.registry import ALL
from matrixlint.text.source import Source

PATH = "support-matrix.ini"


def matrix(side: int) -> str:
    """Return a matrix of *side* drivers and features, whose every level is misspelt."""
    drivers = "".join(f"[driver.d{one}]\ntitle=Driver {one}\n" for one in range(side))
    levels = "".join(f"driver.d{one}=compelte\n" for one in range(side))
    features = (
        f"[operation.f{one}]\ntitle=Feature {one}\nstatus=optional\n{levels}" for one in range(side)
    )
    return drivers + "".join(features)


def linted(source: Source) -> list[Diagnostic]:
    """Return what is found in *source*."""
    return lint_or_raise(source, Settings())


def main(name: str, side: int) -> None:
    """Tell the seconds of the second time: the first imports what is needed."""
    text = matrix(side)
    source = Source.from_bytes(PATH, text.encode())
    rows = linted(source)
    report = Report(rows, paths=[PATH], lines={PATH: source.lines}, rules=ALL, version=__version__)
    for _ in range(2):
        fresh = Source.from_bytes(PATH, text.encode())
        started = time.perf_counter()
        if name == "engine":
            linted(fresh)
        else:
            render(name, report)
        seconds = time.perf_counter() - started
    sys.stderr.write(f"{seconds}\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
