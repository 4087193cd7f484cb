"""Entries and notes for names that no driver is declared by."""

import pytest

from matrixlint import Matrix, load
from matrixlint.model.problems import UndeclaredName

HEAD = "[driver.alpha]\ntitle=A\n[driver.bravo]\ntitle=B\n"
USED = "[operation.w]\ndriver.alpha=missing\ndriver.bravo=missing\n"
VZ = "[driver.libvirt-vz-vm]\n[driver.libvirt-vz-ct]\n[operation.x]\n"

Row = tuple[str, list[int], str | None]


def diagnostics(strays: list[UndeclaredName]) -> list[Row]:
    return [
        (
            each.name,
            [entry.line for entry in each.entries],
            each.suggestion.name if each.suggestion else None,
        )
        for each in strays
    ]


def read(lines: str) -> tuple[Matrix, list[Row], list[Row]]:
    matrix = load(f"{HEAD}{USED}[operation.x]\n{lines}")
    return matrix, diagnostics(matrix.undeclared_entries), diagnostics(matrix.undeclared_notes)


def test_a_name_near_a_driver_without_an_entry_is_read_as_it() -> None:
    matrix, entries, _ = read("driver.alpha=complete\ndriver.brovo=partial\n")

    assert entries == [("brovo", [10], "bravo")]
    assert matrix.features[1].levels == ["complete", "partial"]
    assert matrix.features[1].cell_keys == {1: "driver.brovo"}


def test_a_name_near_a_driver_with_an_entry_means_none() -> None:
    matrix, entries, _ = read("driver.bravo=complete\ndriver.brovo=partial\n")

    assert entries == [("brovo", [10], None)]
    assert matrix.features[1].levels == [None, "complete"]


def test_a_name_is_recorded_once_a_file_and_read_wherever_it_is_near() -> None:
    matrix, entries, _ = read(
        "driver.brovo=partial\n[operation.y]\ndriver.brovo=missing\n"
        "[operation.z]\ndriver.bravo=missing\ndriver.brovo=unknown\n"
    )

    assert entries == [("brovo", [9, 11, 14], "bravo")]
    assert [feature.levels[1] for feature in matrix.features] == [
        *("missing", "partial", "missing", "missing"),
    ]


@pytest.mark.parametrize("name", ["zulu", "", "alphabravo"])
def test_a_name_near_no_driver_means_none(name: str) -> None:
    matrix, entries, notes = read(f"driver.{name}=complete\ndriver-notes.{name}=so\n")

    assert (entries, notes) == ([(name, [9], None)], [])
    assert matrix.features[1].levels == [None, None]
    assert matrix.features[1].note_keys == {}


def test_a_note_goes_with_the_entry_of_its_name() -> None:
    matrix, entries, notes = read("driver.brovo=partial\ndriver-notes.brovo=so\n")

    assert (entries, notes) == ([("brovo", [9], "bravo")], [])
    assert matrix.features[1].note_keys == {1: "driver-notes.brovo"}


def test_a_note_of_a_reported_name_finds_the_entry_of_that_name_among_others() -> None:
    matrix, entries, notes = read(
        "driver.brovo=partial\ndriver.alpho=missing\ndriver-notes.alpho=so\n"
    )

    assert (entries, notes) == ([("brovo", [9], "bravo"), ("alpho", [10], "alpha")], [])
    assert matrix.features[1].note_keys == {0: "driver-notes.alpho"}


@pytest.mark.parametrize("name", ["", "o", "vo"])
def test_a_note_goes_with_no_entry_of_a_longer_name(name: str) -> None:
    matrix, _, notes = read(
        f"driver.brovo=partial\n[operation.y]\ndriver.{name}=complete\n"
        f"[operation.z]\ndriver.brovo=partial\ndriver-notes.{name}=so\n"
    )

    assert notes == []
    assert matrix.features[3].note_keys == {}


