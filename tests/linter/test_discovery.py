"""The files that are linted: what is named, what folders hold, what is left out."""

import os
import subprocess
from pathlib import Path

import pytest

from matrixlint.config.files import Finder
from matrixlint.config.settings import CliOverrides, Settings
from matrixlint.diagnostic import Severity
from matrixlint.errors import ErrorDetail
from matrixlint.linter import file_listing
from matrixlint.linter.discovery import Discovery, Target


def touch(folder: Path, *paths: str, text: str = "") -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def git(*words: str) -> None:
    subprocess.run(["git", *words], check=True, capture_output=True)


def repository(folder: Path) -> None:
    (folder / ".git").rmdir()
    git("init", "--quiet", str(folder))


def discovery(*paths: str, exclude: tuple[str, ...] = (), force_exclude: bool = False) -> Discovery:
    found = Discovery(Finder(), CliOverrides(), exclude)
    for path in paths:
        found.add(path, force_exclude=force_exclude)
    return found


def names(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    found = discovery(*paths, exclude=exclude)
    assert found.details == []
    return [target.path for target in found.targets]


class TestNamed:
    def test_a_file_is_taken_whatever_it_is_called(self, folder: Path) -> None:
        touch(folder, "a.txt", "doc/b")

        assert names("doc/b", "./a.txt") == ["a.txt", "doc/b"]

    def test_a_file_is_taken_once(self, folder: Path) -> None:
        touch(folder, "doc/support-matrix.ini")

        assert names("doc", "doc/support-matrix.ini", "doc/../doc/support-matrix.ini") == [
            "doc/support-matrix.ini"
        ]

    def test_a_file_elsewhere_has_a_relative_path(self, folder: Path) -> None:
        touch(folder.parent, "a.ini")

        assert names(str(folder.parent / "a.ini")) == ["../a.ini"]

    def test_a_file_is_opened_as_it_was_named(self, folder: Path) -> None:
        touch(folder, "deep/down/x", "deep/a.ini", "a.ini")
        (folder / "link").symlink_to("deep/down")

        (target,) = discovery("link/../a.ini").targets

        assert target == Target("a.ini", "link/../a.ini", Settings())

    def test_what_is_not_there_keeps_no_other_file_away(self, folder: Path) -> None:
        touch(folder, "a.ini")
        os.mkfifo(folder / "pipe")
        found = discovery("lost.ini", "a.ini", "", "pipe")

        assert [target.path for target in found.targets] == ["a.ini"]
        assert found.details == [
            ErrorDetail("no such file or folder", "lost.ini"),
            ErrorDetail("no such file or folder", "''"),
            ErrorDetail("is a pipe, not a regular file", "pipe"),
        ]

    def test_each_file_has_the_settings_of_its_own_configuration(self, folder: Path) -> None:
        touch(folder, "a.ini", "doc/b.ini")
        touch(folder, "doc/matrixlint.toml", text="fail-on = 'info'")

        found = discovery("a.ini", "doc/b.ini").targets

        assert [target.settings.fail_on for target in found] == [Severity.WARNING, Severity.INFO]

    def test_a_broken_configuration_keeps_only_its_own_files_away(self, folder: Path) -> None:
        touch(folder, "a.ini", "doc/b.ini")
        touch(folder, "doc/matrixlint.toml", text="wrong = 1")
        found = discovery("doc/b.ini", "a.ini")

        assert [target.path for target in found.targets] == ["a.ini"]
        assert found.details == [
            ErrorDetail("unknown setting 'wrong'", "doc/matrixlint.toml", 1, 1)
        ]

    def test_an_excluded_file_is_taken_unless_excluding_is_forced(self, folder: Path) -> None:
        touch(folder, "matrixlint.toml", text="exclude = ['old', '/b.ini']")
        touch(folder, "doc/old/a.ini", "b.ini", "doc/b.ini", "c.ini")
        paths = ("doc/old/a.ini", "b.ini", "doc/b.ini", "c.ini")

        assert names(*paths, exclude=("c.ini",)) == sorted(paths)

        found = discovery(*paths, exclude=("c.ini",), force_exclude=True)
        assert [target.path for target in found.targets] == ["doc/b.ini"]
        assert found.excluded == ["doc/old/a.ini", "b.ini", "c.ini"]


class TestText:
    def test_the_standard_input_has_a_name_of_its_own(self, folder: Path) -> None:
        touch(folder, "matrixlint.toml", text="fail-on = 'info'")
        found = Discovery(Finder(), CliOverrides())

        found.add_text(None, b"x")

        (target,) = found.targets
        assert (target.path, target.data) == ("<stdin>", b"x")
        assert target.settings.fail_on is Severity.INFO

    def test_a_given_name_decides_on_the_settings(self, folder: Path) -> None:
        touch(folder, "doc/matrixlint.toml", text="fail-on = 'info'")
        found = Discovery(Finder(), CliOverrides())

        found.add_text("doc/lost/a.ini", b"x")

        (target,) = found.targets
        assert (target.path, target.data) == ("doc/lost/a.ini", b"x")
        assert target.settings.fail_on is Severity.INFO

    def test_a_given_name_may_be_excluded(self, folder: Path) -> None:
        touch(folder, "matrixlint.toml", text="exclude = ['a.ini']")
        found = Discovery(Finder(), CliOverrides())

        found.add_text("doc/a.ini", b"x", force_exclude=True)

        assert (found.targets, found.excluded) == ([], ["doc/a.ini"])

    def test_a_broken_configuration_is_reported(self, folder: Path) -> None:
        touch(folder, "matrixlint.toml", text="wrong = 1")
        found = Discovery(Finder(), CliOverrides())

        found.add_text(None, b"x")

        assert found.targets == []
        assert found.details == [ErrorDetail("unknown setting 'wrong'", "matrixlint.toml", 1, 1)]


class TestFolder:
    def test_files_are_taken_by_their_names(self, folder: Path) -> None:
        matrices = [
            "doc/a-support-matrix.ini",
            "doc/source/general_feature_support_matrix.ini",
            "feature-matrix-gp.ini",
            "support-matrix.ini",
            "support_matrix-2.ini",
        ]
        touch(folder, *matrices, "setup.ini", "support-matrix.ini.orig", "supportmatrix.ini")

        assert names(".") == matrices

    def test_the_patterns_are_the_configuration_s(self, folder: Path) -> None:
        touch(folder, "matrixlint.toml", text="include = ['doc/*.ini', 'm.ini']")
        touch(folder, "support-matrix.ini", "doc/a.ini", "doc/x/b.ini", "x/m.ini")

        assert names(".") == ["doc/a.ini", "x/m.ini"]
        assert names("doc") == ["doc/a.ini"]

    def test_a_folder_s_own_configuration_decides_on_its_files(self, folder: Path) -> None:
        touch(folder, "support-matrix.ini", "sub/support-matrix.ini", "sub/m.ini")
        touch(folder, "sub/matrixlint.toml", text="include = ['m.ini']")

        assert names(".") == ["sub/m.ini", "support-matrix.ini"]

    def test_excluded_files_and_folders_are_left_out(self, folder: Path) -> None:
        touch(folder, "matrixlint.toml", text="exclude = ['doc/old']")
        touch(folder, "doc/old/support-matrix.ini", "x/support-matrix.ini", "support-matrix.ini")

        assert names(".", exclude=("x",)) == ["support-matrix.ini"]

    def test_a_broken_configuration_is_reported_once(self, folder: Path) -> None:
        touch(folder, "support-matrix.ini", "sub/support-matrix.ini", "sub/feature-matrix.ini")
        touch(folder, "sub/matrixlint.toml", text="wrong = 1")
        found = discovery(".")

        assert [target.path for target in found.targets] == ["support-matrix.ini"]
        assert found.details == [
            ErrorDetail("unknown setting 'wrong'", "sub/matrixlint.toml", 1, 1)
        ]


class TestGit:
    def test_what_git_ignores_is_left_out(self, folder: Path) -> None:
        repository(folder)
        touch(folder, ".gitignore", text="build\n*.tmp\n")
        touch(folder, "build/support-matrix.ini", "doc/support-matrix.ini", "a/feature-matrix.ini")
        git("add", "doc")

        assert names(".") == ["a/feature-matrix.ini", "doc/support-matrix.ini"]
        assert names("doc") == ["doc/support-matrix.ini"]

    def test_names_of_any_kind_are_found(self, folder: Path) -> None:
        repository(folder)
        paths = ["a b/support-matrix.ini", "ü/support-matrix.ini", "x\ny/support-matrix.ini"]
        touch(folder, *paths)
        touch(folder, os.fsdecode(b"\xff-support-matrix.ini"))

        assert names(".") == [*paths[:1], paths[2], paths[1], "\udcff-support-matrix.ini"]

    def test_a_file_that_was_removed_is_left_out(self, folder: Path) -> None:
        repository(folder)
        touch(folder, "support-matrix.ini", "feature-matrix.ini")
        git("add", ".")
        (folder / "support-matrix.ini").unlink()

        assert names(".") == ["feature-matrix.ini"]

    def test_a_link_to_a_folder_is_not_followed(self, folder: Path) -> None:
        repository(folder)
        touch(folder, "doc/support-matrix.ini")
        (folder / "loop").symlink_to(".")

        assert names(".") == ["doc/support-matrix.ini"]

    def test_a_link_to_nowhere_is_reported_when_it_is_read(self, folder: Path) -> None:
        repository(folder)
        (folder / "support-matrix.ini").symlink_to("lost")

        assert names(".") == ["support-matrix.ini"]

    def test_repositories_within_are_looked_into(self, folder: Path) -> None:
        repository(folder)
        touch(folder, "inner/.gitignore", text="/build\n")
        touch(folder, "inner/support-matrix.ini", "inner/build/support-matrix.ini")
        git("init", "--quiet", "inner")

        assert names(".") == ["inner/support-matrix.ini"]

    def test_submodules_are_looked_into(self, folder: Path) -> None:
        repository(folder)
        touch(folder, "inner/support-matrix.ini")
        git("init", "--quiet", "inner")
        git("-C", "inner", "add", ".")
        identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        git("-C", "inner", *identity, "commit", "--quiet", "--message", "a")
        git("-c", "advice.addEmbeddedRepo=false", "add", "inner")

        assert names(".") == ["inner/support-matrix.ini"]

    def test_a_conflicted_file_is_taken_once(self, folder: Path) -> None:
        repository(folder)
        touch(folder, "support-matrix.ini")
        blob = subprocess.run(
            ["git", "hash-object", "-w", "support-matrix.ini"],
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        stages = "".join(f"100644 {blob} {stage}\tsupport-matrix.ini\n" for stage in (1, 2, 3))
        subprocess.run(["git", "update-index", "--index-info"], input=stages, check=True, text=True)

        assert file_listing.list_files(".").paths == ["./support-matrix.ini"]

    def test_the_folder_s_repository_is_asked_even_from_a_hook(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        repository(folder)
        touch(folder, ".gitignore", text="build\n")
        touch(folder, "support-matrix.ini", "build/support-matrix.ini")
        git("init", "--quiet", str(folder.parent / "other"))
        monkeypatch.setenv("GIT_DIR", str(folder.parent / "other" / ".git"))
        monkeypatch.setenv("GIT_WORK_TREE", str(folder.parent / "other"))

        assert names(".") == ["support-matrix.ini"]

    def test_no_monitor_of_the_repository_is_run(self, folder: Path) -> None:
        repository(folder)
        touch(folder, "support-matrix.ini")
        touch(folder, "monitor", text="#!/bin/sh\ntouch ran\n")
        (folder / "monitor").chmod(0o755)
        git("add", ".")
        git("config", "core.fsmonitor", str(folder / "monitor"))

        assert names(".") == ["support-matrix.ini"]
        assert not (folder / "ran").exists()

    def test_without_git_nothing_is_ignored(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        repository(folder)
        touch(folder, ".gitignore", text="build\n")
        touch(folder, "build/support-matrix.ini", ".git/support-matrix.ini")
        monkeypatch.setenv("PATH", str(folder))

        assert names(".") == ["build/support-matrix.ini"]

    def test_outside_of_a_repository_nothing_is_ignored(self, folder: Path) -> None:
        (folder / ".git").rmdir()
        touch(folder, ".gitignore", text="build\n")
        touch(folder, "build/support-matrix.ini")

        assert names(".") == ["build/support-matrix.ini"]

    def test_a_folder_that_git_cannot_open_is_reported(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # The tests may run as a user who may open everything.
        warnings = "odd: x\nwarning: could not open directory 'shut/': Permission denied"
        script = f"#!/bin/sh\nprintf 'support-matrix.ini\\0'\ncat >&2 <<X\n{warnings}\nX\n"
        touch(folder, "bin/git", text=script)
        (folder / "bin" / "git").chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder / 'bin'}:{os.environ['PATH']}")
        touch(folder, "support-matrix.ini")

        found = discovery(".")

        assert [target.path for target in found.targets] == ["support-matrix.ini"]
        assert found.details == [
            ErrorDetail("a folder in it cannot be looked into: 'shut/': Permission denied", ".")
        ]

    def test_a_folder_that_cannot_be_opened_without_git_is_reported(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        scandir = os.scandir

        def refuse(path: str) -> object:
            if path.endswith("shut"):
                raise PermissionError(13, "Permission denied", path)
            return scandir(path)

        touch(folder, "shut/support-matrix.ini", "support-matrix.ini")
        monkeypatch.setattr(os, "scandir", refuse)

        found = discovery(".")

        assert [target.path for target in found.targets] == ["support-matrix.ini"]
        assert found.details == [ErrorDetail("cannot be looked into: permission denied", "shut")]
