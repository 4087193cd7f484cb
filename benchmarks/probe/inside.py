"""
How long the work itself takes, without the start: the last line on the standard error.

The first word says whose work: ``iniconfig`` or ``matrixlint``; the others name files.
"""

import sys
import time
from importlib import import_module


def iniconfig(paths: list[str]) -> float:
    """Return the seconds that iniconfig takes to parse the files."""
    from iniconfig import IniConfig

    started = time.perf_counter()
    for path in paths:
        IniConfig(path)
    return time.perf_counter() - started


def matrixlint(paths: list[str]) -> float:
    """Return the seconds that the command takes for the files, once it is imported."""
    # This is the command as it runs: with what it asks of the collector of garbage.
    import_module("matrixlint.__main__")
    from matrixlint.cli import main

    main(["--quiet", __file__])
    started = time.perf_counter()
    main(paths)
    return time.perf_counter() - started


if __name__ == "__main__":
    seconds = {"iniconfig": iniconfig, "matrixlint": matrixlint}[sys.argv[1]](sys.argv[2:])
    sys.stderr.write(f"{seconds}\n")
