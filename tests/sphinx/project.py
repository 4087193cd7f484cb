"""Small Sphinx projects, built as their makers build them."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

OURS = "matrixlint.sphinx"
RENDERER = "sphinx_feature_classification.support_matrix"
CLEAN = """\
[driver.lvm]
title=LVM

[operation.extend]
title=Extend a volume
status=optional
driver.lvm=complete
"""
# A finding that the renderer does not mind, and one on which it fails.
MILD = CLEAN.replace("complete", "partial")
WRONG = CLEAN.replace("complete", "compelte")
PERCENT = CLEAN.replace("LVM", "50% LVM")
MERGED = "merged from a process"
_CONF = """\
project = "Volumes"
html_theme = "basic"
extensions = {extensions!r}
suppress_warnings = {suppressed!r}
# So it is from Sphinx 8 on.
show_warning_types = True


def setup(app):
    # Sphinx asks for this only where it has read in several processes.
    app.connect("env-merge-info", lambda *_: print("{merged}"))
"""


class Build(NamedTuple):
    """What a build said; *err* calls the folder of the project ``~``."""

    status: int
    out: str
    err: str


class Project:
    """A project of one page with a matrix and some *others*, in *folder*."""

    def __init__(self, folder: Path, matrix: str | None = CLEAN, others: int = 0) -> None:
        self.folder = folder
        (folder / "doc").mkdir(exist_ok=True)
        self.configure()
        names = ["drivers", *(f"page{number}" for number in range(others))]
        listed = "".join(f"   {name}\n" for name in names)
        self.write("doc/index.rst", f"Volumes\n=======\n\n.. toctree::\n\n{listed}")
        self.write("doc/drivers.rst", "Drivers\n=======\n\n.. support_matrix:: matrix.ini\n")
        for name in names[1:]:
            self.write(f"doc/{name}.rst", f"{name}\n=====\n")
        if matrix is not None:
            self.write("doc/matrix.ini", matrix)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def configure(
        self, extensions: tuple[str, ...] = (OURS,), suppressed: tuple[str, ...] = ()
    ) -> None:
        text = _CONF.format(extensions=extensions, suppressed=suppressed, merged=MERGED)
        self.write("doc/conf.py", text)

    def build(self, *words: str, out: str = "out") -> Build:
        """Build the pages into the folder *out* by ``sphinx-build`` with *words*."""
        done = subprocess.run(
            [sys.executable, "-m", "sphinx", "--no-color", *words, "-b", "html", "doc", out],
            cwd=self.folder,
            # The index of the search is a set, whose order is chance otherwise.
            env={**os.environ, "PYTHONHASHSEED": "0"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Build(done.returncode, done.stdout, done.stderr.replace(str(self.folder), "~"))

    def pages(self, out: str) -> dict[str, bytes]:
        """Return what the build has put into *out*, by name, without Sphinx's own records."""
        root = self.folder / out
        own = (".buildinfo", ".doctrees")
        return {
            str(path.relative_to(root)): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file() and path.relative_to(root).parts[0] not in own
        }
