"""Several processes give what one gives."""

import signal
import sys
from collections.abc import Callable
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from matrixlint.errors import ErrorDetail, MatrixlintError
from matrixlint.linter import runner
from tests.cli.check.samples import BAD_LINE, ERROR, MENDABLE_2, WARNING, Command

pytestmark = pytest.mark.usefixtures("lint_files")


class TestJobs:
    def test_the_answer_is_the_same_with_any_number(self, cli: Command, folder: Path) -> None:
        # Two processes are given several files at a time, and less at last; nine one by one.
        numbers = range(43)
        for number in numbers:
            (folder / f"{number}.ini").write_text(ERROR if number % 2 else WARNING, "utf-8")
        words = ("--output-format=json", "lost.ini", "--files-from=-")
        listed = b"\n".join(b"%d.ini" % number for number in numbers)

        runs = [cli(f"--jobs={jobs}", *words, stdin=listed) for jobs in (1, 2, 9)]

        assert runs[0].status == 2
        assert runs == [runs[0]] * 3

    def test_the_standard_input_goes_along(self, cli: Command) -> None:
        run = cli("--jobs=2", "-", "clean.ini", "bad.ini", stdin=ERROR.encode())

        assert run.out == BAD_LINE.replace("bad.ini", "<stdin>") + BAD_LINE
        assert run.err == f"found 2 errors in 2 of 3 files{MENDABLE_2}\n"

    def test_one_file_needs_no_further_process(
        self, cli: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", None)

        assert cli("--jobs=4", "clean.ini").status == 0

    def test_processes_are_given_several_files_at_once(
        self, cli: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from concurrent.futures import Future

        sizes: list[int] = []

        class Pool:
            def __init__(self, *_: object, **__: object) -> None:
                pass

            def submit(
                self, work: Callable[..., object], batch: list[object], rest: object
            ) -> Future[object]:
                sizes.append(len(batch))
                future: Future[object] = Future()
                future.set_result(work(batch, rest))
                return future

            def shutdown(self, **_: object) -> None:
                pass

        names = [f"{number}.ini" for number in range(21)]
        for number, name in enumerate(names):
            (folder / name).write_text(ERROR if number % 2 else WARNING, "utf-8")
        expected = cli(*names)
        monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", Pool)

        assert cli("--jobs=2", *names) == expected
        assert sizes == [*[2] * 10, 1]

    @pytest.mark.parametrize(
        ("platform", "method"), [("linux", "fork"), ("darwin", "spawn"), ("win32", "spawn")]
    )
    def test_processes_start_the_same_way_on_every_python(
        self, cli: Command, monkeypatch: pytest.MonkeyPatch, platform: str, method: str
    ) -> None:
        methods: list[str] = []

        def refuse(_: int, context: BaseContext, **__: object) -> None:
            methods.append(context.get_start_method())
            raise MatrixlintError(ErrorDetail("no process is started"))

        monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)
        monkeypatch.setattr(sys, "platform", platform)

        assert cli("--jobs=2", "clean.ini", "bad.ini").status == 2
        assert methods == [method]

    def test_a_process_that_dies_is_reported_for_each_file(
        self, cli: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from concurrent.futures import Future
        from concurrent.futures.process import BrokenProcessPool

        ended: list[bool] = []

        class Pool:
            def __init__(self, *_: object, **__: object) -> None:
                pass

            def submit(self, *_: object) -> Future[None]:
                future: Future[None] = Future()
                future.set_exception(BrokenProcessPool())
                return future

            def shutdown(self, *, cancel_futures: bool) -> None:
                ended.append(cancel_futures)

        monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", Pool)

        assert cli("--jobs=2", "clean.ini", "bad.ini") == (
            2,
            "",
            (
                "matrixlint: error: bad.ini: was not linted: a process ended unexpectedly\n"
                "matrixlint: error: clean.ini: was not linted: a process ended unexpectedly\n"
                "no file linted; 2 failures\n"
            ),
        )
        assert ended == [True]

    def test_the_processes_leave_ctrl_c_to_the_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        calls: list[tuple[object, object]] = []
        monkeypatch.setattr(signal, "signal", lambda *words: calls.append(words))

        runner._ignore_interrupts()  # noqa: SLF001  it runs in other processes only

        assert calls == [(signal.SIGINT, signal.SIG_IGN)]
