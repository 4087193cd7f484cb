"""Entry point of the process: ``matrixlint`` and ``python -m matrixlint``."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

# Parsing and linting create no reference cycles, and garbage collection takes a sixth of the
# time. Other garbage is collected between files.
gc.disable()

try:
    from matrixlint.cli import INTERRUPTED, main
except KeyboardInterrupt:
    # Nothing has been done yet, and there is nothing to report.
    os._exit(130)


def process() -> NoReturn:
    """Run the command with the arguments of the process, and exit with its status."""
    status = INTERRUPTED
    # An interrupt may also arrive while an error is being reported.
    with suppress(KeyboardInterrupt):
        status = main()
        for stream in (sys.stdout, sys.stderr):
            # A stream may be closed or None; failed output has been reported already.
            with suppress(AttributeError, OSError, ValueError):
                stream.flush()
    # The teardown of modules by sys.exit takes 5 ms.
    os._exit(status)


if __name__ == "__main__":
    process()
