"""MX403 undeclared-driver."""

from tests.finding import everything, places
from tests.rules.entry.samples import drivers, in_target
from tests.rules.snippet import check, feature, reported


def test_undeclared_driver_is_reported_once_a_file_with_the_count() -> None:
    stray = ("driver.a=complete", "driver.zebra=missing")
    text = drivers("a") + feature("one", "optional", *stray) + feature("two", "optional", *stray)

    assert reported(text, "MX") == [
        "13:8-13 MX403 error 'driver.zebra' is for a driver that is not declared (2 entries)",
        "= 19:8-13 another",
    ]


def test_near_name_is_read_as_the_driver_whose_entry_is_missing() -> None:
    text = drivers("libvirt") + feature(
        "one", "mandatory", "driver.libvrit=missing", "driver-notes.libvrit="
    )

    assert reported(text, "MX") == [
        "12:8-15 MX403 error 'driver.libvrit' is for a driver that is not declared",
        "= did you mean 'libvirt'?",
        "12:16-23 MX407 error driver 'libvirt' is 'missing' in a feature that is 'mandatory'",
    ]


def test_near_name_of_a_driver_that_has_its_entry_is_no_help() -> None:
    text = drivers("libvirt") + feature(
        "one", "optional", "driver.libvirt=complete", "driver.libvrit=missing"
    )

    assert reported(text, "MX") == [
        "13:8-15 MX403 error 'driver.libvrit' is for a driver that is not declared",
    ]


def test_two_equally_near_names_are_none() -> None:
    text = drivers("huawei_v3", "huawei_v5") + feature(
        "one", "optional", "driver.huawei_v4=missing"
    )

    assert reported(text, "MX") == [
        "13:1-16 MX402 error [operation.one] has no entry for 'huawei_v3', 'huawei_v5'",
        "16:8-17 MX403 error 'driver.huawei_v4' is for a driver that is not declared",
    ]


def test_name_that_differs_by_separators_and_case_is_near() -> None:
    text = drivers("libvirt-kvm", "libvirt.lxc") + feature(
        "one", "optional", "driver.Libvirt_KVM=complete", "driver.libvirt-lxc=complete"
    )

    assert reported(text, "MX") == [
        "16:8-19 MX403 error 'driver.Libvirt_KVM' is for a driver that is not declared",
        "= did you mean 'libvirt-kvm'?",
        "17:8-19 MX403 error 'driver.libvirt-lxc' is for a driver that is not declared",
        "= did you mean 'libvirt.lxc'?",
    ]


def test_part_of_a_name_is_no_entry_of_it() -> None:
    text = drivers("libvirt-vz-vm") + feature("one", "optional", "driver.vz-vm=missing")

    assert reported(text, "MX") == [
        "9:1-16 MX402 error [operation.one] has no entry for 'libvirt-vz-vm'",
        "12:8-13 MX403 error 'driver.vz-vm' is for a driver that is not declared",
    ]


def test_empty_name_is_not_declared() -> None:
    text = drivers("a") + feature("one", "optional", "driver.a=complete", "driver.=complete")

    assert reported(text, "MX") == [
        "13:8-8 MX403 error 'driver.' is for a driver that is not declared",
    ]


def test_note_of_an_undeclared_driver_with_entries_is_not_reported() -> None:
    lines = ("driver.a=complete", "driver.zebra=partial", "driver-notes.zebra=Was once.")
    text = drivers("a") + feature("one", "optional", *lines)

    assert places(everything(text)) == [(13, "MX403")]


def test_misspelt_declaration_speaks_alone_where_entries_agree() -> None:
    check("""
        #> MX107
        [driver.libvrit]
        title=Libvirt

        [operation.one]
        title=One
        status=optional
        driver.libvirt=complete

        [operation.two]
        title=Two
        status=mandatory
        #> MX407
        driver.libvirt=missing
        driver-notes.libvirt=Not yet.
    """)


def test_bare_key_with_a_level_is_an_entry_in_target() -> None:
    text = in_target("a=complete", "b=complete", "c=missing:queens", "d=gone")

    assert reported(text, "MX403") == [
        "14:1-2 MX403 error 'c' is for a driver that is not declared",
    ]
