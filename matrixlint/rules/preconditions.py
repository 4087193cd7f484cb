"""Cheap preconditions of rules: where one is false, its rule finds nothing and is not imported."""

from collections.abc import Callable
from itertools import pairwise

from matrixlint.model.feature import find_anchors
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.dialects.dialect import Demand, Support

Precondition = Callable[[Matrix], object]


def has_error(code: str) -> Precondition:
    """Return whether the parser has reported a syntax error of *code*, as a precondition."""

    def reports(matrix: Matrix) -> bool:
        return any(error.code == code for error in matrix.document.errors)

    return reports


def has_title_problem(matrix: Matrix) -> bool:
    """Return whether a driver has no title, or an empty one."""
    return any(not (each.title and each.title.value.strip()) for each in matrix.drivers)


def has_equal_driver_titles(matrix: Matrix) -> bool:
    """Return whether two drivers have one title, white space aside."""
    titles = [" ".join(each.title.value.split()) for each in matrix.drivers if each.title]
    return len(set(titles)) < len(titles)


def has_uppercase_driver(matrix: Matrix) -> bool:
    """Return whether the name of a driver is written otherwise than it is compared."""
    return any(driver.written != driver.name for driver in matrix.drivers)


def has_unused_driver(matrix: Matrix) -> bool:
    """Return whether no entry is for one of the drivers."""
    return any(not driver.is_used for driver in matrix.drivers)


def has_untitled_feature(matrix: Matrix) -> bool:
    """Return whether a feature has no title, or an empty one."""
    return any(not each.section.values.get("title", "").strip() for each in matrix.features)


def has_feature_without_status(matrix: Matrix) -> bool:
    """Return whether a feature has no field for a status."""
    return any(not feature.statuses for feature in matrix.features)


def has_equal_titles(matrix: Matrix) -> bool:
    """Return whether two features have one title, white space aside."""
    titles = [" ".join(each.section.values.get("title", "").split()) for each in matrix.features]
    return len(set(titles)) < len(titles)


def has_equal_anchors(matrix: Matrix) -> bool:
    """Return whether two features have one anchor on the page."""
    anchors = [anchor for _, anchor in find_anchors(matrix.features)]
    return len(set(anchors)) < len(anchors)


def has_list_with_comma(matrix: Matrix) -> bool:
    """Return whether a value of ``tempest_test_uuids`` has a comma."""
    found = (each.section.values.get("tempest_test_uuids", "") for each in matrix.features)
    return any("," in value for value in found)


def has_unknown_status(matrix: Matrix) -> bool:
    """Return whether a status is no word of the dialect, or has several lines."""
    every = (status for feature in matrix.features for status in feature.statuses)
    return bool(matrix.grades) or any(status.continued or status.is_unknown for status in every)


def has_malformed_status(matrix: Matrix) -> bool:
    """Return whether a status has an argument that cannot be read."""
    return any(status.malformed for each in matrix.features for status in each.statuses)


def has_conditional_status(matrix: Matrix) -> bool:
    """Return whether a status is a condition, however the word is spelled."""
    return any(status.is_conditional for each in matrix.features for status in each.statuses)


def has_missing_entry(matrix: Matrix) -> bool:
    """Return whether a feature has no entry for one of the drivers."""
    return bool(matrix.grades) or any(None in feature.levels for feature in matrix.features)


def has_undeclared_entry(matrix: Matrix) -> bool:
    """Return whether an entry is for a driver that is not declared."""
    return bool(matrix.undeclared_entries or matrix.grades)


def has_partial_without_note(matrix: Matrix) -> bool:
    """Return whether an entry is ``partial`` and has no note with text."""
    return any(not each.has_note for each in matrix.implementations("partial"))


def has_mandatory_missing(matrix: Matrix) -> bool:
    """Return whether a driver lacks a feature that is required of all."""
    absent = matrix.find_levels(Support.MISSING)
    return any(each.implementations(*absent) for each in matrix.find_features(Demand.REQUIRED))


def has_empty_value(matrix: Matrix) -> bool:
    """Return whether a key of a feature has no value."""
    return any("" in feature.section.values.values() for feature in matrix.features)


