"""MX601 to MX608: conditions, decided with yes, no and not known."""

from itertools import product

import pytest

from matrixlint import lint_text
from tests.finding import Place, everything, places
from tests.rules.snippet import check, declared, feature, grid, named, told

LEVELS = ("complete", "partial", "missing", "unknown", "-", "supported")
# What a written level may really be; what is absent or cannot be read may be anything.
WORLDS = {
    "complete": ("complete",),
    "partial": ("partial",),
    "missing": ("missing",),
    "unknown": ("complete", "partial", "missing"),
    "-": LEVELS[:4],
    "supported": LEVELS[:4],
}
# What is said of a driver that a feature is required of, by its level of it.
REQUIRED = {"missing": "MX604", "unknown": "MX605"}
INVERTED = {("==", "missing"), ("!=", "complete")}
# Line 6 holds the condition, line 7 the entry of the driver a.
TAIL = feature("two", "optional", "driver.a=complete")


def outcomes(operator: str, word: str, level: str) -> set[bool]:
    """Return what a condition may come to for a driver of this level."""
    levels = WORLDS[level]
    if word == "unknown" and level == "unknown":
        levels = ("unknown",)
    return {(each == word) is (operator == "==") for each in levels}


def expected(operator: str, word: str, asked: str, own: str) -> list[Place]:
    """Return what is to be said of one driver, *asked* of FEATURE and with its *own* level."""
    if (operator, word) in INVERTED:
        return [(6, "MX608")]
    holds = outcomes(operator, word, asked)
    if holds == {False}:
        return [(6, "MX607")]
    if holds == {True}:
        return [(7, REQUIRED[own])] if own in REQUIRED else []
    return [(7, "MX605")] if asked == "unknown" and own == "missing" else []


def conditions(text: str) -> list[Place]:
    return [place for place in places(everything(text)) if place[1].startswith("MX6")]


def with_condition(argument: str, level: str = "complete") -> str:
    """Return a matrix with a condition in line 6 and the driver's entry in line 7."""
    status = f"condition({argument})"
    return declared("a") + feature("one", status, f"driver.a={level}") + TAIL


@pytest.mark.parametrize(
    ("operator", "word", "asked", "own"),
    list(product(("==", "!="), LEVELS[:4], LEVELS, ("complete", "partial", "missing", "unknown"))),
)
def test_condition_is_decided_by_the_levels(operator: str, word: str, asked: str, own: str) -> None:
    # A third feature has an entry in any case, so that the driver is used.
    text = grid(
        f"condition(operation.two{operator}{word}) {own}",
        f"optional {asked}",
        "optional complete",
    )

    assert conditions(text) == expected(operator, word, asked, own)


@pytest.mark.parametrize("own", ["-", "supported"])
@pytest.mark.parametrize("asked", ["complete", "unknown"])
def test_driver_whose_own_entry_is_not_known_is_held_to_nothing(own: str, asked: str) -> None:
    text = grid(f"condition(operation.two==complete) missing {own}", f"optional missing {asked}")

    assert [code for _, code in conditions(text)] == []


def test_findings_name_the_condition_or_the_driver() -> None:
    text = grid(
        "condition(operation.five==complete) missing missing",
        "condition(operation.none==supported) complete complete",
        "condition(operation.three==complete) complete complete",
        "condition(operation.five==missing) complete complete",
        "optional complete unknown",
    )
    other = "condition(operation.none==supported)"

    assert named(text, "MX6") == [
        ("MX604", "driver.a", "a", "missing"),
        ("MX605", "driver.b", "b", "missing"),
        ("MX602", "status", None, other),
        ("MX603", "status", None, other),
        ("MX606", "status", None, "condition(operation.three==complete)"),
        ("MX608", "status", None, "condition(operation.five==missing)"),
    ]


# MX601


