"""Time grows with the text and no faster where each of many speaks of each of many."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from matrixlint.config.toml_lines import find_line
from tests.conftest import Command
from tests.fixes.fixing import done
from tests.growth import assert_linear
from tests.parsed import CLEAN, DECLARED

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

COMMANDS = {"properties": {"cli": {"items": {"pattern": "^nova "}}}}
SCHEMA = {"properties": {"features": {"additionalProperties": COMMANDS}}}


class Case(NamedTuple):
    """How a file is made for a size, the smaller size, the words of the command line."""

    make: Callable[[int], str]
    size: int
    words: tuple[str, ...] = ()


def sparse(size: int) -> str:
    """Return drivers and features, each of which has an entry for one driver."""
    declared = "".join(f"[driver.d{at}]\ntitle=D{at}\n" for at in range(size))
    keys = "title=X{0}\nstatus=optional\ndriver.d{0}=complete\n"
    return declared + "".join(f"[operation.x{at}]\n{keys.format(at)}" for at in range(size))


def inherited(size: int) -> str:
    """Return features, and as many keys that each of them has by default."""
    keys = "".join(f"wurst{at}=brot\n" for at in range(size))
    own = "title=X{0}\nstatus=optional\ndriver.a=complete\n"
    features = "".join(f"[operation.x{at}]\n{own.format(at)}" for at in range(size))
    return f"[DEFAULT]\n{keys}{DECLARED}{features}"


def referring(size: int) -> str:
    """Return features whose notes refer to their titles."""
    own = "title=X{0}\nstatus=optional\ndriver.a=complete\nnotes=%(title)s %(wurst)s\n"
    return DECLARED + "".join(f"[operation.x{at}]\n{own.format(at)}" for at in range(size))


CASES = {
    "drivers that features lack": Case(sparse, 100),
    "drivers that features lack, added": Case(sparse, 100, ("--diff", "--unsafe-fixes")),
    "keys for all sections": Case(inherited, 200),
    "references": Case(referring, 200),
    "findings in one line": Case(
        lambda size: CLEAN + "notes=" + "see http:/a.b/ and " * size + "\n",
        300,
        ("--output-format=full",),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_time_is_linear(case: Case, tmp_path: Path, cli: Command) -> None:
    def work(size: int) -> None:
        path = tmp_path / "a.ini"
        path.write_text(case.make(size), encoding="utf-8")
        assert cli("--isolated", *case.words, str(path)).status == 1

    assert_linear(work, case.size)


def test_items_that_break_a_schema_take_linear_time(tmp_path: Path, cli: Command) -> None:
    (tmp_path / "a.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    (tmp_path / "matrixlint.toml").write_text('schema = "a.json"', encoding="utf-8")

    def work(size: int) -> None:
        text = CLEAN + "cli=" + ";".join(f"cinder {at}" for at in range(size))
        (tmp_path / "a.ini").write_text(text, encoding="utf-8")
        assert cli(str(tmp_path / "a.ini")).out.count("MX208") == size

    assert_linear(work, 300)


@pytest.mark.parametrize("end", ["", "ignored = 1\n"])
def test_unknown_rules_and_settings_take_linear_time(
    tmp_path: Path, cli: Command, end: str
) -> None:
    def work(size: int) -> None:
        listed = "".join(f'  "QX{at}",\n' for at in range(size))
        (tmp_path / "matrixlint.toml").write_text(f"select = [\n{listed}]\n{end}", encoding="utf-8")
        (tmp_path / "a.ini").write_text(CLEAN, encoding="utf-8")
        assert cli(str(tmp_path / "a.ini")).status == 2

    assert_linear(work, 200)


def test_places_in_a_configuration_take_linear_time() -> None:
    def work(size: int) -> None:
        listed = "".join(f'  {{ a = "{at}", b = [\n{at}\n] }},\n' for at in range(size))
        text = f"[t]\nselect = [\n{listed}]\n"
        for at in range(size):
            assert find_line(text, ["t", "select", at, "b", 0]) == 4 + 3 * at

    assert_linear(work, 500)


def test_fixes_of_unsafe_kinds_take_linear_time() -> None:
    def work(size: int) -> None:
        keys = "title=X{0}\nstatus=mandatry\ndriver.a=compelte\nnotes=TODO\n"
        own = "".join(f"[operation.x{at}]\n{keys.format(at)}" for at in range(size))
        assert len(done((DECLARED + own).encode(), unsafe=True).applied) >= 2 * size

    assert_linear(work, 60)
