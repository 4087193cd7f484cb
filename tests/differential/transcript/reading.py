"""What the transcriptions of renderers share."""

from configparser import ConfigParser
from typing import NoReturn

LEVELS = ("complete", "partial", "missing", "unknown")


def refuse(message: str) -> NoReturn:
    """Raise *message* as the originals do, which have no exceptions of their own."""
    raise Exception(message)  # noqa: TRY002


def get_if_present(parser: ConfigParser, section: str, *keys: str) -> None:
    """
    Read the values of *keys* that *section* has, in this order.

    Nothing is done with them, but a value is interpolated when it is read, which may fail.
    """
    for key in keys:
        if parser.has_option(section, key):
            parser.get(section, key)


def check_level(key: str, level: str, section: str) -> None:
    """Raise where *level*, which stands at *key* in *section*, is no level."""
    if level not in LEVELS:
        refuse(f"'{key}' value '{level}' in '[{section}]' section must be {','.join(LEVELS)}")


def check_complete(drivers: list[str], found: set[str], section: str) -> None:
    """Raise where one of *drivers* is not among those *found* in *section*."""
    for name in drivers:
        if name not in found:
            refuse(f"'{name}' missing in '[{section}]' section")