@pytest.mark.parametrize(
    "argument",
    [
        "operation.two",
        "operation.two=complete",
        "operation.two===complete",
        "operation.two=!complete",
        "operation.two!==complete",
        "operation.two!complete",
        "operation.two<>complete",
        "operation.two>=partial",
        "operation.two is complete",
        "operation.two==",
        "==complete",
        "==",
        "operation.two==complete==complete",
        "operation.two==complete!=missing",
        "operation. two==complete",
        "operation.two= =complete",
        "operation.two==quite complete",
        "operation.two==complete or partial",
        "not operation.two==complete",
    ],
)
def test_malformed_condition_is_told_as_a_whole(argument: str) -> None:
    assert told(with_condition(argument, "missing"), "MX") == [
        (
            f"6:18-{18 + len(argument)} MX601 error condition is {argument!r};"
            " expected FEATURE==LEVEL or FEATURE!=LEVEL"
        )
    ]


@pytest.mark.parametrize(
    "argument",
    [
        "operation.two==complete",
        "operation.two == complete",
        "  operation.two  !=  missing  ",
        "operation.two==\tcomplete",
    ],
)
def test_blanks_around_the_operator_are_allowed(argument: str) -> None:
    assert conditions(with_condition(argument)) == []


# MX602


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

    assert told(with_condition(f"{name}==complete", "missing"), "MX") == [
        f"6:18-{end} MX602 error condition is on {name!r}, which is no feature of this file",
        f"= did you mean {suggestion!r}?",
        f"7:10-17 MX604 error driver 'a' lacks this, and '{name}==complete' holds for it",
        "= 12:10-18 what the condition is about",
    ]


@pytest.mark.parametrize(
    "name", ["operation.quite-other", "driver.a", "a", "storage.block", "operation.", "operation"]
)
def test_dangling_condition_without_a_near_feature_is_not_decided(name: str) -> None:
    assert told(with_condition(f"{name}==complete", "missing"), "MX") == [
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

    assert told(text, "MX") == [
        "6:18-33 MX602 error condition is on 'operation.disk5', which is no feature of this file",
    ]


def test_prefix_is_suggested_before_a_near_name() -> None:
    rest = feature("attach", "optional", "driver.a=complete") + feature(
        "attacs", "optional", "driver.a=complete"
    )

    assert told(with_condition("attach==complete") + rest, "MX") == [
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


def test_section_that_is_left_out_of_the_page_is_told_once() -> None:
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


# MX603


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("Complete", "complete"),
        ("compelte", "complete"),
        ("parital", "partial"),
        ("incomplete", None),
        ("supported", None),
        ("complete:queens", None),
    ],
)
def test_level_of_a_condition_is_told_with_what_was_meant(word: str, hint: str | None) -> None:
    assert told(with_condition(f"operation.two == {word}"), "MX603") == [
        (
            f"6:35-{35 + len(word)} MX603 error condition is on level {word!r};"
            " expected complete, partial, missing or unknown"
        ),
        *([f"= did you mean '{hint}'?"] if hint else []),
    ]


def test_condition_on_a_near_level_is_decided() -> None:
    text = with_condition("operation.two==compelte", "missing")

    assert conditions(text) == [(6, "MX603"), (7, "MX604")]


def test_condition_on_no_level_is_not_decided() -> None:
    assert conditions(with_condition("operation.two!=supported", "missing")) == [(6, "MX603")]


def test_release_is_no_part_of_a_level_in_a_condition() -> None:
    check("""
        [target.a]
        title=A

        [one]
        title=One
        #> MX603
        status=condition(two==complete:queens)
        a=complete

        [two]
        title=Two
        status=optional
        a=complete:queens
    """)


def test_feature_and_level_of_a_condition_are_told_both() -> None:
    assert conditions(with_condition("operation.none==supported")) == [(6, "MX602"), (6, "MX603")]


def test_level_of_a_dangling_condition_makes_it_neither_vacuous_nor_inverted() -> None:
    assert conditions(with_condition("operation.none==missing")) == [(6, "MX602")]
    assert conditions(with_condition("operation.tow==partial")) == [(6, "MX602")]
    assert conditions(with_condition("operation.two==mising")) == [(6, "MX603")]
    assert conditions(with_condition("operation.two==partail")) == [(6, "MX603")]


