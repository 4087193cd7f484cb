"""Nothing outside of the project is read or written unasked."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from matrixlint.text.project_root import find_outside, find_root
from tests.conftest import Command
from tests.parsed import CLEAN

SAFE = CLEAN.replace("complete", "Complete")
THEIRS = "TOKEN=s3cr3t\n"
LINK = "link-support-matrix.ini"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder that is no part of the project."""
    path = tmp_path / "outside"
    path.mkdir()
    (path / "secret").write_text(THEIRS, encoding="utf-8")
    (path / "victim.ini").write_text(SAFE, encoding="utf-8")
    return path


@pytest.fixture
def plain(folder: Path) -> Path:
    """A folder that is no repository, below one with a Python project."""
    (folder / ".git").rmdir()
    return folder


class TestRoot:
    def test_the_repository_comes_first(self, folder: Path) -> None:
        inner = folder / "a" / "b"
        inner.mkdir(parents=True)
        (folder / "a" / "setup.cfg").touch()

        assert find_root(str(inner), str(folder / "a" / "matrixlint.toml")) == str(folder)

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("PKG-INFO", ""),
            ("setup.cfg", ""),
            ("pyproject.toml", "[project]\nname = 'x'\n"),
            ("pyproject.toml", "x = 1\n [ build-system ]\n"),
        ],
    )
    @pytest.mark.parametrize("config", ["matrixlint.toml", "doc/matrixlint.toml"])
    def test_then_the_python_project_of_the_configuration(
        self, plain: Path, name: str, text: str, config: str
    ) -> None:
        (plain / "doc" / "source").mkdir(parents=True)
        (plain / name).write_text(text, encoding="utf-8")

        assert find_root(str(plain / "doc" / "source"), str(plain / config)) == str(plain)

    @pytest.mark.parametrize("make", [Path.touch, Path.mkdir, os.mkfifo])
    def test_then_the_folder_of_the_configuration(
        self, plain: Path, make: Callable[[Path], None]
    ) -> None:
        make(plain / "pyproject.toml")
        (plain / "doc").mkdir()

        assert find_root(str(plain / "doc"), str(plain / "doc" / "matrixlint.toml")) == str(
            plain / "doc"
        )

    def test_then_the_folder_itself(self, plain: Path) -> None:
        (plain / "setup.cfg").touch()

        assert find_root(str(plain / "doc")) == str(plain / "doc")

    def test_a_file_that_cannot_be_read_is_no_project(
        self, plain: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (plain / "pyproject.toml").touch()

        def refuse(*_: object) -> None:
            raise PermissionError

        monkeypatch.setattr("builtins.open", refuse)

        assert find_root(str(plain), str(plain / "matrixlint.toml")) == str(plain)

    def test_what_begins_alike_is_outside(self, tmp_path: Path) -> None:
        root, other = tmp_path / "a", tmp_path / "ab"

        assert find_outside(str(other / "x"), str(root)) == str(other / "x")
        assert find_outside(str(root), str(root)) is None
        assert find_outside(str(root / "x"), "/") is None


class TestLinks:
    @pytest.mark.parametrize("target", ["secret", "victim.ini", "nothing"])
    @pytest.mark.parametrize("words", [(), ("--fix",), ("--output-format=full",)])
    def test_one_in_a_folder_that_leads_out_is_left_out(
        self, folder: Path, cli: Command, outside: Path, target: str, words: tuple[str, ...]
    ) -> None:
        (folder / "support-matrix.ini").write_text(CLEAN, encoding="utf-8")
        (folder / LINK).symlink_to(outside / target)

        answer = cli("--isolated", "--select=ALL", *words, ".")

        line = f"link leads out of the project, to {str(outside / target)!r}; not linted"
        assert (answer.status, answer.out) == (0, "")
        assert answer.err.startswith(f"matrixlint: {LINK}: {line}\n")
        assert (outside / "victim.ini").read_text(encoding="utf-8") == SAFE

    def test_one_that_stays_inside_is_linted_and_fixed(self, folder: Path, cli: Command) -> None:
        (folder / "doc").mkdir()
        (folder / "doc" / "drivers.ini").write_text(SAFE, encoding="utf-8")
        (folder / LINK).symlink_to("doc/drivers.ini")

        assert cli("--fix", ".").status == 0
        assert (folder / "doc" / "drivers.ini").read_text(encoding="utf-8") == CLEAN
        assert (folder / LINK).is_symlink()

    def test_one_that_is_named_is_read(self, folder: Path, cli: Command, outside: Path) -> None:
        (folder / LINK).symlink_to(outside / "victim.ini")

        assert cli(LINK).out.startswith(f"{LINK}:6:10: MX401 ")

    @pytest.mark.parametrize(
        "words", [("--fix",), ("--fix-only",), ("--add-ignores=why",), ("migrate", "--write")]
    )
    def test_one_that_is_named_is_not_written_through(
        self, folder: Path, cli: Command, outside: Path, words: tuple[str, ...]
    ) -> None:
        text = SAFE
        if words[0] == "migrate":
            text = "[targets]\ndriver-impl-a=A\n[x]\ntitle=X\ndriver-impl-a=complete\n"
            words = (*words, "--to=driver", "--rename-sections")
        (outside / "victim.ini").write_text(text, encoding="utf-8")
        (folder / LINK).symlink_to(outside / "victim.ini")

        answer = cli(*words, LINK)

        place = str(outside / "victim.ini")
        message = f"is a link that leads out of the project, to {place!r}; not written"
        assert answer.status == 2
        assert f"matrixlint: error: {LINK}: {message}\n" in answer.err
        assert (outside / "victim.ini").read_text(encoding="utf-8") == text

    def test_a_configuration_is_not_read_through_one(
        self, folder: Path, cli: Command, outside: Path
    ) -> None:
        (outside / "theirs.toml").write_text("select = []\n", encoding="utf-8")
        (folder / "matrixlint.toml").symlink_to(outside / "theirs.toml")
        (folder / "support-matrix.ini").write_text(SAFE, encoding="utf-8")

        place = str(outside / "theirs.toml")
        message = f"is a link that leads out of the project, to {place!r}; not read"
        assert cli(".").err.startswith(f"matrixlint: error: matrixlint.toml: {message}\n")
        # One that is named is the user's own.
        assert cli("--config=matrixlint.toml", ".").status == 0


class TestPathsOfAConfiguration:
    def write(self, folder: Path, line: str) -> None:
        (folder / "matrixlint.toml").write_text(f"\n{line}\n", encoding="utf-8")
        (folder / "support-matrix.ini").write_text(SAFE, encoding="utf-8")

    @pytest.mark.parametrize("name", ["baseline", "schema"])
    @pytest.mark.parametrize("path", ["../outside/secret", "/etc/passwd", "link"])
    def test_they_stay_below_the_root(
        self, folder: Path, cli: Command, outside: Path, name: str, path: str
    ) -> None:
        (folder / "link").symlink_to(outside / "secret")
        self.write(folder, f'{name} = "{path}"')

        answer = cli("--write-baseline", ".")

        message = f"{name} is {path!r}; expected a path below the root of the project, "
        assert answer.status == 2
        assert answer.err.startswith(f"matrixlint: error: matrixlint.toml:2: {message}")
        assert (outside / "secret").read_text(encoding="utf-8") == THEIRS

    def test_a_path_has_no_nul(self, folder: Path, cli: Command) -> None:
        self.write(folder, 'schema = "a\\u0000b"')

        message = r"schema is 'a\x00b'; expected a path"
        assert cli(".").err.startswith(f"matrixlint: error: matrixlint.toml:2: {message}\n")

    def test_no_baseline_is_created_through_a_link(self, folder: Path, cli: Command) -> None:
        (folder / "known.json").symlink_to("made")
        self.write(folder, 'baseline = "known.json"')

        answer = cli("--write-baseline", ".")

        message = "baseline is 'known.json', a link that leads nowhere"
        assert answer.err.startswith(f"matrixlint: error: matrixlint.toml:2: {message}\n")
        assert not (folder / "made").exists()

    def test_a_baseline_of_the_command_line_is_the_user_s(
        self, folder: Path, cli: Command, outside: Path
    ) -> None:
        self.write(folder, 'fail-on = "never"')
        by_setting = f'--config=baseline="{outside / "two.json"}"'

        assert cli("--write-baseline", f"--baseline={outside / 'one.json'}", ".").status == 0
        assert cli("--write-baseline", by_setting, ".").status == 0
        assert sorted(os.listdir(outside)) == ["one.json", "secret", "two.json", "victim.ini"]

    def test_a_pyproject_above_makes_the_root(self, plain: Path, cli: Command) -> None:
        (plain / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
        (plain / "doc").mkdir()
        self.write(plain / "doc", 'baseline = "../known.json"')

        assert cli("--write-baseline", "doc").status == 0
        assert (plain / "known.json").exists()


@pytest.mark.parametrize("word", ["--add-ignores", "--write-baseline"])
def test_nothing_is_written_if_a_path_does_not_exist(folder: Path, cli: Command, word: str) -> None:
    (folder / "support-matrix.ini").write_text(SAFE, encoding="utf-8")

    answer = cli(word, "--baseline=known.json", "reason", "support-matrix.ini")

    assert answer.status == 2
    assert answer.err.startswith("matrixlint: error: reason: no such file or folder\n")
    assert (folder / "support-matrix.ini").read_text(encoding="utf-8") == SAFE
    assert not (folder / "known.json").exists()


def test_fixes_are_made_in_the_other_files_if_a_path_does_not_exist(
    folder: Path, cli: Command
) -> None:
    (folder / "support-matrix.ini").write_text(SAFE, encoding="utf-8")

    assert cli("--fix", "nosuch.ini", "support-matrix.ini").status == 2
    assert (folder / "support-matrix.ini").read_text(encoding="utf-8") == CLEAN
