"""The tests that judge mutants: which of them run which lines, and how long each takes."""

import json
import os
import resource
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from multiprocessing import get_context
from typing import NamedTuple

import pytest
from coverage import CoverageData

from tests.mutation.mutant import Mutant

KILLED, TIMED_OUT, SURVIVED = "killed", "timed out", "survived"
# What judges files, where one run takes seconds.
TESTS = (
    "tests/rules",
    "tests/model",
    "tests/syntax",
    "tests/schema/test_schema_tools.py",
    "tests/linter/baseline/test_file.py",
    "tests/docs/test_examples.py",
    "tests/test_api.py",
    "tests/text/test_similarity.py",
    "tests/docs/test_rule_pages.py",
    "tests/linter/suppression",
    "tests/fixes",
    "tests/slips",
)
SLOW = (
    "--ignore=tests/syntax/test_parser.py",
    "--ignore=tests/fixes/migrate",
    "--ignore=tests/fixes/test_outcome.py",
    "--ignore=tests/fixes/test_safety.py",
    "--ignore=tests/rules/test_preconditions.py",
    "--deselect=tests/linter/suppression/test_check.py::test_many_comments_take_linear_time",
    "--deselect=tests/text/test_edited_text.py::test_editing_is_replacing",
    "--deselect=tests/slips/test_slips.py::test_slip_in_a_clean_matrix_is_the_only_finding",
    "--deselect=tests/slips/test_slips.py::test_slip_in_a_real_matrix_adds_one_finding",
)
PYTEST = (
    *("-q", "-x", "-p", "no:cacheprovider", "-p", "no:pytest-lsp"),
    # hypothesis is imported before, once for all.
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)
UNMEASURED = ("-p", "no:cov", "-p", "no:pytest_cov")
MEASURED = ("--cov=matrixlint", "--cov-context=test", "--cov-report=", "--cov-fail-under=0")
PASSED = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
# Others may hold the processor; but what is measured takes thrice as long as what is not.
PATIENCE = 10.0
MOST_BYTES = 4 << 30
MOST_SECONDS = 3600.0
_FORK = get_context("fork")

Durations = dict[str, float]


class Measure(NamedTuple):
    """How long each test takes, and the text of each module when that was measured."""

    durations: Durations
    texts: dict[str, str]


class Stopwatch:
    """A plugin of pytest that keeps how long each test takes, in seconds."""

    def __init__(self) -> None:
        self.durations: Durations = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add what a part of a test has taken."""
        before = self.durations.get(report.nodeid, 0.0)
        self.durations[report.nodeid] = before + report.duration


class Selection(NamedTuple):
    """A plugin of pytest that runs the *wanted* tests and those that are new, fast ones first."""

    wanted: frozenset[str]
    durations: Durations

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Put the tests in order, and leave the others out."""
        durations = self.durations
        items[:] = sorted(
            (each for each in items if each.nodeid in self.wanted or each.nodeid not in durations),
            key=lambda item: durations.get(item.nodeid, 0.0),
        )


class Jury(NamedTuple):
    """The tests for a module: those that run a line of it, the module's own before others."""

    module: str
    code: str
    lines: dict[int, frozenset[str]]
    own: tuple[str, ...]
    durations: Durations

    def verdict(self, mutant: Mutant) -> str:
        """Say how a mutant ends; the module is whole again then."""
        _write(self.module, mutant.code)
        try:
            return self._verdict(self._wanted(mutant))
        finally:
            _write(self.module, self.code)

    def _verdict(self, wanted: frozenset[str]) -> str:
        others = sorted({each.partition("::")[0] for each in wanted} - set(self.own))
        for paths in filter(None, (self.own, others)):
            times = (self.durations[each] for each in wanted if each.startswith(tuple(paths)))
            work = partial(_judge, paths, Selection(wanted, self.durations))
            status = in_process(work, PATIENCE + sum(times))
            if status is None:
                return TIMED_OUT
            if status not in PASSED:
                return KILLED
        return SURVIVED

    def _wanted(self, mutant: Mutant) -> frozenset[str]:
        numbers = range(mutant.first, mutant.last + 1)
        wanted = frozenset().union(*(self.lines.get(each, ()) for each in numbers))
        # What runs when the module is imported is every test's.
        return wanted or frozenset(self.durations)


