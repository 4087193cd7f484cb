"""The documentation, built: no warning, a page a rule, and no link inside it that leads nowhere."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from matrixlint import load
from matrixlint.output.formats import FORMATS
from matrixlint.rules.registry import ALL
from tests.conftest import ROOT

pytestmark = pytest.mark.external

PLAYGROUND = {
    ("index.html", "playground/index.html"),
    ("guide/playground.html", "../playground/index.html"),
}


class Page(HTMLParser):
    """A page: what it links to, and the anchors that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.links.add(value)
            elif name == "id" and value:
                self.anchors.add(value)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {path: Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def test_every_link_inside_leads_somewhere(site: Path, pages: dict[Path, Page]) -> None:
    dead = {
        (str(path.relative_to(site)), link)
        for path, page in pages.items()
        for link in sorted(page.links)
        if not is_alive(path, link, pages)
    }

    # Another command builds what these lead to; its own test follows them.
    assert dead - PLAYGROUND == set()


def is_alive(path: Path, link: str, pages: dict[Path, Page]) -> bool:
    """Say whether *link* on the page at *path* leads to a file, and to an anchor in it."""
    if link.startswith(("http://", "https://", "data:", "mailto:")):
        return True
    name, anchor = urldefrag(link)
    target = (path.parent / unquote(name.partition("?")[0])).resolve() if name else path
    if not target.exists():
        return False
    return not anchor or target not in pages or unquote(anchor) in pages[target].anchors


def test_every_rule_has_its_page(site: Path) -> None:
    made = sorted(path.stem for path in (site / "rules").glob("MX*.html"))

    assert made == [rule.code for rule in ALL]


def test_pages_name_every_page(site: Path, pages: dict[Path, Page]) -> None:
    front = pages[site / "index.html"].links
    beside = {path.name for path in site.glob("*.html")} - {"index.html", "genindex.html"}

    # Those that are there on every page go by other means than the list.
    assert beside - front <= {"search.html"}


def test_our_matrix_is_rendered_with_a_column_a_format(site: Path) -> None:
    text = (site / "output-formats.html").read_text(encoding="utf-8")
    columns = re.findall(r'<th class="head sp_feature_cells"><strong>([^<]*)<', text)
    drivers = load((ROOT / "docs" / "output-formats-support-matrix.ini").read_text()).drivers

    assert sorted(columns) == sorted(driver.title.value for driver in drivers if driver.title)
    assert len(columns) == len(FORMATS)


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    loaded = [
        (path.name, source)
        for path in site.rglob("*.html")
        for source in sources(path.read_text(encoding="utf-8"))
        if source.startswith(("http:", "https:", "//"))
    ]

    assert loaded == []


def sources(text: str) -> list[str]:
    """Return what a browser loads for the page *text*: scripts, pictures and styles."""
    found: list[str] = []

    class Loads(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            values = dict(attrs)
            name = {"script": "src", "img": "src", "link": "href"}.get(tag, "")
            found.append(values.get(name) or "")

    Loads().feed(text)
    return found
