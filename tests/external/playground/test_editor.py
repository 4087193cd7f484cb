"""The playground: what is typed is linted, and fixes are applied."""

import time
from typing import Any

import pytest

from tests.conftest import Command
from tests.external.browsing import barriers
from tests.external.playground.visited import (
    CLEAN,
    ERRORS,
    GO,
    held,
    link,
    press,
    put,
    rows,
    settle,
    type_in,
)
from tests.external.reader import NOVA

pytestmark = pytest.mark.external


pytest.importorskip("selenium", reason="needs Selenium: tests/external/install")


from selenium.webdriver.common.action_chains import ActionChains  # noqa: E402  it may not be there
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.support.wait import WebDriverWait  # noqa: E402

FIXED = ERRORS.replace("=Complete", "=complete").replace("copy ]", "copy]")


MARKS = """
return [...document.querySelectorAll(".cm-lintRange")].map((mark) => mark.textContent);
"""


def marks(page: Any) -> list[str]:
    found: list[str] = page.execute_script(MARKS)
    return found


UNKNOWN = [
    "7:12",
    "error",
    "MX401 unknown-level",
    "driver 'lvm' is 'compelte'; expected complete, partial, missing or unknown",
    "did you mean 'complete'?",
]


def test_a_error_is_marked_where_it_is_typed(page: Any) -> None:
    put(page, "")
    type_in(page, CLEAN.replace("=complete", "=compelte"))
    settle(page)

    assert (rows(page), marks(page)) == ([UNKNOWN], ["compelte"])
    assert page.find_element(By.ID, "status").text == "1 finding: 1 error"


def test_what_is_changed_while_the_linter_works_is_linted_after_that(page: Any) -> None:
    # It takes long enough for that.
    much = NOVA.read_text(encoding="utf-8") * 10
    put(page, CLEAN)
    page.execute_async_script(GO, link(much))
    time.sleep(0.1)
    page.execute_async_script(GO, link(CLEAN.replace("=complete", "=compelte")))
    settle(page)

    assert (rows(page), marks(page)) == ([UNKNOWN], ["compelte"])


def test_a_fix_fixes_the_text_and_can_be_taken_back(page: Any) -> None:
    put(page, CLEAN.replace("=complete", "=compelte"))
    press(page, "#findings .fix")
    WebDriverWait(page, 10).until(lambda page: not marks(page))
    settle(page)
    fixed = (rows(page), page.find_element(By.ID, "status").text, held(page))
    type_in(page, Keys.CONTROL, "z")
    settle(page)

    assert fixed == ([], "no findings", CLEAN)
    assert (rows(page), marks(page)) == ([UNKNOWN], ["compelte"])


def test_a_mark_reports_its_finding_and_makes_its_fix(page: Any) -> None:
    put(page, CLEAN.replace("=complete", "=compelte"))
    mark = page.find_element(By.CSS_SELECTOR, ".cm-lintRange")
    ActionChains(page).move_to_element(mark).perform()
    tip = WebDriverWait(page, 10).until(
        lambda page: page.find_element(By.CSS_SELECTOR, ".cm-tooltip .cm-diagnostic")
    )
    reported = tip.text
    tip.find_element(By.CSS_SELECTOR, ".cm-diagnosticAction").click()
    WebDriverWait(page, 10).until(lambda page: not marks(page))
    settle(page)

    assert reported.splitlines() == [*UNKNOWN[2:], "Fix: write 'complete' (unsafe)"]
    assert held(page) == CLEAN


def test_all_safe_fixes_are_made_at_once(page: Any) -> None:
    put(page, ERRORS)
    before = len(rows(page))
    press(page, "#mend-all")
    WebDriverWait(page, 10).until(lambda page: len(rows(page)) < before)
    settle(page)

    assert held(page) == FIXED
    assert [row[2] for row in rows(page)] == ["MX407 mandatory-not-implemented"]
    assert not page.find_element(By.ID, "mend-all").is_enabled()


def test_a_finding_leads_to_its_place(page: Any) -> None:
    put(page, CLEAN + "# x\n" * 300 + "[operation.b]\n")
    press(page, "#findings .go")
    time.sleep(0.3)

    assert page.execute_script("return getSelection().toString()") == "[operation.b]"
    assert "cm-content" in page.switch_to.active_element.get_dom_attribute("class")


def test_keys_go_from_finding_to_finding(page: Any) -> None:
    put(page, ERRORS)
    places = []
    for keys in ((Keys.F8,), (Keys.F8,), (Keys.SHIFT, Keys.F8)):
        type_in(page, *keys)
        places.append(page.execute_script("return getSelection().toString()"))

    assert places == ["Complete", "[operation.copy ]", "Complete"]


def test_a_rule_is_explained_as_by_the_command(page: Any, cli: Command, address: str) -> None:
    put(page, CLEAN.replace("=complete", "=compelte"))
    press(page, "#findings .rule")
    dialog = WebDriverWait(page, 10).until(
        lambda page: page.find_element(By.CSS_SELECTOR, "dialog[open]")
    )
    title = dialog.find_element(By.ID, "rule-title").text
    text = dialog.find_element(By.ID, "rule-page").get_property("textContent")
    way = dialog.find_element(By.ID, "rule-link").get_property("href")
    found = barriers(page)
    press(page, "#rule-close")

    assert f"{title}\n\n{text}\n" == cli("rule", "MX401").out
    assert way == address.replace("playground/index", "rules/MX401")
    assert found == []
    assert page.find_elements(By.CSS_SELECTOR, "dialog[open]") == []
