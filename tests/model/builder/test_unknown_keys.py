"""Keys that are no field, entry or note by rights, and what they are meant as."""

import pytest

from matrixlint import Matrix, load
from matrixlint.model.problems import Delimiter
from matrixlint.syntax.dialects.dialect import DRIVER
from matrixlint.syntax.document import Entry
from tests.parsed import DECLARED, custom

TWO = f"{DECLARED}[driver.bravo]\ntitle=B\n[operation.x]\n"
TARGET = "[target.alpha]\ntitle=A\n[x]\n"


def fields(matrix: Matrix) -> list[tuple[str, str | None, bool]]:
    return [(each.entry.key, each.suggestion, each.is_needed) for each in matrix.unknown_fields]


def foreign(matrix: Matrix) -> list[tuple[str, list[str]]]:
    return [
        (
            each.dialect.name,
            [at.key if isinstance(at, Entry) else str(at.name) for at in each.places],
        )
        for each in matrix.other_dialect_items
    ]


def strays(matrix: Matrix) -> list[str]:
    return [each.name for each in (*matrix.undeclared_entries, *matrix.undeclared_notes)]


@pytest.mark.parametrize(
    ("key", "suggestion", "is_needed"),
    [
        ("titel", "title", True),
        ("stauts", "status", False),
        ("note", "notes", False),
        ("Cli_", "cli", False),
        ("apis", "api", False),
        ("wurst", None, False),
        ("maturity", None, False),
        ("alpha", None, False),
    ],
)
def test_a_key_near_a_field_is_read_as_it(
    key: str,
    suggestion: str | None,
    is_needed: bool,  # noqa: FBT001
) -> None:
    matrix = load(f"{TWO}{key}=v\n")

    assert fields(matrix) == [(key.lower(), suggestion, is_needed)]
    assert matrix.features[0].section.values.get(suggestion or key.lower()) == "v"


def test_a_field_that_is_there_is_not_meant_by_another_key() -> None:
    matrix = load(f"{TWO}notes=n\nnote=v\n")

    assert fields(matrix) == [("note", None, False)]
    assert matrix.features[0].section.values == {"notes": "n", "note": "v"}


def test_of_two_keys_near_a_field_the_first_is_read_as_it() -> None:
    matrix = load(f"{TWO}note=v\nnots=w\n")

    assert fields(matrix) == [("note", "notes", False), ("nots", None, False)]


@pytest.mark.parametrize(
    ("key", "suggestion"),
    [
        ("drvier.bravo", "driver.bravo"),
        ("driver_bravo", "driver.bravo"),
        ("driver-bravo", "driver.bravo"),
        ("bravo", "driver.bravo"),
        ("drivers.bravo", "driver.bravo"),
        # Slips where the prefix ends.
        ("driverbravo", "driver.bravo"),
        ("drive.rbravo", "driver.bravo"),
        ("driverb.ravo", "driver.bravo"),
        # Prefixes of another dialect, which half-moved files have.
        ("drier-impl-bravo", "driver.bravo"),
        ("driver--impl-bravo", "driver.bravo"),
        ("rdiver-impl-bravo", "driver.bravo"),
    ],
)
def test_a_misspelt_prefix_of_an_entry_is_read_as_it(key: str, suggestion: str) -> None:
    matrix = load(f"{TWO}driver.a=missing\n{key}=complete\n")

    assert fields(matrix) == [(key, suggestion, True)]
    assert matrix.features[0].levels == ["missing", "complete"]
    assert [driver.is_used for driver in matrix.drivers] == [True, True]


@pytest.mark.parametrize(
    ("line", "suggestion", "delimiter", "is_needed"),
    [
        ("driver.bravo complete: x", "driver.bravo", Delimiter.MISSING, True),
        ("driver:bravo=complete", "driver.bravo", Delimiter.EARLY, True),
        ("driver.bra=vo=complete", "driver.bravo", Delimiter.EARLY, True),
        ("driver.brav=ocomplete", "driver.bravo", Delimiter.SWAPPED, True),
        ("driver-notes:bravo=so", "driver-notes.bravo", Delimiter.EARLY, False),
        ("driver.brovo=complete", None, None, False),
        ("brovoo=complete", None, Delimiter.IN_PLACE, False),
    ],
)
def test_where_the_delimiter_stands_is_reported(
    line: str,
    suggestion: str | None,
    delimiter: Delimiter | None,
    is_needed: bool,  # noqa: FBT001  a table's column
) -> None:
    matrix = load(f"{TWO}{line}\n")

    assert [tuple(each)[1:] for each in matrix.unknown_fields] == (
        [(suggestion, is_needed, delimiter)] if delimiter else []
    )