def test_an_unused_driver_is_spelt_as_the_near_name_that_entries_use() -> None:
    matrix = load(
        f"{HEAD}[operation.x]\ndriver.alpha=missing\ndriver.brovo=complete\ndriver-notes.brovo=so\n"
        "[operation.y]\ndriver.brovo=missing\n"
    )
    alpha, bravo = matrix.drivers

    assert (alpha.is_used, alpha.spelling) == (True, None)
    assert (bravo.is_used, bravo.spelling) == (False, "brovo")
    assert [feature.levels for feature in matrix.features] == [
        ["missing", "complete"],
        [None, "missing"],
    ]
    assert matrix.features[0].note_keys == {1: "driver-notes.brovo"}
    assert (matrix.undeclared_entries, matrix.undeclared_notes) == ([], [])


def test_a_name_is_the_spelling_of_one_driver() -> None:
    head = "[driver.huawei-v3]\n[driver.huawei-v5]\n"
    matrix = load(f"{head}[operation.x]\ndriver.huawei-v4=missing\n")

    assert [driver.spelling for driver in matrix.drivers] == ["huawei-v4", None]


def test_a_name_near_no_unused_driver_is_no_spelling() -> None:
    assert load(f"{HEAD}[operation.x]\ndriver.zulu=missing\n").drivers[1].spelling is None


@pytest.mark.parametrize(("name", "suggestion"), [("brovo", "bravo"), ("zulu", None), ("", None)])
def test_a_note_near_a_driver_without_a_note_is_read_as_its(
    name: str, suggestion: str | None
) -> None:
    matrix, entries, notes = read(f"driver-notes.{name}=so\n")

    assert (entries, notes) == ([], [(name, [9], suggestion)])
    assert matrix.features[1].note_keys == ({1: f"driver-notes.{name}"} if suggestion else {})


def test_a_driver_with_an_entry_comes_before_one_without() -> None:
    head = "[driver.v3]\n[driver.v5]\n[operation.w]\ndriver.v3=missing\ndriver.v5=missing\n"
    matrix = load(f"{head}[operation.x]\ndriver.v5=partial\ndriver-notes.v4=so\n")

    assert diagnostics(matrix.undeclared_notes) == [("v4", [8], "v5")]


def test_two_drivers_equally_near_are_none() -> None:
    head = "[driver.v3]\n[driver.v5]\n[operation.w]\ndriver.v3=missing\ndriver.v5=missing\n"

    assert diagnostics(load(f"{head}driver-notes.v4=so\n").undeclared_notes) == [("v4", [6], None)]


def test_a_driver_with_a_note_is_not_meant_by_another() -> None:
    _, _, notes = read("driver.bravo=partial\ndriver-notes.bravo=n\ndriver-notes.brovo=so\n")

    assert notes == [("brovo", [11], None)]


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("vz-vm", "libvirt-vz-vm"),
        ("vm", "libvirt-vz-vm"),
        ("ct", "libvirt-vz-ct"),
        ("libvirt", None),
        ("libvirt-vz", None),
        ("z-vm", None),
        ("libv", None),
    ],
)
def test_a_note_for_the_end_of_one_name_alone_is_read_as_its(
    name: str, suggestion: str | None
) -> None:
    matrix = load(f"{VZ}driver-notes.{name}=so\n")

    assert diagnostics(matrix.undeclared_notes) == [(name, [4], suggestion)]


def test_a_name_may_begin_with_the_written_one() -> None:
    matrix = load("[driver.ceph.rbd.fast]\n[operation.x]\ndriver-notes.ceph=so\n")

    assert diagnostics(matrix.undeclared_notes) == [("ceph", [3], "ceph.rbd.fast")]


def test_a_misspelt_name_in_another_dialect_is_read_as_the_driver_s() -> None:
    matrix, entries, notes = read(
        "driver-impl-alpha=missing\ndriver-impl-brvao=complete\ndriver-impl-zulu=missing\n"
        "driver-notes-brvao=so\n[operation.y]\ndriver.bravo=missing\ndriver-impl-brvao=partial\n"
    )

    assert (entries, notes) == ([("brvao", [10], "bravo")], [])
    assert [feature.levels for feature in matrix.features[1:]] == [
        ["missing", "complete"],
        [None, "missing"],
    ]
    assert [len(each.places) for each in matrix.other_dialect_items] == [5]
    (stray,) = matrix.undeclared_entries
    assert [place.key for place in stray.places] == ["driver-impl-bravo"]


