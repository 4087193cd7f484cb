"""Resolves the values of entries to levels."""

from matrixlint.model.feature import UNREADABLE, Driver, Feature
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import DELIMITER
from matrixlint.text.invisible import strip_invisible
from matrixlint.text.similarity import closest_match, strip_comment


def resolve_levels(matrix: Matrix, dialect: Dialect) -> None:
    """Resolve every entry whose value is not simply a level; record unknown levels."""
    known = {*dialect.levels, None}
    values_below = matrix.document.values_below
    for feature in matrix.features:
        if values_below or not known.issuperset(feature.levels):
            for driver in feature.drivers:
                _resolve_level(feature, driver, matrix, dialect)


def _resolve_level(feature: Feature, driver: Driver, matrix: Matrix, dialect: Dialect) -> None:
    entry = feature.entry(driver)
    if entry is None:
        return
    if not entry.is_known:
        feature.levels[driver.index] = UNREADABLE
        return
    first, _, rest = entry.value.partition("\n")
    word = _get_word(first, dialect)
    is_below = entry.line in matrix.document.values_below
    suggestion = (
        word if word in dialect.levels else closest_match(strip_comment(word), dialect.levels)
    )
    feature.levels[driver.index] = suggestion or UNREADABLE
    if not (rest or is_below) and word == suggestion:
        return
    # Imported late: most entries are simply a level.
    from matrixlint.model.problems import UnknownLevel

    if rest or is_below:
        # A level on the line below is itself reported.
        feature.misread.update([driver.index] if is_below else [])
        span = entry.value_spans[0 if is_below else 1]
        unknown = UnknownLevel(entry, driver, span, None, is_continued=True)
        matrix.unknown_levels.append(unknown)
    else:
        feature.misread.add(driver.index)
        # Two lines may have been joined: then the entry of the second is not missing.
        feature.section.is_incomplete |= suggestion is None and bool(DELIMITER.search(first))
        matrix.unknown_levels.append(UnknownLevel(entry, driver, entry.value_span, suggestion))


def _get_word(text: str, dialect: Dialect) -> str:
    word = strip_invisible(text)
    if dialect.has_releases:
        word, _, release = word.partition(":")
        return word if release or ":" not in text else text
    return word
