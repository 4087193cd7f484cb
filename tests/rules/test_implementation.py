"""MX401 to MX410: entries and notes, and who speaks where several rules could."""

import pytest

from matrixlint import lint_text, load
from tests.finding import everything, places
from tests.fixed import applied
from tests.rules.snippet import check, declared, feature, grid, named, told

LEVELS = "complete, partial, missing or unknown"
OTHER = feature("other", "optional", "driver.a=complete")
TARGETS = "[target.a]\ntitle=A\nlink=\n\n[target.b]\ntitle=B\nlink=\n\n"


def with_level(level: str, status: str = "optional") -> str:
    """Return a matrix whose first entry, in line 7, has *level*."""
    return declared("a") + feature("one", status, f"driver.a={level}") + OTHER


def in_target(*lines: str) -> str:
    """Return a matrix of the target dialect, its feature's keys from line 12 on."""
    return TARGETS + "\n".join(("[one]", "title=One", "maturity=complete", *lines, ""))


def drivers(*names: str) -> str:
    """Return drivers, and in lines behind them a feature that all of them have."""
    entries = (f"driver.{name}=complete" for name in names)
    return declared(*names) + feature("zero", "optional", *entries)


def test_findings_name_key_driver_and_value() -> None:
    lines = ("driver.a=missing", "driver.b=Missing", "driver-notes.a=", "driver.zebra=complete")
    text = drivers("a", "b", "c") + feature("one", "mandatory", *lines, "driver-notes.ox=Why.")

    assert named(text, "MX") == [
        ("MX402", None, None, "c"),
        ("MX407", "driver.a", "a", "missing"),
        ("MX401", "driver.b", "b", "Missing"),
        ("MX409", "driver-notes.a", "a", ""),
        ("MX403", "driver.zebra", "zebra", "complete"),
        ("MX404", "driver-notes.ox", "ox", "Why."),
    ]


def test_findings_of_partial_and_unknown_name_the_driver() -> None:
    lines = ("a=partial", "b=complete", "driver-notes-b=Why.")
    text = in_target(*lines) + "\n[two]\ntitle=Two\nmaturity=complete\na=unknown\nb=missing\n"

    assert named(text, "MX") == [
        ("MX406", "a", "a", "partial"),
        ("MX410", "driver-notes-b", "b", "Why."),
        ("MX408", "a", "a", "unknown"),
    ]


# MX401


@pytest.mark.parametrize("level", ["complete", "missing"])
def test_known_level_is_no_finding(level: str) -> None:
    assert told(with_level(level), "MX") == []


@pytest.mark.parametrize(
    ("level", "end", "hint"),
    [
        ("Complete", 18, "complete"),
        ("COMPLETE", 18, "complete"),
        ("compelte", 18, "complete"),
        ("complet", 17, "complete"),
        ("mising", 16, "missing"),
        ("unknwon", 17, "unknown"),
        ("partially", 19, "partial"),
        ("complete # since then", 31, "complete"),
        ("complete ;really", 26, "complete"),
        ("incomplete", 20, None),
        ("not-complete", 22, None),
        ("imcomplete", 20, None),
        ("known", 15, None),
        ("yes", 13, None),
        ("", 10, None),
        ("complete:queens", 25, None),
        ("complete, mostly", 26, None),
    ],
)
def test_unknown_level_is_told_with_what_was_meant(level: str, end: int, hint: str | None) -> None:
    assert told(with_level(level), "MX") == [
        f"7:10-{end} MX401 error driver 'a' is {level!r}; expected {LEVELS}",
        *([f"= did you mean '{hint}'?"] if hint else []),
    ]