def test_a_note_s_prefix_of_another_dialect_makes_no_entry() -> None:
    own = DRIVER._replace(name="own", entry_prefixes=("cell.",), note_prefixes=("remark.",))
    matrix = custom(
        "[driver.a]\n[operation.x]\ncell.a=missing\n[operation.y]\ndriver-nots-a=n\n", own
    )

    assert fields(matrix) == [("driver-nots-a", None, False)]


@pytest.mark.parametrize(
    ("key", "is_needed"),
    [
        ("driver-note.bravo", False),
        ("drivernotes.bravo", False),
        ("driver-note.sbravo", False),
        ("driver-notesb.ravo", False),
        ("drivers-notesss.bravo", False),
        ("driver-notesbravo", False),
        # The renderer takes this one for an entry.
        ("driver.notes.bravo", True),
    ],
)
def test_a_misspelt_prefix_of_a_note_is_read_as_it(
    key: str,
    is_needed: bool,  # noqa: FBT001  a table's column
) -> None:
    matrix = load(f"{TWO}driver.bravo=partial\n{key}=so\n")

    assert fields(matrix) == [(key, "driver-notes.bravo", is_needed)]
    assert matrix.features[0].note_keys == {1: key}


@pytest.mark.parametrize("key", ["drvier.bravo", "bravo", "driver_bravo"])
def test_an_entry_that_is_there_is_not_meant_by_another_key(key: str) -> None:
    matrix = load(f"{TWO}driver.bravo=missing\n{key}=complete\n")

    assert fields(matrix) == [(key, None, False)]
    assert matrix.features[0].levels == [None, "missing"]


def test_a_note_that_is_there_is_not_meant_by_another_key() -> None:
    matrix = load(f"{TWO}driver-notes.bravo=n\ndriver-note.bravo=so\n")

    assert fields(matrix) == [("driver-note.bravo", None, False)]
    assert matrix.features[0].note_keys == {}


@pytest.mark.parametrize("key", ["driver.brovo", "driver-notes.zulu", "driver."])
def test_a_known_prefix_with_another_name_is_a_stray(key: str) -> None:
    matrix = load(f"{TWO}driver.bravo=missing\ndriver.a=missing\n{key}=complete\n")

    assert fields(matrix) == []
    assert strays(matrix) == [key.partition(".")[2]]


def test_keys_of_another_dialect_are_read_as_what_they_mean() -> None:
    matrix = load(
        f"{TWO}driver-impl-a=partial\ndriver-notes-a=so\ndriver-impl-zulu=missing\n"
        "driver-notes-zulu=so\ndriver.bravo=missing\n[operation.y]\nDriver-Impl-Bravo=unknown\n"
    )

    assert foreign(matrix) == [
        (
            "targets",
            [
                *("driver-impl-a", "driver-notes-a", "driver-impl-zulu"),
                *("driver-notes-zulu", "driver-impl-bravo"),
            ],
        )
    ]
    assert [feature.levels for feature in matrix.features] == [
        ["partial", "missing"],
        [None, "unknown"],
    ]
    assert matrix.features[0].note_keys == {0: "driver-notes-a"}
    assert (fields(matrix), strays(matrix)) == ([], [])


def test_keys_of_a_dialect_that_declares_here_too_join_its_declarations() -> None:
    matrix = load(f"{DECLARED}[targets]\ndriver-impl-b=B\n[operation.x]\ndriver-impl-b=missing\n")

    assert foreign(matrix) == [("targets", ["driver-impl-b", "driver-impl-b"])]
    assert matrix.features[0].levels == [None, "missing"]


def test_keys_of_each_dialect_join_the_declarations_of_theirs() -> None:
    head = "[target.a]\n[target.b]\n[driver.c]\n[targets]\ndriver-impl-d=D\n"
    matrix = load(f"{head}[x]\ndriver.a=missing\na=complete\ndriver-notes.d=so\n")

    assert foreign(matrix) == [
        ("targets", ["driver-impl-d"]),
        ("driver", ["driver.c", "driver.a", "driver-notes.d"]),
    ]


