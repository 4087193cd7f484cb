"""The exit status of ``matrixlint check``."""

from matrixlint.cli.check.options import Options
from matrixlint.linter.result import RunResult

FAILED = 2


def choose_exit_status(options: Options, result: RunResult) -> int:
    """
    Return the exit status of a run with *result*.

    It is 2 if a file could not be linted or written, or an option is wrong; 1 if a diagnostic
    reaches the limit, or fixes are shown; else 0.
    """
    if result.details:
        return FAILED
    fails = result.fails and not options.fix_only
    return int((fails or bool(result.diff)) and not options.exit_zero)
