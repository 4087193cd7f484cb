"""What the README says, held against the command, the configuration and the CI script."""

import os
import re
import shlex
import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from matrixlint import lint_text
from matrixlint.output.formats import FORMATS
from scripts.run_commands import BOUNDS, commands
from tests.conftest import UPDATE
from tests.docs.test_examples import ROOT, data_of, write
from tests.page import with_part

README = os.path.join(ROOT, "README.md")
TEXT = data_of(README).decode()


def blocks(language: str) -> list[str]:
    return re.findall(rf"^ *```{language}\n(.*?)^ *```$", TEXT, re.DOTALL | re.MULTILINE)


@pytest.mark.generated
def test_shown_output_is_what_the_command_prints(cli: Callable[..., Any]) -> None:
    line = blocks("console")[0].partition("\n")[0]
    words = shlex.split(line.removeprefix("$ matrixlint "))
    os.chdir(ROOT)
    answer = cli(*words)
    shown = f"```console\n{line}\n{answer.out}```\n"
    if UPDATE:
        write(README, with_part(data_of(README).decode(), "output", shown).encode())

    assert answer.status == 1
    text = data_of(README).decode()
    assert text == with_part(text, "output", shown)


def test_the_commands_are_two_and_ci_begins_with_them() -> None:
    first, second = commands(TEXT)

    assert "matrixlint --exit-zero examples/nova-2016/support-matrix.ini" in first
    assert second.endswith(".venv/bin/pytest --cov -n auto")
    assert not {first, second} & BOUNDS.keys()
    script = data_of(os.path.join(ROOT, ".ci", "run")).decode()
    assert re.findall(r"run_commands\.py (\S+)", script) == ["README.md", "CONTRIBUTING.md"]


def test_the_configuration_does_what_it_says() -> None:
    (table,) = (tomllib.loads(block)["tool"]["matrixlint"] for block in blocks("toml"))
    text = "[driver.a]\ntitle=A\n[guest.x]\ntitle=X\nstatus=optional\ndriver.a=partial\n"

    assert [row.code for row in lint_text(text)] == ["MX204", "MX406"]
    found = [(row.code, row.severity.value) for row in lint_text(text, config=table)]
    assert found == [("MX406", "error")]


@pytest.mark.parametrize("dialect", re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE))
def test_every_dialect_may_be_forced(cli: Callable[..., Any], dialect: str) -> None:
    answer = cli("--dialect", dialect, "-", stdin=b"")

    assert (answer.status, answer.out[:19]) == (1, "<stdin>:1:1: MX101 ")


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\]\(([^)#:]+)\)", TEXT))))
def test_links_lead_somewhere(name: str) -> None:
    assert os.path.exists(os.path.join(ROOT, name))


def test_every_format_is_named() -> None:
    (item,) = re.findall(r"^- \*\*Output\*\*: .*?(?=^- )", TEXT, re.DOTALL | re.MULTILINE)

    assert [name for name in (*FORMATS, "auto") if f"`{name}`" not in item] == ["full"]
