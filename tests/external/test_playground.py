"""The playground in a real browser: what it marks, mends, shows, shares, and refuses to run."""

import json
import shutil
import threading
import time
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from matrixlint.text.escape import escape_control
from tests.conftest import ROOT, Command
from tests.external.browsing import barriers, dress
from tests.external.reader import NOVA

pytestmark = pytest.mark.external
pytest.importorskip("selenium", reason="needs Selenium: tests/external/install")

from selenium.webdriver.common.action_chains import ActionChains  # noqa: E402  it may not be there
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.support.select import Select  # noqa: E402
from selenium.webdriver.support.wait import WebDriverWait  # noqa: E402

CLEAN = """\
[driver.lvm]
title=LVM

[operation.clone]
title=Clone
status=optional
driver.lvm=complete
"""
FAULTS = """\
[driver.lvm]
title=LVM

[operation.clone]
title=Clone
status=optional
driver.lvm=Complete

[operation.copy ]
title=Copy
status=mandatory
driver.lvm=missing
"""
MENDED = FAULTS.replace("=Complete", "=complete").replace("copy ]", "copy]")
NUMBERS = count()
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
# Seconds that a first visit may take: a generous measure of what was found.
STARTS = 60
ROWS = """
const text = (row, name) => row.querySelector(name)?.textContent ?? null;
return [...document.querySelectorAll("#findings > li")].map((row) => [
  text(row, ".place"), text(row, ".severity"), text(row, ".rule"),
  text(row, ".message"), text(row, ".hint"),
]);
"""
MARKS = """
return [...document.querySelectorAll(".cm-lintRange")].map((mark) => mark.textContent);
"""
TEXT = """
const done = arguments[0];
const letters = atob(location.hash.slice(1).replaceAll("-", "+").replaceAll("_", "/"));
const packed = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
new Response(stream).text().then(done);
"""
GO = """
const [link, done] = arguments;
addEventListener("hashchange", () => done(), { once: true });
location.hash = link;
"""


