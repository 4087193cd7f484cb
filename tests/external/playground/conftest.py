"""The playground, served and visited by a browser."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest


@pytest.fixture(scope="module")
def address(playground: Path) -> Iterator[str]:
    """Where the playground is served, with the documentation around it."""
    # The tests that ask for it have Selenium.
    from tests.external.playground.visited import served

    with served(playground.parent) as (host, _):
        yield f"{host}/playground/index.html"


@pytest.fixture(scope="module")
def visit(browser: Any, address: str) -> Any:
    """The browser after a first visit, with all that it has logged since."""
    # The tests that ask for it have Selenium.
    from tests.external.playground.visited import settle

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
    # The tests that ask for it have Selenium.
    from tests.external.playground.visited import hosts

    yield visit
    visit.switch_to.default_content()
    assert visit.get_log("browser") == []
    assert hosts(visit) <= {urlsplit(address).netloc}
    assert visit.title == "matrixlint playground"
