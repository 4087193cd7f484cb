"""The questions that the benchmarks answer, with the goals of the project."""

import os
from collections.abc import Iterator

from configuration import part as configuration
from contender import Contender, Goal, Part, script, tool
from formats import part as formats
from work import DOUBLE, JSON, LARGE, MANY, NOVA, PAGE, PROBES, SCHEMA, TENTH, YAML, Work

_FLOOR = os.path.join(PROBES, "floor.py")
_INSIDE = os.path.join(PROBES, "inside.py")
_RENDERER = os.path.join(PROBES, "render.py")


def parts(work: Work) -> Iterator[Part]:
    """Yield all questions, asked of *work*."""
    yield _start("a start on Nova's matrix of 2016", NOVA, work)
    if work.real:
        yield _start("a start on Nova's matrix of 2025", work.real, work)
    yield _rivals(work)
    yield _large(work)
    yield _growth(work)
    yield _many(work)
    yield configuration(work)
    yield formats(work)


def _start(title: str, path: str, work: Work) -> Part:
    contenders = [
        script("python -c pass", "-c", "pass", folder=work.folder),
        script("iniconfig", _FLOOR, path, folder=work.folder),
        tool("matrixlint", path, folder=work.folder),
    ]
    goals = [Goal("matrixlint", "iniconfig", 1.6), Goal("matrixlint", "python -c pass")]
    return Part(title, contenders, goals)


def _rivals(work: Work) -> Part:
    contenders = [
        tool("matrixlint", PAGE, folder=work.folder),
        tool("yamllint", YAML, folder=work.folder),
        tool("check-jsonschema", "--schemafile", SCHEMA, JSON, folder=work.folder),
        script("the renderer", _RENDERER, PAGE, folder=work.folder),
    ]
    limits = {"yamllint": 0.5, "check-jsonschema": 0.2, "the renderer": 0.25}
    goals = [Goal("matrixlint", name, limit) for name, limit in limits.items()]
    return Part("the same data, by other tools", contenders, goals)


def _large(work: Work) -> Part:
    contenders = [
        script("iniconfig", _FLOOR, LARGE, folder=work.folder),
        tool("matrixlint", LARGE, folder=work.folder),
        _inside("iniconfig, inside", "iniconfig", LARGE, work),
        _inside("matrixlint, inside", "matrixlint", LARGE, work),
    ]
    goals = [
        Goal("matrixlint, inside", "iniconfig, inside", 2.0),
        Goal("matrixlint", "iniconfig", 1.6, of="bytes"),
    ]
    return Part("one large matrix", contenders, goals)


def _growth(work: Work) -> Part:
    files = {"1/10": TENTH, "1": LARGE, "2": DOUBLE}
    size = {name: os.path.getsize(work.path(file)) for name, file in files.items()}
    contenders, goals = [], []
    # What the processor's cache and the collector of garbage make of size, the parser shows too.
    for whose, limit in (("matrixlint", 1.15), ("iniconfig", None)):
        contenders += [_inside(f"{whose}, {name}", whose, files[name], work) for name in files]
        for name in ("1", "2"):
            share = size[name] / size["1/10"]
            goals.append(Goal(f"{whose}, {name}", f"{whose}, 1/10", limit, share=share))
    return Part("growth of the large matrix, time a byte", contenders, goals)


def _many(work: Work) -> Part:
    folder = work.path(MANY)
    parallel = tool("matrixlint", ".", "--jobs", "2", folder=folder)
    contenders = [
        script("iniconfig", _FLOOR, *sorted(os.listdir(folder)), folder=folder),
        tool("matrixlint", ".", folder=folder),
        parallel._replace(name="matrixlint --jobs 2"),
    ]
    goals = [
        Goal("matrixlint", "iniconfig", 2.0),
        Goal("matrixlint --jobs 2", "matrixlint", 0.65),
    ]
    return Part("a folder of small matrices", contenders, goals)


def _inside(name: str, whose: str, file: str, work: Work) -> Contender:
    return script(name, _INSIDE, whose, file, folder=work.folder, tells=True)
