"""
The mutants of modules, judged: ``python -m tests.mutation.judge RESULTS MODULE ...``.

It breaks the files of the folder that it runs in: ``tests.mutation.run`` gives it a copy.
The exit status is 1 where a mutant survives that tests/mutation/survivors.toml does not explain.
"""

import json
import os
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

# Imported once, and not for each mutant: what the tests need and is not ours.
import hypothesis  # noqa: F401
import jsonschema  # noqa: F401

from tests.mutation.mutant import Mutant, mutants
from tests.mutation.suite import KILLED, SURVIVED, TIMED_OUT, Jury, Suite

EXPLAINED = "explained"
EXPLANATIONS = "tests/mutation/survivors.toml"
VERDICTS = (KILLED, TIMED_OUT, SURVIVED, EXPLAINED)


class Court:
    """The verdicts on mutants; *folder* keeps them, so that a run goes on where it ended."""

    def __init__(self, folder: str) -> None:
        self._suite = Suite(folder)
        self._path = os.path.join(folder, "verdicts.jsonl")
        self._known = dict(self._read())
        with open(EXPLANATIONS, "rb") as file:
            self._explained = tomllib.load(file)

    def judge(self, module: str) -> Counter[str]:
        """Return how many mutants of *module* got which verdict, and print those that live."""
        with open(module, encoding="utf-8") as file:
            code = file.read()
        counts: Counter[str] = Counter()
        made = list(mutants(code))
        if not made:
            return counts
        jury = self._suite.jury(module, code)
        for mutant in made:
            verdict = self._verdict(module, mutant, jury)
            counts[verdict] += 1
            if verdict == SURVIVED:
                place = f"{module}:{mutant.last} {mutant.operator}"
                _say(f"{place}\n- {mutant.was}\n+ {mutant.now}")
        return counts

    def _verdict(self, module: str, mutant: Mutant, jury: Jury) -> str:
        """Judge a mutant, unless it is explained or has been killed before."""
        if any(
            mutant.was == each["was"] and mutant.now in each["now"]
            for each in self._explained.get(module, ())
        ):
            return EXPLAINED
        name = sha256(f"{module}\n{mutant.code}".encode()).hexdigest()
        if self._known.get(name, SURVIVED) == SURVIVED:
            self._known[name] = jury.verdict(mutant)
            with open(self._path, "a", encoding="utf-8") as file:
                file.write(json.dumps([name, self._known[name]]) + "\n")
        return self._known[name]

    def _read(self) -> Iterator[tuple[str, str]]:
        if os.path.exists(self._path):
            with open(self._path, encoding="utf-8") as file:
                yield from map(json.loads, file)


def main(folder: str, modules: list[str]) -> int:
    """Judge the mutants of *modules*, print a row for each, and return the exit status."""
    court = Court(folder)
    total: Counter[str] = Counter()
    for module in modules:
        start = time.monotonic()
        counts = court.judge(module)
        _say(f"{row(module, counts)}, {time.monotonic() - start:.0f} s")
        total += counts
    _say(row("all", total))
    return 1 if total[SURVIVED] else 0


def row(name: str, counts: Counter[str]) -> str:
    """Return the figures of a module in a line."""
    reported = ", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS)
    return f"{name}: {counts.total()} made, {reported}"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
