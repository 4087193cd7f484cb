"""When the command looks for garbage: between files, and all the time in a server."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


class Ring:
    """What only the collector frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector_is_off() -> Iterator[None]:
    """Leave garbage alone for a while, as the command does."""
    gc.disable()
    yield
    gc.enable()


def test_the_command_looks_for_none_while_it_reads() -> None:
    code = "import gc, matrixlint.__main__; print(gc.isenabled())"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert done.stdout == "False\n"


@pytest.mark.usefixtures("collector_is_off")
@pytest.mark.parametrize(("count", "is_left"), [(10, True), (30_000, False)])
def test_before_the_next_file_much_is_looked_through(
    cli: Command, tmp_path: Path, count: int, *, is_left: bool
) -> None:
    file = tmp_path / "support-matrix.ini"
    file.write_text("[driver.a]\ntitle=A\n", encoding="utf-8")
    gc.collect()
    ring = weakref.ref(Ring())
    held: list[list[object]] = [[] for _ in range(count)]

    cli(str(file))

    assert (ring() is not None) is is_left
    assert len(held) == count


@pytest.mark.usefixtures("collector_is_off")
def test_a_server_looks_for_it_as_python_does(
    cli: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(
        "pygls.server.JsonRPCServer.start_io", lambda *_: seen.append(gc.isenabled())
    )

    cli("lsp", "--stdio")

    assert seen == [True]
