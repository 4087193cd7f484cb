"""Rules run over a text, and their findings made into rows."""

import gc
import pickle
from pathlib import Path
from sys import getrefcount

import pytest

from matrixlint import Diagnostic, FixedText, fix_text, lint_file, lint_text, load
from matrixlint.config.settings import Settings
from matrixlint.diagnostic import Fix, Related, Severity
from matrixlint.errors import FileError, MatrixlintError
from matrixlint.linter.lint import lint_or_raise, lint_source
from matrixlint.text.source import Source
from matrixlint.text.span import Span
from tests.parsed import CLEAN


def places(found: list[Diagnostic]) -> list[str]:
    return [f"{each.line}:{each.column} {each.code}" for each in found]


def test_a_clean_text_has_no_finding() -> None:
    assert lint_text(CLEAN) == []
    assert lint_text(CLEAN, config={"select": ["ALL"]}) == []


def test_a_row_names_everything_that_the_finding_is_about() -> None:
    (diagnostic,) = lint_text(CLEAN.replace("=complete", "=compelte"), path="doc/a.ini")

    assert diagnostic[:3] == ("doc/a.ini", 6, 10)
    assert (diagnostic.code, diagnostic.name, diagnostic.severity) == (
        "MX401",
        "unknown-level",
        Severity.ERROR,
    )
    assert diagnostic.span == Span(6, 10, 6, 18)
    assert (diagnostic.section, diagnostic.key, diagnostic.driver, diagnostic.value) == (
        *("operation.x", "driver.a", "a", "compelte"),
    )
    assert diagnostic.hint == "did you mean 'complete'?"
    assert (diagnostic.related, diagnostic.suppressed) == ((), None)


def test_a_row_of_a_section_has_no_key() -> None:
    (diagnostic,) = lint_text(CLEAN.replace("title=X\n", ""))

    assert (
        diagnostic.code,
        diagnostic.section,
        diagnostic.key,
        diagnostic.driver,
        diagnostic.value,
    ) == (*("MX201", "operation.x", None, None, None),)


def test_a_row_of_a_error_is_about_its_place() -> None:
    (diagnostic,) = lint_text(f"{CLEAN}title=X\n")

    assert (diagnostic.code, diagnostic.section, diagnostic.key, diagnostic.value) == (
        "MX003",
        "operation.x",
        None,
        "title",
    )
    assert [each.span for each in diagnostic.related] == [Span(4, 1, 4, 6)]
    assert isinstance(diagnostic.related[0], Related)
    assert isinstance(diagnostic.fix, Fix)


def test_rows_are_in_the_order_of_line_column_and_code() -> None:
    text = "[driver.B]\n" + CLEAN.replace("=optional", "=wurst").replace("=complete", "=brot")
    diagnostics = lint_text(f"{text}word\ntitle=Y\n")

    assert places(diagnostics) == [
        *("1:1 MX103", "1:1 MX106", "6:8 MX301", "7:10 MX401", "8:1 MX004"),
    ]
    assert diagnostics == sorted(diagnostics, key=lambda diagnostic: diagnostic[:5])


def test_only_selected_rules_run() -> None:
    text = CLEAN.replace("=complete", "=unknown").replace("=optional", "=wurst")

    assert places(lint_text(text)) == ["5:8 MX301"]
    assert places(lint_text(text, config={"select": ["MX408"]})) == ["6:10 MX408"]
    assert places(lint_text(text, config={"select": ["ALL"]})) == ["5:8 MX301", "6:10 MX408"]
    assert places(lint_text(text, config={"ignore": ["unknown-status"]})) == []


def test_which_rule_speaks_does_not_depend_on_the_selection() -> None:
    text = CLEAN.replace("driver.a=", "driver.=")

    assert lint_text(text, config={"select": ["MX402"]}) == [
        diagnostic
        for diagnostic in lint_text(text, config={"select": ["ALL"]})
        if diagnostic.code == "MX402"
    ]


def test_a_finding_may_have_a_severity_of_its_own() -> None:
    diagnostics = lint_text(CLEAN.replace("title=X", "titel=X").replace("status", "stauts"))

    assert [(diagnostic.code, diagnostic.severity) for diagnostic in diagnostics] == [
        ("MX203", Severity.ERROR),
        ("MX203", Severity.WARNING),
    ]


def test_the_configured_severity_wins_over_both() -> None:
    text = CLEAN.replace("title=X", "titel=X").replace("status", "stauts")
    diagnostics = lint_text(text, config={"severity": {"unknown-field": "info"}})

    assert [diagnostic.severity for diagnostic in diagnostics] == [Severity.INFO, Severity.INFO]


def test_of_an_illegible_line_only_that_is_reported() -> None:
    text = f"{CLEAN}two \0 words\nother words\n"

    assert places(lint_text(text)) == ["7:5 MX005", "8:1 MX001"]


