"""What is shown of the place that somebody points at."""

import pytest

from matrixlint.lsp.hover import get_hover
from matrixlint.rules.registry import ALL
from tests.lsp.client import analysis, place, texts

TEXT = """\
[driver.a]
title=A <b>
link=http://example.org/
[driver.b]
title=B
[operation.x]
title=X
 and more
status=choice(g)
driver.a=partial
driver-notes.a=Only | so.
driver.b=missing
[operation.y]
status=choice(g)
driver.a=complete
driver.b=missing
"""
PAGES = {rule.code: rule.page.rstrip() for rule in ALL}
DRIVER = "**A &#60;b&#62;**, driver `a`\n\nhttp://example.org/\n\nFeatures: 1 complete, 1 partial"
FEATURE = """\
**X and more**, feature `operation.x`

status: choice&#40;g&#41;

Implemented by 1 of 2: A &#60;b&#62;

| driver | level | note |
| --- | --- | --- |
| A &#60;b&#62; | partial | Only &#124; so. |
| B | missing |  |"""
GROUP = """\
**g**, choice group `g`

A driver must implement at least one of these.

- operation.x: X and more
- operation.y

None is implemented by B"""


def shown(text: str) -> tuple[str, list[str]] | None:
    known = analysis(text)
    found = get_hover(known, place(text))
    return found and (found.text, texts(known, [found.span]))


@pytest.mark.parametrize(
    ("mark", "wanted"),
    [
        ("[driver.", (DRIVER, ["1:9 a"])),
        ("driver-notes.", (DRIVER, ["11:14 a"])),
        ("[operation.x", (FEATURE, ["6:2 operation.x"])),
        ("\n and", None),
        ("driver.a=", (DRIVER, ["10:8 a"])),
        ("driver.a=par", None),
    ],
)
def test_what_stands_there_is_shown(mark: str, wanted: tuple[str, list[str]] | None) -> None:
    # The cursor right behind a name is at it still.
    text = TEXT.replace(mark, f"{mark}¦", 1) if mark != "driver.a=" else TEXT
    text = text if "¦" in text else TEXT.replace("driver.a=", "driver.a¦=", 1)

    assert shown(text) == wanted


def test_findings_are_shown_first_and_with_the_page_of_their_rule() -> None:
    found = shown(TEXT.replace("[operation.y", "[operation.y¦"))
    message = "title of &#91;operation.y&#93; is missing"

    assert found
    parts = found[0].split("\n\n---\n\n")
    assert parts[0] == f"**MX201 missing-title** (error): {message}\n\n{PAGES['MX201']}"
    assert [part.partition(",")[0] for part in parts[1:]] == ["**operation.y**"]


def test_several_findings_of_a_rule_have_one_page() -> None:
    text = TEXT.replace("[operation.y", "[operation.y¦")
    known = analysis(text)
    known.diagnostics.append(known.diagnostics[-1]._replace(message="again"))
    found = get_hover(known, place(text))

    assert found
    assert found.text.split("\n\n---\n\n")[1] == "**MX201 missing-title** (error): again"


def test_choice_groups_say_who_has_none_of_them() -> None:
    assert shown(TEXT.replace("choice(", "choice(¦", 1)) == (GROUP, ["9:15 g"])
    text = TEXT.replace("missing", "complete").replace("choice(", "choice(¦", 1)
    assert shown(text) == (GROUP.partition("\n\nNone")[0], ["9:15 g"])


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("MX401", ["MX401"]),
        ("unknown-level", ["MX401"]),
        ("MX40", [rule.code for rule in ALL if rule.code.startswith("MX40")]),
        ("ALL", []),
    ],
)
def test_rules_that_a_comment_names_are_shown(word: str, codes: list[str]) -> None:
    text = TEXT.replace("title=B", f"# matrixlint: ignore[MX101, {word}¦]\ntitle=B")
    found = shown(text)
    pages = found[0].split("\n\n---\n\n") if found else []

    # What the comment itself does wrong is told above.
    assert [page for page in pages if page.partition(" ")[0][2:] in codes] == [
        f"**{rule.code} {rule.name}** ({rule.severity})\n\n{PAGES[rule.code]}"
        for rule in ALL
        if rule.code in codes
    ]


def test_a_backend_has_its_status() -> None:
    text = "[backends]\nbackend-impl-¦a=A\nbackend-impl-b=B\n[backends.backend-impl-a]\nstatus=x\n"
    text += "[grades]\nvalid-grades=x\n[grades.x]\n"

    assert shown(text) == ("**A**, driver `a`\n\nStatus: x", ["2:14 a"])
    found = shown(text.replace("¦", "").replace("impl-b", "impl-¦b"))
    assert found
    assert found[0].endswith("**B**, driver `b`\n\nStatus: none")


def test_a_driver_of_no_feature_and_without_a_title() -> None:
    found = shown("[driver.¦a`b]\n")

    assert found
    assert found[0].endswith("**a&#96;b**, driver `ab`\n\nFeatures: none")
