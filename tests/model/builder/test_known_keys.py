"""The keys that a feature may have."""

from matrixlint.model.builder.known_keys import KnownKeys
from matrixlint.model.feature import Driver
from matrixlint.syntax.dialects.dialect import BUILT_IN, DRIVER, GRADES, TARGET, TARGETS, Dialect
from tests.parsed import CLEAN, document

SECTION = document(CLEAN).sections[0]


def vocabulary(dialect: Dialect, dialects: tuple[Dialect, ...] = BUILT_IN) -> KnownKeys:
    drivers = tuple(Driver(name, SECTION, None, dialect) for name in ("a", "B"))
    return KnownKeys(dialect, dialects, drivers)


def prefixes(vocabulary: KnownKeys) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    own, foreign = (
        [(each.prefix, each.is_note) for each in found]
        for found in (vocabulary.own_prefixes, vocabulary.other_prefixes)
    )
    return own, foreign


def test_entries_and_notes_are_every_driver_s_with_every_prefix() -> None:
    found = vocabulary(TARGET)

    assert list(found.cells) == ["a", "b", "driver-impl-a", "driver-impl-b"]
    assert list(found.notes) == ["driver-notes-a", "driver-notes-b"]
    assert list(found.names) == ["a", "b"]
    assert [each.name for each in found.cells.values()] == ["a", "b", "a", "b"]


def test_keys_are_fields_entries_and_notes() -> None:
    assert vocabulary(TARGETS).keys == {
        *("title", "status", "notes", "cli"),
        *("driver-impl-a", "driver-impl-b", "driver-notes-a", "driver-notes-b"),
    }


def test_prefixes_of_other_dialects_are_foreign() -> None:
    assert prefixes(vocabulary(DRIVER)) == (
        [("driver-notes.", True), ("driver.", False)],
        [
            *(("driver-notes-", True), ("driver-impl-", False)),
            *(("driver-notes-", True), ("driver-impl-", False)),
        ],
    )
    assert prefixes(vocabulary(TARGETS)) == (
        [("driver-notes-", True), ("driver-impl-", False)],
        [("driver-notes.", True), ("driver.", False)],
    )


def test_dialects_without_features_have_no_prefix() -> None:
    assert prefixes(vocabulary(DRIVER, (DRIVER, GRADES))) == (
        [("driver-notes.", True), ("driver.", False)],
        [],
    )
