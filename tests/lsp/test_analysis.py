"""What holds for an open file: configuration, baseline, comments, as for the command."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from matrixlint import Severity, Span
from matrixlint.lsp import diagnostics
from matrixlint.lsp.diagnostics import PublishedDiagnostic, find_diagnostics
from matrixlint.lsp.uris import uri_to_path
from tests.lsp.client import DRIVERS, analysis

Command = Callable[..., Any]
NAME = "support-matrix.ini"
TEXT = f"{DRIVERS}[operation.x]\ntitle=X\nstatus=optional\ndriver.a=wrong\ndriver.b=partial\n"


def codes(name: str | None = NAME) -> list[str | None]:
    return [each.code for each in find_diagnostics(analysis(TEXT, name))]


@pytest.fixture(autouse=True)
def place(folder: Path) -> Path:
    return folder


def test_findings_are_those_of_the_command(cli: Command) -> None:
    Path(NAME).write_text(TEXT, encoding="utf-8")
    out = cli(NAME).out

    assert codes() == ["MX401", "MX406"]
    assert [line.split()[1] for line in out.splitlines()] == codes()


def test_the_configuration_is_read_anew_each_time() -> None:
    Path("matrixlint.toml").write_text("ignore = ['MX406']\n", encoding="utf-8")
    assert codes() == ["MX401"]
    Path("matrixlint.toml").write_text("ignore = ['MX401']\n", encoding="utf-8")
    assert codes() == ["MX406"]


def test_a_broken_configuration_is_reported_at_the_top() -> None:
    Path("matrixlint.toml").write_text("ignroe = []\n", encoding="utf-8")
    message = "matrixlint.toml:1: unknown setting 'ignroe'; did you mean 'ignore'?"

    assert find_diagnostics(analysis(TEXT, NAME)) == [
        PublishedDiagnostic(Span(1, 1, 1, 1), message, Severity.ERROR)
    ]


def test_a_broken_configuration_is_reported_in_matrices_alone() -> None:
    for broken in ("ignroe = []\n", "baseline = 'missing.json'\n"):
        Path("matrixlint.toml").write_text(broken, encoding="utf-8")

        assert (codes("tox.ini"), codes(None), codes()) == ([], [], [None])


def test_a_known_finding_is_not_reported(cli: Command) -> None:
    Path(NAME).write_text(TEXT, encoding="utf-8")
    Path("matrixlint.toml").write_text("baseline = 'known.json'\n", encoding="utf-8")
    cli("--write-baseline", NAME)
    assert codes() == []

    Path("known.json").unlink()
    assert [each.message for each in find_diagnostics(analysis(TEXT, NAME))] == [
        "known.json: no such file or folder"
    ]


def test_a_suppressed_finding_is_not_reported() -> None:
    text = TEXT.replace("driver.a=w", "# matrixlint: ignore[MX401]\ndriver.a=w")

    assert [each.code for each in find_diagnostics(analysis(text, NAME))] == ["MX406"]


@pytest.mark.parametrize("name", ["tox.ini", None])
def test_what_a_search_would_not_take_has_no_findings(name: str | None) -> None:
    known = analysis(TEXT, name)

    assert find_diagnostics(known) == []
    assert [driver.name for driver in known.matrix.drivers] == ["a", "b"]


def test_include_and_exclude_hold() -> None:
    Path("matrixlint.toml").write_text(
        f"include = ['*.ini']\nexclude = ['{NAME}']\n", encoding="utf-8"
    )

    assert (codes("tox.ini"), codes()) == (["MX401", "MX406"], [])


def test_of_very_many_findings_only_the_first_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnostics, "MAX_DIAGNOSTICS", 1)
    found = find_diagnostics(analysis(TEXT, NAME))
    more = "1 finding more; the command tells them all"

    assert [each.code for each in found] == ["MX401", None]
    assert found[1] == PublishedDiagnostic(Span(1, 1, 1, 1), more, Severity.INFO)


def test_a_bug_of_ours_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("matrixlint.lsp.analysis.check_matrix", fail)

    assert [each.message for each in find_diagnostics(analysis(TEXT, NAME))] == [
        f"{NAME}: internal error: ZeroDivisionError: oh"
    ]


@pytest.mark.parametrize(
    ("uri", "wanted"),
    [
        ("file:///a/b%20c.ini", "/a/b c.ini"),
        ("file://localhost/a", "/a"),
        ("file://elsewhere/a", None),
        ("file:a", None),
        ("file:///a%00b", None),
        ("file://[bad", None),
        ("untitled:Untitled-1", None),
        ("http://example.org/a", None),
        ("", None),
        ("\ud800", None),
    ],
)
def test_only_a_local_file_has_a_path(uri: str, wanted: str | None) -> None:
    assert uri_to_path(uri) == wanted
