"""The example of a plugin: installed as a user would, and seen wherever our rules are."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent, indent

import pytest

from matrixlint.output.formats import FORMATS
from tests.conftest import ROOT, UPDATE, Command

pytestmark = pytest.mark.slow

EXAMPLE = ROOT / "examples" / "plugin"
PAGE = ROOT / "docs" / "plugins.md"
MATRIX = """\
[driver.lvm]
title=LVM

[operation.extend]
title=Extend a volume.
status=optional
driver.lvm=complete
"""
MESSAGE = "title 'Extend a volume.' ends with a full stop"
CONCISE = f"support-matrix.ini:5:22: EX001 title-with-full-stop: {MESSAGE}\n"
# How often the code and the message are told, where that is not once.
TIMES = {"gitlab": [2, 1], "junit": [2, 2], "sarif": [2, 5], "teamcity": [3, 2]}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the plugin is installed into, without the network."""
    folder = tmp_path_factory.mktemp("plugin")
    # A build leaves files behind.
    shutil.copytree(EXAMPLE, folder / "source")
    words = ("--no-index", "--no-deps", "--no-build-isolation", "--disable-pip-version-check")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-q",
            *words,
            "--target",
            str(folder / "site"),
            str(folder / "source"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(autouse=True)
def installed(site: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), str(site)]))
    (folder / "support-matrix.ini").write_text(MATRIX, encoding="utf-8")
    (folder / "matrixlint.toml").write_text('plugins = ["example"]\n', encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_its_finding_is_in_every_output(process: Command, name: str) -> None:
    run = process("--output-format", name, ".")

    assert (run.status, run.err) == (1, "found 1 warning in 1 file; 1 can be mended with --fix\n")
    reported = [run.out.count(text) for text in ("EX001", "ends with a full stop")]
    assert reported == TIMES.get(name, [1, 1])


def test_it_is_reported_as_ours_are(process: Command) -> None:
    assert process(".").out == CONCISE
    (found,) = json.loads(process(".", "--output-format=json").out)["diagnostics"]
    assert found["fix"] == {
        "safety": "safe",
        "title": "drop the full stop",
        "edits": [{"line": 5, "column": 22, "end_line": 5, "end_column": 23, "text": ""}],
    }
    assert (found["section"], found["key"]) == ("operation.extend", "title")


def test_several_processes_load_it_too(process: Command, folder: Path) -> None:
    shutil.copy(folder / "support-matrix.ini", folder / "other.ini")

    run = process("--jobs=2", "other.ini", "support-matrix.ini")

    assert run.out == CONCISE.replace("support-matrix", "other") + CONCISE


def test_it_is_not_loaded_where_it_is_not_named(process: Command, folder: Path) -> None:
    (folder / "matrixlint.toml").unlink()

    assert process(".") == (0, "", "1 file clean\n")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("--select=EX", 1),
        ("--select=title-with-full-stop", 1),
        ("--select=EX001 --ignore=ALL", 1),
        ("--ignore=EX001", 0),
        ("--ignore=EX", 0),
        ("--select=MX", 0),
        ("--select=MX --extend-select=EX001", 1),
    ],
)
def test_it_is_selected_like_ours(process: Command, words: str, status: int) -> None:
    assert process(*words.split(" "), ".").status == status


def test_a_misspelt_name_of_it_is_near_it(process: Command) -> None:
    assert process("--select=title-with-fullstop", "support-matrix.ini").err.startswith(
        "matrixlint: error: --select: unknown rule 'title-with-fullstop'; "
        "did you mean 'title-with-full-stop'?\n"
    )


