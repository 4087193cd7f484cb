"""MX107 unused-driver."""

import pytest

from tests.finding import everything, places
from tests.rules.snippet import declared, feature, reported

FEATURE = feature("x", "optional", "driver.a=complete")


def test_unused_driver_is_reported_with_the_name_that_entries_use() -> None:
    text = declared("ceph", "lvm") + feature("x", "optional", "driver.cehp=complete")

    assert reported(text, "MX107") == [
        ("1:1-14 MX107 error driver 'ceph' is declared, and no feature has an entry for it"),
        "= did you mean 'cehp'?",
        ("4:1-13 MX107 error driver 'lvm' is declared, and no feature has an entry for it"),
    ]


@pytest.mark.parametrize("header", ["[driver.lvmm", "driver.vlm]"])
def test_name_in_a_broken_header_may_be_broken_too(header: str) -> None:
    text = declared("a") + f"\n{header}\ntitle=LVM\n\n[driver.b]\ntitle=B\n"
    rest = feature("x", "optional", "driver.a=complete", "driver.lvm=missing")

    assert places(everything(text + rest)) == [(4, "MX004"), (7, "MX107")]


def test_byte_order_mark_says_nothing_of_the_driver_behind_it() -> None:
    text = "\ufeff" + declared("a", "b") + feature("x", "optional", "driver.b=complete")

    assert places(everything(text)) == [(1, "MX006"), (1, "MX107")]


def test_where_one_feature_may_have_lost_an_entry_no_driver_is_unused() -> None:
    text = declared("a", "b") + FEATURE + "word\n" + FEATURE.replace("x", "y")

    assert places(everything(text)) == [(11, "MX001")]


def test_unused_driver_of_another_dialect_is_reported_by_that_alone() -> None:
    text = declared("a", "c") + "\n[target.b]\ntitle=B\n"
    rest = feature("x", "optional", "driver.a=complete", "driver.c=complete")

    assert [code for _, code in places(everything(text + rest))] == ["MX105"]


@pytest.mark.parametrize(("count", "fixed"), [(20, 20), (21, 20)])
def test_in_a_crowd_of_unused_drivers_the_first_have_fixes(count: int, fixed: int) -> None:
    names = [f"{chr(97 + at)}{at}{at}{at}" for at in range(count)]
    found = everything(declared("used", *names) + FEATURE.replace(".a", ".used"))
    fixes = [each.fix is not None for each in found if each.code == "MX107"]

    assert fixes == [True] * fixed + [False] * (count - fixed)
