"""The command as a process of its own: ``matrixlint`` and ``python -m matrixlint``."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

# Reading and linting make no circles of objects, and looking for some takes a sixth of the time.
# What the rest leaves behind is looked for between the files.
gc.disable()

try:
    from matrixlint.cli import INTERRUPTED, main
except KeyboardInterrupt:
    # Nothing has been done yet, and there is nothing to tell.
    os._exit(130)


def process() -> NoReturn:
    """Run the command with the words of the process, and end that with its exit status."""
    status = INTERRUPTED
    # It may come while another end of the run is being told.
    with suppress(KeyboardInterrupt):
        status = main()
        for stream in (sys.stdout, sys.stderr):
            # A stream may be closed, or be none; what could not be printed has been told.
            with suppress(AttributeError, OSError, ValueError):
                stream.flush()
    # To take all modules down, as sys.exit does, takes 5 ms.
    os._exit(status)


if __name__ == "__main__":
    process()
