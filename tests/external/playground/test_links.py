"""The playground: links, examples, the page of the matrix, hostile texts."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Command
from tests.external.browsing import barriers, dress
from tests.external.playground.visited import (
    CLEAN,
    ERRORS,
    GO,
    held,
    link,
    put,
    row,
    rows,
    served,
    settle,
    share,
    type_in,
)
from tests.external.reader import NOVA

pytestmark = pytest.mark.external


pytest.importorskip("selenium", reason="needs Selenium: tests/external/install")


from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.support.select import Select  # noqa: E402

RUN = "document.title='run'"


HOSTILE = {
    "script": f"<script>{RUN}</script>",
    "picture": f'"><img src=x onerror="{RUN}">',
    "end of a field": f"</textarea></title></style></iframe><script>{RUN}</script>",
    "address": f"javascript:{RUN}",
    "link": f'<a href="javascript:{RUN}" autofocus onfocus="{RUN}">x</a>',
    "frame": f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    "template": "{{ 7*7 }} ${7*7} {% raw %}",
    "directions": "\u202eabc\u202c \u2066x\u2069 \u200b\ufeff",
    "surrogates": "\ud800 \udfff \udcff",
    "controls": "\0\x07\x1b[31m\x7f\x85 \r x",
    "wide": "\U0001f600" * 20 + "\u0301" * 50,
    "long": "x" * 100_000,
}


def test_a_link_opens_the_text_in_another_tab(page: Any) -> None:
    text = "\ufeff[driver.\U0001f600]\r\ntitle=\u202e\ud800\n"
    put(page, text, is_all=True)
    found = rows(page)
    share(page)
    own, shared = page.current_window_handle, page.current_url
    page.switch_to.new_window("tab")
    page.get(shared)
    settle(page)
    other = (held(page), rows(page), page.find_element(By.ID, "all").is_selected())
    page.close()
    page.switch_to.window(own)

    assert other == (text, found, True)
    assert found


def test_what_is_typed_is_no_step_that_the_browser_goes_back(page: Any, address: str) -> None:
    own = page.current_window_handle
    page.switch_to.new_window("tab")
    page.get(address)
    settle(page, "page")
    before = page.execute_script("return [location.hash, history.length]")
    type_in(page, "x")
    settle(page, "page")
    after = page.execute_script("return [location.hash, history.length]")
    page.close()
    page.switch_to.window(own)

    assert before[0] != after[0]
    assert before[1] == after[1]


@pytest.mark.parametrize("wrong", ["#x", "#====", link("x")[:-6], f"#{'A' * 10_000}"])
def test_a_link_that_holds_no_text_is_reported(page: Any, wrong: str) -> None:
    put(page, CLEAN)
    page.execute_async_script(GO, wrong)
    settle(page)

    assert page.find_element(By.ID, "status").text == "the link holds no text; no findings"
    assert held(page) == CLEAN


def test_a_link_that_unfolds_to_very_much_is_refused(page: Any) -> None:
    put(page, CLEAN)
    page.execute_async_script(GO, link("x" * 5_000_000))
    settle(page)

    assert page.find_element(By.ID, "status").text == "the link holds no text; no findings"


def test_an_example_is_chosen(page: Any) -> None:
    put(page, "")
    choice = Select(page.find_element(By.ID, "example"))
    choice.select_by_visible_text("MX401 unknown-level")
    settle(page)

    assert held(page) == (ROOT / "examples/bad/mx401-unknown-level.ini").read_text()


@pytest.mark.parametrize("attack", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_runs_nothing_and_stops_nothing(page: Any, attack: str) -> None:
    text = (
        f"[driver.{attack}]\ntitle={attack}\nlink={attack}\n[operation.{attack}]\ntitle={attack}\n"
        f"status={attack}\n{attack}={attack}\ndriver.{attack}={attack}\nnotes={attack}\n{attack}\n"
    )
    put(page, text)
    enter_matrix(page)
    shown = page.find_element(By.TAG_NAME, "body").text
    strange = "img:not(.cm-widgetBuffer), a[href^=javascript], [onerror], [onfocus], iframe iframe"
    loud = page.find_elements(By.CSS_SELECTOR, strange)
    page.switch_to.default_content()

    assert shown.startswith(("support-matrix.ini\n", "This page is too long to be shown here"))
    assert (loud, page.find_elements(By.CSS_SELECTOR, strange)) == ([], [])
    assert (held(page), bool(rows(page))) == (text, True)
    # It goes on: what is typed then is linted.
    put(page, CLEAN)
    type_in(page, Keys.CONTROL, Keys.END)
    type_in(page, "x")
    settle(page)
    assert [row[0] for row in rows(page)] == ["8:1"]


def enter_matrix(page: Any) -> None:
    """Go into the frame of the matrix, once it shows that of the text."""
    settle(page, "page")
    page.switch_to.frame("matrix")


def test_links_within_the_matrix_lead_to_their_places(page: Any) -> None:
    put(page, ERRORS)
    enter_matrix(page)
    places = []
    for way in page.find_elements(By.CSS_SELECTOR, "[data-rule=MX401] a"):
        way.click()
        places += [each.text for each in page.find_elements(By.CSS_SELECTOR, ":target")]

    assert places == ["complete1", "7driver.lvm=Complete"]


def test_a_matrix_whose_page_is_very_long_is_not_shown(page: Any) -> None:
    put(page, NOVA.read_text(encoding="utf-8") + f"notes={'x' * 2_000_000}\n")
    enter_matrix(page)

    assert page.find_element(By.TAG_NAME, "body").text == (
        "This page is too long to be shown here: matrixlint export --format html writes it."
    )


def test_the_matrix_stands_beside_and_cannot_run(page: Any) -> None:
    put(page, ERRORS)
    enter_matrix(page)
    form = page.find_element(By.TAG_NAME, "form").is_displayed()
    cells = [each.text for each in page.find_elements(By.CSS_SELECTOR, "tbody td:last-child")]
    page.switch_to.default_content()

    # Its filters would do nothing.
    assert form is False
    assert [cell.partition("\n")[0][:10].strip() for cell in cells] == ["complete1", "missing3"]
    assert page.find_element(By.ID, "matrix").get_dom_attribute("sandbox") == ""


@pytest.mark.parametrize("width", [420, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible(page: Any, scheme: str, width: int) -> None:
    put(page, ERRORS)
    dress(page, scheme)
    page.set_window_size(width, 1000)
    found = barriers(page)
    wide = page.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    page.set_window_size(1400, 1000)
    dress(page, "light")

    assert found == []
    assert wide


def test_every_example_has_the_findings_of_the_command(page: Any, cli: Command) -> None:
    paths = [path for path in (ROOT / "examples").rglob("*.ini") if path.name != "tox.ini"]
    reported, expected = {}, {}
    for path in sorted(paths):
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        for is_all in (False, True):
            put(page, text, is_all=is_all)
            reported[path.name, is_all] = rows(page)
            words = ("--select", "ALL") if is_all else ()
            run = cli("--isolated", "--output-format", "json", *words, str(path))
            expected[path.name, is_all] = [row(each) for each in json.loads(run.out)["diagnostics"]]

    assert reported == expected
    assert len(paths) > 60


def test_the_documentation_leads_to_it_and_back(page: Any, address: str) -> None:
    ways = []
    for name in ("index.html", "guide/playground.html"):
        page.get(address.replace("playground/index.html", name))
        way = page.find_element(By.CSS_SELECTOR, "a[href$='playground/index.html']")
        ways.append(way.get_property("href"))
    page.get(address)
    settle(page)
    back = [
        each.get_property("href")
        for each in page.find_elements(By.CSS_SELECTOR, "body > * a[href]")
    ]
    pages = [address.replace("playground/index", name) for name in ("index", "guide/playground")]

    assert ways == [address, address]
    assert back == pages


def test_even_its_own_code_could_ask_no_other_host(
    browser: Any, playground: Path, tmp_path: Path
) -> None:
    shutil.copytree(playground, tmp_path / "copy")
    with served(tmp_path) as (spy, reported), served(tmp_path / "copy") as (host, _):
        for name in ("playground.js", "worker.js"):
            with (tmp_path / "copy" / name).open("a", encoding="utf-8") as stream:
                stream.write(f"\nfetch('{spy}/{name}').catch(() => {{}});\n")
        browser.get(f"{host}/index.html")
        settle(browser)
        refused = [entry["message"] for entry in browser.get_log("browser")]

    assert reported == []
    assert [name in " ".join(refused) for name in ("playground.js", "worker.js")] == [True, True]
