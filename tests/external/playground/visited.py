"""The playground in a browser."""

import json
import threading
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

pytest.importorskip("selenium", reason="needs Selenium: tests/external/install")

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

CLEAN = """\
[driver.lvm]
title=LVM

[operation.clone]
title=Clone
status=optional
driver.lvm=complete
"""


ERRORS = """\
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


NUMBERS = count()


# Seconds that a first visit may take: a generous measure of what was found.
STARTS = 60


ROWS = """
const text = (row, name) => row.querySelector(name)?.textContent ?? null;
return [...document.querySelectorAll("#findings > li")].map((row) => [
  text(row, ".place"), text(row, ".severity"), text(row, ".rule"),
  text(row, ".message"), text(row, ".hint"),
]);
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


def row(found: dict[str, Any]) -> list[str | None]:
    return [
        f"{found['line']}:{found['column']}",
        found["severity"],
        f"{found['code']} {found['name']}",
        escape_control(found["message"]),
        found["hint"] and escape_control(found["hint"]),
    ]
