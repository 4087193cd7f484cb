"""Pages with commands: each gives what the page says."""

import json
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from docs.pages import FOLDERS
from matrixlint.output.formats import FORMATS
from tests.conftest import ROOT, UPDATE

Command = Callable[..., Any]

# Pages whose commands need more than a folder of their own, the tests that run them, and how many
# blocks these run; None is all that there are.
ELSEWHERE: dict[str, tuple[str, int | None]] = {
    "README.md": ("tests/docs/test_readme.py", 1),
    "docs/configuration.md": ("tests/docs/test_configuration_page.py", None),
    "docs/own-schema.md": ("tests/rules/feature/test_schema_violation_examples.py", 2),
    "docs/plugins.md": ("tests/docs/test_plugin_example.py", 1),
    "docs/sphinx.md": ("tests/sphinx/test_page.py", 1),
    "examples/README.md": ("tests/docs/test_examples.py", 3),
}
BLOCK = re.compile(
    r"(?P<mark>^<!-- not run: (?P<why>[^>]+) -->\n\n)?^```(?P<language>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
OPENED = re.compile(r"^ *(`{3,})(?:console|sh|bash|shell)$", re.MULTILINE)
# A page may hold a matrix, a configuration, what it shows, and commands of which we know all.
FILES = {"ini": "support-matrix.ini", "toml": "matrixlint.toml"}
SHOWN = {"elisp", "json", "lua", "text", "yaml"}
COMMANDS = {"console", "sh"}


class Block(NamedTuple):
    """A block of a page; *why* says why its commands are not run, if they are not."""

    language: str
    text: str
    why: str | None


def written() -> Iterator[str]:
    """Yield the pages that are written by hand, from the checkout's root."""
    yield "README.md"
    for folder in ("docs", "examples"):
        for path in sorted((ROOT / folder).rglob("*.md")):
            name = path.relative_to(ROOT)
            if folder == "examples" and name.name != "README.md":
                continue
            if name.parts[1] not in {*FOLDERS, "_build"}:
                yield name.as_posix()


WRITTEN = tuple(written())
LIVING = tuple(name for name in WRITTEN if name not in ELSEWHERE)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str) -> Iterator[Block]:
    for match in BLOCK.finditer(read(name)):
        yield Block(match["language"], match["text"], match["why"])


def answers(text: str, cli: Command, folder: Path) -> str:
    """Return the commands of the block *text*, each with what it prints."""
    shown, status = "", 0
    for line in text.splitlines():
        if line == "$ echo $?":
            shown += f"{line}\n{status}\n"
        elif line.startswith("$ "):
            reported, status = answer(line.removeprefix("$ "), cli, folder)
            shown += f"{line}\n{reported}"
    return shown


def answer(line: str, cli: Command, folder: Path) -> tuple[str, int]:
    """Return what the command *line* prints, findings first, and its exit status."""
    words = shlex.split(line)
    with pytest.MonkeyPatch.context() as patch:
        while (setting := words[0].partition("="))[1]:
            patch.setenv(setting[0], setting[2])
            del words[0]
        if words[0] == "cat":
            return (folder / words[1]).read_text(encoding="utf-8"), 0
        if words[0] == "cp":
            return str(shutil.copy(folder / words[1], folder / words[2]))[:0], 0
        if words[:3] == ["python", "-m", "json.tool"]:
            document = json.loads((folder / words[3]).read_text(encoding="utf-8"))
            return json.dumps(document, indent=4) + "\n", 0
        assert words[0] == "matrixlint"
        stdin = b""
        if words[-2:-1] == ["<"]:
            stdin = (folder / words[-1]).read_bytes()
            del words[-2:]
        run = cli(*words[1:], stdin=stdin)
        return f"{run.out}{run.err}", run.status


@pytest.mark.parametrize("name", LIVING)
def test_pages_have_blocks_of_known_languages(name: str) -> None:
    languages = {block.language for block in blocks(name)}

    assert languages - {*FILES, *SHOWN, *COMMANDS} == set()


@pytest.mark.parametrize("name", WRITTEN)
def test_no_command_hides_from_its_test(name: str) -> None:
    # A block that is indented, or fenced in another way, would be read as prose.
    reported = sum(block.language in COMMANDS for block in blocks(name))

    assert len(OPENED.findall(read(name))) == reported


@pytest.mark.parametrize("name", WRITTEN)
def test_commands_without_output_say_why_they_are_not_run(name: str) -> None:
    silent = [block.text for block in blocks(name) if block.language == "sh" and not block.why]

    assert silent == []


@pytest.mark.parametrize("name", ELSEWHERE)
def test_pages_that_are_run_elsewhere_are_named_there(name: str) -> None:
    test, count = ELSEWHERE[name]
    reported = [block for block in blocks(name) if block.language == "console" and not block.why]

    assert name.rpartition("/")[2] in read(test)
    assert count in {None, len(reported)}


@pytest.mark.generated
@pytest.mark.parametrize("name", LIVING)
def test_every_command_gives_what_the_page_says(name: str, cli: Command, folder: Path) -> None:
    page, made, end = read(name), "", 0
    for match in BLOCK.finditer(page):
        language, text = match["language"], match["text"]
        if language in FILES:
            (folder / FILES[language]).write_text(text, encoding="utf-8")
        if language == "console" and not match["why"]:
            made += page[end : match.start("text")] + answers(text, cli, folder)
            end = match.end("text")
    made += page[end:]
    if UPDATE:
        (ROOT / name).write_text(made, encoding="utf-8")

    assert read(name) == made


@pytest.mark.parametrize("name", [name for name in WRITTEN if name.startswith("docs/")])
def test_lines_of_prose_are_short(name: str) -> None:
    prose = BLOCK.sub("", read(name)).splitlines()

    assert [line for line in prose if len(line) > 100 and not line.lstrip().startswith("|")] == []


def test_all_formats_are_shown() -> None:
    text = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")

    assert tuple(re.findall(r"^### `(\w+)`$", text, re.MULTILINE)) == FORMATS