class Suite:
    """All the tests, measured on the code as it is; *folder* keeps the measure."""

    def __init__(self, folder: str) -> None:
        self._path = os.path.join(folder, "measure.json")
        self._is_sound = False
        os.environ["COVERAGE_FILE"] = os.path.join(folder, "coverage")

    def jury(self, module: str, code: str) -> Jury:
        """Return the tests of a module; measure them where it is not that which was measured."""
        if not os.path.exists(self._path) or self._measure().texts.get(module) != code:
            status = in_process(partial(_measure, self._path), MOST_SECONDS)
            if status != pytest.ExitCode.OK:
                raise SystemExit("the tests fail on the code as it is")
        durations = self._measure().durations
        jury = Jury(module, code, _running(module), tuple(own(module)), durations)
        if not self._is_sound and jury.verdict(Mutant("", 0, 0, 0, code, "", "")) != SURVIVED:
            raise SystemExit(f"{module}: its tests fail on the code as it is")
        self._is_sound = True
        return jury

    def _measure(self) -> Measure:
        with open(self._path, encoding="utf-8") as file:
            return Measure(*json.load(file))


def _running(module: str) -> dict[int, frozenset[str]]:
    """Return the tests that run each line (1-based)."""
    data = CoverageData()
    data.read()
    contexts = data.contexts_by_lineno(os.path.abspath(module))
    return {
        line: frozenset(each.rpartition("|")[0] for each in names if each)
        for line, names in contexts.items()
    }


def own(module: str) -> list[str]:
    """Return the tests that bear a module's name, or its folder's; what rules say is another."""
    _, *folders, name = module.removesuffix(".py").split("/")
    places = (
        os.path.join("tests", *folders, f"test_{name}.py"),
        os.path.join("tests", f"test_{name}.py"),
        os.path.join("tests", "rules", f"test_{(folders or [name])[-1]}.py"),
        os.path.join("tests", "rules", f"test_{name}.py"),
        *(["tests/docs/test_examples.py"] if "rules" in folders else []),
    )
    found = [path for path in dict.fromkeys(places) if os.path.exists(path)]
    folder = os.path.join("tests", *folders)
    return found or ([folder] if folders and os.path.exists(folder) else [])


def in_process(work: Callable[[], int], seconds: float) -> int | None:
    """Return the exit status of *work* done in a process of its own; None after *seconds*."""
    process = _FORK.Process(target=_quietly, args=(work,))
    process.start()
    process.join(seconds)
    if process.is_alive():
        process.kill()
        process.join()
        return None
    return process.exitcode


def _quietly(work: Callable[[], int]) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    os._exit(work())


def _measure(path: str) -> int:
    watch = Stopwatch()
    status = pytest.main([*PYTEST, *MEASURED, *SLOW, *TESTS], [watch])
    with open(path, "w", encoding="utf-8") as file:
        json.dump(Measure(watch.durations, dict(_texts())), file)
    return status


def _judge(paths: Iterable[str], selection: Selection) -> int:
    return pytest.main([*PYTEST, *UNMEASURED, *SLOW, *paths], [selection])


def _texts() -> Iterator[tuple[str, str]]:
    for folder, _, names in os.walk("matrixlint"):
        for path in (f"{folder}/{name}" for name in names if name.endswith(".py")):
            with open(path, encoding="utf-8") as file:
                yield path, file.read()


def _write(path: str, code: str) -> None:
    """Put *code* into a module; its compiled form may be as old, and not be told from it."""
    folder, name = os.path.split(path)
    compiled = os.path.join(folder, "__pycache__")
    for each in os.listdir(compiled) if os.path.isdir(compiled) else ():
        if each.startswith(name.removesuffix("py")):
            os.remove(os.path.join(compiled, each))
    with open(path, "w", encoding="utf-8") as file:
        file.write(code)
