"""What is wrong in a configuration, with its line."""

from pathlib import Path

import pytest

from matrixlint.config.files import load_file
from matrixlint.config.resolve import read_config
from matrixlint.errors import ConfigError, ErrorDetail
from matrixlint.output.formats import FORMATS
from matrixlint.text.phrases import join_or
from tests.config.written import write

WORDS = join_or((*FORMATS, "auto"))


def details(path: str) -> list[ErrorDetail]:
    with pytest.raises(ConfigError) as caught:
        load_file(path)
    return list(caught.value.details)


def reported(folder: Path, text: str) -> list[tuple[int | None, str]]:
    path = write(folder, "matrixlint.toml", text)
    return [(detail.line, detail.message) for detail in details(path)]


class TestFaults:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("selct = []", "unknown setting 'selct'; did you mean 'select'?"),
            ("fail_on = 'info'", "unknown setting 'fail_on'; did you mean 'fail-on'?"),
            ("base = 'x'", "unknown setting 'base'"),
            ("selct = []\nselect = []", "unknown setting 'selct'"),
            ("select = 'MX4'", "select is 'MX4'; expected an array of strings"),
            ("select = [5]", "select[0] is 5; expected a string"),
            ("select = ['']", "select[0] is ''; expected a string that is not empty"),
            ("severity = 3", "severity is 3; expected a table of error, warning, info or off"),
            (
                "severity.MX401 = true",
                "severity.MX401 is true; expected error, warning, info or off",
            ),
            ("exclude = 1979-05-27", 'exclude is "1979-05-27"; expected an array of strings'),
            ("include = [[]]", "include[0] is []; expected a string"),
            (
                "per-file-ignores.'a/*.ini' = 'MX4'",
                "per-file-ignores.'a/*.ini' is 'MX4'; expected an array of strings",
            ),
            (
                "per-file-ignores = []",
                "per-file-ignores is []; expected a table of arrays of strings",
            ),
            (
                "dialect = 'drivers'",
                (
                    "dialect is 'drivers'; expected targets, driver, target or grades; "
                    "did you mean 'driver'?"
                ),
            ),
            (
                "output-format = 'jsn'",
                f"output-format is 'jsn'; expected {WORDS}; did you mean 'json'?",
            ),
            ("select = ['MX4O1']", "select: unknown rule 'MX4O1'; did you mean 'MX401'?"),
            (
                "extend-select = ['ALL', 'unknwon-level']",
                "extend-select: unknown rule 'unknwon-level'; did you mean 'unknown-level'?",
            ),
            ("ignore = ['zzz']", "ignore: unknown rule 'zzz'"),
            (
                "per-file-ignores.x = ['MX40', 'mx401']",
                "per-file-ignores.x: unknown rule 'mx401'; did you mean 'MX401'?",
            ),
            ("severity.MX4 = 'off'", "severity: unknown rule 'MX4'"),
            (
                "severity.unknown-levels = 'off'",
                "severity: unknown rule 'unknown-levels'; did you mean 'unknown-level'?",
            ),
            (
                "severity = {MX401 = 'off', unknown-level = 'info'}",
                "severity: 'unknown-level' and 'MX401' are one rule",
            ),
        ],
    )
    def test_a_error_is_reported_with_what_was_expected(
        self, folder: Path, text: str, expected: str
    ) -> None:
        assert reported(folder, f"# a comment\n{text}\n") == [(2, expected)]

    def test_all_errors_are_reported_by_line(self, folder: Path) -> None:
        text = 'wrong = 1\nselect = [\n  "MX4",\n  5,\n]\n[severity]\nMX401 = "of"\n'

        assert reported(folder, text) == [
            (1, "unknown setting 'wrong'"),
            (4, "select[1] is 5; expected a string"),
            (
                7,
                "severity.MX401 is 'of'; expected error, warning, info or off; did you mean 'off'?",
            ),
        ]

    def test_without_lines_faults_are_told_by_the_names_of_their_places(self) -> None:
        levels = ["a", "b", 5, *"defghij", 5]
        dialects = {"y": {"label": 1}, "x": {"labl": "a"}}
        table = {"severity": {"MX401": "of"}, "zzz": 1, "dialects": dialects, "ignore": levels}

        with pytest.raises(ConfigError) as caught:
            read_config(table, None)

        assert [detail.message for detail in caught.value.details] == [
            "unknown setting 'zzz'",
            "unknown setting 'labl' in dialects.x; did you mean 'label'?",
            "dialects.y is incomplete; expected 'extends' or 'declaration'",
            "dialects.y.label is 1; expected a string",
            "ignore[10] is 5; expected a string",
            "ignore[2] is 5; expected a string",
            "severity.MX401 is 'of'; expected error, warning, info or off; did you mean 'off'?",
        ]

    def test_lines_are_those_of_the_whole_pyproject(self, folder: Path) -> None:
        text = '[project]\nname = "x"\n\n[tool.matrixlint]\nignore = ["MX4",\n"MX999"]\n'
        path = write(folder, "pyproject.toml", text)

        assert details(path) == [
            ErrorDetail("ignore: unknown rule 'MX999'", "pyproject.toml", 6, 1),
        ]

    @pytest.mark.parametrize("text", ["[tool]\nmatrixlint = 3", "[[tool.matrixlint]]\na=1"])
    def test_the_table_must_be_one(self, folder: Path, text: str) -> None:
        path = write(folder, "pyproject.toml", text)

        (detail,) = details(path)

        assert detail.message.startswith("the configuration is ")
        assert detail.message.endswith("; expected a table")

    @pytest.mark.parametrize(
        ("text", "message", "line", "column"),
        [
            ("a = 1\nb 2", "is no TOML: expected '=' after a key in a key/value pair", 2, 3),
            ("a = 1\nb = [", "is no TOML: invalid value", 2, None),
        ],
    )
    def test_what_is_no_toml_is_reported_with_its_place(
        self, folder: Path, text: str, message: str, line: int, column: int | None
    ) -> None:
        path = write(folder, "matrixlint.toml", text)

        assert details(path) == [ErrorDetail(message, "matrixlint.toml", line, column)]

    def test_what_is_not_utf_8_is_reported_with_its_line(self, folder: Path) -> None:
        (folder / "matrixlint.toml").write_bytes(b"a = 1\nb = '\xff'\n")

        assert details("matrixlint.toml") == [ErrorDetail("is not UTF-8", "matrixlint.toml", 2)]

    def test_a_file_that_is_named_must_be_there(self, folder: Path) -> None:
        write(folder, "matrixlint.toml", "")

        assert details("matrxlint.toml") == [
            ErrorDetail("no such file or folder; did you mean 'matrixlint.toml'?", "matrxlint.toml")
        ]

    @pytest.mark.parametrize(
        "text", ["", "x = 1", "tool = 'matrixlint'", "[tool.x]\na='matrixlint'"]
    )
    def test_a_pyproject_that_is_named_must_speak_of_us(self, folder: Path, text: str) -> None:
        path = write(folder, "pyproject.toml", text)

        assert details(path) == [ErrorDetail("has no table [tool.matrixlint]", "pyproject.toml")]
