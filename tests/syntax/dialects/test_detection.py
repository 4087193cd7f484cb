"""Which dialect a file is written in: its declarations decide, broken ones too."""

import pytest

from matrixlint.syntax.dialects.detection import count_drivers, detect_dialect
from matrixlint.syntax.dialects.dialect import BUILT_IN, DRIVER, GRADES, TARGETS, Dialect
from matrixlint.text.source import Source

NEUTRON = DRIVER._replace(name="neutron", declaration="plugin.", label="label")


def source(text: str) -> Source:
    return Source.from_text("a.ini", text)


def counted(text: str) -> list[tuple[str, int]]:
    return [(each.dialect.name, each.drivers) for each in count_drivers(source(text), BUILT_IN)]


def detected(text: str, dialects: tuple[Dialect, ...] = BUILT_IN) -> str | None:
    found = detect_dialect(source(text), dialects)
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[targets]\ndriver-impl-a=A\n", "targets"),
        ("[driver.a]\n", "driver"),
        ("[target.a]\n", "target"),
        ("[backends]\nbackend-impl-a=A\n", "grades"),
        ("[operation.x]\ndriver.a=complete\n", None),
        ("", None),
    ],
)
def test_the_declarations_decide(text: str, name: str | None) -> None:
    assert detected(text) == name


@pytest.mark.parametrize("header", ["[targets]", "[backends]", "[targets]\ntitle=x", "driver.a"])
def test_without_a_declared_driver_there_is_no_count(header: str) -> None:
    assert counted(header) == []


@pytest.mark.parametrize(
    "text",
    [
        "[driver.a",
        "  [driver.a]",
        "[ driver.a ]",
        "[driver.a] stray",
        "[driver.a # b",
        "driver.a]",
        "(driver.a)",
        "{driver.a}",
        "driver.a]  ",
        "[\u200bdriver.a]",
        "x[driver.a]",
        "=- [driver.a]",
    ],
)
def test_a_broken_declaration_counts(text: str) -> None:
    assert counted(f"# x\n{text}\ntitle=A\n") == [("driver", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "# [driver.a]",
        ";[driver.a]",
        "see [driver.a]",
        "x  [driver.a]",
        "  x[driver.a]",
        "x[driver.a] y",
        "driver.a] = b",
        "driver.a)b",
    ],
)
def test_what_is_no_header_does_not_count(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize("header", ["[]", "[ ]", "[", "[\t", "[]]", "[ # x"])
def test_a_header_without_a_name_does_not_count(header: str) -> None:
    assert counted(f"{header}\n[driver.a]\n") == [("driver", 1)]


def test_keys_are_counted_in_the_declaring_section_alone() -> None:
    text = (
        "driver-impl-z=Z\n[targets]\ndriver-impl-a=A\n  Driver-Impl-b=B\nx driver-impl-c=C\n"
        "[x]\ndriver-impl-d=D\n[targets]\ndriver-impl-e=E\n"
    )

    assert counted(text) == [("targets", 3)]


def test_a_declaring_section_may_be_the_last_line() -> None:
    assert counted("[driver.a]\n[targets]") == [("driver", 1)]


def test_most_drivers_come_first() -> None:
    text = "[targets]\ndriver-impl-a=A\n[driver.b]\n[driver.c]\n[target.d]\n"

    assert counted(text) == [("driver", 2), ("targets", 1), ("target", 1)]


def test_on_a_tie_the_first_in_the_file_comes_first() -> None:
    assert counted("[target.a]\n[driver.b]\n") == [("target", 1), ("driver", 1)]
    assert counted("[driver.b]\n[target.a]\n") == [("driver", 1), ("target", 1)]
    assert detected("[target.a]\n[driver.b]\n") == "target"


def test_a_count_reports_where_the_first_declaration_ends() -> None:
    (count,) = count_drivers(source("[x]\n[driver.a]\n[driver.b]\n"), BUILT_IN)

    assert (count.dialect, count.drivers, count.offset) == (DRIVER, 2, 15)


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("[drvier.a]", "driver"),
        ("[driver-a]", "driver"),
        ("[Driver.a]", "driver"),
        ("[tagret.a]", "target"),
        ("[operation.x]", None),
        ("[wurst.a]", None),
    ],
)
def test_a_header_near_a_declaration_decides_where_nothing_else_does(
    header: str, name: str | None
) -> None:
    assert detected(f"{header}\ntitle=A\n") == name


def test_a_near_declaration_is_not_asked_where_a_driver_is_declared() -> None:
    assert detected("[drvier.a]\n[drvier.b]\n[target.c]\n") == "target"


def test_only_the_given_dialects_are_detected() -> None:
    assert detected("[driver.a]\n", (TARGETS, GRADES)) is None
    assert detected("[plugin.a]\n", (*BUILT_IN, NEUTRON)) == "neutron"
