"""
Where the page of a matrix of the dialect "grades" fails.

This is a transcription of the Sphinx extension doc/ext/support_matrix.py of OpenStack
Designate, release 23.0.0. It reads the same options in the same order and raises where the
original raises, with the same type and message. Of the making of the page it has what can
fail.
"""

from configparser import ConfigParser, NoOptionError

from tests.differential.transcript.reading import refuse

DECLARING = "backends"
ENTRY = "backend-impl-"
# Of a backend's name: the backend and its variation.
MOST_PARTS = 2
BACKEND_FIELDS = ("type", "notes", "repository", "maintainers")
GRADE_FIELDS = ("title", "notes", "in-tree", "css-class")
# The backends that come with this release, and the grades that their code gives itself.
INSTALLED = {
    "bind9": "integrated",
    "pdns4": "integrated",
    **dict.fromkeys(
        ("akamai_v2", "designate", "dynect", "fake", "infoblox", "ns1", "nsd4"), "untested"
    ),
}


class NoMatches(RuntimeError):  # noqa: N818  stevedore calls it so
    """There is no backend of this name in the release."""

    def __init__(self, name: str) -> None:
        super().__init__(f"No 'designate.backend' driver found, looking for {name!r}")


def read(parser: ConfigParser) -> None:
    """Raise what the original raises on what *parser* has read."""
    # A section that is missing fails here.
    keys = [key for key in parser.options(DECLARING) if key.startswith(ENTRY)]
    statuses = [_read_backend(parser, key, is_first=key == keys[0]) for key in keys]
    # What is between the commas is the name of a section as it stands, blanks and all.
    grades = parser.get("grades", "valid-grades").split(",")
    for grade in grades:
        for field in GRADE_FIELDS:
            parser.get(f"grades.{grade}", field)
    for status in statuses:
        if status not in grades:
            raise KeyError(status)


def _read_backend(parser: ConfigParser, key: str, *, is_first: bool) -> str:
    """Return the status of the backend that *key* declares; *is_first* of all backends."""
    parser.get(DECLARING, key)
    name = key.removeprefix(ENTRY)
    section = f"{DECLARING}.{key}"
    try:
        status = parser.get(section, "status")
    except NoOptionError:
        status = _find_status(parser, section, name, is_first=is_first)
    if name.count("-") >= MOST_PARTS:
        # The original names this section, though it has read another.
        refuse(f"'{key}' field is malformed in '[DEFAULT]' section")
    parser.getboolean(section, "in-tree")
    for field in BACKEND_FIELDS:
        parser.get(section, field)
    return status


def _find_status(parser: ConfigParser, section: str, name: str, *, is_first: bool) -> str:
    """
    Return the status of a backend that has none in the file.

    Only of the type "xfr" are there backends with code to ask. For others, the original
    asks the variable that would have held it: unbound for the first backend of the file,
    and later on the row of the backend before.
    """
    if parser.get(section, "type") == "xfr":
        code = name.partition("-")[0]
        if code not in INSTALLED:
            raise NoMatches(code)
        return INSTALLED[code]
    if is_first:
        raise UnboundLocalError(
            "cannot access local variable 'backend' where it is not associated with a value"
        )
    raise AttributeError("'SupportMatrixBackend' object has no attribute '__backend_status__'")
