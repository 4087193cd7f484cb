"""
Lint matrices on many machines: a path a line on the standard input, JSON lines on the output.

``python cluster.py < paths`` starts a cluster of this machine's processors, ``python cluster.py
ADDRESS < paths`` uses the one at that address, whose machines see the same paths.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from typing import NamedTuple

from dask.distributed import Client, Future, KilledWorker, LocalCluster, wait

from matrixlint import lint_text
from matrixlint.output.formats import render
from matrixlint.output.report import Report


class Answer(NamedTuple):
    """What became of a file: its findings as JSON lines, or why there are none."""

    path: str
    lines: str = ""
    failure: str | None = None


def linted(path: str) -> Answer:
    """Lint the file at *path*: a pure function of it, so it may run anywhere."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as stream:
            found = lint_text(stream.read(), path)
    except OSError as error:
        return Answer(path, failure=str(error))
    return Answer(path, render("jsonl", Report(found)))


def answers(
    client: Client, paths: Sequence[str], work: Callable[[str], Answer] = linted
) -> Iterator[Answer]:
    """Yield what *work* makes of each of *paths*, in their order, whoever comes first."""
    futures = client.map(work, paths, pure=False, retries=0)
    for path, future in zip(paths, futures, strict=True):
        if isinstance(future.exception(), KilledWorker):
            # What waits beside a deadly file is blamed with it: alone, each answers for itself.
            wait(futures)
            yield answer(path, client.submit(work, path, pure=False))
        else:
            yield answer(path, future)


def answer(path: str, future: Future) -> Answer:
    """Return the result of *future*, or what became of the file at *path* instead."""
    error = future.exception()
    return Answer(path, failure=repr(error)) if error else future.result()


def main(words: Sequence[str], work: Callable[[str], Answer] = linted) -> int:
    """Print what is found in the files; 1 where that is anything, 2 where one was not linted."""
    paths = sys.stdin.read().splitlines()
    status = 0
    with ExitStack() as opened:
        address = words[0] if words else opened.enter_context(LocalCluster(dashboard_address=None))
        client = opened.enter_context(Client(address))
        for answer in answers(client, paths, work):
            sys.stdout.write(answer.lines)
            if answer.failure:
                sys.stderr.write(f"{answer.path}: {answer.failure}\n")
            status = max(status, 2 if answer.failure else 1 if answer.lines else 0)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
