"""MX602 dangling-condition."""

import pytest

from tests.rules.condition.samples import with_condition
from tests.rules.snippet import check, feature, reported


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("two", "operation.two"),
        ("operation.tow", "operation.two"),
        ("operation-two", "operation.two"),
        ("Operation.two", "operation.two"),
        ("operation.TWO", "operation.two"),
        ("operation.operation.two", "operation.two"),
        ("opertaion.two", "operation.two"),
    ],
)
def test_dangling_condition_is_read_as_what_was_meant(name: str, suggestion: str) -> None:
    end = 18 + len(name)

    assert reported(with_condition(f"{name}==complete", "missing"), "MX") == [
        f"6:18-{end} MX602 error condition is on {name!r}, which is no feature of this file",
        f"= did you mean {suggestion!r}?",
        f"7:10-17 MX604 error driver 'a' lacks this, and '{name}==complete' holds for it",
        "= 12:10-18 what the condition is about",
    ]


@pytest.mark.parametrize(
    "name", ["operation.quite-other", "driver.a", "a", "storage.block", "operation.", "operation"]
)
def test_dangling_condition_without_a_near_feature_is_not_decided(name: str) -> None:
    assert reported(with_condition(f"{name}==complete", "missing"), "MX") == [
        (
            f"6:18-{18 + len(name)} MX602 error condition is on {name!r},"
            " which is no feature of this file"
        )
    ]


def test_feature_equally_near_to_two_is_none_of_them() -> None:
    rest = feature("disk3", "optional", "driver.a=complete") + feature(
        "disk4", "optional", "driver.a=complete"
    )
    text = with_condition("operation.disk5==complete", "missing") + rest

    assert reported(text, "MX") == [
        "6:18-33 MX602 error condition is on 'operation.disk5', which is no feature of this file",
    ]


def test_prefix_is_suggested_before_a_near_name() -> None:
    rest = feature("attach", "optional", "driver.a=complete") + feature(
        "attacs", "optional", "driver.a=complete"
    )

    assert reported(with_condition("attach==complete") + rest, "MX") == [
        "6:18-24 MX602 error condition is on 'attach', which is no feature of this file",
        "= did you mean 'operation.attach'?",
    ]


def test_feature_of_a_file_without_prefixes_is_suggested_without_one() -> None:
    check("""
        [targets]
        driver-impl-a=A

        [storage.block]
        title=Block storage
        status=optional
        driver-impl-a=complete

        [storage.migrate]
        title=Migrate block storage
        #> MX602
        status=condition(operation.storage.block==complete)
        #> MX604
        driver-impl-a=missing
    """)


def test_section_of_the_drivers_is_no_feature() -> None:
    check("""
        [targets]
        driver-impl-a=A

        [one]
        title=One
        #> MX602
        status=condition(targets==complete)
        driver-impl-a=missing
    """)


def test_section_that_is_left_out_of_the_page_is_reported_once() -> None:
    check("""
        [driver.a]
        title=A

        [operation.one]
        title=One
        status=condition(storage.block==complete)
        driver.a=missing

        #> MX204
        [storage.block]
        title=Block storage
        status=optional
    """)


def test_feature_that_may_be_lost_is_not_dangling() -> None:
    check("""
        [driver.a]
        title=A

        [operation.one]
        title=One
        status=condition(operation.two==complete)
        driver.a=missing

        #> MX001
        []
        title=Two
        status=optional
        driver.a=complete
    """)
