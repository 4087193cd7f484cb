"""Builds the drivers of a matrix, also from broken declarations."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from matrixlint.model.feature import Driver
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import DEFAULT, Entry, Section
from matrixlint.text.invisible import strip_invisible


def build_drivers(matrix: Matrix, dialect: Dialect) -> set[int]:
    """Fill in the drivers of *matrix*; return the ids of their sections."""
    document = matrix.document
    declared: dict[str, Driver] = {}
    used: set[int] = set()

    @cache
    def get_keys() -> frozenset[str]:
        return frozenset().union(*(section.values for section in document.sections))

    for section in document.sections:
        for driver in _resolve_section(section, dialect, matrix, get_keys):
            declared.setdefault(driver.name, driver)
            used.add(id(section))
    for other in document.dialects if dialect.has_features else ():
        if other.has_features and other.name != dialect.name:
            _resolve_other_dialect(other, declared, used, matrix)
    used.update(map(id, _find_declaring_sections(document.sections, dialect)))
    matrix.drivers = tuple(declared.values())
    for index, driver in enumerate(matrix.drivers):
        driver.index = index
        driver.cell_key = (*dialect.entry_prefixes, "")[0] + driver.name
        driver.note_key = (*dialect.note_prefixes, "")[0] + driver.name
    return used


def _is_declaring(section: Section, dialect: Dialect) -> bool:
    return section.name is not None and dialect.declares(section.name)


def _find_declaring_sections(sections: Iterable[Section], dialect: Dialect) -> list[Section]:
    declares = dialect.declares
    return [each for each in sections if each.name is not None and declares(each.name)]


def _resolve_other_dialect(
    other: Dialect, declared: dict[str, Driver], used: set[int], matrix: Matrix
) -> None:
    places: list[Entry | Section] = []
    for section in _find_declaring_sections(matrix.document.sections, other):
        if id(section) in used:
            continue
        for driver in _find_drivers(section, section.name or "", other):
            declared.setdefault(driver.name, driver)
            places.append(driver.place)
            used.add(id(section))
    if places:
        # Imported late: few files have items of two dialects.
        from matrixlint.model.problems import OtherDialectItems

        matrix.other_dialect_items.append(OtherDialectItems(other, tuple(places)))


def _resolve_section(
    section: Section, dialect: Dialect, matrix: Matrix, get_keys: Callable[[], frozenset[str]]
) -> Iterator[Driver]:
    """Yield the drivers that *section* declares, also if its name is misspelt."""
    if _is_declaring(section, dialect):
        _resolve_fields(section, dialect, matrix)
        yield from _find_drivers(section, section.name or "", dialect)
    elif section.name and section.name != DEFAULT:
        suggestion = _find_suggestion(section.name, dialect, get_keys)
        if suggestion and _may_declare(section, dialect):
            # Imported late: few declarations are misspelt.
            from matrixlint.model.problems import UnrenderedSection

            matrix.unrendered_sections.append(UnrenderedSection(section, suggestion, declares=True))
            _resolve_fields(section, dialect, matrix)
            yield from _find_drivers(section, suggestion, dialect)


def _find_suggestion(
    name: str, dialect: Dialect, get_keys: Callable[[], frozenset[str]]
) -> str | None:
    """Return the suggestion for a section's name, preferably with entries."""
    names = dialect.suggest_declarations(name)
    if not names:
        return None
    used = (
        name
        for name in names
        for prefix in dialect.entry_prefixes
        if prefix + name.removeprefix(dialect.declaration) in get_keys()
    )
    return next(used, names[0])


def _find_drivers(section: Section, name: str, dialect: Dialect) -> Iterator[Driver]:
    """Yield the drivers that *section* with the written or suggested *name* declares."""
    if dialect.declaring_keys:
        for key in section.values:
            if key.startswith(dialect.declaring_keys):
                entry = section.entry(key)
                driver = strip_invisible(key.removeprefix(dialect.declaring_keys))
                yield Driver(driver, entry, entry, dialect)
        return
    name = name.removeprefix(dialect.declaration)
    if dialect.label and dialect.label in section.values:
        name = section.values[dialect.label]
    yield Driver(name, section, _get_title(section), dialect)


def _get_title(section: Section) -> Entry | None:
    return section.entry("title") if "title" in section.values else None


def _may_declare(section: Section, dialect: Dialect) -> bool:
    """Return whether the keys of *section* may be those of a declaration."""
    inherited = {key for key, origin in section.origins.items() if origin.name == DEFAULT}
    keys = section.values.keys() - inherited
    if dialect.declaring_keys:
        return all(key.startswith(dialect.declaring_keys) for key in keys)
    entries = tuple(filter(None, dialect.entry_prefixes))
    if keys & (dialect.fields - dialect.driver_fields):
        return False
    return not any(key.startswith(entries) for key in keys)


def _resolve_fields(section: Section, dialect: Dialect, matrix: Matrix) -> None:
    """Resolve and record the unknown keys of a declaring section."""
    if not dialect.has_features:
        return
    prefix = dialect.declaring_keys
    fields = {*dialect.driver_fields, *filter(None, [dialect.label])}
    for entry in list(section.entries()):
        key = strip_invisible(entry.key)
        if key in fields or (prefix and key.startswith(prefix)):
            if key not in section.values:
                section.alias(entry.key, key)
            continue
        # Imported late: most declarations have known keys only.
        from matrixlint.model.builder.driver_fields import resolve_unknown_field

        matrix.unknown_fields.append(resolve_unknown_field(entry, section, fields, prefix))


def may_have_hidden_drivers(matrix: Matrix, dialect: Dialect | None) -> bool:
    """Return whether a declaration may be missing because of a syntax error."""
    document = matrix.document
    unnamed = [section for section in document.sections if section.name is None]
    if dialect is None:
        return any(section.values for section in unnamed)
    if any(dialect.declares(name) for name in document.hidden_sections):
        return True
    if dialect.declaring_keys and any(
        section.is_incomplete for section in document.sections if _is_declaring(section, dialect)
    ):
        return True
    return any(section.values and not _has_levels(section, dialect) for section in unnamed)


def _has_levels(section: Section, dialect: Dialect) -> bool:
    """Return whether a section of unknown name is a feature, by its keys or values."""
    if not dialect.status_fields.keys().isdisjoint(section.values):
        return True
    return not dialect.levels.keys().isdisjoint(section.values.values())
