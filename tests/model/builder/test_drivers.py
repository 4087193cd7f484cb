"""Which sections and keys declare drivers."""

import pytest

from matrixlint import Matrix, load
from matrixlint.syntax.dialects.dialect import DRIVER
from matrixlint.syntax.dialects.dialect import TARGETS as TARGETS_DIALECT
from matrixlint.syntax.document import Entry
from tests.parsed import CLEAN, DECLARED, FEATURE, custom, drivers, shown

TARGETS = "[targets]\ndriver-impl-a=A\n"
NEUTRON = DRIVER._replace(name="neutron", declaration="plugin.", label="label")


def unrendered(matrix: Matrix) -> list[tuple[str | None, str | None]]:
    return [(each.section.name, each.suggestion) for each in matrix.unrendered_sections]


def fields(matrix: Matrix) -> list[tuple[str, str | None, bool]]:
    return [(each.entry.key, each.suggestion, each.is_needed) for each in matrix.unknown_fields]


def foreign(matrix: Matrix) -> list[tuple[str, list[str]]]:
    return [
        (
            each.dialect.name,
            [shown(at.key_span if isinstance(at, Entry) else at.span) for at in each.places],
        )
        for each in matrix.other_dialect_items
    ]


def test_each_section_declares_a_driver() -> None:
    matrix = load("[driver.b]\ntitle=B\n[driver.GPU.fake]\n[driver.a]\ntitle=\n")

    assert [(each.name, each.written, each.index) for each in matrix.drivers] == [
        ("b", "b", 0),
        ("gpu.fake", "GPU.fake", 1),
        ("a", "a", 2),
    ]
    assert [each.title and each.title.value for each in matrix.drivers] == ["B", None, ""]
    assert [shown(each.span) for each in matrix.drivers] == ["1:1-11", "3:1-18", "4:1-11"]
    assert [each.cell_key for each in matrix.drivers] == [
        *("driver.b", "driver.gpu.fake", "driver.a"),
    ]
    assert [each.note_key for each in matrix.drivers] == [
        *("driver-notes.b", "driver-notes.gpu.fake", "driver-notes.a"),
    ]


def test_each_key_of_targets_declares_a_driver() -> None:
    matrix = load("[targets]\ndriver-impl-b=B\nDriver-Impl-A.c=\n  A\n")

    assert [(each.name, each.title and each.title.value) for each in matrix.drivers] == [
        ("b", "B"),
        ("a.c", "A"),
    ]
    assert [shown(each.span) for each in matrix.drivers] == ["2:1-14", "3:1-16"]
    assert [each.cell_key for each in matrix.drivers] == ["driver-impl-b", "driver-impl-a.c"]


def test_in_target_entries_have_bare_names() -> None:
    (driver,) = load("[target.a]\ntitle=A\n").drivers

    assert (driver.cell_key, driver.note_key) == ("a", "driver-notes-a")


def test_grades_declare_backends() -> None:
    matrix = load("[backends]\nbackend-impl-a=A\n[backends.backend-impl-a]\nstatus=x\n")

    assert drivers(matrix) == ["a"]
    assert matrix.features == []
    assert matrix.grades is not None
    assert list(matrix.grades.backends) == ["a"]
    assert load(CLEAN).grades is None


def test_a_name_without_what_cannot_be_seen_is_meant() -> None:
    assert drivers(load("[targets]\ndriver-impl-\u200ba=A\n")) == ["a"]
    assert drivers(load("[driver.\u200ba]\ntitle=A\n")) == ["a"]


def test_names_that_differ_by_case_declare_one_driver() -> None:
    assert [each.written for each in load("[driver.A]\n[driver.a]\n").drivers] == ["A"]


def test_a_label_is_what_entries_use() -> None:
    text = "[plugin.one]\ntitle=A\nlabel=ovs\n[plugin.two]\ntitle=B\n"
    matrix = custom(f"{text}{FEATURE.replace('driver.a', 'driver.ovs')}", NEUTRON)

    assert drivers(matrix) == ["ovs", "two"]
    assert fields(matrix) == []


def test_defaults_declare_nothing_whatever_a_dialect_is_called_by() -> None:
    own = TARGETS_DIALECT._replace(name="own", declaration="defaults")
    matrix = custom("[DEFAULT]\ndriver-impl-x=X\n[defaults]\ndriver-impl-a=A\n", own)

    assert (drivers(matrix), unrendered(matrix)) == (["a"], [])


def test_what_one_dialect_declares_no_other_does() -> None:
    own = DRIVER._replace(name="own", declaration="driver.plugin.")
    matrix = custom(f"[driver.plugin.b]\ntitle=B\n{DECLARED}{FEATURE}driver.b=missing\n", own)

    assert drivers(matrix) == ["b", "a"]
    assert foreign(matrix) == [("driver", ["3:1-11"])]


