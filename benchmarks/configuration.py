"""
What a configuration adds to the time of a run: whole processes in turn, medians, ratio.

Run it with an installed matrixlint: ``python benchmarks/configuration.py [RUNS]``.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MATRIX = os.path.join(HERE, os.pardir, "examples", "nova-2016", "support-matrix.ini")
CONFIGURATION = """\
ignore = ["MX404"]
fail-on = "error"
statuses = { required = "required" }
levels = { incomplete = "missing" }
fields = ["bug"]

[severity]
partial-without-notes = "info"

[per-file-ignores]
"old/*" = ["MX4"]
"""


def seconds(folder: str, *words: str) -> float:
    """Return the time of one run of the command in *folder*, start to end."""
    command = [sys.executable, "-m", "matrixlint", *words, os.path.join(folder, "matrix.ini")]
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603  our own
    return time.perf_counter() - started


def main(runs: int) -> None:
    """Print the medians of *runs* runs without and with a configuration, and their ratio."""
    with open(MATRIX, encoding="utf-8") as file:
        matrix = file.read()
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("matrix.ini", matrix), ("matrixlint.toml", CONFIGURATION)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        seconds(folder)  # so that bytecode is compiled and files are in memory
        pairs = [(seconds(folder, "--isolated"), seconds(folder)) for _ in range(runs)]
    without, with_it = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(second / first for first, second in pairs)
    version = sys.version.split()[0]
    sys.stdout.write(
        f"without a configuration  {without * 1000:7.1f} ms\n"
        f"with one                 {with_it * 1000:7.1f} ms\n"
        f"ratio, run by run        {ratio:7.2f}      median of {runs}, Python {version}\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
