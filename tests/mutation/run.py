"""
Mutation testing: ``python -m tests.mutation.run RESULTS [PATH ...]``.

Each PATH is a module or a folder of the package, all that reads and judges a matrix where
none is given. A copy of the checkout in RESULTS is what is broken; RESULTS also keeps the
verdicts, so that the next run judges only what has changed or has survived.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

MODULES = (
    "matrixlint/model/matrix.py",
    "matrixlint/model/condition.py",
    "matrixlint/model/choice_group.py",
    "matrixlint/text/similarity.py",
    "matrixlint/model/entry_block.py",
    "matrixlint/ini",
    "matrixlint/reading",
    "matrixlint/rules",
)
UNCOPIED = (".*", "__pycache__", "node_modules", "dist")


def main(folder: str, paths: list[str]) -> int:
    """Judge the mutants of the modules in *paths*; return the exit status."""
    tree = os.path.join(os.path.abspath(folder), "tree")
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(".", tree, ignore=shutil.ignore_patterns(*UNCOPIED))
    modules = [module for path in paths or MODULES for module in within(path)]
    words = [sys.executable, "-m", "tests.mutation.judge", os.path.dirname(tree), *modules]
    return subprocess.run(words, cwd=tree, check=False).returncode


def within(path: str) -> Iterator[str]:
    """Yield the modules of a folder, or the one that *path* is."""
    if path.endswith(".py"):
        yield path
    for folder, _, names in sorted(os.walk(path)):
        yield from (f"{folder}/{name}" for name in sorted(names) if name.endswith(".py"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
