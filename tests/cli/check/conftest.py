"""Files that the command lints."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.check import samples, suppressed


@pytest.fixture
def lint_files(folder: Path) -> None:
    (folder / "clean.ini").write_text(samples.CLEAN, encoding="utf-8")
    (folder / "bad.ini").write_text(samples.ERROR, encoding="utf-8")
    (folder / "odd.ini").write_text(samples.WARNING, encoding="utf-8")


@pytest.fixture
def suppressed_files(folder: Path) -> None:
    suppressed.place(folder / "clean.ini", suppressed.CLEAN)
    suppressed.place(folder / "bad.ini", suppressed.ERROR)


@pytest.fixture
def put(folder: Path) -> Callable[..., Path]:
    """Return a function that writes a text into ``a.ini``, or another file."""

    def written(text: str, name: str = "a.ini") -> Path:
        (folder / name).write_bytes(text.encode())
        return folder / name

    return written
