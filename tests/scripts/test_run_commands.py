"""The commands of a page are run word for word, in order, and those that take long are bounded."""

from pathlib import Path

import pytest

from scripts import run_commands
from scripts.run_commands import BOUNDS, commands, main
from tests.conftest import ROOT

PAGE = """\
# Page

```sh
echo one >>log && echo two >>log    # a remark

cat log | grep two#
```

```console
$ echo three >>log
```

```sh
false | true
echo four >>log
```
"""


def test_commands_are_the_lines_of_shell_blocks() -> None:
    assert list(commands(PAGE)) == [
        "echo one >>log && echo two >>log",
        "cat log | grep two#",
        "false | true",
        "echo four >>log",
    ]


def test_the_first_command_that_fails_ends_the_run(folder: Path) -> None:
    (folder / "page.md").write_text(PAGE, encoding="utf-8")

    assert main("page.md") == 1
    assert (folder / "log").read_text(encoding="utf-8") == "one\ntwo\n"


def test_a_bounded_command_is_replaced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = PAGE.replace("two#", "two").replace("false | true\n", "")
    (folder / "page.md").write_text(text, encoding="utf-8")
    monkeypatch.setattr(run_commands, "BOUNDS", {"echo four >>log": "echo bounded >>log"})

    assert main("page.md") == 0
    assert (folder / "log").read_text(encoding="utf-8") == "one\ntwo\nbounded\n"


def test_every_bound_is_of_a_command_of_contributing() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert BOUNDS.keys() - set(commands(page)) == set()