def test_a_foreign_key_does_not_replace_the_own_one() -> None:
    matrix = load(f"{TWO}driver.a=missing\ndriver-impl-a=complete\n")

    assert matrix.features[0].levels == ["missing", None]
    assert foreign(matrix) == [("targets", ["driver-impl-a"])]


@pytest.mark.parametrize("blank", "\u200b\xa0\xad")
def test_a_key_that_is_right_but_for_what_cannot_be_seen_is_read(blank: str) -> None:
    matrix = load(
        f"{TWO}ti{blank}tle=T\ndri{blank}ver.a=partial\ndriver-notes.{blank}a=so\n"
        f"driver-{blank}impl-bravo=missing\n"
    )
    (feature,) = matrix.features

    assert feature.title is not None
    assert (feature.title.value, feature.levels) == ("T", ["partial", "missing"])
    assert feature.note_keys == {0: f"driver-notes.{blank}a"}
    assert (fields(matrix), strays(matrix)) == ([], [])


def test_a_key_that_only_looks_like_one_that_is_there_changes_nothing() -> None:
    (feature,) = load(f"{TWO}title=T\nti\u200btle=U\n").features

    assert feature.title is not None
    assert feature.title.value == "T"


@pytest.mark.parametrize("value", ["complete", "missing:n", "unknown : n", "com\xa0plete"])
def test_in_target_a_bare_key_with_a_level_is_an_entry(value: str) -> None:
    matrix = load(f"{TARGET}zulu={value}\n")

    assert (fields(matrix), strays(matrix)) == ([], ["zulu"])


@pytest.mark.parametrize("value", ["", "what", ":n", "Complete"])
def test_in_target_a_bare_key_with_anything_else_is_a_field(value: str) -> None:
    matrix = load(f"{TARGET}zulu={value}\n")

    assert (fields(matrix), strays(matrix)) == ([("zulu", None, False)], [])


def test_in_target_a_key_near_a_field_is_one_whatever_its_value() -> None:
    matrix = load(f"{TARGET}maturty=complete\n")

    assert (fields(matrix), strays(matrix)) == ([("maturty", "maturity", False)], [])


def test_in_target_a_misspelt_prefix_is_read_as_it() -> None:
    matrix = load(f"{TARGET}driver-imp-alpha=complete\ndriver.notes.alpha=so\n")

    assert fields(matrix) == [
        ("driver-imp-alpha", "driver-impl-alpha", True),
    ]
    assert matrix.features[0].levels == ["complete"]
    assert foreign(matrix) == [("driver", ["driver.notes.alpha"])]


def test_in_targets_a_misspelt_prefix_of_another_dialect_is_read_as_it() -> None:
    text = "[targets]\ndriver-impl-alpha=A\n[x]\ndrivre.notes.alpha=so\ndrive.alpha=partial\n"
    matrix = load(text)

    assert fields(matrix) == [
        ("drivre.notes.alpha", "driver-notes-alpha", False),
        ("drive.alpha", "driver-impl-alpha", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{TARGET}aplha=complete\n",
        f"{TWO}driver.bravo=partial\ndriver-notes.rbavo=so\n",
    ],
)
def test_two_letters_of_a_name_that_have_changed_places_are_no_prefix_s(text: str) -> None:
    matrix = load(text)

    assert fields(matrix) == []
    assert strays(matrix) == ([] if matrix.misspelled_drivers else ["rbavo"])


def test_a_bare_entry_of_a_misspelt_driver_is_no_misspelt_prefix() -> None:
    matrix = load(f"{TARGET}alpha=missing\naplha=complete\n")

    assert strays(matrix) == ["aplha"]
    assert fields(matrix) == []


@pytest.mark.parametrize(
    ("prefixes", "key", "suggestion"),
    [(("x.",), "xalpha", "x.alpha"), (("",), "xalpha", None)],
)
def test_prefixes_of_a_dialect_of_one_s_own_may_be_short(
    prefixes: tuple[str, ...], key: str, suggestion: str | None
) -> None:
    dialect = DRIVER._replace(name="own", entry_prefixes=prefixes, note_prefixes=())
    matrix = custom(f"[driver.alpha]\n[operation.x]\n{key}=so\n", dialect)

    assert fields(matrix) == [(key, suggestion, suggestion is not None)]
