"""MX501 to MX504: choice groups, decided with yes, no and not known."""

from itertools import product

import pytest

from matrixlint import load
from tests.finding import Place, everything, places
from tests.rules.snippet import check, declared, feature, grid, named, told

IMPLEMENTED = {"complete", "partial"}
# What is absent or cannot be read may be any level.
UNSURE = {"-", "supported"}
LEVELS = ("complete", "partial", "missing", "unknown", "-", "supported")


def chosen(*levels: str) -> str:
    """Return a group whose options have these levels for the one driver."""
    return grid(*(f"choice(guest) {level}" for level in levels), "optional missing")


def expected(*levels: str) -> list[str]:
    """Return what is to be said of a driver with *levels* for the options of a group."""
    if any(level in IMPLEMENTED | UNSURE for level in levels):
        return []
    return ["MX502"] if "unknown" in levels else ["MX501"]


def choices(text: str) -> list[Place]:
    return [place for place in places(everything(text)) if place[1].startswith("MX5")]


@pytest.mark.parametrize("levels", list(product(LEVELS, repeat=2)))
def test_group_of_two_is_decided_by_its_levels(levels: tuple[str, str]) -> None:
    assert choices(chosen(*levels)) == [(7, code) for code in expected(*levels)]


@pytest.mark.parametrize("levels", list(product(LEVELS[1:5], repeat=3)))
def test_group_of_three_is_decided_by_its_levels(levels: tuple[str, str, str]) -> None:
    assert choices(chosen(*levels)) == [(7, code) for code in expected(*levels)]


def test_findings_name_driver_and_group() -> None:
    text = grid(
        "choice(guest) missing unknown",
        "choice(guest) missing missing",
        "choice(guets) missing missing",
        "choice(other) complete complete",
    )

    assert named(text, "MX5") == [
        ("MX501", "driver.a", "a", "guest"),
        ("MX502", "driver.b", "b", "guest"),
        ("MX504", "status", None, "guets"),
        ("MX503", "status", None, "other"),
    ]


# MX501 and MX502


def test_unsatisfied_group_is_told_for_each_driver_with_its_other_entries() -> None:
    text = grid(
        "choice(guest) missing complete missing",
        "optional missing missing missing",
        "choice(guest) missing missing missing",
        "choice(guest) missing missing missing",
    )

    assert told(text, "MX") == [
        "13:10-17 MX501 error driver 'a' has no option of the choice group 'guest'",
        "= 27:10-17 missing too",
        "= 34:10-17 missing too",
        "15:10-17 MX501 error driver 'c' has no option of the choice group 'guest'",
        "= 29:10-17 missing too",
        "= 36:10-17 missing too",
    ]


def test_unsatisfied_groups_are_told_one_by_one() -> None:
    text = grid(
        "choice(guest) missing",
        "choice(console) missing",
        "choice(guest) missing",
        "choice(console) missing",
    )
    found = everything(text)

    assert [(each.line, each.code, each.driver, each.value) for each in found] == [
        (7, "MX501", "a", "guest"),
        (12, "MX501", "a", "console"),
    ]


def test_undetermined_group_is_told_at_the_first_entry() -> None:
    text = grid("choice(guest) missing complete", "choice(guest) unknown unknown")

    assert told(text, "MX5") == [
        "10:10-17 MX502 info whether driver 'a' has an option of 'guest' is unknown",
    ]


def test_first_entry_is_that_of_the_feature_that_stands_first() -> None:
    check("""
        [driver.a]
        title=A

        [operation.two]
        title=Two
        status=choice(guest)
        #> MX501
        driver.a=missing

        [operation.one]
        title=One
        status=choice(guest)
        driver.a=missing
    """)


def test_near_level_decides_and_stray_one_does_not() -> None:
    assert choices(chosen("Missing", "mising")) == [(7, "MX501")]
    assert choices(chosen("missing", "Complete")) == []
    assert choices(chosen("missing", "incomplete")) == []


