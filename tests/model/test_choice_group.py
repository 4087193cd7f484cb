"""A choice group: what drivers have of its options."""

from matrixlint import load
from tests.rules.snippet import grid


def test_group_gives_a_driver_s_levels_and_entries_in_the_order_of_its_options() -> None:
    text = grid(
        "choice(guest) partial missing",
        "choice(guest) - unknown",
        "choice(guest) complete -",
    )
    matrix = load(text)
    (group,) = matrix.groups

    assert [(driver.name, levels) for driver, levels in group.levels_by_driver(matrix.drivers)] == [
        ("a", ("partial", None, "complete")),
        ("b", ("missing", "unknown", None)),
    ]
    assert [[entry.line for entry in group.entries(each)] for each in matrix.drivers] == [
        [10, 22],
        [12, 17],
    ]