# MX604 and MX605


def test_unmet_condition_is_told_for_each_driver() -> None:
    text = grid(
        "condition(operation.two!=missing) missing missing missing",
        "optional complete missing partial",
    )

    assert told(text, "MX") == [
        "13:10-17 MX604 error driver 'a' lacks this, and 'operation.two!=missing' holds for it",
        "= 20:10-18 what the condition is about",
        "15:10-17 MX604 error driver 'c' lacks this, and 'operation.two!=missing' holds for it",
        "= 22:10-17 what the condition is about",
    ]


def test_undetermined_condition_is_told_at_the_entry() -> None:
    text = grid(
        "condition(operation.two==complete) missing unknown unknown",
        "optional unknown complete unknown",
    )

    assert told(text, "MX6") == [
        "13:10-17 MX605 info whether driver 'a' meets 'operation.two==complete' is unknown",
        "14:10-17 MX605 info whether driver 'b' meets 'operation.two==complete' is unknown",
    ]


def test_conditional_that_is_none_is_evaluated() -> None:
    text = with_condition("operation.two==complete", "missing")

    assert places(everything(text.replace("condition(", "conditional("))) == [
        (6, "MX303"),
        (7, "MX604"),
    ]


def test_condition_reads_levels_as_they_were_meant() -> None:
    text = grid("condition(operation.two==complete) missing", "optional Complete")

    assert places(everything(text)) == [(7, "MX604"), (12, "MX401")]


def test_condition_reads_levels_without_their_releases() -> None:
    check("""
        [target.a]
        title=A

        [one]
        title=One
        status=condition(two==complete)
        #> MX604
        a=missing:queens

        [two]
        title=Two
        status=optional
        driver-impl-a=complete:rocky
    """)


def test_features_compare_by_case() -> None:
    check("""
        [driver.a]
        title=A

        [operation.L3_HA]
        title=L3 HA
        status=optional
        driver.a=complete

        [operation.l3-ha]
        title=The other
        status=condition(operation.L3_HA==complete)
        #> MX604
        driver.a=missing
    """)


# MX606


@pytest.mark.parametrize("level", ["==complete", "==missing", "!=complete", "!=partial"])
def test_condition_on_itself_is_a_circle_of_one(level: str) -> None:
    assert told(with_condition(f"operation.one{level}", "missing"), "MX") == [
        "6:18-31 MX606 error condition leads back to [operation.one]",
    ]


def test_circle_of_two_is_told_once_at_its_first_feature() -> None:
    text = grid(
        "condition(operation.two==complete) missing", "condition(operation.one==missing) complete"
    )

    assert told(text, "MX") == [
        "6:18-31 MX606 error condition leads back to [operation.one] through 1 other condition",
        "= 11:18-31 on the way",
    ]


def test_circle_of_three_is_told_once_at_its_first_feature() -> None:
    text = grid(
        "optional complete",
        "condition(operation.four==complete) missing",
        "condition(operation.two==complete) missing",
        "condition(operation.three==complete) complete",
    )

    assert told(text, "MX") == [
        "11:18-32 MX606 error condition leads back to [operation.two] through 2 other conditions",
        "= 16:18-31 on the way",
        "= 21:18-33 on the way",
    ]


def test_two_circles_are_told_both() -> None:
    text = grid(
        "condition(operation.three==complete) complete",
        "condition(operation.four==complete) complete",
        "condition(operation.one==complete) complete",
        "condition(operation.two==complete) complete",
    )

    assert places(everything(text)) == [(6, "MX606"), (11, "MX606")]


def test_condition_that_leads_into_a_circle_is_evaluated() -> None:
    text = grid(
        "condition(operation.two==complete) missing",
        "condition(operation.three==complete) complete",
        "condition(operation.two==complete) missing",
    )

    assert places(everything(text)) == [(7, "MX604"), (11, "MX606")]


