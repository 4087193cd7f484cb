"""The page on the extension: its project, built, says what the page says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILES = {"python": "conf.py", "rst": "drivers.rst", "ini": "support-matrix.ini"}


@pytest.fixture
def blocks() -> dict[str, str]:
    return dict(BLOCK.findall((ROOT / "docs" / "sphinx.md").read_text(encoding="utf-8")))


def test_the_build_says_what_the_page_says(folder: Path, blocks: dict[str, str]) -> None:
    (folder / "doc").mkdir()
    for language, name in FILES.items():
        (folder / "doc" / name).write_text(blocks[language], encoding="utf-8")
    (folder / "doc" / "index.rst").write_text("Index\n=====\n\n.. toctree::\n\n   drivers\n")
    command, *wanted = blocks["console"].splitlines()
    words = command.removeprefix("$ sphinx-build ").split()
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "--no-color", *words],
        capture_output=True,
        check=False,
        text=True,
    )

    # Sphinx tells whole paths.
    assert done.stderr.replace(f"{folder}{os.sep}", "").splitlines() == wanted


def test_the_extra_that_is_installed_is_one_of_ours(blocks: dict[str, str]) -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    assert "matrixlint[sphinx]" in blocks["sh"]
    assert "\nsphinx = [" in text
