"""MX504 misspelt-choice-group."""

import pytest

from matrixlint import load
from tests.finding import everything, places
from tests.rules.snippet import declared, feature, grid, named, reported


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

    assert reported(text, "MX") == [
        f"6:15-{end} MX504 warning choice group {written!r} is named by this feature alone",
        f"= did you mean {established!r}?",
        f"7:10-17 MX501 error driver 'a' has no option of the choice group {established!r}",
        "= 12:10-17 missing too",
        "= 17:10-17 missing too",
    ]


def test_misspelt_group_is_satisfied_by_the_established_one() -> None:
    text = grid("choice(guest) complete", "choice(guest) missing", "choice(guets) missing")

    assert places(everything(text)) == [(16, "MX504")]


def test_groups_of_one_are_reported_at_the_status_and_not_at_the_maturity() -> None:
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

    assert [each.name for each in matrix.misspelled_groups] == misspelt
    assert len(matrix.groups) == count - len(misspelt)
