"""What each output format adds to the engine's time on a report of many diagnostics."""

import os

from contender import Goal, Part, script
from work import PROBES, Work

from matrixlint.output.formats import FORMATS

_SCRIPT = os.path.join(PROBES, "format.py")
_ENGINE = "the engine"


def part(work: Work) -> Part:
    """Return the question: each format against the engine."""
    names = {_ENGINE: "engine"} | {name: name for name in FORMATS}
    contenders = [
        script(name, _SCRIPT, word, str(work.reported), folder=work.folder, tells=True)
        for name, word in names.items()
    ]
    goals = [Goal(name, _ENGINE, 1.0) for name in FORMATS]
    return Part("output formats", contenders, goals, is_for_readme=False)