def test_an_illegible_line_that_is_not_first_is_reported_with_the_first() -> None:
    assert places(lint_text(f"# \0\n{CLEAN}two \0 words\n")) == ["1:3 MX005"]


def test_a_dialect_may_be_forced() -> None:
    text = "[x]\ntitle=X\n"

    assert load(text).dialect is None
    assert places(lint_text(text, config={"dialect": "driver"})) == ["1:1 MX101"]
    assert places(lint_text(CLEAN, config={"dialect": "target"})) == ["1:1 MX105"]


def test_a_wrong_setting_is_an_error_of_ours() -> None:
    with pytest.raises(MatrixlintError):
        lint_text(CLEAN, config={"selct": []})


def test_a_file_is_read_as_bytes(tmp_path: Path) -> None:
    path = str(tmp_path / "a.ini")
    Path(path).write_bytes(b"\xef\xbb\xbf" + CLEAN.replace("\n", "\r\n").encode() + b"notes=\xff\n")

    assert [
        (diagnostic.path, diagnostic.line, diagnostic.code) for diagnostic in lint_file(path)
    ] == [
        (path, 1, "MX006"),
        (path, 7, "MX005"),
    ]
    assert [diagnostic.code for diagnostic in lint_file(path, {"select": ["MX005"]})] == ["MX005"]


def test_a_file_that_is_not_there_cannot_be_linted(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        lint_file(str(tmp_path / "none.ini"))


def test_a_source_is_linted_with_settings() -> None:
    source = Source.from_text("a.ini", f"{CLEAN}word\n")

    assert places(lint_or_raise(source, Settings())) == ["7:1 MX001"]
    assert lint_or_raise(source, Settings(codes=frozenset())) == []


def test_a_matrix_is_loaded_whatever_the_text_holds() -> None:
    matrix = load(f"{CLEAN}word\n", "b.ini")

    assert [feature.name for feature in matrix.features] == ["operation.x"]
    assert matrix.document.source.path == "b.ini"
    assert [error.code for error in matrix.document.errors] == ["MX001"]
    assert load("").document.source.path == "support-matrix.ini"


def test_rows_can_be_pickled() -> None:
    diagnostics = lint_text(f"{CLEAN}title=X\n[operation.y]\n", config={"select": ["ALL"]})

    assert pickle.loads(pickle.dumps(diagnostics)) == diagnostics  # noqa: S301  our own bytes
    assert len(diagnostics) == 4


def test_what_was_read_is_freed_without_the_collector_of_garbage() -> None:
    source = Source.from_text("a.ini", CLEAN + CLEAN.replace("complete", "odd"))
    held = getrefcount(source)
    gc.disable()
    try:
        assert lint_source(source, Settings()).diagnostics != []
        assert getrefcount(source) == held
    finally:
        gc.enable()


SPACED = CLEAN.replace("title=X\n", "title=X  \n")
BOTH = SPACED.replace("=complete", "=Complete").replace("status=optional", "status=optoinal")


def test_safe_fixes_of_a_text_are_applied() -> None:
    fixed = fix_text(SPACED, config={"select": ["MX801"]})

    assert (fixed.text, fixed.skipped, fixed.diagnostics) == (CLEAN, [], [])
    assert [each.code for each in fixed.applied] == ["MX801"]


def test_what_is_not_applied_has_a_reason_and_is_left() -> None:
    fixed = fix_text(BOTH)
    reasons = [(each.diagnostic.code, each.reason) for each in fixed.skipped]

    assert [each.code for each in fixed.applied] == ["MX401"]
    assert reasons == [("MX301", "is unsafe")]
    assert [each.code for each in fixed.diagnostics] == ["MX301"]
    assert fix_text(BOTH, unsafe=True).diagnostics == []


def test_fixes_wait_for_those_of_syntax_errors() -> None:
    text = CLEAN.replace("=complete", "=Complete") + "driver.a=partial\n"
    fixed = fix_text(text)

    assert (fixed.text, fixed.applied) == (text, [])
    assert [(each.diagnostic.code, each.reason) for each in fixed.skipped] == [
        ("MX401", "waits until the syntax errors are fixed"),
    ]


def test_what_a_comment_suppresses_is_not_fixed() -> None:
    text = SPACED.replace("title=X", "# matrixlint: ignore[MX801]\ntitle=X")

    assert fix_text(text, config={"select": ["MX801"]}) == FixedText(text, [], [], [])


@pytest.mark.parametrize("odd", ["\ufeff", "# \U0001f600\r\n"])
def test_all_else_of_a_text_stays(odd: str) -> None:
    assert fix_text(odd + SPACED, config={"select": ["MX801"]}).text == odd + CLEAN


def test_a_text_that_has_no_encoding_stays() -> None:
    text = f"# \ud800\n{SPACED}"

    assert fix_text(text, config={"select": ["MX801"]}).text == text