@pytest.mark.parametrize(
    ("level", "line", "start", "end"),
    [
        ("complete\n  really", 8, 3, 9),
        ("complete\n\n# remark\n    missing", 10, 5, 12),
        ("complete\n  or\n  so", 8, 3, 5),
        ("\n  complete", 8, 3, 11),
        ("\n; remark\n  compelte", 9, 3, 11),
        ("compelte\n  really", 8, 3, 9),
    ],
)
def test_level_of_several_lines_is_told_at_the_first_line_too_many(
    level: str, line: int, start: int, end: int
) -> None:
    assert told(with_level(level), "MX") == [
        (
            f"{line}:{start}-{end} MX401 error level of driver 'a' runs over several lines;"
            " expected one word"
        )
    ]


@pytest.mark.parametrize(
    ("level", "read"),
    [
        ("Missing", "missing"),
        ("missing\n  really", "missing"),
        ("\n  missing", "missing"),
        ("msising\n  complete", "missing"),
        ("miss\u200bing", "missing"),
        ("yes", ""),
        ("", ""),
        ("%(title)s", ""),
    ],
)
def test_level_is_read_as_what_was_meant(level: str, read: str) -> None:
    assert load(with_level(level)).features[0].levels == [read]


@pytest.mark.parametrize(
    ("level", "read"),
    [
        ("complete:n", "complete"),
        ("partial:queens", "partial"),
        ("missing", "missing"),
        ("complete:", "complete"),
        ("compelte:n", "complete"),
        (":n", ""),
    ],
)
def test_level_in_target_is_read_without_its_release(level: str, read: str) -> None:
    assert load(in_target(f"a={level}", "b=complete")).features[0].levels[0] == read


def test_release_needs_a_level_and_a_name() -> None:
    assert told(in_target("a=complete:", "driver-impl-b=:queens"), "MX") == [
        f"12:3-12 MX401 error driver 'a' is 'complete:'; expected {LEVELS}",
        "= did you mean 'complete'?",
        f"13:15-22 MX401 error driver 'b' is ':queens'; expected {LEVELS}",
    ]


def test_misspelt_level_of_a_release_is_told_whole() -> None:
    assert told(in_target("a=compelte:n", "b=complete:n"), "MX") == [
        f"12:3-13 MX401 error driver 'a' is 'compelte:n'; expected {LEVELS}",
        "= did you mean 'complete'?",
    ]


@pytest.mark.parametrize(
    ("level", "status"),
    [("Partial", "optional"), ("mising", "mandatory"), ("unknwon", "optional")],
)
def test_no_second_rule_speaks_of_a_misspelt_level(level: str, status: str) -> None:
    assert places(everything(with_level(level, status))) == [(7, "MX401")]


def test_level_before_a_line_too_many_is_judged() -> None:
    check("""
        [driver.a]
        title=A

        [operation.one]
        title=One
        status=mandatory
        #> MX407
        driver.a=missing
        #> MX401
          really
    """)


# MX402


def test_missing_entries_are_told_once_a_feature() -> None:
    text = drivers("a", "b", "c") + feature("one", "mandatory", "driver.b=complete")

    assert told(text, "MX") == [
        "17:1-16 MX402 error [operation.one] has no entry for 'a', 'c'",
    ]


def test_feature_without_any_entry_lacks_them_all() -> None:
    text = drivers("a", "b") + feature("one", "optional")

    assert told(text, "MX") == ["13:1-16 MX402 error [operation.one] has no entry for 'a', 'b'"]


def test_notes_of_missing_entries_are_related() -> None:
    lines = ("driver-notes.b=Soon.", "driver-notes.a=Never.")
    text = drivers("a", "b") + feature("one", "optional", *lines)

    assert told(text, "MX") == [
        "13:1-16 MX402 error [operation.one] has no entry for 'a', 'b'",
        "= 17:1-15 a note without its entry",
        "= 16:1-15 a note without its entry",
    ]


def test_missing_drivers_are_the_value() -> None:
    text = drivers("a", "b", "c") + feature("one", "optional", "driver.b=complete")
    (found,) = everything(text)

    assert (found.section, found.key, found.value) == ("operation.one", None, "a c")


