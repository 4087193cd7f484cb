"""A header without its closing bracket: what its name is, by the names that the file uses."""

import pytest

from tests.finding import everything
from tests.parsed import CLEAN, applied

LONG = CLEAN.replace("driver.a", "driver.ibm-zvm")


def answers(text: str) -> list[tuple[int, str, str | None, bool | None]]:
    """Return line, code, hint and whether there is a safe fix of each diagnostic."""
    return [
        (each.line, each.code, each.hint, each.fix and each.fix.safe) for each in everything(text)
    ]


def test_a_name_that_entries_use_is_closed_safely() -> None:
    assert answers(CLEAN.replace("[driver.a]", "[driver.a")) == [(1, "MX004", None, True)]


def test_a_name_that_a_condition_uses_is_closed_safely() -> None:
    more = "[operation.y]\ntitle=Y\nstatus=condition(operation.x==complete)\ndriver.a=complete\n"

    assert answers(CLEAN.replace(".x]", ".x") + more) == [(3, "MX004", None, True)]


def test_a_feature_that_nothing_names_may_be_cut_off() -> None:
    assert answers(CLEAN.replace(".x]", ".x")) == [(3, "MX004", None, False)]


@pytest.mark.parametrize("stump", ["[driver.ibm", "[driver.ibm-zv", "[driver.i"])
def test_a_name_that_is_cut_off_is_completed_by_the_one_that_is_used(stump: str) -> None:
    text = LONG.replace("[driver.ibm-zvm]", stump)
    (found,) = everything(text)

    assert answers(text) == [(1, "MX004", "did you mean '[driver.ibm-zvm]'?", False)]
    assert found.fix
    assert applied(text, [found.fix]) == LONG


def test_two_names_that_begin_alike_are_no_suggestion() -> None:
    text = LONG.replace("[driver.ibm-zvm]", "[driver.ibm") + "driver.ibm-dpm=missing\n"

    assert answers(text)[0] == (1, "MX004", None, False)


def test_a_name_that_begins_none_is_no_suggestion() -> None:
    assert answers(LONG.replace("[driver.ibm-zvm]", "[driver.xen"))[0] == (1, "MX004", None, False)


def test_the_section_of_all_drivers_is_closed_safely() -> None:
    text = "[targets\ndriver-impl-a=A\n[x.y\ntitle=X\nstatus=optional\ndriver-impl-a=complete\n"

    assert answers(text) == [(1, "MX004", None, True), (3, "MX004", None, False)]


def test_bare_keys_are_names_of_drivers_in_a_feature_matrix() -> None:
    text = "[target.ovs\ntitle=O\nlink=\n[x]\ntitle=X\nmaturity=complete\novs=complete\n"
    more = (
        text.replace("[target.ovs\n", "[target.a]\ntitle=A\nlink=\n[target.ovs\n") + "a=complete\n"
    )

    assert answers(more) == [(4, "MX004", None, True)]


def test_a_header_in_a_file_of_no_dialect_has_no_fix() -> None:
    assert answers("[one\na=1\n")[0][1:] == ("MX004", None, None)


def test_a_name_that_another_header_declares_is_the_beginning_of_the_one_that_is_used() -> None:
    text = CLEAN.replace("title=A\n", "title=A\n[driver.a\ntitle=B\n") + "driver.a-2=missing\n"

    assert answers(text) == [(3, "MX004", "did you mean '[driver.a-2]'?", False)]
