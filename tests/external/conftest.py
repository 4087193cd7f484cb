"""Fixtures of what is slow to make: a browser, and the documentation as it is served."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium that keeps what it logs, and what it asks of the network."""
    if not (which("chromium") and which("chromedriver")):
        pytest.skip("needs Chromium and its driver: tests/external/install")
    # Who comes here has it.
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1400,1000"):
        options.add_argument(word)
    options.binary_location = which("chromium") or ""
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(which("chromedriver")))
    driver.set_page_load_timeout(120)
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation, built."""
    for name in ("furo", "myst_parser"):
        pytest.importorskip(name, reason=f"needs {name}: tests/external/install")
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-E", ROOT / "docs", folder],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.fixture(scope="session")
def playground(site: Path) -> Path:
    """The playground, built where it belongs: in a folder of the documentation."""
    if not which("npm"):
        pytest.skip("needs npm")
    builder = ROOT / "docs" / "playground" / "build.py"
    subprocess.run([sys.executable, builder, site / "playground"], check=True)
    return site / "playground"
