"""What each dialect says: its sections, its levels, its statuses, and the keys of its texts."""

import pytest

from matrixlint.syntax.dialects.dialect import (
    BUILT_IN,
    DRIVER,
    GRADES,
    LEVELS,
    TARGET,
    TARGETS,
    Demand,
    Dialect,
    Support,
)

NEUTRON = DRIVER._replace(name="neutron", declaration="plugin.", label="label")


@pytest.mark.parametrize(
    ("dialect", "yes", "no"),
    [
        (TARGETS, ["targets"], ["targets.a", "target", "Targets", ""]),
        (DRIVER, ["driver.a", "driver.", "driver.a.b"], ["driver", "drivers.a", "Driver.a"]),
        (TARGET, ["target.a"], ["targets", "driver.a"]),
        (GRADES, ["backends"], ["backends.backend-impl-a", "grades"]),
    ],
)
def test_declares_reports_the_sections_of_drivers(
    dialect: Dialect, yes: list[str], no: list[str]
) -> None:
    assert [name for name in (*yes, *no) if dialect.declares(name)] == yes


@pytest.mark.parametrize(
    ("dialect", "yes", "no"),
    [
        (TARGETS, ["targets", "a.b", "operation.L3_HA"], ["a", "1.b", "a b.c", "", "a.b#"]),
        (DRIVER, ["driver.a", "operation.x", "operation.a-b.c"], ["a.b", "operation", "driver"]),
        (TARGET, ["target.a", "a.b"], ["a"]),
    ],
)
def test_fits_reports_the_names_that_are_plainly_meant(
    dialect: Dialect, yes: list[str], no: list[str]
) -> None:
    assert [name for name in (*yes, *no) if dialect.fits(name)] == yes


def test_the_levels_of_every_dialect_mean_the_same() -> None:
    assert {each.name: dict(each.levels) for each in BUILT_IN} == {
        each.name: dict(LEVELS) for each in BUILT_IN
    }
    assert [word for word, support in LEVELS.items() if support is Support.IMPLEMENTED] == [
        "complete",
        "partial",
    ]


@pytest.mark.parametrize(
    ("dialect", "words"),
    [
        (TARGETS, {"status": ["mandatory", "optional", "choice", "condition"]}),
        (
            DRIVER,
            {"status": ["mandatory", "optional", "choice", "condition", "mature", "immature"]},
        ),
        (
            TARGET,
            {
                "maturity": ["incomplete", "experimental", "complete", "deprecated"],
                "status": [
                    *("mandatory", "optional", "choice", "condition"),
                    *("incomplete", "experimental", "complete", "deprecated"),
                ],
            },
        ),
        (GRADES, {}),
    ],
)
def test_each_dialect_has_its_own_status_words(
    dialect: Dialect, words: dict[str, list[str]]
) -> None:
    assert {field: list(known) for field, known in dialect.status_fields.items()} == words


def test_maturities_ask_nothing_of_a_driver() -> None:
    assert set(TARGET.status_fields["maturity"].values()) == {Demand.OPTIONAL}


@pytest.mark.parametrize(
    ("key", "is_text"),
    [
        ("notes", True),
        ("cli", True),
        ("driver-notes.a", True),
        ("title", False),
        ("status", False),
        ("driver.a", False),
        ("link", False),
    ],
)
def test_texts_may_have_several_lines(key: str, is_text: bool) -> None:  # noqa: FBT001  a column
    assert DRIVER.is_text(key) is is_text