@pytest.mark.parametrize("name", ["EX001", "title-with-full-stop"])
def test_the_configuration_speaks_of_it_like_of_ours(
    process: Command, folder: Path, name: str
) -> None:
    path = folder / "matrixlint.toml"
    plugins = 'plugins = ["example"]'

    path.write_text(f'{plugins}\nseverity = {{{name} = "error"}}\n', encoding="utf-8")
    assert process(".").err == "found 1 error in 1 file; 1 can be mended with --fix\n"
    path.write_text(f'{plugins}\nseverity = {{{name} = "off"}}\n', encoding="utf-8")
    assert process(".").err == "1 file clean\n"
    path.write_text(f'{plugins}\nper-file-ignores = {{"*.ini" = ["{name}"]}}\n', encoding="utf-8")
    assert process(".").err == "1 file clean\n"


@pytest.mark.parametrize("name", ["EX001", "EX", "title-with-full-stop"])
def test_a_comment_suppresses_it_like_ours(process: Command, folder: Path, name: str) -> None:
    text = MATRIX.replace("title=Extend", f"# matrixlint: ignore[{name}]\ntitle=Extend")
    (folder / "support-matrix.ini").write_text(text, encoding="utf-8")

    assert process(".").status == 0


def test_its_page_is_printed(process: Command) -> None:
    run = process("rule", "EX001")

    assert run.out.startswith(
        "EX001 title-with-full-stop (warning)\n\n"
        "A feature's title that ends with a full stop.\n\nWhy is this bad?\n"
    )
    codes = [
        each["code"] for each in json.loads(process("rule", "--all", "--output-format=json").out)
    ]
    assert codes[-1] == "EX001"
    assert "MX208" in codes


def test_its_page_is_had_by_another_configuration_too(process: Command, folder: Path) -> None:
    (folder / "matrixlint.toml").rename(folder / "own.toml")

    assert process("rule", "EX001").status == 2
    assert process("rule", "--config=own.toml", "EX001").status == 0


def test_its_own_tests_pass(site: Path, folder: Path) -> None:
    shutil.copytree(EXAMPLE / "tests", folder / "tests")

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.splitlines()[-1].startswith("3 passed"), (site, done.stdout)


def documented(name: str, language: str, wanted: str) -> str:
    """Return the block of the page below the comment *name*, updated where that is asked for."""
    text = PAGE.read_text(encoding="utf-8")
    # The rule's own page has fences: its block has longer ones.
    block = re.compile(
        rf"^( *)<!-- {re.escape(name)} -->\n\n *(`{{3,4}}){language}\n(.*?)^ *\2$",
        re.MULTILINE | re.DOTALL,
    )
    (match,) = block.finditer(text)
    if UPDATE:
        made = indent(wanted, match[1])
        text = text[: match.start(3)] + made + text[match.end(3) :]
        PAGE.write_text(text, encoding="utf-8")
        return wanted
    return dedent(match[3])


@pytest.mark.generated
def test_the_page_shows_what_is_printed(process: Command) -> None:
    answer = f"$ matrixlint rule EX001\n{process('rule', 'EX001').out}"

    assert documented("rule", "console", answer) == answer


@pytest.mark.generated
def test_the_page_shows_the_files_of_the_example() -> None:
    project = (EXAMPLE / "pyproject.toml").read_text(encoding="utf-8")
    point = project[project.index("[project.entry-points") :].partition("\n\n")[0] + "\n"
    path = EXAMPLE / "matrixlint_example" / "title_with_full_stop.py"
    rule = path.read_text(encoding="utf-8")

    assert documented("pyproject", "toml", point) == point
    assert documented("rule file", "python", rule) == rule


def test_the_page_s_settings_and_program_work(process: Command, folder: Path) -> None:
    text = PAGE.read_text(encoding="utf-8")
    settings, program = (
        re.search(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
        for language in ("toml", "python")
    )
    assert settings is not None
    assert program is not None
    (folder / "matrixlint.toml").write_text(settings[1], encoding="utf-8")

    assert process(".").err == "found 1 error in 1 file; 1 can be mended with --fix\n"
    subprocess.run([sys.executable, "-c", program[1]], check=True)
