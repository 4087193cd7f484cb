"""The model of the ``grades`` dialect: backends with grades, without features."""

from collections.abc import Iterator
from typing import NamedTuple

from matrixlint.model.feature import Driver
from matrixlint.syntax.document import Document, Entry, Section

_BACKEND = "backends."
_GRADES = "grades"
_VALID = "valid-grades"


class Grades(NamedTuple):
    """
    The backends and grades of a file.

    *valid* are the valid grades, in the order of the list, *list_entry* is the entry of that
    list; *backends* and *grades* are the sections by backend (in lower case) and by grade.
    """

    valid: tuple[str, ...]
    list_entry: Entry | None
    backends: dict[str, Section]
    grades: dict[str, Section]

    def statuses(self) -> Iterator[Entry]:
        """Yield the entries of the known statuses of the backends."""
        for section in self.backends.values():
            if "status" in section.values and section.is_known("status"):
                yield section.entry("status")

    def find_drivers_without_section(self, drivers: tuple[Driver, ...]) -> list[Driver]:
        """Return the declared backends that have no section."""
        return [driver for driver in drivers if driver.name not in self.backends]


def build_grades(document: Document) -> Grades:
    """Build the model of the backends and grades in *document*."""
    by_name = {section.name: section for section in document.sections if section.name}
    list_section = by_name.get(_GRADES)
    has_list = list_section is not None and _VALID in list_section.values
    list_entry = list_section.entry(_VALID) if list_section and has_list else None
    items = list_entry.value.split(",") if list_entry else []
    key = document.dialect.declaring_keys if document.dialect else ""
    prefix = f"{_BACKEND}{key}"
    return Grades(
        tuple(grade.strip() for grade in items if grade.strip()),
        list_entry,
        {
            name.removeprefix(prefix).lower(): section
            for name, section in by_name.items()
            if name.startswith(prefix)
        },
        {
            name.removeprefix(f"{_GRADES}."): section
            for name, section in by_name.items()
            if name.startswith(f"{_GRADES}.")
        },
    )
