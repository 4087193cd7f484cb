"""Configuration files that the tests write."""

from pathlib import Path

from matrixlint.diagnostic import Severity
from matrixlint.rules.registry import ALL

DEFAULT = frozenset(rule.code for rule in ALL if rule.severity is not Severity.INFO)


def write(folder: Path, name: str, text: str) -> str:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8", newline="")
    return str(folder / name)