def test_a_section_of_declarations_without_one_is_no_feature() -> None:
    matrix = custom(f"[targets]\n{CLEAN}", TARGETS_DIALECT)

    assert [feature.name for feature in matrix.features] == ["operation.x"]


@pytest.mark.parametrize("name", ["drvier.b", "drivr.b", "driver-b", "Driver.b", "driver:b"])
def test_a_section_near_a_declaration_is_read_as_one(name: str) -> None:
    matrix = load(f"{DECLARED}[{name}]\ntitel=B\n{FEATURE}driver.b=missing\n")

    assert drivers(matrix) == ["a", "b"]
    assert unrendered(matrix) == [(name, "driver.b")]
    assert fields(matrix) == [("titel", "title", True)]
    assert [feature.levels for feature in matrix.features] == [["complete", "missing"]]


def test_a_declaration_without_its_dot_is_read_as_one() -> None:
    matrix = load(f"{DECLARED}[driverbeta-2.1]\ntitle=B\n{FEATURE}driver.beta-2.1=missing\n")

    assert drivers(matrix) == ["a", "beta-2.1"]
    assert unrendered(matrix) == [("driverbeta-2.1", "driver.beta-2.1")]


@pytest.mark.parametrize(
    "name",
    [
        # The dot has changed places with a letter.
        "driverb.eta",
        "drive.rbeta",
        # It has become one.
        "drivertbeta",
        # The word has a sign in it.
        "dri-ver.beta",
        "drive:r.beta",
        "d.r_iver.beta",
    ],
)
def test_of_several_declarations_a_section_is_near_to_the_one_with_entries_is_meant(
    name: str,
) -> None:
    matrix = load(f"{DECLARED}[{name}]\ntitle=B\n{FEATURE}driver.beta=missing\n")

    assert drivers(matrix) == ["a", "beta"]
    assert unrendered(matrix) == [(name, "driver.beta")]


@pytest.mark.parametrize(
    ("entry", "suggestion"),
    [("driver.beta", "driver.beta"), ("driver.s.beta", "driver.s.beta"), ("notes", "driver.beta")],
)
def test_of_several_declarations_the_entries_decide_and_else_the_first_sign(
    entry: str, suggestion: str
) -> None:
    matrix = load(f"{DECLARED}[drivers.beta]\ntitle=B\n{FEATURE}{entry}=missing\n")

    assert unrendered(matrix) == [("drivers.beta", suggestion)]


def test_only_the_first_signs_may_end_the_word_of_a_declaration() -> None:
    matrix = load(f"{DECLARED}[d.r.i.ver.beta]\ntitle=B\n{FEATURE}driver.beta=missing\n")

    assert unrendered(matrix) == [("d.r.i.ver.beta", None)]


@pytest.mark.parametrize(
    "section",
    [
        "[wurst.b]",
        "[drivers]",
        "[driver b c]",
        "[driverlvm]\nstatus=x",
        "[drvier]",
        "[drvier.b]\nstatus=x",
        "[drvier.b]\ncli=x",
        "[drvier.b]\n[drvier.b]\nstatus=x",
        "[drvier.b c]",
    ],
)
def test_a_section_that_is_not_near_or_has_other_keys_is_none(section: str) -> None:
    matrix = load(f"{CLEAN}{section}\n")

    assert drivers(matrix) == ["a"]
    assert [suggestion for _, suggestion in unrendered(matrix)] == [None]


@pytest.mark.parametrize("title", ["", "title=B\n"])
def test_a_section_with_entries_is_a_feature(title: str) -> None:
    matrix = load(f"{CLEAN}[drvier.b]\n{title}driver.a=complete\n")

    assert drivers(matrix) == ["a"]
    assert [feature.name for feature in matrix.features] == ["operation.x", "drvier.b"]


def test_operations_are_never_declarations() -> None:
    operations = DRIVER._replace(declaration="operator.")

    assert drivers(custom("[operator.a]\n[operation.b]\n", operations)) == ["a"]


def test_keys_of_a_declaration_that_are_no_field_are_reported() -> None:
    matrix = load(f"[driver.a]\ntitel=A\nlnik=\nfoo=\n{FEATURE}")

    assert fields(matrix) == [
        ("titel", "title", True),
        ("lnik", "link", False),
        ("foo", None, False),
    ]
    assert [each.title and each.title.value for each in matrix.drivers] == ["A"]


def test_a_field_that_is_there_is_not_meant_by_another_key() -> None:
    assert fields(load("[driver.a]\ntitle=A\ntitel=B\n")) == [("titel", None, False)]


def test_a_field_is_read_without_what_cannot_be_seen() -> None:
    (driver,) = load("[driver.a]\nti\u200btle=A\nlink=\n").drivers

    assert driver.title is not None
    assert driver.title.value == "A"