def test_misspelt_driver_decides() -> None:
    check("""
        [driver.libvirt]
        title=Libvirt

        [operation.one]
        title=One
        status=choice(guest)
        #> MX501
        driver.libvirt=missing

        [operation.two]
        title=Two
        status=choice(guest)
        #> MX403
        driver.libvrit=missing
    """)


def test_releases_do_not_matter() -> None:
    check("""
        [target.a]
        title=A

        [one]
        title=One
        status=choice(guest)
        #> MX501
        a=missing:queens

        [two]
        title=Two
        status=choice(guest)
        driver-impl-a=missing:rocky
    """)


# MX503


@pytest.mark.parametrize("level", ["complete", "missing", "unknown"])
def test_group_of_one_is_told_at_its_name(level: str) -> None:
    found = told(grid(f"choice(guest) {level}", "optional missing"), "MX503")

    assert found == ["6:15-20 MX503 info choice group 'guest' has this option alone"]


def test_group_of_one_that_is_missing_is_unsatisfied_too() -> None:
    assert choices(grid("choice(guest) missing")) == [(6, "MX503"), (7, "MX501")]


def test_blanks_around_a_group_do_not_belong_to_it() -> None:
    text = declared("a") + feature("one", "choice( big guest )", "driver.a=complete")

    assert told(text, "MX") == [
        "6:16-25 MX503 info choice group 'big guest' has this option alone",
    ]


def test_invisible_characters_do_not_belong_to_a_group() -> None:
    text = grid("choice(gu\u200best) missing", "choice(guest) complete")

    assert places(everything(text)) == [(6, "MX704")]


# MX504


@pytest.mark.parametrize(
    ("written", "established"),
    [
        ("gest", "guest"),
        ("guets", "guest"),
        ("Guest", "guest"),
        ("guest_setup", "guest-setup"),
        ("geust-setpu", "guest-setup"),
        ("storage-backends", "storage-backend"),
    ],
)
def test_misspelt_group_is_read_as_the_established_one(written: str, established: str) -> None:
    text = grid(
        f"choice({written}) missing",
        f"choice({established}) missing",
        f"choice({established}) missing",
    )
    end = 15 + len(written)

    assert told(text, "MX") == [
        f"6:15-{end} MX504 warning choice group {written!r} is named by this feature alone",
        f"= did you mean {established!r}?",
        f"7:10-17 MX501 error driver 'a' has no option of the choice group {established!r}",
        "= 12:10-17 missing too",
        "= 17:10-17 missing too",
    ]


def test_misspelt_group_is_satisfied_by_the_established_one() -> None:
    text = grid("choice(guest) complete", "choice(guest) missing", "choice(guets) missing")

    assert places(everything(text)) == [(16, "MX504")]


def test_groups_of_one_are_told_at_the_status_and_not_at_the_maturity() -> None:
    one, two = (
        f"\n[{name}]\ntitle=Do {name}\nstatus=choice({group})\nmaturity=complete\na=complete\n"
        for name, group in (("x", "guest"), ("y", "guets"))
    )
    target = "[target.a]\ntitle=A\nlink=\n"

    assert named(target + one, "MX50") == [("MX503", "status", None, "guest")]
    assert named(target + one + two, "MX50") == [("MX504", "status", None, "guets")]


def test_of_two_near_groups_of_one_the_second_is_misspelt() -> None:
    text = grid("choice(guest) missing", "choice(guets) complete")

    assert places(everything(text)) == [(11, "MX504")]


@pytest.mark.parametrize(
    ("written", "established"),
    [
        ("console", "guest"),
        ("gst", "guest"),
        ("disk2", "disk1"),
        ("disk-10", "disk-9"),
        ("uncached", "cached"),
    ],
)
def test_other_group_is_no_misspelling(written: str, established: str) -> None:
    text = grid(
        f"choice({established}) complete",
        f"choice({established}) complete",
        f"choice({written}) complete",
    )

    assert places(everything(text)) == [(16, "MX503")]