def test_unused_driver_lacks_no_entries() -> None:
    check("""
        [driver.a]
        title=A

        #> MX107
        [driver.spare]
        title=Spare

        [operation.one]
        title=One
        status=optional
        driver.a=complete
    """)


def test_feature_whose_header_is_lost_lacks_entries_too() -> None:
    lines = ("driver.a=complete", "driver.b=complete", "title=Two", "status=optional")
    text = drivers("a", "b") + feature("one", "optional", *lines, "driver.a=missing")

    assert told(text, "MX402") == ["18:1-10 MX402 error [?] has no entry for 'b'"]


def test_broken_section_lacks_no_entries() -> None:
    check("""
        [driver.a]
        title=A

        [driver.b]
        title=B

        [operation.one]
        title=One
        status=optional
        #> MX001
        driver.a
        driver.b=complete

        [operation.two]
        title=Two
        status=optional
        driver.a=complete
        driver.b=missing
    """)


# MX403


def test_undeclared_driver_is_told_once_a_file_with_the_count() -> None:
    stray = ("driver.a=complete", "driver.zebra=missing")
    text = drivers("a") + feature("one", "optional", *stray) + feature("two", "optional", *stray)

    assert told(text, "MX") == [
        "13:8-13 MX403 error 'driver.zebra' is for a driver that is not declared (2 entries)",
        "= 19:8-13 another",
    ]


def test_near_name_is_read_as_the_driver_whose_entry_is_missing() -> None:
    text = drivers("libvirt") + feature(
        "one", "mandatory", "driver.libvrit=missing", "driver-notes.libvrit="
    )

    assert told(text, "MX") == [
        "12:8-15 MX403 error 'driver.libvrit' is for a driver that is not declared",
        "= did you mean 'libvirt'?",
        "12:16-23 MX407 error driver 'libvirt' is 'missing' in a feature that is 'mandatory'",
    ]


def test_near_name_of_a_driver_that_has_its_entry_is_no_help() -> None:
    text = drivers("libvirt") + feature(
        "one", "optional", "driver.libvirt=complete", "driver.libvrit=missing"
    )

    assert told(text, "MX") == [
        "13:8-15 MX403 error 'driver.libvrit' is for a driver that is not declared",
    ]


def test_two_equally_near_names_are_none() -> None:
    text = drivers("huawei_v3", "huawei_v5") + feature(
        "one", "optional", "driver.huawei_v4=missing"
    )

    assert told(text, "MX") == [
        "13:1-16 MX402 error [operation.one] has no entry for 'huawei_v3', 'huawei_v5'",
        "16:8-17 MX403 error 'driver.huawei_v4' is for a driver that is not declared",
    ]


def test_name_that_differs_by_separators_and_case_is_near() -> None:
    text = drivers("libvirt-kvm", "libvirt.lxc") + feature(
        "one", "optional", "driver.Libvirt_KVM=complete", "driver.libvirt-lxc=complete"
    )

    assert told(text, "MX") == [
        "16:8-19 MX403 error 'driver.Libvirt_KVM' is for a driver that is not declared",
        "= did you mean 'libvirt-kvm'?",
        "17:8-19 MX403 error 'driver.libvirt-lxc' is for a driver that is not declared",
        "= did you mean 'libvirt.lxc'?",
    ]


def test_part_of_a_name_is_no_entry_of_it() -> None:
    text = drivers("libvirt-vz-vm") + feature("one", "optional", "driver.vz-vm=missing")

    assert told(text, "MX") == [
        "9:1-16 MX402 error [operation.one] has no entry for 'libvirt-vz-vm'",
        "12:8-13 MX403 error 'driver.vz-vm' is for a driver that is not declared",
    ]


def test_empty_name_is_not_declared() -> None:
    text = drivers("a") + feature("one", "optional", "driver.a=complete", "driver.=complete")

    assert told(text, "MX") == [
        "13:8-8 MX403 error 'driver.' is for a driver that is not declared",
    ]