def test_long_circle_names_the_first_of_its_others() -> None:
    count = 12
    features = "".join(
        feature(
            f"f{number}",
            f"condition(operation.f{(number + 1) % count}==complete)",
            "driver.a=complete",
        )
        for number in range(count)
    )

    assert told(declared("a") + features, "MX") == [
        "6:18-30 MX606 error condition leads back to [operation.f0] through 11 other conditions",
        *(f"= {6 + 5 * number}:18-{30 + (number == 9)} on the way" for number in range(1, 10)),
    ]


def test_chain_of_conditions_is_no_circle() -> None:
    text = grid(
        "condition(operation.two==complete) complete",
        "condition(operation.three==complete) complete",
        "optional complete",
    )

    assert places(everything(text)) == []


# MX607 and MX608


def test_condition_that_no_driver_meets_is_vacuous() -> None:
    text = grid("condition(operation.two==complete) missing unknown", "optional partial missing")

    assert told(text, "MX6") == [
        (
            "9:18-41 MX607 warning no driver meets 'operation.two==complete':"
            " the feature is required of none"
        ),
    ]


@pytest.mark.parametrize("other", ["complete", "unknown", "-", "supported"])
def test_condition_that_a_driver_may_meet_is_not_vacuous(other: str) -> None:
    text = grid(
        "condition(operation.two==complete) complete complete",
        f"optional missing {other}",
    )

    assert conditions(text) == []


def test_condition_is_not_vacuous_where_a_driver_may_be_lost() -> None:
    check("""
        [targets]
        driver-impl-a=A
        #> MX001
        driver-impl-b

        [one]
        title=One
        status=condition(two==complete)
        driver-impl-a=complete
        driver-impl-b=complete

        [two]
        title=Two
        status=optional
        driver-impl-a=missing
        driver-impl-b=complete
    """)


def test_condition_is_not_vacuous_where_a_driver_is_not_declared() -> None:
    text = grid("condition(operation.two==complete) complete", "optional missing")

    assert places(everything(text + "driver.zebra=complete\n")) == [(13, "MX403")]


def test_inverted_condition_is_not_evaluated() -> None:
    text = grid("condition(operation.two==missing) missing unknown", "optional missing unknown")

    assert told(text, "MX6") == [
        (
            "9:18-40 MX608 warning 'operation.two==missing' requires this of the drivers"
            " that lack 'operation.two'"
        ),
    ]


def test_negated_complete_is_inverted_too() -> None:
    text = with_condition("operation.two != complete", "missing")

    assert told(text, "MX") == [
        (
            "6:18-43 MX608 warning 'operation.two != complete' requires this of the drivers"
            " that lack 'operation.two'"
        ),
    ]


@pytest.mark.parametrize("argument", ["!=missing", "==partial", "!=partial", "==unknown"])
def test_other_conditions_are_not_inverted(argument: str) -> None:
    text = grid(
        f"condition(operation.two{argument}) complete complete complete",
        "optional partial unknown complete",
    )

    assert [code for _, code in conditions(text) if code == "MX608"] == []


def test_misspelt_inverted_condition_is_not_evaluated() -> None:
    text = grid("optional missing complete", "condition(operation.one==mising) missing complete")

    assert [code for _, code in places(everything(text))] == ["MX603"]


@pytest.mark.parametrize("word", ["on-hold", "on_hold"])
def test_level_that_is_written_is_known_whatever_is_like_it(word: str) -> None:
    config = {"select": ["MX603"], "levels": {"on-hold": "unknown", "on_hold": "unknown"}}

    assert lint_text(with_condition(f"operation.two=={word}"), config=config) == []


def test_condition_that_is_not_evaluated_does_not_end_the_judging() -> None:
    text = grid(
        "condition(operation.four==missing) complete complete",
        "condition(operation.four==complete) missing missing",
        "condition(operation.five==complete) complete complete",
        "optional complete unknown",
        "optional missing missing",
    )

    assert conditions(text) == [(9, "MX608"), (16, "MX604"), (17, "MX605"), (21, "MX607")]
