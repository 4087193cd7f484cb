"""
Where the page of a matrix of the dialect "targets" fails.

This is a transcription of the Sphinx extension doc/ext/support_matrix.py of OpenStack Nova,
release 16.1.7, the last one to have it, as Python 3 runs it. It reads the same options in
the same order and raises where the original raises, with the same type and message. It
makes no page: nothing in the making of one can fail.
"""

from configparser import ConfigParser

from tests.differential.transcript.reading import (
    check_complete,
    check_level,
    get_if_present,
    refuse,
)

DECLARING = "targets"
ENTRY = "driver-impl-"
NOTE = "driver-notes-"
# Of a driver's name: the driver, its hypervisor, its architecture.
MOST_PARTS = 3
STATUSES = ("mandatory", "choice", "condition", "optional")
# The original has no value for the group of a feature until it has read one status. Python's
# own words about that:
UNBOUND = "cannot access local variable 'group' where it is not associated with a value"


def read(parser: ConfigParser) -> None:
    """Raise what the original raises on what *parser* has read."""
    drivers = _read_drivers(parser)
    has_group = False
    for section in parser.sections():
        # Every other section is a feature, whatever its name.
        if section == DECLARING:
            continue
        has_group |= parser.has_option(section, "status")
        _read_feature(parser, section, has_group=has_group)
        check_complete(drivers, _read_entries(parser, section, drivers), section)


def _read_drivers(parser: ConfigParser) -> list[str]:
    """Return the names of the drivers, as far as they go: in lower case."""
    drivers = []
    # A section that is missing fails here.
    for key in parser.options(DECLARING):
        if not key.startswith(ENTRY):
            continue
        parser.get(DECLARING, key)
        name = key.removeprefix(ENTRY)
        if name.count("-") >= MOST_PARTS:
            # The original names this section, though it has read another.
            refuse(f"'{key}' field is malformed in '[DEFAULT]' section")
        drivers.append(name)
    return drivers


def _read_feature(parser: ConfigParser, section: str, *, has_group: bool) -> None:
    """Read the fields of a feature; *has_group* says whether a status has been read."""
    if not parser.has_option(section, "title"):
        refuse(f"'title' field missing in '[{section}]' section")
    parser.get(section, "title")
    if parser.has_option(section, "status"):
        # What stands in the parentheses is shown, and not looked at.
        status = parser.get(section, "status").partition("(")[0]
        if status not in STATUSES:
            refuse(
                f"'status' field value '{status}' in ['{section}']"
                f"section must be {','.join(STATUSES)}"
            )
    get_if_present(parser, section, "notes", "cli")
    if not has_group:
        raise UnboundLocalError(UNBOUND)


def _read_entries(parser: ConfigParser, section: str, drivers: list[str]) -> set[str]:
    """Return the drivers that a feature has entries for."""
    found = set()
    for key in parser.options(section):
        if not key.startswith(ENTRY):
            continue
        name = key.removeprefix(ENTRY)
        if name not in drivers:
            refuse(f"Driver impl '{key}' in '[{section}]' not declared")
        check_level(key, parser.get(section, key), section)
        get_if_present(parser, section, NOTE + name)
        found.add(name)
    return found
