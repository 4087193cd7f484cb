"""Fixes on the command line: made, shown, held back, and never a file lost."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.check.fixable import CLEAN, SAFE, Command, Put

UNSAFE = CLEAN.replace("=complete", "=compelte")


BOTH = SAFE.replace("=optional", "=optionla")


LEVEL = "driver 'kvm' is 'compelte'; expected complete, partial, missing or unknown"


LEFT = f"MX401 unknown-level: {LEVEL}; did you mean 'complete'?\n"


DIFF = """\
--- a.ini
+++ a.ini
@@ -4,4 +4,4 @@
 [operation.attach]
 title=Attach
 status=optional
-driver.kvm=Complete
+driver.kvm=complete
"""


class TestFix:
    def test_safe_fixes_are_written(self, cli: Command, put: Put) -> None:
        path = put(SAFE)

        assert cli("--fix", "a.ini") == (0, "", "1 mended, 0 left\n")
        assert path.read_text() == CLEAN
        assert cli("--fix", "a.ini") == (0, "", "1 file clean\n")

    def test_unsafe_ones_are_left_and_reported(self, cli: Command, put: Put) -> None:
        path = put(UNSAFE)
        summary = "0 mended, 1 left, 1 more with --unsafe-fixes\n"

        assert cli("--fix", "a.ini") == (1, f"a.ini:7:12: {LEFT}", summary)
        assert path.read_text() == UNSAFE

    def test_unsafe_ones_are_made_on_demand(self, cli: Command, put: Put) -> None:
        path = put(BOTH)

        assert cli("--fix", "--unsafe-fixes", "a.ini") == (0, "", "2 mended, 0 left\n")
        assert path.read_text() == CLEAN

    def test_only_selected_rules_are_fixed(self, cli: Command, put: Put) -> None:
        path = put(SAFE.replace("title=Attach", 'title="Attach"'))
        cli("--fix", "--select", "MX705", "a.ini")

        assert path.read_text() == SAFE

    def test_what_is_suppressed_is_left_alone(self, cli: Command, put: Put) -> None:
        text = SAFE.replace("driver.kvm=", "# matrixlint: ignore[MX401]\ndriver.kvm=")
        path = put(text)

        assert cli("--fix", "a.ini") == (0, "", "1 file clean; 1 finding suppressed\n")
        assert path.read_text() == text

    def test_what_a_baseline_knows_is_left_alone(self, cli: Command, put: Put) -> None:
        path = put(SAFE)
        cli("--write-baseline", "--baseline=b.json", "a.ini")

        assert cli("--fix", "--baseline=b.json", "a.ini").err == (
            "1 file clean; 1 finding suppressed\n"
        )
        assert path.read_text() == SAFE

    def test_the_report_speaks_of_the_new_text(self, cli: Command, put: Put) -> None:
        lines = ["[driver.kvm]", "title=KVM  ", "[operation.x]", "title=X", "status=optional"]
        lines += ["", "# matrixlint: ignore[MX406]", "driver.kvm=compelte", ""]
        put("\n".join(lines))

        assert cli("--fix", "--extend-select=MX8", "a.ini").out == f"a.ini:7:12: {LEFT}"

    def test_in_json_nothing_fixed_is_listed(self, cli: Command, put: Put) -> None:
        put(BOTH)
        found = json.loads(cli("--fix", "--output-format=json", "a.ini").out)

        assert [diagnostic["code"] for diagnostic in found["diagnostics"]] == ["MX301"]

    def test_processes_give_the_same(self, cli: Command, put: Put, folder: Path) -> None:
        for name in ("a.ini", "b.ini", "c.ini"):
            put(BOTH, name)

        run = cli("--fix", "--jobs=2", "a.ini", "b.ini", "c.ini")

        assert run.err == "3 mended, 3 left, 3 more with --unsafe-fixes\n"
        assert [each.read_text() for each in sorted(folder.glob("*.ini"))] == [
            CLEAN.replace("=optional", "=optionla")
        ] * 3

    def test_syntax_comes_first(self, cli: Command, put: Put) -> None:
        path = put(f"{SAFE}garbage\n")
        run = cli("--fix", "a.ini")

        assert run.err.splitlines() == [
            "matrixlint: a.ini: 1 fix waits: faults of syntax are to be mended first",
            "0 mended, 2 left",
        ]
        assert path.read_text() == f"{SAFE}garbage\n"

    def test_several_that_wait_are_counted(self, cli: Command, put: Put) -> None:
        put(f"{SAFE}garbage\n".replace("title=KVM", 'title="KVM"'))
        wait = "matrixlint: a.ini: 2 fixes wait: faults of syntax are to be mended first"

        assert cli("--fix", "a.ini").err.splitlines()[0] == wait

    def test_a_refused_fix_is_reported(self, cli: Command, put: Put) -> None:
        head, feature = CLEAN.split("\n\n")
        path = put("\n\n".join([*[head.replace("kvm]", "kvm")] * 2, feature]))
        remark = "matrixlint: a.ini:4: fix of MX004 not made: the file would have one more MX002"

        assert cli("--fix", "a.ini").err.splitlines()[0] == remark
        assert path.read_text().count("[driver.kvm]\n") == 1

    def test_a_driver_is_added_by_its_declaration(self, cli: Command, put: Put) -> None:
        path = put(CLEAN.replace("\n[op", "\n[driver.xen]\ntitle=Xen\n\n[op"))
        words = ("--fix", "--unsafe-fixes", "--select", "MX107,MX402", "a.ini")

        assert cli(*words) == (0, "", "1 mended, 0 left\n")
        assert path.read_text().endswith("driver.kvm=complete\ndriver.xen=unknown\n")


class TestFixOnly:
    def test_what_is_left_is_neither_reported_nor_a_failure(self, cli: Command, put: Put) -> None:
        path = put(BOTH)
        summary = "1 mended, 1 left, 1 more with --unsafe-fixes\n"

        assert cli("--fix-only", "a.ini") == (0, "", summary)
        assert path.read_text() == CLEAN.replace("=optional", "=optionla")

    def test_a_missing_file_is_2(self, cli: Command) -> None:
        assert cli("--fix-only", "a.ini").status == 2


class TestDiff:
    def test_it_is_printed_and_nothing_is_written(self, cli: Command, put: Put) -> None:
        path = put(SAFE)

        assert cli("--diff", "a.ini") == (1, DIFF, "1 would be mended, 0 left\n")
        assert cli("--fix", "--diff", "a.ini").out == DIFF
        assert cli("--diff", "--exit-zero", "a.ini").status == 0
        assert path.read_text() == SAFE

    def test_what_is_left_fails_unless_only_fixes_are_asked_for(
        self, cli: Command, put: Put
    ) -> None:
        put(UNSAFE)

        assert (cli("--diff", "a.ini").status, cli("--diff", "a.ini").out) == (1, "")
        assert cli("--diff", "--fix-only", "a.ini").status == 0

    def test_nothing_to_change_is_0(self, cli: Command, put: Put) -> None:
        put(CLEAN)

        assert cli("--diff", "a.ini") == (0, "", "1 file clean\n")

    def test_it_works_on_the_standard_input(self, cli: Command) -> None:
        run = cli("--diff", "--stdin-filename=a.ini", "-", stdin=SAFE.encode())

        assert (run.status, run.out) == (1, DIFF)

    def test_patch_applies_it(self, process: Command, put: Put, folder: Path) -> None:
        text = SAFE.replace("\n", "\r\n").removesuffix("\r\n").replace("KVM", "KVM \u200b")
        path = put(text)
        done = subprocess.run(
            [sys.executable, "-m", "matrixlint", "--diff", "a.ini"],
            capture_output=True,
            check=False,
        )
        subprocess.run(["patch", "-p0", "--binary"], input=done.stdout, cwd=folder, check=True)
        patched = path.read_bytes()
        put(text)
        process("--fix-only", "a.ini")

        assert patched == path.read_bytes() != text.encode()

    def test_on_a_terminal_it_is_fit_to_print(
        self, cli: Command, put: Put, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(SAFE.replace("status", "# \x1b[31m\nstatus").replace("\x1b", "\u202e"))
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        out = cli("--diff", "a.ini").out

        assert " # \\u202e[31m\n" in out
        assert out.endswith("+driver.kvm=complete\n")


class TestStandardInput:
    def test_its_text_is_printed_and_the_findings_beside(self, cli: Command) -> None:
        run = cli("--fix", "-", stdin=BOTH.encode())
        message = "status is 'optionla'; expected mandatory, optional, choice, condition, mature"

        assert run.status == 1
        assert run.out == CLEAN.replace("=optional", "=optionla")
        assert run.err == (
            f"<stdin>:6:8: MX301 unknown-status: {message} or immature; did you mean 'optional'?\n"
            "1 mended, 1 left, 1 more with --unsafe-fixes\n"
        )

    def test_where_nothing_is_left_the_text_alone_is_printed(self, cli: Command) -> None:
        assert cli("--fix", "-", stdin=SAFE.encode()) == (0, CLEAN, "1 mended, 0 left\n")

    @pytest.mark.parametrize("data", [b"\xff\xfea\0", b"", b"a\xff\r", SAFE.encode()])
    def test_it_is_handed_on_as_it_came_where_it_is_excluded(self, data: bytes) -> None:
        words = ["--fix", "--stdin-filename=a.ini", "--force-exclude", "--exclude=a.ini", "-"]
        done = subprocess.run(
            [sys.executable, "-m", "matrixlint", *words],
            input=data,
            capture_output=True,
            check=False,
        )

        assert (done.returncode, done.stdout) == (0, data)

    @pytest.mark.parametrize("data", [b"\xff\xfea\0", b"", b"a\xff\r", b"\0"])
    def test_what_is_no_text_is_handed_on_too(self, data: bytes) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "matrixlint", "--fix", "-"],
            input=data,
            capture_output=True,
            check=False,
        )

        assert (done.returncode, done.stdout) == (1, data)
