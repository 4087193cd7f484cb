"""The playground's Python: what it answers to the page, and what the page offers."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs.playground import bridge, build
from matrixlint import lint_text
from tests.conftest import ROOT, Command

START = (ROOT / "docs" / "playground" / "start.ini").read_text(encoding="utf-8")
HEAD = "[driver.a]\ntitle=A\n[operation.x]\ntitle=X\nstatus=optional\n"
UNMEANT = f"{HEAD}driver.a=compelte\n"


def asked(name: str, text: str, *, is_all: bool = False, **more: object) -> Any:
    question = json.dumps({"text": text, "all": is_all, **more})
    return json.loads(getattr(bridge, name)(question))


def part(text: str, place: Any) -> str:
    """Return what JavaScript would cut out of *text* at *place*."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[place["from"] * 2 : place["to"] * 2].decode("utf-16-le", "surrogatepass")


def put(text: str, edits: Any) -> str:
    """Return *text* as JavaScript would make it of *edits*, none of which overlap."""
    units = text.encode("utf-16-le", "surrogatepass")
    for edit in sorted(edits, key=lambda edit: -edit["from"]):
        fresh = edit["insert"].encode("utf-16-le", "surrogatepass")
        units = units[: edit["from"] * 2] + fresh + units[edit["to"] * 2 :]
    return units.decode("utf-16-le", "surrogatepass")


def test_a_finding_says_all_that_the_page_shows() -> None:
    assert asked("lint", UNMEANT) == {
        "findings": [
            {
                "number": 0,
                "from": 66,
                "to": 74,
                "line": 6,
                "column": 10,
                "code": "MX401",
                "name": "unknown-level",
                "severity": "error",
                "message": "driver 'a' is 'compelte'; "
                "expected complete, partial, missing or unknown",
                "hint": "did you mean 'complete'?",
                "related": [],
                "fix": {"title": "write 'complete'", "safe": False},
            }
        ],
        "count": 1,
        "mendable": False,
    }


def test_related_places_are_reported() -> None:
    text = UNMEANT.replace("optional", "choice(g)").replace("compelte", "missing")
    both = text + text.partition("title=A\n")[2].replace("operation.x", "operation.y")
    (found,) = [each for each in asked("lint", both)["findings"] if each["code"] == "MX501"]

    assert [(each["line"], part(both, each), each["message"]) for each in found["related"]] == [
        (10, "missing", "missing too"),
    ]


@pytest.mark.parametrize(
    "before", ["", "\ufeff", "# \U0001f600\r\n", "# \r# \ud800\n", "\ufeff#\r"]
)
@pytest.mark.parametrize("name", ["a", "\U0001f600\U0001f600"])
def test_places_are_counted_as_in_javascript(before: str, name: str) -> None:
    text = before + UNMEANT.replace("driver.a", f"driver.{name}")
    found = asked("lint", text)["findings"]

    assert [part(text, each) for each in found if each["code"] == "MX401"] == ["compelte"]


@given(st.text(st.sampled_from("[]=#.adriver\n\r\ufeff\U0001f600\ud800\0 ")))
def test_places_lie_in_the_text_whatever_it_holds(text: str) -> None:
    length = len(text.encode("utf-16-le", "surrogatepass")) // 2
    answer = asked("lint", text, is_all=True)

    assert all(0 <= each["from"] <= each["to"] <= length for each in answer["findings"])
    assert answer["count"] == len(lint_text(text, config={"select": ["ALL"]}))


def test_messages_hide_nothing() -> None:
    found = asked("lint", UNMEANT.replace("compelte", "\u202ecompelte"))["findings"]

    assert [each["message"] for each in found if "\u202e" in each["message"]] == []
    assert "\\u202e" in "".join(each["message"] for each in found)


def test_of_very_many_findings_the_first_are_listed() -> None:
    unread = "".join(f"x{number}=\n" for number in range(1_500))
    answer = asked("lint", f"{HEAD}driver.a=complete\n{unread}")

    assert (len(answer["findings"]), answer["count"]) == (1_000, 1_500)
    assert [each["number"] for each in answer["findings"]] == list(range(1_000))


def test_rules_that_are_asked_for_run_on_request() -> None:
    text = HEAD + "driver.a=complete"
    codes = [
        [each["code"] for each in asked("lint", text, is_all=is_all)["findings"]]
        for is_all in (False, True)
    ]

    assert codes == [[], ["MX802"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_finding_is_fixed_with_the_line_ends_of_the_text(mark: str, end: str) -> None:
    text = mark + UNMEANT.replace("[operation.x]", "[operation.x]\nadd=").replace("\n", end)
    (number,) = [
        each["number"] for each in asked("lint", text)["findings"] if each["code"] == "MX401"
    ]

    fixed = put(text, asked("mend", text, finding=number))

    assert fixed == text.replace("compelte", "complete")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_safe_fixes_are_made(end: str) -> None:
    text = ("\ufeff" + UNMEANT.replace("compelte", "Complete") + "driver.b=x").replace("\n", end)

    fixed = put(text, asked("mend_all", text))

    assert fixed == text[1:].replace("Complete", "complete")


def test_a_fix_that_would_do_harm_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made = asked("mend", UNMEANT, finding=0)
    monkeypatch.setattr(
        "matrixlint.lsp.code_actions.find_side_effect", lambda _: "a section would be lost"
    )

    assert made == [{"from": 66, "to": 74, "insert": "complete"}]
    assert asked("mend", UNMEANT, finding=0) == []


def test_the_page_of_the_matrix_is_that_of_the_command(cli: Command, folder: Any) -> None:
    (folder / "support-matrix.ini").write_text(UNMEANT, encoding="utf-8")

    run = cli("export", "support-matrix.ini", "--format", "html")

    assert asked("page", UNMEANT) == run.out


def test_the_page_of_a_rule_is_that_of_the_command(cli: Command) -> None:
    assert asked("rule", "", code="MX501") == cli("rule", "MX501").out


def test_the_text_at_the_start_shows_both_kinds_of_fixes() -> None:
    found = asked("lint", START)["findings"]

    assert [(each["code"], each["fix"] and each["fix"]["safe"]) for each in found] == [
        ("MX401", False),
        ("MX601", None),
        ("MX401", True),
        ("MX406", None),
    ]


def test_examples_that_need_no_configuration_are_offered_byte_for_byte() -> None:
    titles, texts = zip(*build.examples(), strict=True)
    bad = sorted((ROOT / "examples" / "bad").glob("*.ini"))
    named = ["examples/support-matrix.ini", "examples/nova-2016/support-matrix.ini"]
    data = [path.read_bytes() for path in [*(ROOT / name for name in named), *bad]]

    assert [text.encode("utf-8", "surrogateescape") for text in texts] == data
    assert titles[:3] == ("A matrix without a fault", "Nova's of 2016", "MX001 syntax-error")
    assert [title for title in titles[2:] if not re.fullmatch(r"MX\d{3} [a-z-]+", title)] == []
