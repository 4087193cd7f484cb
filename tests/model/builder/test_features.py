"""Which sections are features, and what their keys say of the drivers."""

import pytest

from matrixlint import Matrix, load
from tests.parsed import CLEAN, DECLARED, FEATURE, levels

BOTH = "[target.a]\ntitle=A\n[target.b]\ntitle=B\n"


def unrendered(matrix: Matrix) -> list[str | None]:
    return [each.section.name for each in matrix.unrendered_sections]


def test_a_level_stands_at_its_driver_s_place() -> None:
    feature = "[operation.x]\ndriver.b=missing\ndriver.a=complete\n"
    text = f"{DECLARED}[driver.b]\n{feature}[operation.y]\n"

    assert levels(text) == {"operation.x": ["complete", "missing"], "operation.y": [None, None]}


def test_a_section_that_is_not_rendered_is_reported() -> None:
    matrix = load(f"{CLEAN}[foo]\ntitle=F\n[bar]\ndriver.a=missing\n")

    assert unrendered(matrix) == ["foo", "bar"]
    assert [feature.name for feature in matrix.features] == ["operation.x", "bar"]


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("operatoin.y.z", "operation.y.z"),
        ("operation", None),
        ("operatio.", None),
        ("storage.y", None),
        ("operationpause", "operation.pause"),
        ("operation_pause", "operation.pause"),
        ("operations", None),
    ],
)
def test_a_section_nearly_called_a_feature_is_meant_as_one(
    name: str, suggestion: str | None
) -> None:
    matrix = load(f"{CLEAN}[{name}]\ndriver.a=missing\n")

    assert [tuple(each)[1:] for each in matrix.unrendered_sections] == [(suggestion, False)]


@pytest.mark.parametrize("key", ["driver.zulu", "driver-impl-zulu", "dri\u200bver.zulu"])
def test_any_entry_makes_a_section_a_feature(key: str) -> None:
    assert list(levels(f"{CLEAN}[bar]\ntitle=B\n{key}=missing\n")) == ["operation.x", "bar"]


@pytest.mark.parametrize("key", ["driver-notes.a", "title", "status", "a"])
def test_no_other_key_makes_a_section_a_feature(key: str) -> None:
    assert list(levels(f"{CLEAN}[bar]\n{key}=missing\n")) == ["operation.x"]


def test_in_other_dialects_every_section_is_a_feature() -> None:
    matrix = load("[targets]\ndriver-impl-a=A\n[foo]\n[b.c]\ntitle=x\n")

    assert [feature.name for feature in matrix.features] == ["foo", "b.c"]
    assert unrendered(matrix) == []


@pytest.mark.parametrize(("key", "is_feature"), [("status", True), ("title", False)])
def test_a_section_of_unknown_name_is_a_feature_by_its_keys(
    key: str,
    is_feature: bool,  # noqa: FBT001  a table's column
) -> None:
    matrix = load(f"{CLEAN}[1] see\n{key}=optional\n")

    assert [feature.name for feature in matrix.features] == ["operation.x", *[None] * is_feature]
    assert unrendered(matrix) == []


def test_declarations_and_the_default_section_are_no_features() -> None:
    assert list(levels(f"[DEFAULT]\ndriver.a=missing\n{CLEAN}[target.b]\n")) == ["operation.x"]


def test_an_entry_of_the_default_section_counts_everywhere() -> None:
    text = f"[DEFAULT]\ndriver.b=unknown\n{DECLARED}[driver.b]\n{FEATURE}"

    assert levels(text) == {"operation.x": ["complete", "unknown"]}


def test_in_target_a_bare_entry_makes_a_section_of_unknown_name_a_feature() -> None:
    assert levels("[target.a]\ntitle=A\n[]\ntitle=X\na=complete\n") == {None: ["complete"]}


def test_an_entry_is_none_of_another_dialect_for_an_odd_key_beside_it() -> None:
    text = "[target.driver.x]\ntitle=A\n[x]\ntitle=X\ndriver.x=complete\nodd=1\n"

    assert load(text).other_dialect_items == []


def test_in_target_both_kinds_of_entry_are_read() -> None:
    text = f"{BOTH}[x]\na=complete\ndriver-impl-b=missing\n[y]\ndriver-impl-a=partial\n"
    matrix = load(text)

    assert levels(text) == {"x": ["complete", "missing"], "y": ["partial", None]}
    assert [feature.cell_keys for feature in matrix.features] == [
        {1: "driver-impl-b"},
        {0: "driver-impl-a"},
    ]


def test_in_target_the_bare_entry_is_the_one_that_counts() -> None:
    text = f"{BOTH}[x]\na=complete\ndriver-impl-a=missing\n"

    assert levels(text) == {"x": ["complete", None]}


def test_a_driver_is_used_where_some_feature_has_an_entry() -> None:
    matrix = load(f"{BOTH}[target.c]\n[x]\na=complete\n[y]\ndriver-impl-b=what\n")

    assert [driver.is_used for driver in matrix.drivers] == [True, True, False]


def test_a_file_without_features_uses_no_driver() -> None:
    assert [driver.is_used for driver in load(DECLARED).drivers] == [False]


def test_statuses_are_read_in_the_order_of_the_dialect_s_fields() -> None:
    matrix = load(f"{BOTH}[x]\nstatus=optional\nmaturity=complete\n[y]\nmaturity=deprecated\n[z]\n")

    assert [[each.word for each in feature.statuses] for feature in matrix.features] == [
        ["complete", "optional"],
        ["deprecated"],
        [],
    ]
    assert [feature.status and feature.status.word for feature in matrix.features] == [
        *("optional", "deprecated", None),
    ]


def test_a_status_on_the_line_below_its_key_is_continued() -> None:
    (feature,) = load(CLEAN.replace("=optional", "=\n  optional")).features

    assert feature.status is not None
    assert (feature.status.suggestion, feature.status.continued) == ("optional", (6, 3, 6, 11))
