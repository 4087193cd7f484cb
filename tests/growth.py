"""How time grows with the size of what is worked on, whatever the speed of the machine."""

from collections.abc import Callable
from time import process_time

# What is linear takes FACTOR times as long for FACTOR times as much, what is quadratic
# FACTOR * FACTOR times. Between the two there is room for the noise of a busy machine.
FACTOR = 4
MOST = FACTOR * 2
TRIES = 3


def assert_linear(work: Callable[[int], object], size: int) -> None:
    """
    Assert that *work* takes about FACTOR times as long for FACTOR times *size*.

    *size* is chosen such that the smaller run takes some 10 ms at least. The time is that of
    the processor, and the quickest of several runs counts.
    """
    ratios = []
    for _ in range(TRIES):
        small = measure(work, size)
        ratios.append(measure(work, size * FACTOR) / small)
        if ratios[-1] <= MOST:
            return
    raise AssertionError(f"{FACTOR} times the size takes {min(ratios):.1f} times as long")


def measure(work: Callable[[int], object], size: int) -> float:
    """Return the processor time in seconds that *work* takes for *size*."""
    start = process_time()
    work(size)
    return max(process_time() - start, 1e-4)