@pytest.mark.parametrize("key", ["dirver-impl-b", "driver.impl.b", "driver-imp-b", "driverimpl-b"])
def test_a_key_near_a_declaring_one_is_read_as_it(key: str) -> None:
    matrix = load(f"{TARGETS}{key}=B\n")

    assert drivers(matrix) == ["a", "b"]
    assert fields(matrix) == [(key, "driver-impl-b", True)]


def test_the_name_in_a_key_near_a_declaring_one_may_have_dashes() -> None:
    assert drivers(load(f"{TARGETS}driver-imp-lib-x_y=B\n")) == ["a", "lib-x_y"]


@pytest.mark.parametrize("key", ["wurst", "b", "driver-notes-b", "wurst-und-brot", "title"])
def test_another_key_among_the_targets_declares_nothing(key: str) -> None:
    matrix = load(f"{TARGETS}{key}=B\n")

    assert drivers(matrix) == ["a"]
    assert fields(matrix) == [(key, None, False)]


def test_grades_have_any_field() -> None:
    assert fields(load("[backends]\nbackend-impl-a=A\nfoo=1\n")) == []


@pytest.mark.parametrize(
    ("other", "place"),
    [
        ("[targets]\ndriver-impl-b=B\n", "4:1-14"),
        ("[target.b]\ntitle=B\n", "3:1-11"),
    ],
)
def test_declarations_of_another_dialect_are_read(other: str, place: str) -> None:
    matrix = load(f"{DECLARED}{other}{FEATURE}driver.b=missing\n")

    assert drivers(matrix) == ["a", "b"]
    assert foreign(matrix) == [("targets" if "targets" in other else "target", [place])]
    assert [feature.levels for feature in matrix.features] == [["complete", "missing"]]


def test_declarations_of_several_dialects_are_reported_by_dialect() -> None:
    matrix = load("[driver.a]\n[driver.b]\n[target.c]\n[targets]\ndriver-impl-d=D\n[target.e]\n")

    assert drivers(matrix) == ["a", "b", "d", "c", "e"]
    assert foreign(matrix) == [("targets", ["5:1-14"]), ("target", ["3:1-11", "6:1-11"])]


def test_grades_are_no_other_dialect() -> None:
    assert foreign(load(f"{CLEAN}[backends]\nbackend-impl-b=B\n")) == []


@pytest.mark.parametrize(
    "error",
    [
        "<<<<<<< a\n=======\n[driver.b]\n>>>>>>> b\n",
        "[driver b\ntitle=B\n",
        "[1] see\nlink=x\n",
    ],
)
def test_a_declaration_may_be_lost(error: str) -> None:
    matrix = load(f"{DECLARED}{error}{FEATURE}driver.zulu=missing\n")

    assert matrix.drivers_incomplete
    assert (matrix.undeclared_entries, matrix.undeclared_notes) == ([], [])


@pytest.mark.parametrize(
    "error",
    [
        "",
        "[1] see\n",
        "[1] see\nstatus=x\n",
        "[1] see\nfoo=complete\n",
        "<<<<<<< a\n=======\n[operation.b]\n>>>>>>> b\n",
        "two words\n",
    ],
)
def test_no_declaration_is_lost(error: str) -> None:
    assert not load(f"{DECLARED}{error}{FEATURE}").drivers_incomplete


def test_a_error_among_the_targets_may_hide_a_declaration() -> None:
    assert load(f"{TARGETS}two words\n").drivers_incomplete
    assert not load(TARGETS.replace("targets", "tragets")).drivers_incomplete
    assert not load(f"{TARGETS}[x.y]\ntwo words\n").drivers_incomplete


def test_without_a_dialect_a_section_of_unknown_name_may_declare() -> None:
    assert load("[1] x\ntitle=A\n").drivers_incomplete
    assert not load("[1] x\n[b]\ntitle=A\n").drivers_incomplete


def test_without_a_dialect_there_is_nothing() -> None:
    matrix = load("[x]\ntitle=X\n")

    assert (matrix.dialect, matrix.drivers, matrix.features) == (None, (), [])


def test_without_a_driver_there_is_no_feature() -> None:
    matrix = custom(FEATURE, DRIVER)

    assert (matrix.dialect, matrix.drivers, matrix.features) == (DRIVER, (), [])


def test_a_section_near_the_targets_is_read_as_them() -> None:
    matrix = load("[tragets]\ndriver-impl-a=A\n[x.y]\ndriver-impl-a=missing\n")

    assert drivers(matrix) == ["a"]
    assert unrendered(matrix) == [("tragets", "targets")]


def test_a_section_near_the_targets_with_other_keys_is_a_feature() -> None:
    matrix = load(f"{TARGETS}[tragets]\ntitle=T\ndriver-impl-a=missing\n")

    assert drivers(matrix) == ["a"]
    assert unrendered(matrix) == []
    assert [feature.name for feature in matrix.features] == ["tragets"]
