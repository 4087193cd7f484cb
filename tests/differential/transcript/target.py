"""
Where the page of a matrix of the dialect "target" fails.

This is a transcription of the Sphinx extension doc/ext/feature_matrix.py of OpenStack Nova,
release 34.0.0. It reads the same options in the same order and raises where the original
raises, with the same type and message. It makes no page: nothing in the making of one can
fail.
"""

from configparser import ConfigParser

from tests.differential.transcript.reading import (
    check_complete,
    check_level,
    get_if_present,
    refuse,
)

# The original passes over this section, though it has another way to declare drivers.
UNREAD = "targets"
DECLARING = "target."
ENTRY = "driver-impl-"
NOTE = "driver-notes-"
MATURITIES = ("incomplete", "experimental", "complete", "deprecated")
FIELDS = ("notes", "cli", "api_doc_link", "admin_doc_link", "tempest_test_uuids")


def read(parser: ConfigParser) -> None:
    """Raise what the original raises on what *parser* has read."""
    drivers = [_read_driver(parser, name) for name in parser.sections() if _declares(name)]
    for section in parser.sections():
        # Every other section is a feature, whatever its name.
        if section == UNREAD or _declares(section):
            continue
        _read_feature(parser, section)
        check_complete(drivers, _read_entries(parser, section, drivers), section)


def _declares(section: str) -> bool:
    """Say whether the section of this name declares a driver."""
    return section.startswith(DECLARING)


def _read_driver(parser: ConfigParser, section: str) -> str:
    """Return the name of the driver that *section* declares, capitals and all."""
    parser.get(section, "title")
    # It may be empty, but it has to be there.
    parser.get(section, "link")
    return section.removeprefix(DECLARING)


def _read_feature(parser: ConfigParser, section: str) -> None:
    """Read the fields of a feature; a status is none of them."""
    if not parser.has_option(section, "title"):
        refuse(f"'title' field missing in '[{section}]' section")
    parser.get(section, "title")
    if parser.has_option(section, "maturity"):
        maturity = parser.get(section, "maturity").lower()
        if maturity not in MATURITIES:
            refuse(
                f"'maturity' field value '{maturity}' in ['{section}']"
                f"section must be {','.join(MATURITIES)}"
            )
    get_if_present(parser, section, *FIELDS)


def _read_entries(parser: ConfigParser, section: str, drivers: list[str]) -> set[str]:
    """Return the drivers that a feature has entries for, with the prefix or without."""
    found = set()
    for key in parser.options(section):
        # The prefix is taken out wherever it stands in the key.
        name = key.replace(ENTRY, "")
        if name in drivers:
            # Behind the level may stand the release that it is from.
            check_level(key, parser.get(section, key).partition(":")[0], section)
            # The length of the prefix is cut off a key without one, too.
            get_if_present(parser, section, NOTE + key[len(ENTRY) :])
            found.add(name)
        elif key.startswith(ENTRY):
            refuse(f"Driver impl '{key}' in '[{section}]' not declared")
    return found
