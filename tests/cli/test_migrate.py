"""``matrixlint migrate``: what it prints and writes, what it says, and its exit status."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Command, Run

OLD = """\
# driver-impl-NAME is a level, as in [targets].
[targets]
driver-impl-a=A
driver-impl-b=B

[console]
title=Console
status=optional
driver-impl-a=complete
driver-impl-b=missing

[operation.resize]
title=Resize
status=conditional(console==complete)
driver-impl-a=complete
driver-impl-b=missing
"""
NEW = """\
# driver-impl-NAME is a level, as in [targets].
[driver.a]
title=A

[driver.b]
title=B

[console]
title=Console
status=optional
driver.a=complete
driver.b=missing

[operation.resize]
title=Resize
status=condition(console==complete)
driver.a=complete
driver.b=missing
"""
RENAMED = NEW.replace("console]", "operation.console]").replace("(console", "(operation.console")
SPEAKS = "matrixlint: {path}:1: comment speaks of 'driver-impl-NAME', '[targets]'\n"
MISSES = (
    "{path}:8:1: MX204 unrendered-section: [console] does not begin with 'operation.': "
    "it is left out of the page\n"
)
MIGRATED = "migrated 2 drivers and 2 features to 'driver'"
SAID = (
    f"{SPEAKS}{MISSES}{MIGRATED}; 1 section left out of the page (--rename-sections renames it)\n"
)
RENAMED_SAID = f"{SPEAKS}{MIGRATED}; 1 section renamed\n"
MOVE = ("migrate", "a.ini", "--to", "driver")


@pytest.fixture(autouse=True)
def file(folder: Path) -> Path:
    path = folder / "a.ini"
    path.write_text(OLD, encoding="utf-8")
    return path


def test_new_text_is_printed_and_the_rest_said(cli: Command, file: Path) -> None:
    assert cli(*MOVE) == Run(1, NEW, SAID.format(path="a.ini"))
    assert file.read_text(encoding="utf-8") == OLD


def test_renamed_sections_leave_nothing_out(cli: Command) -> None:
    assert cli(*MOVE, "--rename-sections") == Run(0, RENAMED, RENAMED_SAID.format(path="a.ini"))


def test_standard_input_is_moved(cli: Command) -> None:
    run = cli("migrate", "-", "--to", "driver", "--rename-sections", stdin=OLD.encode())

    assert run == Run(0, RENAMED, RENAMED_SAID.format(path="<stdin>"))


def test_bytes_are_printed_as_they_are(process: Command, file: Path) -> None:
    data = OLD.replace("\n", "\r\n").replace("=Console", "=Ä ✔").encode()
    file.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-m", "matrixlint", *MOVE],
        capture_output=True,
        check=False,
        env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    )

    assert done.stdout == NEW.replace("\n", "\r\n").replace("=Console", "=Ä ✔").encode()
    assert process(*MOVE).status == done.returncode == 1


def test_other_file_is_written_and_is_what_is_spoken_of(cli: Command, file: Path) -> None:
    out = file.parent / "new.ini"
    for _ in range(2):
        run = cli(*MOVE, "--output", "new.ini")
        assert run == Run(1, "", SAID.format(path="new.ini"))
        assert out.read_text(encoding="utf-8") == NEW
        assert file.read_text(encoding="utf-8") == OLD
        out.write_text("something else", encoding="utf-8")


def test_file_is_written_in_place(cli: Command, file: Path) -> None:
    run = cli(*MOVE, "--rename-sections", "--write")

    assert run == Run(0, "", RENAMED_SAID.format(path="a.ini"))
    assert file.read_text(encoding="utf-8") == RENAMED
    assert sorted(os.listdir(file.parent)) == [".git", "a.ini"]


def test_diff_is_printed_and_applies(cli: Command, file: Path) -> None:
    run = cli(*MOVE, "--diff")
    subprocess.run(["patch", "-p0"], input=run.out.encode(), check=True, capture_output=True)

    assert run.status == 1
    assert run.err == SAID.format(path="a.ini")
    assert run.out.startswith("--- a.ini\n+++ a.ini\n@@ -1,16 +1,18 @@\n")
    assert file.read_text(encoding="utf-8") == NEW


@pytest.mark.parametrize(
    ("words", "printed"), [((), RENAMED), (("--diff",), ""), (("--write",), "")]
)
def test_what_is_moved_already_stays(
    cli: Command, file: Path, words: tuple[str, ...], printed: str
) -> None:
    file.write_text(RENAMED, encoding="utf-8")
    run = cli(*MOVE, *words)

    assert run == Run(0, printed, "matrixlint: a.ini: is 'driver' already; nothing to migrate\n")
    assert file.read_text(encoding="utf-8") == RENAMED


def test_errors_of_the_result_make_it_1(cli: Command, file: Path) -> None:
    file.write_text(OLD.replace("=missing", "=odd"), encoding="utf-8")
    run = cli(*MOVE, "--rename-sections")
    odd = "MX401 unknown-level: driver 'b' is 'odd'; expected complete, partial, missing or unknown"

    assert run.status == 1
    assert run.err == (
        f"{SPEAKS.format(path='a.ini')}a.ini:12:10: {odd}\na.ini:18:10: {odd}\n"
        f"{MIGRATED}; 1 section renamed; 2 errors\n"
    )


def test_comments_suppress_nothing_that_the_renderer_minds(cli: Command, file: Path) -> None:
    text = OLD.replace("=missing", "=odd").replace("[console]", "# matrixlint: ignore\n[console]")
    file.write_text(f"# matrixlint: ignore-file[MX401]\n{text}", encoding="utf-8")
    run = cli(*MOVE)

    odd = "MX401 unknown-level: driver 'b' is 'odd'; expected complete, partial, missing or unknown"
    assert run.status == 1
    assert run.err.splitlines()[1:] == [
        (
            "a.ini:10:1: MX204 unrendered-section: [console] does not begin with 'operation.': "
            "it is left out of the page (suppressed by a comment)"
        ),
        f"a.ini:14:10: {odd} (suppressed by a comment)",
        f"a.ini:20:10: {odd} (suppressed by a comment)",
        f"{MIGRATED}; 1 section left out of the page (--rename-sections renames it); 2 errors",
    ]


def test_section_that_cannot_be_renamed_is_left_out(cli: Command, file: Path) -> None:
    more = "[operation.console]\ntitle=Another\nstatus=optional\ndriver-impl-a=missing\n"
    file.write_text(f"{OLD}{more}driver-impl-b=missing\n", encoding="utf-8")
    run = cli(*MOVE, "--rename-sections")

    assert run.status == 1
    assert run.err == (
        f"{SPEAKS}{MISSES}migrated 2 drivers and 3 features to 'driver'; "
        "1 section left out of the page\n"
    ).format(path="a.ini")


def test_configuration_names_its_own_words_and_no_dialect_of_yesterday(
    cli: Command, folder: Path, file: Path
) -> None:
    config = 'dialect = "targets"\nignore = ["MX204"]\n[levels]\nodd = "missing"\n'
    (folder / "matrixlint.toml").write_text(config, encoding="utf-8")
    file.write_text(OLD.replace("=missing", "=odd"), encoding="utf-8")
    run = cli(*MOVE)

    assert run == Run(
        1,
        NEW.replace("=missing", "=odd"),
        f"matrixlint: matrixlint.toml: 'dialect' is 'targets', the new text 'driver'\n"
        f"{SAID}".format(path="a.ini"),
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("migrate",), "expected one FILE, found 0"),
        (("migrate", "a.ini", "b.ini", "--to", "driver"), "expected one FILE, found 2"),
        (("migrate", "a.ini"), "expected --to driver"),
        (("migrate", "a.ini", "--to", "target"), "--to: found 'target', expected driver"),
        ((*MOVE, "--write", "--diff"), "--diff: not allowed with argument --write"),
        ((*MOVE, "--write", "--output", "b"), "--output: not allowed with argument --write"),
        ((*MOVE, "--rename"), "unknown option '--rename'; --help lists the options"),
        (
            ("migrate", "-", "--to", "driver", "--write"),
            "--write cannot write into the standard input",
        ),
        (("migrate", "b.ini", "--to", "driver"), "b.ini: no such file or folder; did you mean"),
        (("migrate", ".", "--to", "driver"), ".: is a folder, not a file"),
        ((*MOVE, "--output", "."), ".: is a folder, not a file"),
        ((*MOVE, "--output", "none/a.ini"), "none/a.ini: cannot be written: no such file"),
    ],
)
def test_what_cannot_be_done_is_2(
    cli: Command, file: Path, words: tuple[str, ...], message: str
) -> None:
    run = cli(*words)

    assert (run.status, run.out) == (2, "")
    assert run.err.startswith(f"matrixlint: error: {message}")
    assert run.err.count("\n") == 1
    assert file.read_text(encoding="utf-8") == OLD


@pytest.mark.parametrize("words", [(), ("--diff",), ("--write",), ("--output", "b.ini")])
def test_what_stands_in_the_way_is_2_and_nothing_is_written(
    cli: Command, file: Path, words: tuple[str, ...]
) -> None:
    text = OLD.replace("driver-impl-b=B", "driver-impl-b=B\nextra=1")
    file.write_text(text, encoding="utf-8")
    run = cli(*MOVE, *words)

    assert run == Run(
        2,
        "",
        "matrixlint: error: a.ini:5: key 'extra' of [targets] declares no driver; "
        "there is no place for it in the result\n",
    )
    assert file.read_text(encoding="utf-8") == text
    assert not (file.parent / "b.ini").exists()


def test_broken_configuration_is_2(cli: Command, folder: Path) -> None:
    (folder / "matrixlint.toml").write_text("selct = []\n", encoding="utf-8")
    run = cli(*MOVE, "--write")

    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("matrixlint: error: matrixlint.toml:1: ")


def test_help_lists_the_options(cli: Command) -> None:
    run = cli("migrate", "--help")

    assert (run.status, run.err) == (0, "")
    assert [line.split()[0] for line in run.out.splitlines() if line.startswith("  --")] == [
        "--to",
        "--rename-sections",
        "--diff",
        "--output",
        "--write",
    ]