def test_a_misspelt_note_in_another_dialect_is_no_entry() -> None:
    matrix, entries, notes = read("driver-notes-brvao=so\n")

    assert (entries, notes) == ([], [])
    assert matrix.features[1].levels == [None, None]


SPELT = "[driver.alpha]\n[driver.bravo]\n[operation.w]\ndriver.brovo=missing\n[operation.x]\n"


def test_a_note_by_the_name_that_entries_use_is_the_driver_s() -> None:
    matrix = load(f"{SPELT}driver-notes.brovo=so\n")

    assert matrix.features[1].note_keys == {1: "driver-notes.brovo"}
    assert [each.key for each in matrix.misspelled_drivers[1].notes] == ["driver-notes.bravo"]


def test_a_note_by_that_name_beside_the_driver_s_own_is_none() -> None:
    matrix = load(f"{SPELT}driver-notes.bravo=so\ndriver-notes.brovo=no\n")

    assert matrix.features[1].note_keys == {}
    assert [each.driver for each in matrix.misspelled_drivers[1].notes] == [None]


def test_where_a_declaration_may_be_lost_nothing_is_stray() -> None:
    _, entries, notes = read("driver.zulu=missing\ndriver-notes.yankee=so\n[1] see\nlink=\n")

    assert (entries, notes) == ([], [])


def test_in_a_crowd_of_names_none_is_near() -> None:
    crowd = "".join(f"driver.n{number}=missing\n" for number in range(200))
    _, entries, _ = read(f"driver.bravo=missing\ndriver.alpho=missing\n{crowd}")

    assert [suggestion for _, _, suggestion in entries] == [None] * 201
    assert len(read(f"driver.alpho=missing\n{crowd[16:]}")[1]) == 200


def test_in_a_crowd_of_names_in_another_dialect_none_is_near() -> None:
    crowd = "".join(f"driver-impl-n{number}=missing\n" for number in range(200))

    assert read(f"driver-impl-alpho=missing\n{crowd}")[1] == []
    assert read(f"driver-impl-alpho=missing\n{crowd[21:]}")[1] == [("alpho", [9], "alpha")]


def test_in_a_crowd_of_notes_none_is_near() -> None:
    crowd = "".join(f"driver-notes.n{number}=so\n" for number in range(200))
    _, _, notes = read(f"driver-notes.alpho=so\n{crowd}")

    assert [suggestion for _, _, suggestion in notes] == [None] * 201
    _, _, notes = read(f"driver-notes.alpho=so\n{crowd[19:]}")
    assert notes[0] == ("alpho", [9], "alpha")


def test_in_a_crowd_of_unused_drivers_no_spelling_is_looked_for() -> None:
    crowd = "".join(f"[driver.n{number}]\n" for number in range(201))
    matrix = load(f"{crowd}[operation.x]\ndriver.n77x=missing\n")

    assert [driver.spelling for driver in matrix.drivers] == [None] * 201
    matrix = load(f"{crowd[12:]}[operation.x]\ndriver.n77x=missing\n")
    assert [driver.spelling for driver in matrix.drivers if driver.spelling] == ["n77x"]


def test_in_a_crowd_of_entries_no_spelling_is_looked_for() -> None:
    head = "[driver.alpha]\n[operation.x]\ndriver.alpho=missing\n"
    crowd = "".join(f"driver.n{number}=missing\n" for number in range(200))

    assert load(head + crowd).drivers[0].spelling is None
    assert load(head + crowd[18:]).drivers[0].spelling == "alpho"


def test_what_entries_use_for_a_driver_is_that_where_others_are_as_near() -> None:
    matrix = load(
        "[driver.bravoo]\n[driver.brava]\n[operation.w]\ndriver.brava=missing\n"
        "driver.bravo=missing\n[operation.x]\ndriver.bravo=partial\n"
    )

    assert [feature.levels for feature in matrix.features] == [
        ["missing", "missing"],
        ["partial", None],
    ]


@pytest.mark.parametrize("driver", ["-x", "x-"])
def test_a_note_for_nobody_is_no_part_of_a_name(driver: str) -> None:
    matrix = load(f"[driver.{driver}]\n[operation.x]\ndriver.{driver}=missing\ndriver-notes.=n\n")

    assert diagnostics(matrix.undeclared_notes) == [("", [4], None)]