def has_condition(matrix: Matrix) -> bool:
    """Return whether a status is a condition on another feature."""
    return bool(matrix.conditions)


def has_condition_or_grades(matrix: Matrix) -> bool:
    """Return whether there are conditions, or grades of backends."""
    return bool(matrix.conditions or matrix.grades)


def has_suspicious_url(matrix: Matrix) -> bool:
    """Return whether the text has a URL without a known scheme, or without a plain host."""
    *pieces, last = matrix.document.source.text.split(":/")
    # A host ends before the colon of another URL.
    pieces = [*(f"{piece}:" for piece in pieces), last]
    return any(
        not (_ends_with_scheme(before) and _begins_with_host(after))
        for before, after in pairwise(pieces)
    )


def _ends_with_scheme(text: str) -> bool:
    for scheme in ("http:", "https:"):
        if text.endswith(scheme):
            before = text[-len(scheme) - 1 : -len(scheme)]
            return not (before.isalnum() or before == "_")
    return False


def _begins_with_host(text: str) -> bool:
    host = text[1:].split(maxsplit=1)[0] if text[1:2].strip() else ""
    after = text[1 + len(host) : 3 + len(host)]
    for end in "/?#":
        host = host.partition(end)[0]
    labels = host.split(".")
    is_plain = all(labels) and all(each.isalnum() or each in "-_." for each in host)
    return text.startswith("/") and is_plain and len(labels) > 1 and after[1:] != "."


def has_url_at_an_end(matrix: Matrix) -> bool:
    """Return whether a URL ends with a full stop, a comma or a bracket, or ends its line."""
    dialect, document = matrix.dialect, matrix.document
    if not (dialect and dialect.strict and "://" in document.source.text):
        return False
    lines = [*filter(None, document.lines), ""]
    for line, below in pairwise(lines):
        words = [word for word in line.split() if "://" in word]
        if any(word.endswith((".", ",", ")")) for word in words):
            return True
        if words and line.rstrip().endswith(words[-1]) and below[:1].strip() in ("", "#", ";"):
            return True
    return False


def has_odd_character(matrix: Matrix) -> bool:
    """Return whether the text has a tab, or a character that is not ASCII."""
    text = matrix.document.source.text
    return not text.isascii() or "\t" in text


def has_quoted_value(matrix: Matrix) -> bool:
    """Return whether a value begins with a quote."""
    return any(
        value[:1] in ("'", '"')
        for section in matrix.document.sections
        for value in section.values.values()
        if value
    )


def has_no_drivers(matrix: Matrix) -> bool:
    """Return whether no driver is declared."""
    return not matrix.drivers


def has_no_features(matrix: Matrix) -> bool:
    """Return whether there is no feature."""
    return not matrix.features


def has_other_dialect_items(matrix: Matrix) -> bool:
    """Return whether a key or section is of another dialect."""
    return bool(matrix.other_dialect_items)


def has_unknown_field(matrix: Matrix) -> bool:
    """Return whether a key is unknown in the dialect."""
    return bool(matrix.unknown_fields)


def has_unrendered_section(matrix: Matrix) -> bool:
    """Return whether the renderer leaves out a section."""
    return bool(matrix.unrendered_sections)


def has_project_schema(matrix: Matrix) -> bool:
    """Return whether the project has a schema of its own."""
    return matrix.schema is not None


def has_unknown_level(matrix: Matrix) -> bool:
    """Return whether a level is none of the dialect."""
    return bool(matrix.unknown_levels)


def has_undeclared_notes(matrix: Matrix) -> bool:
    """Return whether notes are for a driver that is not declared."""
    return bool(matrix.undeclared_notes)


def has_choice_group(matrix: Matrix) -> bool:
    """Return whether there is a choice group."""
    return bool(matrix.groups)


def has_misspelt_group(matrix: Matrix) -> bool:
    """Return whether the name of a choice group is similar to another."""
    return bool(matrix.misspelled_groups)


def has_cross_file_facts(matrix: Matrix) -> bool:
    """Return whether the other matrices of the project are known."""
    return matrix.cross_file is not None


def is_reported_elsewhere(_matrix: Matrix) -> bool:
    """Return False: the linter reports what such a rule finds, and asks it for its page only."""
    return False
