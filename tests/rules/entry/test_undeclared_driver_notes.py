"""MX404 undeclared-driver-notes."""

import pytest

from tests.finding import everything, places
from tests.rules.entry.samples import OTHER, drivers
from tests.rules.snippet import check, declared, feature, reported


def test_undeclared_note_is_reported_once_a_file_with_the_count() -> None:
    lines = ("driver.a=complete", "driver-notes.zebra=Was once.")
    text = drivers("a") + feature("one", "optional", *lines) + feature("two", "optional", *lines)

    assert reported(text, "MX") == [
        (
            "13:14-19 MX404 error note 'driver-notes.zebra' is for a driver that is not declared"
            " (2 notes)"
        ),
        "= 19:14-19 another",
    ]


@pytest.mark.parametrize(
    ("declared_name", "written"),
    [
        ("libvirt-vz-vm", "vz-vm"),
        ("libvirt-vz-vm", "libvirt-vz"),
        ("libvirt-vz-vm", "libvirt"),
        ("gpu.fake", "fake"),
        ("huawei_v3", "v3"),
        ("libvirt", "libvrit"),
        ("libvirt-kvm", "libvirt_kvm"),
    ],
)
def test_undeclared_note_is_read_as_that_of_the_near_driver(
    declared_name: str, written: str
) -> None:
    text = drivers(declared_name) + feature(
        "one", "optional", f"driver.{declared_name}=partial", f"driver-notes.{written}=Why."
    )

    assert reported(text, "MX") == [
        (
            f"13:14-{14 + len(written)} MX404 error note 'driver-notes.{written}' is for a driver"
            " that is not declared"
        ),
        f"= did you mean {declared_name!r}?",
    ]


@pytest.mark.parametrize("written", ["z-vm", "irt-vz-vm", "libvirt-v", "vz", "libvirt-vz-vmx2000"])
def test_part_of_a_name_ends_at_a_separator(written: str) -> None:
    text = drivers("libvirt-vz-vm") + feature(
        "one", "optional", "driver.libvirt-vz-vm=partial", f"driver-notes.{written}=Why."
    )

    assert places(everything(text)) == [(12, "MX406"), (13, "MX404")]
    assert reported(text, "MX404") == [
        (
            f"13:14-{14 + len(written)} MX404 error note 'driver-notes.{written}' is for a driver"
            " that is not declared"
        ),
    ]


def test_part_of_two_names_is_none() -> None:
    text = drivers("libvirt-vz", "libvirt-kvm") + feature(
        "one",
        "optional",
        "driver.libvirt-vz=complete",
        "driver.libvirt-kvm=complete",
        "driver-notes.libvirt=Why.",
    )

    assert reported(text, "MX") == [
        "18:14-21 MX404 error note 'driver-notes.libvirt' is for a driver that is not declared",
    ]


def test_driver_with_an_entry_and_no_note_is_suggested_first() -> None:
    text = drivers("xen-vz", "kvm-vz") + feature(
        "one",
        "optional",
        "driver.xen-vz=complete",
        "driver-notes.xen-vz=Has one.",
        "driver.kvm-vz=partial",
        "driver-notes.vz=Why.",
    )

    assert reported(text, "MX") == [
        "19:14-16 MX404 error note 'driver-notes.vz' is for a driver that is not declared",
        "= did you mean 'kvm-vz'?",
    ]


def test_driver_without_an_entry_is_suggested_where_no_other_is_near() -> None:
    text = drivers("a", "libvirt") + feature(
        "one", "optional", "driver.a=complete", "driver-notes.libvrit=Why."
    )

    assert reported(text, "MX") == [
        "13:1-16 MX402 error [operation.one] has no entry for 'libvirt'",
        "= 17:1-21 a note without its entry",
        "17:14-21 MX404 error note 'driver-notes.libvrit' is for a driver that is not declared",
        "= did you mean 'libvirt'?",
    ]


def test_near_driver_that_has_a_note_is_no_help() -> None:
    text = drivers("libvirt") + feature(
        "one",
        "optional",
        "driver.libvirt=complete",
        "driver-notes.libvirt=Has one.",
        "driver-notes.libvrit=Why.",
    )

    assert reported(text, "MX") == [
        "14:14-21 MX404 error note 'driver-notes.libvrit' is for a driver that is not declared",
    ]


def test_what_is_wrong_in_the_defaults_is_reported_once_there() -> None:
    check("""
        #> MX010
        [DEFAULT]
        #> MX407
        driver.a=missing
        #> MX409
        driver-notes.a=
        #> MX403
        driver.zebra=complete
        #> MX404
        driver-notes.ox=Why.

        [driver.a]
        title=A

        [operation.one]
        title=One
        status=mandatory

        [operation.two]
        title=Two
        status=mandatory
    """)


def test_names_in_the_defaults_count_once() -> None:
    lines = "driver.zebra=complete\ndriver-notes.ox=Why.\n\n"
    rest = feature("one", "optional", "driver.a=complete")
    text = f"[DEFAULT]\n{lines}" + declared("a") + rest + OTHER

    assert reported(text, "MX4") == [
        "2:8-13 MX403 error 'driver.zebra' is for a driver that is not declared",
        "3:14-16 MX404 error note 'driver-notes.ox' is for a driver that is not declared",
    ]


def test_names_are_not_checked_where_a_declaration_may_be_lost() -> None:
    check("""
        [targets]
        driver-impl-a=A
        #> MX001
        driver-impl-b

        [one]
        title=One
        status=optional
        driver-impl-a=complete
        driver-impl-b=complete
        driver-notes-c=Why.
    """)
