"""The bundle of a wheel holds what the modules of the checkout say, and all that a run imports."""

import re
import subprocess
import sys
from importlib import import_module
from importlib.util import module_from_spec
from pathlib import Path
from runpy import run_module
from shutil import copytree, ignore_patterns
from types import ModuleType
from typing import cast

import pytest

import hatch_build
import matrixlint
from matrixlint.loader import Modules, install

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
FILES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "examples").rglob("*.ini"))
SCRIPT = """
import sys
from matrixlint.cli import main
main(sys.argv[1:])
ours = [name for name in sys.modules if name.startswith("matrixlint.")]
foreign = [name for name in ours if type(sys.modules[name].__loader__).__name__ != "Loader"]
print(*sorted(foreign), file=sys.stderr)
"""
TUPLES = """
import sys
import matrixlint.__main__, matrixlint.cli.check, matrixlint.report.concise
from typing import get_type_hints
for name, module in sorted(sys.modules.items()):
    if name.startswith("matrixlint."):
        for each in vars(module).values():
            fields = getattr(each, "_fields", None)
            if isinstance(each, type) and each.__module__ == name and fields:
                print(name, each.__qualname__, len(fields), fields, each._field_defaults)
                print(each.__doc__, each(*range(len(fields))), sorted(each.__annotations__))
"""
PARTS = {
    "matrixlint/__init__.py": "",
    "matrixlint/__main__.py": "import os\nimport matrixlint.one\n",
    "matrixlint/one.py": '''"""One."""
from typing import TYPE_CHECKING, NamedTuple
from matrixlint.folder import two
if TYPE_CHECKING:
    from matrixlint.late import typed
NUMBER: int = 1
bare: str
class Pair(NamedTuple):
    """Two."""
    left: int
    right: int = NUMBER
    def both(self): ...
def number() -> int:
    """Say it."""
    return NUMBER
''',
    "matrixlint/folder/__init__.py": "",
    "matrixlint/folder/two.py": "def late():\n    import matrixlint.late\n",
    "matrixlint/late.py": "typed = 1\n",
}
BUNDLE = '''"""All modules that every run imports, made of them when the wheel was built."""
from __future__ import annotations
def matrixlint___main__():
    global matrixlint, os
    import os
    import matrixlint.one
def matrixlint_folder():
    pass
def matrixlint_folder_two():
    global late

    def late():
        import matrixlint.late
def matrixlint_one():
    """One."""
    global NUMBER, NamedTuple, Pair, Record, TYPE_CHECKING, number, two
    from matrixlint.record import Record
    from typing import TYPE_CHECKING, NamedTuple
    from matrixlint.folder import two
    NUMBER = 1

    class Pair(Record, fields=('left', 'right')):
        """Two."""
        left: int
        right: int

        def both(self):
            ...
        __slots__ = ()

        def __new__(_cls, left, right=NUMBER):
            return tuple.__new__(_cls, (left, right))

    def number() -> int:
        """Say it."""
        return NUMBER
MODULES = {
    'matrixlint.__main__': (matrixlint___main__, False),
    'matrixlint.folder': (matrixlint_folder, True),
    'matrixlint.folder.two': (matrixlint_folder_two, False),
    'matrixlint.one': (matrixlint_one, False),
}
'''


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as a wheel installs it."""
    folder = tmp_path_factory.mktemp("installed")
    copytree(ROOT / "matrixlint", folder / "matrixlint", ignore=ignore_patterns("__pycache__"))
    text = hatch_build.bundle(str(ROOT))
    (folder / "matrixlint" / "bundle.py").write_text(text, encoding="utf-8")
    return folder


def run(place: Path, *words: str) -> tuple[int, str, list[str]]:
    """Run the package that lies in *place*; return status, output and modules of no bundle."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", SCRIPT, *words],
        cwd=ROOT,
        env={"PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr.splitlines()[-1].split()


def test_modules_become_functions(tmp_path: Path) -> None:
    for name, text in PARTS.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert hatch_build.bundle(str(tmp_path)) == BUNDLE


def test_the_bundle_says_what_the_modules_say(installed: Path) -> None:
    words = ("--isolated", "--select=ALL", "--output-format=json", *FILES)

    assert run(installed, *words)[:2] == run(ROOT, *words)[:2]


def test_a_run_takes_all_from_the_bundle(installed: Path) -> None:
    found = run(installed, "examples/support-matrix.ini")

    assert found == (0, "", ["matrixlint.bundle", "matrixlint.loader"])


def named_tuples(place: Path) -> str:
    """Return what the named tuples of the package that lies in *place* are like."""
    told = subprocess.run(
        [sys.executable, "-P", "-c", TUPLES],
        env={"PYTHONPATH": str(place), "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return re.sub("at 0x[0-9a-f]+", "", told)


def test_named_tuples_of_the_bundle_are_like_those_of_the_modules(installed: Path) -> None:
    found = named_tuples(installed)

    assert "matrixlint.diagnostic Span 4 " in found
    assert found == named_tuples(ROOT)


def folder() -> None:
    """A folder."""


def one() -> None:
    globals().update(NUMBER=1)


@pytest.fixture
def modules(monkeypatch: pytest.MonkeyPatch) -> Modules:
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    found = {"bundled": (folder, True), "bundled.one": (one, False)}
    for name in (*found, "bundled.two"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return cast("Modules", found)


def test_modules_are_made_of_the_bundle(modules: Modules, tmp_path: Path) -> None:
    (tmp_path / "two.py").write_text("from bundled.one import NUMBER", encoding="utf-8")

    install(modules, str(tmp_path))
    two = import_module("bundled.two")

    package = sys.modules["bundled"]
    assert (package.__doc__, [*package.__path__], two.NUMBER) == ("A folder.", [str(tmp_path)], 1)


def test_a_module_of_the_bundle_is_run_as_a_program(modules: Modules, tmp_path: Path) -> None:
    install(modules, str(tmp_path))

    assert run_module("bundled.one")["NUMBER"] == 1


def test_the_package_hands_over_its_bundle(
    modules: Modules, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = ModuleType("matrixlint.bundle")
    vars(bundle)["MODULES"] = modules
    spec = matrixlint.__spec__
    assert spec is not None
    assert spec.loader is not None
    fresh = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "matrixlint", fresh)
    monkeypatch.setitem(sys.modules, "matrixlint.bundle", bundle)

    spec.loader.exec_module(fresh)

    assert import_module("bundled.one").NUMBER == 1
