"""Real matrices moved, and their pages built by Sphinx: nothing is lost on the way."""

import html
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from matrixlint import Matrix
from tests.conftest import ROOT
from tests.fixes.migrate.migrated import facts, move

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

CORPUS = os.environ.get("MATRIXLINT_CORPUS", "")
EXAMPLE = ROOT / "examples" / "nova-2016" / "support-matrix.ini"
# How many drivers and features each declares.
REAL = {
    "nova-2016-12-support-matrix.ini": (12, 44),
    "keystone-2019-token-support-matrix.ini": (2, 10),
}
CONF = 'extensions = ["sphinx_feature_classification.support_matrix"]\n'
PAGE = "Page\n====\n\n.. support_matrix:: support-matrix.ini\n"
DRIVER = re.compile(r'<th class="head sp_feature_cells"><strong>(.*?)</strong>')
FEATURE = re.compile(r'href="#(\w+)"><strong>(.*?)</strong>')
ANCHOR = re.compile(r'id="(operation_\w+)"')


@pytest.fixture(
    params=[EXAMPLE, *(Path(CORPUS) / name for name in REAL)], ids=lambda path: path.name
)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    if found != EXAMPLE and not (CORPUS and found.is_file()):
        pytest.skip("set MATRIXLINT_CORPUS to a folder of matrices that holds this one")
    return found


def page(text: bytes, folder: Path) -> str:
    """Return the page that Sphinx makes of a matrix; a warning would fail."""
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    (folder / "index.rst").write_text(PAGE, encoding="utf-8")
    (folder / "support-matrix.ini").write_bytes(text)
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", ".", "built"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    return html.unescape((folder / "built" / "index.html").read_text(encoding="utf-8"))


def anchor(name: str) -> str:
    return re.sub(r"[^a-zA-Z0-9_]", "_", name)


def anchors(matrix: Matrix) -> set[str]:
    """Return the anchors of all features and of their entries."""
    features = {anchor(f"operation.{name}") for name in facts(matrix)["features"]}
    drivers = {anchor(f"driver.{driver.name}") for driver in matrix.drivers}
    return features | {f"{feature}_{driver}" for feature in features for driver in drivers}


def test_page_of_a_moved_matrix_has_all_that_was_in_it(path: Path, tmp_path: Path) -> None:
    found = move(path.read_text(encoding="utf-8"), renames=True)
    built = page(found.new.data, tmp_path)
    before = facts(found.before)
    titles = {
        anchor(f"operation.{name}"): " ".join(feature["title"].split())
        for name, feature in before["features"].items()
    }

    assert facts(found.after) == before
    assert (len(before["drivers"]), len(titles)) == REAL.get(path.name, (12, 44))
    assert sorted(DRIVER.findall(built)) == sorted(
        driver["title"] for driver in before["drivers"].values()
    )
    assert dict(FEATURE.findall(built)) == titles
    assert set(ANCHOR.findall(built)) == anchors(found.before)


def test_page_of_a_matrix_whose_sections_keep_their_names_misses_those(
    path: Path, tmp_path: Path
) -> None:
    found = move(path.read_text(encoding="utf-8"))
    built = page(found.new.data, tmp_path)
    left_out = {each.section.name for each in found.after.unrendered_sections}
    names = {feature.name for feature in found.before.features} - left_out

    assert {name for name in left_out if str(name).startswith("operation.")} == set()
    assert {key for key, _ in FEATURE.findall(built)} == {anchor(str(name)) for name in names}
