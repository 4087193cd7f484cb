"""Where the benchmarks were run: what their figures hang on."""

import os
import platform
import time
from importlib.metadata import version

from work import HERE

import matrixlint

_TOOLS = ("iniconfig", "yamllint", "check-jsonschema", "sphinx-feature-classification", "sphinx")


def environment() -> dict[str, str]:
    """Return the environment, each fact by its name."""
    made = {
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "python": platform.python_version(),
        "system": platform.system(),
        "processors": f"{os.cpu_count()} of {_processor()}",
        "matrixlint": f"{matrixlint.__version__}, {_installation()}",
    }
    return made | {name: version(name) for name in _TOOLS if _has(name)}


def _installation() -> str:
    place = os.path.dirname(os.path.abspath(matrixlint.__file__))
    return "editable" if place == os.path.join(os.path.dirname(HERE), "matrixlint") else "a wheel"


def _has(name: str) -> bool:
    from importlib.metadata import PackageNotFoundError

    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as stream:
            names = [line.partition(":")[2] for line in stream if line.startswith("model name")]
    except OSError:
        names = []
    return " ".join(names[0].split()) if names else platform.machine()
