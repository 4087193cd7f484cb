"""The line that says how a run went, and the count of rules."""

import pytest

from matrixlint.cli.check.summary import count_by_rule, summarize
from matrixlint.diagnostic import Diagnostic, Severity
from matrixlint.errors import ErrorDetail
from matrixlint.output.report import Report


def made(path: str, severity: Severity = Severity.ERROR, code: str = "MX401") -> Diagnostic:
    return Diagnostic(path, 1, 1, code, "wrong", 1, 1, code.lower(), severity)


FILES = ("a", "b", "c")
ODD = (ErrorDetail("odd"),)
WARNING = made("a", Severity.WARNING)
INFO = made("a", Severity.INFO)


@pytest.mark.parametrize(
    ("report", "hidden", "line"),
    [
        (Report(paths=FILES[:1]), 0, "1 file clean"),
        (Report(paths=FILES[:2]), 0, "all 2 files clean"),
        (Report(paths=FILES[:0]), 0, "no file linted"),
        (Report(paths=FILES[:2], details=ODD), 0, "2 files clean; 1 failure"),
        (Report(paths=FILES[:0], details=ODD * 2), 0, "no file linted; 2 failures"),
        (Report(paths=FILES[:2]), 1, "2 files linted; 1 finding hidden by --min-severity"),
        (Report([made("a")], paths=FILES[:1]), 0, "found 1 error in 1 file"),
        (Report([made("a"), made("b")], paths=FILES[:2]), 0, "found 2 errors in 2 files"),
        (
            Report([made("a"), made("a"), WARNING], paths=FILES[:3]),
            0,
            "found 2 errors and 1 warning in 1 of 3 files",
        ),
        (
            Report([made("a"), WARNING, INFO, INFO], paths=FILES[:1]),
            0,
            "found 1 error, 1 warning and 2 infos in 1 file",
        ),
        (
            Report([WARNING], ODD, paths=FILES[:1]),
            3,
            "found 1 warning in 1 file; 3 findings hidden by --min-severity; 1 failure",
        ),
    ],
)
def test_the_summary_of_a_run(report: Report, hidden: int, line: str) -> None:
    assert summarize(report, hidden=hidden) == line


def test_rules_are_listed_by_their_number_then_by_code() -> None:
    diagnostics = [made("a", code=code) for code in ("MX2", "MX3", "MX1", *["MX9"] * 10)]

    assert count_by_rule(diagnostics) == [
        "10  MX9 mx9",
        " 1  MX1 mx1",
        " 1  MX2 mx2",
        " 1  MX3 mx3",
    ]
    assert count_by_rule([]) == []
