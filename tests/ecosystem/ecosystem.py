"""
The matrices of OpenStack's projects, linted and held against what was found before.

Run it as ``python -m tests.ecosystem.ecosystem``, with ``--update`` to write what is found now
into snapshot.tsv, and with a folder that keeps what is downloaded (35 MB). The exit status is 1
where something differs, or where the renderer fails on what is told to be no error.
"""

import argparse
import os
import subprocess
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from tempfile import TemporaryDirectory
from typing import NamedTuple

from matrixlint import Severity, load
from matrixlint.config.settings import INCLUDE, Settings
from matrixlint.linter.lint import lint_or_raise
from matrixlint.rules.registry import ALL
from matrixlint.text.source import Source
from tests.differential.renderer import render

HERE = os.path.dirname(os.path.abspath(__file__))
SDISTS = os.path.join(HERE, "sdists.txt")
SNAPSHOT = os.path.join(HERE, "snapshot.tsv")
EVERYTHING = Settings(codes=frozenset(rule.code for rule in ALL))


class Matrix(NamedTuple):
    """A matrix of an sdist: its path, which begins with the sdist's name, and its bytes."""

    path: str
    data: bytes


class Row(NamedTuple):
    """A finding as the snapshot knows it; its line is 1-based."""

    path: str
    line: int
    code: str

    def __str__(self) -> str:
        return f"{self.path}\t{self.line}\t{self.code}"


def download(folder: str) -> None:
    """Put the sdists into *folder*, which may have some already; pip's failure is ours."""
    words = ("download", "--quiet", "--no-deps", "--no-binary", ":all:", "--dest", folder)
    subprocess.run([sys.executable, "-m", "pip", *words, "--requirement", SDISTS], check=True)


def matrices(folder: str) -> Iterator[Matrix]:
    """Yield the matrices of the sdists in *folder*, which are read and never unpacked."""
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".tar.gz"):
            continue
        with tarfile.open(os.path.join(folder, name)) as archive:
            members = sorted(archive.getmembers(), key=lambda each: each.name)
            for member in members:
                stream = archive.extractfile(member) if is_matrix(member) else None
                if stream:
                    yield Matrix(member.name, stream.read())


def is_matrix(member: tarfile.TarInfo) -> bool:
    """Say whether *member* of an archive is a file that a folder would be searched for."""
    name = os.path.basename(member.name)
    return member.isfile() and any(fnmatchcase(name, pattern) for pattern in INCLUDE)


def rows(matrix: Matrix) -> list[Row]:
    """Return what all rules find in *matrix*."""
    found = lint_or_raise(Source.from_bytes(matrix.path, matrix.data), EVERYTHING)
    return [Row(row.path, row.line, row.code) for row in found]


def disagreements(matrix: Matrix) -> Iterator[str]:
    """Yield what the renderer of the dialect ``driver`` thinks otherwise of *matrix*."""
    text = matrix.data.decode()
    dialect = load(text).dialect
    if dialect is None or dialect.name != "driver":
        return
    found = lint_or_raise(Source.from_bytes(matrix.path, matrix.data), Settings())
    errors = [row.code for row in found if row.severity is Severity.ERROR]
    try:
        render(text)
    except Exception as error:  # noqa: BLE001  the renderer raises whatever it comes upon
        if not errors:
            yield f"{matrix.path}: the renderer fails, no error is told: {error}"


def changes(old: Iterable[Row], new: Iterable[Row]) -> list[str]:
    """Return the rows that are gone and those that have come, as a diff would show them."""
    before, after = Counter(old), Counter(new)
    gone = [(row, f"-{row}") for row in (before - after).elements()]
    come = [(row, f"+{row}") for row in (after - before).elements()]
    return [line for _, line in sorted([*gone, *come])]


def read(path: str) -> list[Row]:
    """Return the rows of the snapshot at *path*."""
    with open(path, encoding="utf-8") as stream:
        parts = [line.rstrip("\n").split("\t") for line in stream]
    return [Row(name, int(line), code) for name, line, code in parts]


def write(path: str, found: Iterable[Row]) -> None:
    """Make *found* the snapshot at *path*."""
    with open(path, "w", encoding="utf-8") as stream:
        stream.writelines(f"{row}\n" for row in sorted(found))


def main(words: Sequence[str]) -> int:
    """Do what *words* say and return the exit status."""
    parser = argparse.ArgumentParser(description="Lint the matrices of OpenStack's projects.")
    parser.add_argument("--update", action="store_true", help="write the snapshot anew")
    parser.add_argument("folder", nargs="?", help="where the sdists are kept")
    options = parser.parse_args(words)
    with TemporaryDirectory() as passing:
        folder = options.folder or passing
        os.makedirs(folder, exist_ok=True)
        download(folder)
        every = list(matrices(folder))
    return verdict(every, SNAPSHOT, update=options.update)


def verdict(every: Sequence[Matrix], snapshot: str, *, update: bool) -> int:
    """Print what has changed since *snapshot*, and where the renderer disagrees; 1 for any."""
    found = [row for matrix in every for row in rows(matrix)]
    odd = [line for matrix in every for line in disagreements(matrix)]
    news = [] if update else changes(read(snapshot), found)
    if update:
        write(snapshot, found)
    lines = [*news, *odd, f"{len(every)} matrices, {len(found)} findings"]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if news or odd else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
