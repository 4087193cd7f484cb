"""The command as a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.check.samples import BAD_LINE, ERROR, MENDABLE, Command

pytestmark = pytest.mark.usefixtures("lint_files")


class TestProcess:
    def test_the_words_are_those_of_the_process(self, process: Command) -> None:
        assert process("bad.ini") == (1, BAD_LINE, f"found 1 error in 1 file{MENDABLE}\n")

    def test_many_processes_answer_as_one_does(self, process: Command) -> None:
        words = ("clean.ini", "odd.ini", "bad.ini")

        assert process("--jobs", "3", *words) == process(*words)

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
    def test_no_encoding_of_the_output_is_too_small(
        self, process: Command, folder: Path, encoding: str
    ) -> None:
        text = ERROR.replace("Attach", "中").replace("compelte", "kömplett")
        (folder / "ü.ini").write_text(text, encoding="utf-8")
        run = process("--output-format=full", "ü.ini", PYTHONIOENCODING=encoding)

        assert (run.status, run.err) == (1, "found 1 error in 1 file\n")

    def test_a_reader_that_goes_away_leaves_no_traceback(self, folder: Path) -> None:
        assert folder.exists()
        command = f"{sys.executable} -m matrixlint bad.ini; echo $? >&2"
        done = subprocess.run(
            ["bash", "-c", f"({command}) | true"], capture_output=True, check=False, text=True
        )

        assert done.stderr == f"found 1 error in 1 file{MENDABLE}\n1\n"
