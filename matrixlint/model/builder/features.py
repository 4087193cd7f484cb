"""Builds the features of a matrix, with their levels and statuses."""

from matrixlint.model.builder.known_keys import KnownKeys
from matrixlint.model.feature import Feature
from matrixlint.model.matrix import Matrix
from matrixlint.model.status import StatusParser
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import DEFAULT, Section
from matrixlint.text.invisible import strip_invisible


class UnknownKeys:
    """The unknown keys of a feature, in file order."""

    __slots__ = ("feature", "keys")

    def __init__(
        self,
        feature: Feature,
        keys: list[str],
    ) -> None:
        self.feature = feature
        self.keys = keys


def build_features(matrix: Matrix, declaring: set[int], known_keys: KnownKeys) -> list[UnknownKeys]:
    """Fill in the features of *matrix*; return their unknown keys."""
    unknown_keys = []
    cell_keys = [driver.cell_key for driver in matrix.drivers]
    for section in matrix.document.sections:
        if id(section) in declaring or section.name == DEFAULT:
            continue
        prefix = known_keys.dialect.feature_prefix
        if not _is_rendered(section, prefix):
            if section.name is not None:
                _record_unrendered(section, matrix, known_keys.dialect)
            if not _is_feature(section, known_keys):
                continue
        feature = Feature(section, matrix.drivers)
        matrix.features.append(feature)
        unknown = section.values.keys() - known_keys.keys
        if unknown:
            unknown_keys.append(
                UnknownKeys(feature, [key for key in section.values if key in unknown])
            )
        feature.levels = list(map(section.values.get, cell_keys))
        if None in feature.levels:
            _read_other_entries(feature, known_keys.dialect)
    _mark_used(matrix)
    return unknown_keys


def _record_unrendered(section: Section, matrix: Matrix, dialect: Dialect) -> None:
    # Imported late: the renderer shows most sections.
    from matrixlint.model.problems import UnrenderedSection

    suggestion = dialect.suggest_feature(section.name or "")
    matrix.unrendered_sections.append(UnrenderedSection(section, suggestion, declares=False))


def _is_rendered(section: Section, prefix: str) -> bool:
    return section.name is not None and section.name.startswith(prefix)


def _is_feature(section: Section, known_keys: KnownKeys) -> bool:
    """Return whether a section without the name of a feature is one, by its keys."""
    if section.name is None and "status" in section.values:
        return True
    if not known_keys.cells.keys().isdisjoint(section.values):
        return True
    prefixes = tuple(
        each.prefix
        for each in (*known_keys.own_prefixes, *known_keys.other_prefixes)
        if not each.is_note
    )
    return any(strip_invisible(key).startswith(prefixes) for key in section.values)


def _read_other_entries(feature: Feature, dialect: Dialect) -> None:
    """Read the entries whose keys have another prefix of the dialect than the first."""
    values = feature.section.values
    for prefix in dialect.entry_prefixes[1:]:
        for driver in feature.drivers:
            key = prefix + driver.name
            if feature.levels[driver.index] is None and key in values:
                feature.levels[driver.index] = values[key]
                feature.cell_keys[driver.index] = key


def _mark_used(matrix: Matrix) -> None:
    unused = set(range(len(matrix.drivers)))
    for feature in matrix.features:
        if not unused:
            break
        unused.difference_update([index for index in unused if feature.levels[index] is not None])
    for driver in matrix.drivers:
        driver.is_used = driver.index not in unused


def build_statuses(matrix: Matrix, dialect: Dialect) -> None:
    """Fill in the statuses of the features."""
    values_below = matrix.document.values_below
    fields = dialect.status_fields.items()
    parsers = [(field, StatusParser(words, values_below)) for field, words in fields]
    for feature in matrix.features:
        section = feature.section
        feature.statuses = tuple(
            [parser.parse(section, field) for field, parser in parsers if field in section.values]
        )
        if feature.statuses:
            feature.status = feature.statuses[-1]
