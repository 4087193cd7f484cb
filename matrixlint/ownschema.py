"""A project's own schema of its matrix, as a value."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class OwnSchema(NamedTuple):
    """The schema in the file *path*, a whole path; it has been found to be one."""

    path: str
    content: Mapping[str, Any]
