"""The grouped format: findings under their files."""

from matrixlint.diagnostic import Diagnostic, Severity
from matrixlint.output.formats import render
from matrixlint.output.report import Report


def made(path: str, line: int, severity: Severity, hint: str | None = None) -> Diagnostic:
    return Diagnostic(path, line, 3, "MX401", "wrong", line, 4, "unknown-level", severity, hint)


ROWS = [
    made("a.ini", 9, Severity.ERROR),
    made("a.ini", 41, Severity.WARNING, "did you mean 'x'?"),
    made("b\n.ini", 1, Severity.INFO),
]


def test_findings_stand_in_columns_under_their_file() -> None:
    assert render("grouped", Report(ROWS)) == (
        "a.ini\n"
        "   9:3  error    MX401 unknown-level: wrong\n"
        "  41:3  warning  MX401 unknown-level: wrong; did you mean 'x'?\n"
        "\n"
        "b\\n.ini\n"
        "  1:3  info  MX401 unknown-level: wrong\n"
    )


def test_file_and_severity_are_coloured_on_request() -> None:
    assert render("grouped", Report(ROWS[:1], colored=True)) == (
        "\033[1ma.ini\033[0m\n  9:3  \033[1;31merror\033[0m  MX401 unknown-level: wrong\n"
    )


def test_no_finding_is_no_text() -> None:
    assert render("grouped", Report()) == ""
