"""The answers as a table (markdown) and as JSON."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from contender import Goal, Part
from stopwatch import Samples, least, median

_HEAD = """\
| work | of | against | ratio | of the least | goal | median | other's median |
|---|---|---|---:|---:|---:|---:|---:|
"""
_MIB = 1 << 20


class Answer(NamedTuple):
    """A part with what was measured; *absent* are the contenders that are not installed."""

    part: Part
    samples: Samples
    absent: list[str]

    @property
    def goals(self) -> list[Goal]:
        """The goals whose contenders were measured."""
        return [
            goal for goal in self.part.goals if {goal.name, goal.against} <= self.samples.keys()
        ]

    def ratio(self, goal: Goal) -> float:
        """Return the ratio of the medians."""
        medians = [median(self.samples[name], goal.of) for name in (goal.name, goal.against)]
        return medians[0] / medians[1] / goal.share

    def least(self, goal: Goal) -> float:
        """Return the ratio of the least values."""
        found = [least(self.samples[name], goal.of) for name in (goal.name, goal.against)]
        return found[0] / found[1] / goal.share


def markdown(answers: list[Answer], environment: dict[str, str]) -> str:
    """Return the answers as a table, ratios first, and below it where they were found."""
    rows = "".join(row for answer in answers for row in _rows(answer))
    absent = "".join(f"Not installed: {name}.\n" for answer in answers for name in answer.absent)
    runs = max(len(samples) for answer in answers for samples in answer.samples.values())
    facts = ", ".join(f"{name} {fact}" for name, fact in environment.items())
    return f"{_HEAD}{rows}\n{absent}Medians of {runs} runs, in turn; {facts}.\n"


def _rows(answer: Answer) -> Iterator[str]:
    for goal in answer.goals:
        one, other = (
            _quantity(median(answer.samples[name], goal.of), goal.of)
            for name in (goal.name, goal.against)
        )
        limit = f"≤ {goal.limit}" if goal.limit else ""
        ratios = f"**{answer.ratio(goal):.2f}** | {answer.least(goal):.2f}"
        who = f"{answer.part.title} | {goal.name} | {goal.against}"
        yield f"| {who} | {ratios} | {limit} | {one} | {other} |\n"


def _quantity(number: float, of: str) -> str:
    return f"{number / _MIB:.0f} MiB" if of == "bytes" else f"{number * 1000:.1f} ms"


def document(answers: list[Answer], environment: dict[str, str]) -> dict[str, Any]:
    """Return the answers as JSON, with every sample."""
    return {"environment": environment, "parts": [_part(answer) for answer in answers]}


def _part(answer: Answer) -> dict[str, Any]:
    return {
        "title": answer.part.title,
        "goals": [
            goal._asdict() | {"ratio": answer.ratio(goal), "least": answer.least(goal)}
            for goal in answer.goals
        ],
        "samples": {
            name: [sample._asdict() for sample in samples]
            for name, samples in answer.samples.items()
        },
        "absent": answer.absent,
    }
