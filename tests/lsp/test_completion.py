"""What may be written at a place, all of it and in its order."""

import pytest

from matrixlint import Span
from matrixlint.lsp.completion.provider import complete
from matrixlint.rules.registry import ALL
from tests.lsp.client import DRIVERS, analysis, place

LEVELS = ["complete", "partial", "missing", "unknown"]
STATUSES = ["mandatory", "optional", "choice(", "condition(", "mature", "immature"]
FEATURE = "[operation.x]\ntitle=X\nstatus=choice(g)\ndriver.a=complete\ndriver.b=missing\n"
OWN = "[operation.y]\ntitle=Y\nstatus=optional\n"
TARGET = "[target.a]\ntitle=A\n[target.b]\ntitle=B\n[x]\ntitle=X\nmaturity=complete\na=complete\n"
TARGETS = "[targets]\ndriver-impl-a=A\n[x]\ntitle=X\nstatus=optional\n"
GRADES = "[backends]\nbackend-impl-a=A\n[backends.backend-impl-a]\n¦\n[grades]\nvalid-grades=x,y\n"


def offered(text: str) -> list[str]:
    return [each.item.insert_text for each in complete(analysis(text), place(text))]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("driver.a=¦", LEVELS),
        ("driver.a = co¦", LEVELS),
        ("driver.z=¦", LEVELS),
        ("driver-notes.a=¦", []),
        ("title=¦", []),
        ("status=¦", STATUSES),
        ("status=choice¦", STATUSES),
        ("status=choice(¦", ["g"]),
        ("status=condition(¦", ["operation.x"]),
        ("status=condition(operation.x==¦", LEVELS),
        ("status=condition(operation.x != co¦", LEVELS),
        ("status=mandatory(¦", []),
        ("status=wrong(¦", STATUSES),
        ("  driver.a=¦", []),
        ("[operation¦", []),
        ("# remark ¦", []),
        ("# matrixlint: ¦", ["ignore", "ignore-file"]),
        ("; matrixlint: ign¦", ["ignore", "ignore-file"]),
        ("# matrixlint: ignore[¦", [rule.code for rule in ALL]),
        ("# matrixlint: ignore-file[MX401, MX5¦", [rule.code for rule in ALL]),
        ("# matrixlint: ignore[MX401] -- ¦", []),
    ],
)
def test_what_may_follow_in_a_feature(line: str, wanted: list[str]) -> None:
    assert offered(f"{DRIVERS}{FEATURE}{OWN}{line}\n") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{DRIVERS}{OWN}¦\n", ["driver.a=", "driver.b=", "api=", "cli=", "notes="]),
        (f"{DRIVERS}{OWN}dri¦", ["driver.a=", "driver.b=", "api=", "cli=", "notes="]),
        (f"{DRIVERS}{OWN}dri¦=x", ["driver.a", "driver.b", "api", "cli", "notes"]),
        (
            f"{DRIVERS}{OWN}driver.a=complete\n¦\n".replace("=", " = "),
            ["driver.b = ", "driver-notes.a = ", "api = ", "cli = ", "notes = "],
        ),
        (
            f"{DRIVERS}{OWN}driver.a=complete\ndriver-notes.a=Some.\n¦\n",
            ["driver.b=", "api=", "cli=", "notes="],
        ),
        (
            f"{DRIVERS}{OWN}driver.¦a=complete\n",
            ["driver.a", "driver.b", "api", "cli", "notes"],
        ),
        (f"{DRIVERS}¦\n{OWN}", ["link="]),
        ("¦", []),
        (f"¦\n{DRIVERS}", []),
        (f"{DRIVERS}[other]\n¦", []),
        (f"{DRIVERS}[DEFAULT]\n¦", []),
        ("[other]\nti¦", []),
        ("[other]\ntitle=¦", []),
        (
            f"{TARGET}¦\n",
            [
                *("b=", "driver-notes-a=", "admin_doc_link=", "api_doc_link=", "cli=", "notes="),
                *("status=", "tempest_test_uuids="),
            ],
        ),
        (f"{TARGET}b=¦\n", LEVELS),
        (f"{TARGET}maturity=¦\n", ["incomplete", "experimental", "complete", "deprecated"]),
        (f"{TARGETS}¦\n", ["driver-impl-a=", "cli=", "notes="]),
        (
            GRADES,
            ["config=", "docs=", "in-tree=", "maintainers=", "notes=", "status=", "type="],
        ),
        (GRADES.replace("¦", "status=¦"), ["x", "y"]),
        (GRADES.replace("¦", "\n").replace("x,y", "¦"), []),
    ],
)
def test_what_may_follow_in_a_section(text: str, wanted: list[str]) -> None:
    assert offered(text) == wanted


def test_an_offer_says_what_it_is_and_what_it_comes_instead_of() -> None:
    text = f"{DRIVERS}{FEATURE}{OWN}status=condition(ope¦\n"
    (found,) = complete(analysis(text), place(text))

    assert (found.item.label, found.item.kind.value, found.item.detail) == (
        *("operation.x", "feature", "X"),
    )
    assert found.span == Span(13, 18, 13, 21)


@pytest.mark.parametrize(
    ("text", "details"),
    [
        (f"{DRIVERS}{OWN}¦", ["A", "B", "", "", ""]),
        (f"{DRIVERS}{OWN}driver.a=¦", ["implemented", "implemented", "missing", "unknown"]),
        (
            f"{DRIVERS}{OWN}status=¦",
            [
                *("required", "optional", "of a group, one at least", "where a condition holds"),
                *("optional", "optional"),
            ],
        ),
        (f"{DRIVERS}{OWN}# matrixlint: ignore[¦", [rule.name for rule in ALL]),
    ],
)
def test_offers_report_more(text: str, details: list[str]) -> None:
    assert [each.item.detail for each in complete(analysis(text), place(text))] == details
