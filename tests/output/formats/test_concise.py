"""The concise format: one line a finding."""

import re

from matrixlint.diagnostic import Diagnostic, Severity
from matrixlint.output.formats import render
from matrixlint.output.report import Report

FINDING = Diagnostic(
    path="doc/support-matrix.ini",
    line=41,
    column=12,
    code="MX401",
    message="driver 'foo' is 'compelte'; expected complete, partial, missing or unknown",
    end_line=41,
    end_column=20,
    name="unknown-level",
    severity=Severity.ERROR,
)


def test_a_finding_is_a_line_with_its_place_first() -> None:
    assert render("concise", Report([FINDING])) == (
        "doc/support-matrix.ini:41:12: MX401 unknown-level: "
        "driver 'foo' is 'compelte'; expected complete, partial, missing or unknown\n"
    )


def test_a_hint_follows_the_message() -> None:
    hinted = FINDING._replace(message="wrong", hint="did you mean 'complete'?")

    assert render("concise", Report([hinted])) == (
        "doc/support-matrix.ini:41:12: MX401 unknown-level: wrong; did you mean 'complete'?\n"
    )


def test_no_finding_is_no_line() -> None:
    assert render("concise", Report()) == ""


def test_a_gate_can_read_every_line() -> None:
    diagnostics = [FINDING._replace(path="a:1:2: b\n.ini", message="x\x1b"), FINDING]
    gate = re.compile(r"^(.*):(\d+):(\d+): (.*)$")

    lines = render("concise", Report(diagnostics, colored=True)).splitlines()

    assert [gate.fullmatch(line) is not None for line in lines] == [True, True]
    assert lines[0] == "a:1:2: b\\n.ini:41:12: MX401 unknown-level: x\\x1b"