class Quiet(SimpleHTTPRequestHandler):
    """A server of a folder that says nothing, and remembers what it was asked for."""

    asked: list[str]

    def do_GET(self) -> None:
        # A browser asks for it where a page has none.
        if self.path == "/favicon.ico":
            self.send_response(HTTPStatus.NO_CONTENT)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        self.asked.append(self.path)


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Serve *folder*; give the address, and the list of all that is asked for."""
    asked: list[str] = []
    handler = type("Handler", (Quiet,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def address(playground: Path) -> Iterator[str]:
    """Where the playground is served, with the documentation around it."""
    with served(playground.parent) as (host, _):
        yield f"{host}/playground/index.html"


@pytest.fixture(scope="module")
def visit(browser: Any, address: str) -> Any:
    """The browser after a first visit, with all that it has logged since."""
    browser.get_log("browser")
    browser.get_log("performance")
    started = time.perf_counter()
    browser.get(address)
    settle(browser)
    print(f"first findings after {time.perf_counter() - started:.1f} s")  # noqa: T201
    return browser


@pytest.fixture
def page(visit: Any, address: str) -> Iterator[Any]:
    """The playground; nothing may be complained of, nor asked of another host."""
    yield visit
    visit.switch_to.default_content()
    assert visit.get_log("browser") == []
    assert hosts(visit) <= {urlsplit(address).netloc}
    assert visit.title == "matrixlint playground"


def hosts(page: Any) -> set[str]:
    """Return the hosts that were asked for something since this was last asked."""
    messages = (json.loads(entry["message"])["message"] for entry in page.get_log("performance"))
    urls = [
        urlsplit(each["params"]["request"]["url"])
        for each in messages
        if each["method"] == "Network.requestWillBeSent"
    ]
    return {url.netloc for url in urls if url.scheme not in {"blob", "data", "about"}}


def settle(page: Any, part: str = "findings") -> None:
    """Wait until a *part* of the page shows what is found in the text."""
    busy = f'#{part}[aria-busy="true"]'
    WebDriverWait(page, STARTS, 0.02).until(
        lambda page: not page.find_elements(By.CSS_SELECTOR, busy)
    )


def link(text: str, *, is_all: bool = False) -> str:
    """Return a part of an address that holds *text*, another one each time."""
    data = json.dumps({"text": text, "all": is_all, "number": next(NUMBERS)}).encode()
    packed = zlib.compressobj(wbits=-15)
    letters = urlsafe_b64encode(packed.compress(data) + packed.flush())
    return f"#{letters.decode().rstrip('=')}"


def put(page: Any, text: str, *, is_all: bool = False) -> None:
    page.execute_async_script(GO, link(text, is_all=is_all))
    settle(page)


def held(page: Any) -> str:
    """Return the text that is in the editor, as a link holds it."""
    share(page)
    text: str = json.loads(page.execute_async_script(TEXT))["text"]
    return text


def share(page: Any) -> None:
    press(page, "#share")
    WebDriverWait(page, 10).until(
        lambda page: page.find_element(By.ID, "status").text.startswith("the link is ")
    )


def rows(page: Any) -> list[list[str | None]]:
    found: list[list[str | None]] = page.execute_script(ROWS)
    return found


def marks(page: Any) -> list[str]:
    found: list[str] = page.execute_script(MARKS)
    return found


def type_in(page: Any, *words: str) -> None:
    """Type *words* into the editor, the first with the control key held where there are two."""
    page.execute_script("document.querySelector('.cm-content').focus()")
    keys = ActionChains(page)
    for word in words[:-1]:
        keys.key_down(word)
    keys.send_keys(words[-1])
    for word in words[:-1]:
        keys.key_up(word)
    keys.perform()


def press(page: Any, selector: str) -> None:
    page.find_element(By.CSS_SELECTOR, selector).click()


UNKNOWN = [
    "7:12",
    "error",
    "MX401 unknown-level",
    "driver 'lvm' is 'compelte'; expected complete, partial, missing or unknown",
    "did you mean 'complete'?",
]


def test_a_fault_is_marked_where_it_is_typed(page: Any) -> None:
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


def test_a_fix_mends_the_text_and_can_be_taken_back(page: Any) -> None:
    put(page, CLEAN.replace("=complete", "=compelte"))
    press(page, "#findings .fix")
    WebDriverWait(page, 10).until(lambda page: not marks(page))
    settle(page)
    mended = (rows(page), page.find_element(By.ID, "status").text, held(page))
    type_in(page, Keys.CONTROL, "z")
    settle(page)

    assert mended == ([], "no findings", CLEAN)
    assert (rows(page), marks(page)) == ([UNKNOWN], ["compelte"])


def test_a_mark_tells_its_finding_and_makes_its_fix(page: Any) -> None:
    put(page, CLEAN.replace("=complete", "=compelte"))
    mark = page.find_element(By.CSS_SELECTOR, ".cm-lintRange")
    ActionChains(page).move_to_element(mark).perform()
    tip = WebDriverWait(page, 10).until(
        lambda page: page.find_element(By.CSS_SELECTOR, ".cm-tooltip .cm-diagnostic")
    )
    told = tip.text
    tip.find_element(By.CSS_SELECTOR, ".cm-diagnosticAction").click()
    WebDriverWait(page, 10).until(lambda page: not marks(page))
    settle(page)

    assert told.splitlines() == [*UNKNOWN[2:], "Fix: write 'complete' (unsafe)"]
    assert held(page) == CLEAN


def test_all_safe_fixes_are_made_at_once(page: Any) -> None:
    put(page, FAULTS)
    before = len(rows(page))
    press(page, "#mend-all")
    WebDriverWait(page, 10).until(lambda page: len(rows(page)) < before)
    settle(page)

    assert held(page) == MENDED
    assert [row[2] for row in rows(page)] == ["MX407 mandatory-not-implemented"]
    assert not page.find_element(By.ID, "mend-all").is_enabled()


def test_a_finding_leads_to_its_place(page: Any) -> None:
    put(page, CLEAN + "# x\n" * 300 + "[operation.b]\n")
    press(page, "#findings .go")
    time.sleep(0.3)

    assert page.execute_script("return getSelection().toString()") == "[operation.b]"
    assert "cm-content" in page.switch_to.active_element.get_dom_attribute("class")


def test_keys_go_from_finding_to_finding(page: Any) -> None:
    put(page, FAULTS)
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
def test_a_link_that_holds_no_text_is_told(page: Any, wrong: str) -> None:
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
    put(page, FAULTS)
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
    put(page, FAULTS)
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
    put(page, FAULTS)
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
    told, expected = {}, {}
    for path in sorted(paths):
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        for is_all in (False, True):
            put(page, text, is_all=is_all)
            told[path.name, is_all] = rows(page)
            words = ("--select", "ALL") if is_all else ()
            run = cli("--isolated", "--output-format", "json", *words, str(path))
            expected[path.name, is_all] = [row(each) for each in json.loads(run.out)["diagnostics"]]

    assert told == expected
    assert len(paths) > 60


def row(found: dict[str, Any]) -> list[str | None]:
    return [
        f"{found['line']}:{found['column']}",
        found["severity"],
        f"{found['code']} {found['name']}",
        escape_control(found["message"]),
        found["hint"] and escape_control(found["hint"]),
    ]


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
    with served(tmp_path) as (spy, told), served(tmp_path / "copy") as (host, _):
        for name in ("playground.js", "worker.js"):
            with (tmp_path / "copy" / name).open("a", encoding="utf-8") as stream:
                stream.write(f"\nfetch('{spy}/{name}').catch(() => {{}});\n")
        browser.get(f"{host}/index.html")
        settle(browser)
        refused = [entry["message"] for entry in browser.get_log("browser")]

    assert told == []
    assert [name in " ".join(refused) for name in ("playground.js", "worker.js")] == [True, True]
