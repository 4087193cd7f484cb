"""What is told of two matrices: each kind of change, and what is none."""

import pytest
from hypothesis import given, settings

from matrixlint import load
from matrixlint.model.diff import diff_matrices
from matrixlint.output.diff.message import describe_change
from tests.strategies import PROFILE, broken, matrices

HEAD = "[driver.a]\ntitle=A\nlink=http://a\n[driver.b]\ntitle=B\n"
OPTIONAL = "[operation.x]\ntitle=X\nstatus=optional\ndriver.a=complete\ndriver-notes.a=N\n"
CHOICE = "[operation.y]\ntitle=Y\nstatus=choice(g)\ncli=do y;do  more\ndriver.a=missing\n"
BOUND = "[operation.z]\ntitle=Z\nstatus=condition(operation.y==missing)\ndriver.b=unknown\n"
WHOLE = HEAD + OPTIONAL + CHOICE + BOUND
TARGETS = "[targets]\ndriver-impl-a=A\n[x]\ntitle=X\nstatus=optional\ndriver-impl-a=complete\n"
DRIVER = "[driver.a]\ntitle=A\n[operation.x]\ntitle=X\nstatus=optional\ndriver.a=complete\n"
NINE = "".join(f"[driver.d{at}]\ntitle=D{at}\n" for at in range(9))
ROW = "".join(f"driver.d{at}={'complete' if at % 2 else 'missing'}\n" for at in range(9))
NOTED = f"[operation.n]\ntitle=N\nstatus=optional\nnotes=Of n.\n{ROW}"


def reported(old: str, new: str) -> list[str]:
    """Return a line for each change: the two lines, an exclamation mark, what is said."""
    return [
        f"{change.old_line}-{change.new_line}{'!' * change.is_regression} {describe_change(change)}"
        for change in diff_matrices(load(old), load(new))
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("complete", "partial", ["9-9! level of {ax}: 'complete' becomes 'partial': lost"]),
        ("complete", "missing", ["9-9! level of {ax}: 'complete' becomes 'missing': lost"]),
        ("complete", "unknown", ["9-9! level of {ax}: 'complete' becomes 'unknown': unknown"]),
        (
            "driver.a=complete\ndriver-notes.a=N\n",
            "\n",
            [
                "9-6! level of {ax}: 'complete' becomes nothing: unknown",
                "10-6 note of {ax}: 'N' becomes nothing",
            ],
        ),
        ("driver.a=missing", "#", ["15-11 level of {ay}: 'missing' becomes nothing: unknown"]),
        ("a=missing", "a=partial", ["15-15 level of {ay}: 'missing' becomes 'partial': gained"]),
        ("b=unknown", "b=missing", ["19-19 level of {bz}: 'unknown' becomes 'missing': known"]),
        ("driver.b=unknown", "#", []),
        ("optional", "mandatory", ["8-8 status of {x}: 'optional' becomes 'mandatory': tightened"]),
        ("=choice(g)", "=choice(h)", ["13-13 status of {y}: 'choice(g)' becomes 'choice(h)'{c}"]),
        ("=choice(g)", "=optional", ["13-13! status of {y}: 'choice(g)' becomes 'optional'{l}"]),
        ("=choice(g)", "=odd", ["13-13 status of {y}: 'choice(g)' becomes 'odd': changed"]),
        ("status=choice(g)\n", "\n", ["13-11! status of {y}: 'choice(g)' becomes nothing{l}"]),
        ("s.a=N", "s.a=M", ["10-10 note of {ax}: 'N' becomes 'M'"]),
        ("driver-notes.a=N\n", "\n", ["10-6 note of {ax}: 'N' becomes nothing"]),
        ("=do y", "=do z", ["14-14 'cli' of {y}: 'do y; do more' becomes 'do z; do more'"]),
        ("link=http://a\n", "\n", ["3-1 'link' of driver 'a': 'http://a' becomes nothing"]),
        ("=B\n", "=C\n", ["5-5 'title' of driver 'b': 'B' becomes 'C'"]),
        ("s.a=N", f"s.a={'M' * 61}", [f"10-10 note of {{ax}}: 'N' becomes '{'M' * 60}…'"]),
    ],
)
def test_what_has_changed_in_a_thing(old: str, new: str, expected: list[str]) -> None:
    names = {
        "x": "[operation.x]",
        "y": "[operation.y]",
        "ax": "driver 'a' in [operation.x]",
        "ay": "driver 'a' in [operation.y]",
        "bz": "driver 'b' in [operation.z]",
        "c": ": changed",
        "l": ": loosened",
    }
    assert WHOLE.count(old) >= 1

    assert reported(WHOLE, WHOLE.replace(old, new, 1)) == [
        each.format(**names) for each in expected
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (DRIVER, HEAD + OPTIONAL.replace("driver-notes.a=N\n", ""), ["4 driver 'b' is added"]),
        (DRIVER + BOUND.replace("b", "a"), DRIVER, ["7 [operation.z] is removed"]),
        (DRIVER, DRIVER + BOUND.replace("b=unknown", "a=complete"), ["7 [operation.z] is added"]),
    ],
)
def test_what_comes_and_goes(old: str, new: str, expected: list[str]) -> None:
    found = [line for line in reported(old, new) if "link" not in line]

    assert [line.replace("None-", "").replace("-None", "").partition(";")[0] for line in found] == (
        expected
    )


