"""The page of a matrix in a real browser: what it shows, filters, leads to and refuses to run."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from matrixlint.output.export import render
from tests.external.browsing import barriers, dress
from tests.output.export.sample import TEXT, made
from tests.parsed import CLEAN

pytestmark = pytest.mark.external
pytest.importorskip("selenium", reason="needs Selenium: tests/external/install")

from selenium.webdriver.common.by import By  # noqa: E402  it may not be there
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.support.select import Select  # noqa: E402

HOSTILE = """\
[driver.<script>alert(1)</script>]
title="><img src=x onerror=alert(1)>
[driver.b]
title=javascript:alert(1)
[operation.x]
title=</title></script><script>document.title="run"</script>
status=optional"onmouseover="alert(1)
notes={{ 7*7 }} </style><style>body{display:none}</style> javascript:alert(1)
driver.<script>alert(1)</script>=complete
driver.b=</td><script>alert(1)</script>
driver-notes.b=<a href="javascript:alert(1)">x</a>
"""
# Seconds that a page of 200,000 cells may take: a generous measure of what was found.
OPENS, FILTERS = 30, 10


Show = Callable[[str], Any]


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Show:
    """Return a function that opens the page of a text."""

    def opened(text: str) -> Any:
        page = tmp_path / "page.html"
        page.write_text(render("html", made(text)), encoding="utf-8")
        browser.get_log("browser")
        browser.get(page.as_uri())
        return browser

    return opened


def features(page: Any) -> list[str]:
    rows = page.find_elements(By.CSS_SELECTOR, "tbody tr")
    return [row.find_element(By.CSS_SELECTOR, "small").text for row in rows if row.is_displayed()]


def choose(page: Any, name: str, text: str) -> None:
    Select(page.find_element(By.ID, name)).select_by_visible_text(text)


def test_rows_are_filtered_by_status_level_rule_and_driver(show: Show) -> None:
    page = show(TEXT)
    seen = {"": features(page)}
    for name, text in (
        *(("status", "optional"), ("level", "unknown"), ("rule", "MX401 unknown-level")),
        ("rule", "any finding"),
    ):
        choose(page, name, text)
        seen[text] = features(page)
        page.find_element(By.CSS_SELECTOR, "button[type=reset]").click()
        time.sleep(0.05)

    assert seen == {
        "": ["operation.attach", "operation.detach", "odd"],
        "optional": ["odd"],
        "unknown": ["operation.attach"],
        "MX401 unknown-level": ["operation.detach"],
        "any finding": ["operation.attach", "operation.detach", "odd"],
    }


def test_a_driver_is_shown_alone(show: Show) -> None:
    page = show(TEXT)
    choose(page, "driver", "LVM")
    choose(page, "level", "missing")
    heads = page.find_elements(By.CSS_SELECTOR, "thead th")

    assert [head.text for head in heads if head.is_displayed()] == ["Feature", "Status", "LVM"]
    assert features(page) == []
    assert page.find_element(By.ID, "none").is_displayed()
    assert page.find_element(By.ID, "count").text == "0 of 3 features"


def test_words_are_searched_in_names_and_notes(show: Show) -> None:
    page = show(TEXT)
    box = page.find_element(By.ID, "search")
    found = []
    for text in ("DETACH", "and more", "nothing of this"):
        box.clear()
        box.send_keys(text)
        found.append(features(page))

    assert found == [["operation.detach"], ["operation.attach"], []]


def test_a_finding_leads_to_its_cell_and_its_line(show: Show) -> None:
    page = show(TEXT)
    finding = page.find_element(By.CSS_SELECTOR, ".findings [data-rule=MX401]")
    choose(page, "status", "optional")
    cell, line = finding.find_elements(By.TAG_NAME, "a")
    cell.click()
    time.sleep(0.2)
    target = page.find_element(By.CSS_SELECTOR, ":target")
    shown = (target.get_attribute("id"), target.is_displayed(), features(page)[1])
    line.send_keys(Keys.ENTER)
    time.sleep(0.2)
    place = page.find_element(By.CSS_SELECTOR, ":target")

    assert shown == ("r1d0", True, "operation.detach")
    assert place.text == "18driver.lvm=compelte"


def test_nothing_of_a_matrix_is_run(show: Show) -> None:
    page = show(HOSTILE)

    assert page.title == "doc/support-matrix.ini"
    assert (
        page.find_elements(By.CSS_SELECTOR, "img, a[href^=javascript], [onerror], [onmouseover]")
        == []
    )
    assert len(page.find_elements(By.TAG_NAME, "script")) == 2
    assert page.find_element(By.TAG_NAME, "body").is_displayed()
    # An alert would have to be closed first.
    assert "onerror=alert(1)" in page.find_element(By.TAG_NAME, "thead").text
    assert page.get_log("browser") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("text", [TEXT, CLEAN, HOSTILE, ""])
def test_the_page_is_accessible(show: Show, text: str, scheme: str) -> None:
    page = show(text)
    dress(page, scheme)

    assert barriers(page) == []
    assert page.get_log("browser") == []


def test_two_hundred_thousand_cells_open_and_filter(show: Show) -> None:
    drivers = [f"[driver.d{at}]\ntitle=Driver {at}\n" for at in range(200)]
    levels = ("complete", "missing")
    rows = [
        f"[operation.f{at}]\ntitle=Feature {at}\nstatus=optional\n"
        + "".join(f"driver.d{one}={levels[(at * one) % 2]}\n" for one in range(200))
        for at in range(1000)
    ]
    started = time.perf_counter()
    page = show("".join((*drivers, *rows)))
    opened = time.perf_counter() - started
    times = page.execute_async_script(
        """
        const done = arguments[0], times = [];
        const set = (name, value) => {
          const field = document.getElementById(name);
          field.value = value;
          const start = performance.now();
          field.dispatchEvent(new Event("input", { bubbles: true }));
          document.getElementById("matrix").getBoundingClientRect();
          times.push((performance.now() - start) / 1000);
        };
        set("search", "feature 99");
        set("search", "");
        set("level", "missing");
        set("driver", "7");
        set("driver", "");
        done(times);
        """
    )

    assert opened < OPENS
    assert max(times) < FILTERS
    print(f"opened in {opened:.1f} s, filtered in", *(f"{each:.2f}" for each in times))  # noqa: T201