def test_group_equally_near_to_two_is_none_of_them() -> None:
    text = grid(
        "choice(card) complete",
        "choice(card) complete",
        "choice(cart) complete",
        "choice(cart) complete",
        "choice(carx) complete",
    )

    assert places(everything(text)) == [(26, "MX503")]


def test_groups_of_two_are_never_misspelt() -> None:
    text = grid(
        "choice(card) complete",
        "choice(cart) complete",
        "choice(card) complete",
        "choice(cart) complete",
    )

    assert places(everything(text)) == []


@pytest.mark.slow
@pytest.mark.parametrize(("count", "misspelt"), [(500, ["aaaaaaab"]), (501, [])])
def test_in_a_crowd_of_groups_no_misspelling_is_looked_for(count: int, misspelt: list[str]) -> None:
    distant = (4 * chr(97 + at // 26) + 4 * chr(97 + at % 26) for at in range(count - 1))
    names = [*distant, "aaaaaaab"]
    features = "".join(
        feature(f"f{number}", f"choice({name})", "driver.a=complete")
        for number, name in enumerate(names)
    )
    matrix = load(declared("a") + features)

    assert [each.name for each in matrix.misspelt_groups] == misspelt
    assert len(matrix.groups) == count - len(misspelt)


# Unreadable statuses


@pytest.mark.parametrize("level", ["complete", "partial", "unknown", "-", "supported"])
@pytest.mark.parametrize("status", ["choice", "choice(", "choice((guest))", "whatever(x)"])
def test_unreadable_status_may_hold_the_option_that_satisfies(status: str, level: str) -> None:
    text = grid("choice(guest) missing", "choice(guest) missing", f"{status} {level}")

    assert choices(text) == []


@pytest.mark.parametrize("status", ["condition", "mandatory(guest)", "whatever", "mandatry"])
@pytest.mark.parametrize("level", ["complete", "unknown", "missing"])
def test_status_that_is_no_choice_holds_no_option(status: str, level: str) -> None:
    text = grid("choice(guest) missing", "choice(guest) missing", f"{status} {level}")

    assert choices(text) == [(7, "MX501")]


def test_unreadable_status_keeps_groups_of_one_quiet() -> None:
    misspelt = grid("choice(guest) complete", "choice(guets) complete", "choice complete")
    single = grid("choice(guest) complete", "choice complete")

    assert places(everything(misspelt)) == [(16, "MX302")]
    assert places(everything(single)) == [(11, "MX302")]


def test_unreadable_status_keeps_an_open_question_quiet_where_it_may_answer_it() -> None:
    question = ("choice(guest) unknown", "choice(guest) missing")

    assert choices(grid(*question, "choice complete")) == []
    assert choices(grid(*question, "choice -", "optional missing")) == []


def test_absent_status_may_be_a_choice() -> None:
    text = grid("choice(guest) missing", "choice(guest) missing", "optional complete")
    text = text.replace("status=optional\n", "")

    assert places(everything(text)) == [(14, "MX202")]


def test_feature_that_may_be_lost_may_hold_the_option() -> None:
    check("""
        [driver.a]
        title=A

        [operation.one]
        title=One
        status=choice(guest)
        driver.a=missing

        #> MX007
        <<<<<<< ours
        [operation.two]
        title=Two
        status=choice(guest)
        driver.a=missing
        =======
        [operation.three]
        title=Three
        status=choice(guest)
        driver.a=complete
        >>>>>>> theirs
    """)


@pytest.mark.parametrize("name", ["guets", "console"])
def test_feature_that_may_be_lost_may_bear_out_a_group_of_one(name: str) -> None:
    check(f"""
        [driver.a]
        title=A

        [operation.one]
        title=One
        status=choice(guest)
        driver.a=complete

        [operation.two]
        title=Two
        status=choice({name})
        driver.a=complete

        #> MX007
        <<<<<<< ours
        =======
        [operation.three]
        >>>>>>> theirs
    """)
