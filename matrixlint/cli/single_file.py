"""Load the only file of a subcommand, with its settings."""

from matrixlint.cli.streams import read_stdin
from matrixlint.config.files import Finder
from matrixlint.config.settings import CliOverrides
from matrixlint.errors import MatrixlintError
from matrixlint.linter.discovery import Discovery, Target
from matrixlint.text.files import read_file

STDIN = "-"


def load_target(name: str, finder: Finder, *, dialect: str | None = None) -> Target:
    """
    Return the target of the file *name*, or of the standard input if it is ``-``.

    Its *data* are read. Raise MatrixlintError if it or its configuration cannot be read.
    """
    is_stdin = name == STDIN
    data = read_stdin() if is_stdin else read_file(name)
    discovery = Discovery(finder, CliOverrides(dialect=dialect))
    discovery.add_text(None if is_stdin else name, data)
    if discovery.details:
        raise MatrixlintError(*discovery.details)
    return discovery.targets[0]