def test_how_much_was_implemented_makes_a_removal_a_regression() -> None:
    bare = "[driver.a]\ntitle=A\n"

    assert reported(WHOLE, HEAD + CHOICE + BOUND) == [
        "6-None! [operation.x] is removed; 1 driver implemented it"
    ]
    assert reported(WHOLE, HEAD + OPTIONAL + CHOICE) == [
        "16-None [operation.z] is removed; 0 drivers implemented it"
    ]
    assert reported(HEAD + OPTIONAL + CHOICE, WHOLE) == [
        "None-16 [operation.z] is added; 0 drivers implement it"
    ]
    assert reported(DRIVER + "[driver.c]\ntitle=C\n", DRIVER) == [
        "7-None driver 'c' is removed; it implemented 0 features"
    ]
    assert reported(bare + "[driver.c]\ntitle=C\n", bare) == [
        "3-None! driver 'c' is removed; it implemented 0 features"
    ]
    assert reported(DRIVER, DRIVER.replace("A\n", "C\n").replace("r.a", "r.c")) == [
        "1-None! driver 'a' is removed; it implemented 1 feature",
        "None-1 driver 'c' is added; it implements 1 feature",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (DRIVER, DRIVER.replace("r.a", "r.c"), "driver 'a' is renamed to 'c', known by its title"),
        (
            DRIVER,
            DRIVER.replace(".x", ".w"),
            "[operation.x] is renamed to 'operation.w', known by its title",
        ),
        (
            DRIVER.replace("operation.", ""),
            DRIVER,
            "[x] is renamed to 'operation.x', known by its prefix",
        ),
        (
            NINE + NOTED,
            (NINE + NOTED).replace(".n]\ntitle=N", ".m]\ntitle=M"),
            "[operation.n] is renamed to 'operation.m', known by its cells",
        ),
    ],
)
def test_what_is_renamed(old: str, new: str, expected: str) -> None:
    found = reported(old, new)

    assert [line.partition(" ")[2] for line in found if "'title'" not in line] == [expected]


def test_a_column_that_only_one_driver_has_is_that_of_a_renamed_one() -> None:
    features = "".join(
        f"[operation.x{at}]\ntitle=X{at}\nstatus=optional\ndriver.a={level}\ndriver.b=missing\n"
        for at, level in enumerate(["complete", "missing"] * 4)
    )
    old = f"[driver.a]\ntitle=A\n[driver.b]\ntitle=B\n{features}"
    new = old.replace("driver.a]\ntitle=A", "driver.c]\ntitle=C").replace("driver.a=", "driver.c=")
    last = features.rpartition("[operation.x7]")[0]

    assert reported(old, new) == [
        "1-1 driver 'a' is renamed to 'c', known by its cells",
        "2-2 'title' of driver 'c': 'A' becomes 'C'",
    ]
    # Seven are too few to be sure.
    assert len(reported(old.replace(features, last), new.replace("=a", "=c"))) > len(
        reported(old, new)
    )


def test_a_condition_that_follows_a_renamed_feature_is_the_same() -> None:
    renamed = WHOLE.replace("operation.y", "operation.w")

    assert reported(WHOLE, renamed) == [
        "11-11 [operation.y] is renamed to 'operation.w', known by its title"
    ]
    assert reported(WHOLE, renamed.replace("w==", "x=="))[1:] == [
        (
            "18-18 status of [operation.z]: 'condition(operation.y==missing)' becomes "
            "'condition(operation.x==missing)': changed"
        )
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TARGETS, DRIVER),
        (DRIVER, TARGETS),
        (WHOLE, HEAD + BOUND + CHOICE + OPTIONAL),
        (WHOLE, "# c\n" + WHOLE.replace("=A", " = A").replace("do  more", "do more")),
        (WHOLE, WHOLE + "notes=\n"),
        (WHOLE, WHOLE + "[more]\ntitle=M\n"),
        (WHOLE + "[more]\ntitle=M\n", WHOLE),
        (WHOLE.replace("choice(g)", "odd"), WHOLE.replace("choice(g)", "odd")),
    ],
)
def test_what_is_no_change(old: str, new: str) -> None:
    assert reported(old, new) == []


def test_prefixes_that_could_be_either_of_two_are_none() -> None:
    both = DRIVER + DRIVER.replace("operation.", "").partition("title=A\n")[2]

    assert [line.partition(";")[0] for line in reported(both, DRIVER.replace("=X", "=W"))] == [
        "7-None! [x] is removed",
        "4-4 'title' of [operation.x]: 'X' becomes 'W'",
    ]


@given(broken(matrices("targets", "driver")))
@settings(PROFILE, max_examples=60)
def test_a_matrix_does_not_differ_from_itself(text: str) -> None:
    assert reported(text, text) == []


@given(broken(matrices("targets", "driver", "grades")), broken(matrices("driver", "target")))
@settings(PROFILE, max_examples=100)
def test_the_way_back_reports_as_much(text: str, other: str) -> None:
    there, back = (diff_matrices(*map(load, pair)) for pair in ((text, other), (other, text)))

    assert sorted(str((each.old_line, each.new_line)) for each in there) == sorted(
        str((each.new_line, each.old_line)) for each in back
    )
