"""The words and dialects of a project's own: what tables of a configuration make."""

from typing import Any

import pytest

from matrixlint.syntax.dialects.custom import build_dialects
from matrixlint.syntax.dialects.dialect import (
    BUILT_IN,
    DRIVER,
    LEVELS,
    STATUSES,
    TARGET,
    Demand,
    Dialect,
    Support,
)


def own(**table: Any) -> Dialect:
    """Return the dialect that *table* makes, whose keys have ``_`` for ``-``."""
    named = {key.replace("_", "-"): value for key, value in table.items()}
    return build_dialects({"dialects": {"own": named}})[0]


def test_the_project_s_dialects_come_before_the_built_in_ones() -> None:
    tables = {"b": {"extends": "driver"}, "a": {"extends": "b"}}

    assert build_dialects({"dialects": tables}) == (
        DRIVER._replace(name="b"),
        DRIVER._replace(name="a"),
        *BUILT_IN,
    )


def test_words_are_added_to_every_dialect() -> None:
    wording = {
        "levels": {"planned": "missing"},
        "statuses": {"core": "required"},
        "fields": ["Since"],
    }
    driver, target = DRIVER, TARGET
    found = {dialect.name: dialect for dialect in build_dialects(wording)}

    assert found["driver"] == driver._replace(
        levels={**LEVELS, "planned": Support.MISSING},
        status_fields={"status": {**driver.status_fields["status"], "core": Demand.REQUIRED}},
        fields=driver.fields | {"since"},
        driver_fields=driver.driver_fields | {"since"},
    )
    assert [*found["target"].status_fields["maturity"]] == [
        *target.status_fields["maturity"],
        "core",
    ]


def test_a_dialect_that_extends_none_begins_plain() -> None:
    assert own(declaration="plugin.") == Dialect(
        name="own",
        declaration="plugin.",
        entry_prefixes=("",),
        note_prefixes=(),
        status_fields={"status": STATUSES},
        fields=frozenset({"title", "status", "notes", "cli"}),
        driver_fields=frozenset({"title", "link"}),
        levels=LEVELS,
    )


def test_everything_can_be_said() -> None:
    assert own(
        extends="driver",
        declaration="plugin.",
        label="Key",
        driver_fields=["Vendor"],
        feature_prefix="",
        entry_prefixes=["Has-", ""],
        note_prefixes=["About-"],
        fields=["API"],
        status_fields=["Weight", "status"],
        statuses={"core": "required"},
        levels={"yes": "implemented"},
        releases=True,
        strict=False,
    ) == Dialect(
        name="own",
        declaration="plugin.",
        label="key",
        driver_fields=frozenset({"title", "vendor"}),
        feature_prefix="",
        entry_prefixes=("has-", ""),
        note_prefixes=("about-",),
        fields=frozenset({"title", "api", "weight", "status"}),
        status_fields={"weight": {"core": Demand.REQUIRED}, "status": {"core": Demand.REQUIRED}},
        levels={"yes": Support.IMPLEMENTED},
        has_releases=True,
        strict=False,
    )


def test_what_says_where_drivers_are_declared_says_all_of_it() -> None:
    sections = own(extends="targets", declaration="plugin.")
    keys = own(extends="driver", declaration="plugins", declaring_keys="Plugin-")

    assert sections.declaring_keys is None
    assert sections.driver_fields == {"title", "link"}
    assert (keys.declaration, keys.declaring_keys) == ("plugins", "plugin-")
    assert keys.driver_fields == frozenset()


def test_a_label_alone_is_added_to_the_sections_that_are_inherited() -> None:
    assert own(extends="driver", label="key") == DRIVER._replace(name="own", label="key")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["status"], {"status": TARGET.status_fields["status"]}),
        (["weight"], {"weight": {**TARGET.status_fields["maturity"], **STATUSES}}),
    ],
)
def test_a_field_of_statuses_keeps_the_words_that_are_inherited(
    names: list[str], expected: dict[str, dict[str, Demand]]
) -> None:
    made = own(extends="target", status_fields=names)

    assert made.status_fields == expected
    assert made.fields == TARGET.fields - {"maturity", "status"} | {*names}