def test_note_of_an_undeclared_driver_with_entries_is_not_told() -> None:
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

    assert told(text, "MX403") == [
        "14:1-2 MX403 error 'c' is for a driver that is not declared",
    ]


# MX404


def test_undeclared_note_is_told_once_a_file_with_the_count() -> None:
    lines = ("driver.a=complete", "driver-notes.zebra=Was once.")
    text = drivers("a") + feature("one", "optional", *lines) + feature("two", "optional", *lines)

    assert told(text, "MX") == [
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

    assert told(text, "MX") == [
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
    assert told(text, "MX404") == [
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

    assert told(text, "MX") == [
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

    assert told(text, "MX") == [
        "19:14-16 MX404 error note 'driver-notes.vz' is for a driver that is not declared",
        "= did you mean 'kvm-vz'?",
    ]


def test_driver_without_an_entry_is_suggested_where_no_other_is_near() -> None:
    text = drivers("a", "libvirt") + feature(
        "one", "optional", "driver.a=complete", "driver-notes.libvrit=Why."
    )

    assert told(text, "MX") == [
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

    assert told(text, "MX") == [
        "14:14-21 MX404 error note 'driver-notes.libvrit' is for a driver that is not declared",
    ]


def test_what_is_wrong_in_the_defaults_is_told_once_there() -> None:
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

    assert told(text, "MX4") == [
        "2:8-13 MX403 error 'driver.zebra' is for a driver that is not declared",
        "3:14-16 MX404 error note 'driver-notes.ox' is for a driver that is not declared",
    ]


def test_names_are_not_judged_where_a_declaration_may_be_lost() -> None:
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


# MX406


@pytest.mark.parametrize(
    "note", ["driver-notes.a=Why.", "driver-notes.a=\n  Why.", "driver-notes.a=%(title)s"]
)
def test_partial_with_a_note_is_no_finding(note: str) -> None:
    assert told(with_level(f"partial\n{note}"), "MX") == []


@pytest.mark.parametrize(
    "note", ["", "\ndriver-notes.a=", "\ndriver-notes.a=\n\n# remark", "\nnotes=Because."]
)
def test_partial_without_a_note_is_told_at_its_entry(note: str) -> None:
    assert told(with_level(f"partial{note}"), "MX") == [
        "7:10-17 MX406 warning driver 'a' is 'partial' without a note that says what is lacking",
        "= expected 'driver-notes.a=...'",
    ]


def test_note_may_stand_below_the_level_where_its_key_is_lost() -> None:
    assert places(everything(with_level("partial\n  Because it is so."))) == [(8, "MX401")]


def test_note_may_stand_before_its_entry() -> None:
    text = declared("a") + feature("one", "optional", "driver-notes.a=Why.", "driver.a=partial")

    assert told(text, "MX") == []


def test_broken_section_may_have_lost_its_note() -> None:
    check("""
        [driver.a]
        title=A

        [operation.one]
        title=One
        status=optional
        driver.a=partial
        #> MX001
        driver-notes.a
    """)


def test_illegible_note_is_none_that_is_missing() -> None:
    assert places(everything(with_level("partial\ndriver-notes.a=\x07"))) == [(8, "MX005")]


def test_hint_for_a_bare_entry_says_where_notes_are_shown() -> None:
    assert told(in_target("a=partial", "driver-impl-b=partial:queens"), "MX") == [
        "12:3-10 MX406 warning driver 'a' is 'partial' without a note that says what is lacking",
        "= expected 'driver-notes-a=...', which is shown beside 'driver-impl-a' only",
        "13:15-29 MX406 warning driver 'b' is 'partial' without a note that says what is lacking",
        "= expected 'driver-notes-b=...'",
    ]


def test_bare_key_is_told_as_a_field_elsewhere_and_read_as_an_entry() -> None:
    lines = ("a=partial", "b=complete", "driver-notes.b=Why.")
    text = drivers("a", "b") + feature("one", "optional", *lines)

    assert told(text, "MX4") == [
        "16:3-10 MX406 warning driver 'a' is 'partial' without a note that says what is lacking",
        "= expected 'driver-notes.a=...'",
    ]
    assert places(everything(text)) == [(16, "MX203"), (16, "MX406"), (17, "MX203")]


# MX407 and MX408


@pytest.mark.parametrize("level", ["complete", "-", "supported"])
def test_mandatory_feature_that_may_be_implemented_is_no_finding(level: str) -> None:
    assert told(grid(f"mandatory complete {level}", "optional missing missing"), "MX407") == []


def test_mandatory_feature_that_is_missing_is_told_for_each_driver() -> None:
    assert told(grid("mandatory missing unknown missing"), "MX") == [
        "13:10-17 MX407 error driver 'a' is 'missing' in a feature that is 'mandatory'",
        "14:10-17 MX408 info nobody has said yet how well driver 'b' supports this",
        "15:10-17 MX407 error driver 'c' is 'missing' in a feature that is 'mandatory'",
    ]


@pytest.mark.parametrize("status", ["optional", "mature", "immature", "Optional", "whatever"])
def test_missing_in_another_status_is_no_finding(status: str) -> None:
    assert told(with_level("missing", status), "MX407") == []


def test_unknown_is_told_in_every_status() -> None:
    text = grid("optional unknown", "condition(operation.one==complete) unknown")

    assert told(text, "MX408") == [
        "7:10-17 MX408 info nobody has said yet how well driver 'a' supports this",
        "12:10-17 MX408 info nobody has said yet how well driver 'a' supports this",
    ]


# MX409


def test_empty_note_that_is_read_where_it_does_not_stand_is_not_dropped() -> None:
    text = declared("a") + feature("x", "optional", "driver.a=complete", "  driver-notes.a=")
    found = [(each.code, each.fix is not None) for each in everything(text)]

    assert found == [("MX008", True), ("MX409", False)]


def test_value_that_fell_to_the_line_below_is_told_there_alone() -> None:
    text = (
        "[driver.a]\ntitle=\nA driver\n[operation.x]\ntitle=\nDo x\nstatus=\noptional\n"
        "driver.a=\nmissing\ndriver-notes.a=\nNot yet.\n"
    )

    assert places(everything(text)) == [(line, "MX001") for line in (3, 6, 8, 10, 12)]


@pytest.mark.parametrize("level", ["complete", "missing"])
def test_empty_note_is_told_at_its_key(level: str) -> None:
    assert told(with_level(f"{level}\ndriver-notes.a="), "MX") == [
        "8:1-15 MX409 warning note for driver 'a' is empty",
    ]


def test_empty_note_beside_no_entry_is_told() -> None:
    text = drivers("a", "b") + feature("one", "optional", "driver.a=complete", "driver-notes.b=")

    assert told(text, "MX") == [
        "13:1-16 MX402 error [operation.one] has no entry for 'b'",
        "= 17:1-15 a note without its entry",
        "17:1-15 MX409 warning note for driver 'b' is empty",
    ]


def test_empty_note_beside_a_partial_is_told_where_that_is_not() -> None:
    check("""
        [driver.a]
        title=A

        [operation.one]
        title=One
        status=optional
        #> MX401
        driver.a=Partial
        #> MX409
        driver-notes.a=

        [operation.two]
        title=Two
        status=optional
        driver.a=partial
        #> MX409
        driver-notes.a=
        #> MX001
        cli
    """)


def test_empty_note_under_a_wrong_name_is_told_as_that_alone() -> None:
    text = drivers("libvirt") + feature(
        "one", "optional", "driver.libvirt=complete", "driver-notes.libvrit="
    )

    assert places(everything(text)) == [(13, "MX404")]


@pytest.mark.parametrize(
    "line", ["notes=", "cli=", "driver-notes.a=\n  Why.", "cli=\ndriver-notes.a=Why."]
)
def test_other_empty_values_are_no_empty_notes(line: str) -> None:
    assert told(with_level(f"complete\n{line}"), "MX") == []


# MX410


def test_note_beside_a_bare_entry_is_told_at_its_key() -> None:
    text = in_target("a=partial", "driver-notes-a=Why.", "driver-impl-b=complete")

    assert told(text, "MX") == [
        "13:1-15 MX410 info note for driver 'a' is not shown beside a bare entry",
        "= notes are shown for 'driver-impl-a'",
    ]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("driver-impl-a=complete", "driver-notes-a=Why."), []),
        (("a=complete", "driver-notes-a="), [(13, "MX409")]),
        (("a=partial", "driver-notes-a="), [(12, "MX406")]),
    ],
)
def test_note_that_is_shown_or_empty_is_not_told_as_unread(
    lines: tuple[str, str], code: list[tuple[int, str]]
) -> None:
    assert places(everything(in_target(*lines, "driver-impl-b=complete"))) == code


def test_note_under_a_wrong_name_is_not_told_as_unread() -> None:
    text = in_target("a=complete", "b=complete", "driver-notes-aa=Why.")

    assert places(everything(text)) == [(14, "MX404")]


def test_note_beside_no_entry_is_not_told_as_unread() -> None:
    text = in_target("driver-impl-a=complete", "driver-notes-b=Why.") + (
        "\n[two]\ntitle=Two\nmaturity=complete\ndriver-impl-a=missing\ndriver-impl-b=missing\n"
    )

    assert places(everything(text)) == [(9, "MX402")]


# The mends and the words of messages


@pytest.mark.parametrize(
    ("key", "code", "message"),
    [
        ("driver.", "MX403", "'DRIVER.zfs' is for a driver that is not declared (2 entries)"),
        ("driver-notes.", "MX404", "note 'DRIVER-NOTES.zfs' is for a driver that is not declared"),
    ],
)
def test_stray_name_is_told_as_it_is_first_written(key: str, code: str, message: str) -> None:
    text = declared("a") + "".join(
        feature(name, "optional", "driver.a=complete", f"{written}zfs=complete")
        for name, written in (("x", key.upper()), ("y", key))
    )
    (diagnostic,) = (each for each in everything(text) if each.code == code)

    assert diagnostic.message.removesuffix(" (2 notes)") == message


def test_level_that_an_option_names_wants_a_note() -> None:
    text = declared("a") + feature("x", "optional", "driver.a=missing")
    config = {"options": {"partial-without-notes": {"levels": ["missing"]}}}

    assert [each.message for each in lint_text(text, config=config)] == [
        "driver 'a' is 'missing' without a note"
    ]


def test_dialect_without_notes_wants_none() -> None:
    text = "[column.a]\ntitle=A\n[x]\ntitle=X\nstatus=optional\na=partial\n"
    config = {"dialects": {"columns": {"declaration": "column."}}}

    assert lint_text(text, config=config) == []


@pytest.mark.parametrize(
    ("written", "after"),
    [("missing:x", "missing"), ("missing:", "missing"), ("Missing", "missing")],
)
def test_level_is_written_whole_where_no_release_belongs_to_it(written: str, after: str) -> None:
    text = declared("a") + feature("x", "optional", f"driver.a={written}")
    (diagnostic,) = everything(text)

    assert diagnostic.fix
    assert applied(text, diagnostic.fix) == text.replace(written, after)


@pytest.mark.parametrize(("names", "whom"), [("ab", "it"), ("abc", "them"), ("abcd", "them")])
def test_fix_of_absent_entries_says_how_many_it_writes(names: str, whom: str) -> None:
    entries = (f"driver.{name}=complete" for name in names)
    text = declared(*names) + feature("x", "optional", *entries)
    (diagnostic,) = everything(text + feature("y", "optional", "driver.a=complete"))

    assert diagnostic.fix
    assert diagnostic.fix.title == f"write 'unknown' for {whom}"
