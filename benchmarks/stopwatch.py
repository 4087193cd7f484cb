"""Contenders run in turn, each in a process of its own: their times, and their memory."""

import os
import statistics
import subprocess
import time
from typing import NamedTuple

from contender import Contender

_KIB = 1024


class Sample(NamedTuple):
    """One run: the seconds it took, and the bytes of memory it held at its peak."""

    seconds: float
    bytes: int


Samples = dict[str, list[Sample]]


def measured(contenders: list[Contender], runs: int) -> Samples:
    """Return *runs* samples of each of *contenders*, after one that does not count."""
    found: Samples = {each.name: [] for each in contenders}
    for number in range(runs + 1):
        for each in contenders:
            sample = _sample(each)
            if number:
                found[each.name].append(sample)
    return found


def median(samples: list[Sample], of: str) -> float:
    """Return the median of the samples' *of*."""
    found: float = statistics.median(getattr(sample, of) for sample in samples)
    return found


def least(samples: list[Sample], of: str) -> float:
    """Return the least of the samples' *of*: what the machine's other work adds is not in it."""
    found: float = min(getattr(sample, of) for sample in samples)
    return found


def _sample(contender: Contender) -> Sample:
    error = subprocess.PIPE if contender.tells else subprocess.DEVNULL
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  our own commands
        contender.words, cwd=contender.folder, stdout=subprocess.DEVNULL, stderr=error
    )
    told = process.stderr.read() if process.stderr else b""
    # This is getrusage of the one child, and of those that it has waited for.
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.stderr:
        process.stderr.close()
    # Findings make it 1; what is more is a failure.
    if process.returncode not in (0, 1):
        raise SystemExit(f"{contender.name} failed: {' '.join(contender.words)}")
    return Sample(float(told.split()[-1]) if told else seconds, usage.ru_maxrss * _KIB)
