"""The scripts of the gates, run as the gates run them, and a repository that is full of traps."""

import os
import subprocess
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.conftest import ROOT

CI = ROOT / "examples" / "ci"
# Whatever Python, pip, venv or a build imports or runs where it finds it.
MODULES = (
    *("venv", "logging", "json", "re", "os", "ensurepip", "pip", "argparse", "tempfile", "site"),
    *("sitecustomize", "usercustomize", "setup", "conftest", "runpy", "iniconfig", "jsonschema"),
)
PACKAGES = ("matrixlint", "encodings", "pip_runnable", "hatchling", "importlib", "ctypes")
PROGRAMS = ("python", "python3", "pip", "matrixlint", "git", "sed", "bash", "sh")
PYPROJECT = """\
[build-system]
requires = []
build-backend = "setup"
backend-path = ["."]
"""


def loaded(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def script(name: str) -> str:
    """Return the script of a step of the action."""
    steps = loaded(ROOT / "action.yml")["runs"]["steps"]
    (found,) = (each["run"] for each in steps if each["name"] == name)
    return str(found)


def step(name: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a step of the action in *folder*, as GitHub's runner does."""
    return shell(script(name), folder, **environment)


def shell(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder.parent), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def set_traps(folder: Path) -> None:
    """Fill *folder* with whatever could be run; what is run leaves the file ``pwned`` there."""
    mark = str(folder / "pwned")
    python = f"open({mark!r}, 'a').write(__file__ + chr(10))\n"
    for name in MODULES:
        (folder / f"{name}.py").write_text(python, encoding="utf-8")
    for name in PACKAGES:
        (folder / name).mkdir()
        for part in ("__init__", "__main__"):
            (folder / name / f"{part}.py").write_text(python, encoding="utf-8")
    for name in PROGRAMS:
        # The package has this name already.
        path = folder / (f"{name}.sh" if (folder / name).exists() else name)
        path.write_text(f"#!/bin/sh\necho {name} >> {mark}\n", encoding="utf-8")
        path.chmod(0o755)
    (folder / "trap.pth").write_text(f"import os; {python}", encoding="utf-8")
    (folder / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (folder / "setup.cfg").write_text(f"[install]\nprefix = {mark}\n", encoding="utf-8")
    (folder / "pip.conf").write_text(f"[global]\nlog = {mark}\n", encoding="utf-8")
    (folder / "pyvenv.cfg").write_text(f"home = {folder}\n", encoding="utf-8")
    (folder / "tox.ini").write_text(f"[testenv]\ncommands = touch {mark}\n", encoding="utf-8")


def sprung(folder: Path) -> str:
    """Return what was run of the traps in *folder*, a line each."""
    mark = folder / "pwned"
    if mark.is_dir():
        return "setup.cfg"
    return mark.read_text(encoding="utf-8") if mark.exists() else ""
