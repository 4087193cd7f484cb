"""
What each output format adds to the engine's time on a report of 10,000 diagnostics.

Run it with an installed matrixlint: ``python benchmarks/formats.py [RUNS]``.
"""

import statistics
import sys
import time
from collections.abc import Callable

from matrixlint import __version__
from matrixlint.config import Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.linter import lint
from matrixlint.report import FORMATS, render
from matrixlint.report.report import Report
from matrixlint.rules import ALL
from matrixlint.source import Source

PATH = "support-matrix.ini"
SIDE = 100


def matrix() -> str:
    """Return a matrix of 100 drivers and 100 features, whose every level is misspelt."""
    drivers = "".join(f"[driver.d{one}]\ntitle=Driver {one}\n" for one in range(SIDE))
    levels = "".join(f"driver.d{one}=compelte\n" for one in range(SIDE))
    features = (
        f"[operation.f{one}]\ntitle=Feature {one}\nstatus=optional\n{levels}" for one in range(SIDE)
    )
    return drivers + "".join(features)


def median(runs: int, work: Callable[[], object]) -> float:
    """Return the median time of *runs* runs of *work*, in milliseconds."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


def linted(text: str) -> tuple[Source, list[Diagnostic]]:
    """Return *text* as a source, and what is found in it."""
    source = Source.from_bytes(PATH, text.encode())
    return source, lint(source, Settings())


def main(runs: int) -> None:
    """Print the engine's time, and of each format its time and its share of that."""
    text = matrix()
    source, rows = linted(text)
    report = Report(rows, paths=[PATH], lines={PATH: source.lines}, rules=ALL, version=__version__)
    engine = median(runs, lambda: linted(text))
    sys.stdout.write(f"{len(rows)} diagnostics, median of {runs}, {sys.version.split()[0]}\n")
    sys.stdout.write(f"{'engine':<12}{engine:8.1f} ms\n")
    for name in FORMATS:
        render(name, report)  # so that its modules are imported
        own = median(runs, lambda name=name: render(name, report))  # type: ignore[misc]
        sys.stdout.write(f"{name:<12}{own:8.1f} ms {own / engine:8.2f}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
