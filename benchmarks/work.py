"""The files that are measured on, made in a folder of their own."""

import os
import subprocess
import sys
from typing import NamedTuple

from matrix import Size, write

HERE = os.path.dirname(os.path.abspath(__file__))
PROBES = os.path.join(HERE, "probe")
# Nova's matrix of 2016; the same as the renderer reads it, and its data for other tools.
NOVA, PAGE, YAML, JSON, SCHEMA = "nova.ini", "page.ini", "nova.yaml", "nova.json", "schema.json"
LARGE, TENTH, DOUBLE = "large.ini", "tenth.ini", "double.ini"
# The folder of small matrices.
MANY = "many"
_EXAMPLE = os.path.join(HERE, os.pardir, "examples", "nova-2016", "support-matrix.ini")
_REAL = "nova-2025-02-support-matrix.ini"


class Scale(NamedTuple):
    """
    How large the work is: a matrix, a folder of *files* small ones, a report.

    *reported* is the number of drivers and of features whose cells are all reported.
    """

    large: Size
    small: Size
    files: int
    reported: int


FULL = Scale(Size(200, 1000), Size(12, 40), 450, 100)
QUICK = Scale(Size(10, 40), Size(3, 20), 3, 5)


class Work(NamedTuple):
    """The folder of the files; *real* is Nova's matrix of 2025, where the corpus is at hand."""

    folder: str
    real: str | None
    reported: int

    def path(self, name: str) -> str:
        """Return where the file *name* is."""
        return os.path.join(self.folder, name)


def make(folder: str, scale: Scale) -> Work:
    """Write all files into *folder* and return where they are."""
    work = Work(folder, _real(), scale.reported)
    with open(_EXAMPLE, "rb") as source, open(work.path(NOVA), "wb") as target:
        target.write(source.read())
    _convert(folder)
    drivers, features = scale.large
    _write(work.path(LARGE), scale.large)
    _write(work.path(TENTH), Size(drivers, features // 10))
    _write(work.path(DOUBLE), Size(drivers, features * 2))
    os.mkdir(work.path(MANY))
    for number in range(scale.files):
        name = f"support-matrix-{number:03}.ini"
        _write(os.path.join(work.path(MANY), name), scale.small, number)
    return work


def _real() -> str | None:
    path = os.path.join(os.environ.get("MATRIXLINT_CORPUS", ""), _REAL)
    return os.path.abspath(path) if os.path.exists(path) else None


def _write(path: str, size: Size, seed: int = 0) -> None:
    with open(path, "w", encoding="utf-8") as stream:
        write(stream, size, seed)


def _convert(folder: str) -> None:
    """Let another process do it: children begin as large as this one is."""
    script = os.path.join(PROBES, "convert.py")
    words = [sys.executable, script, NOVA, PAGE, YAML, JSON, SCHEMA]
    subprocess.run(words, cwd=folder, check=True)  # noqa: S603  our own
