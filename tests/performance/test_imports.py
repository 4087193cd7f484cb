"""What a run imports: the price of a start is held down by names, not by milliseconds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

CLEAN = "[driver.a]\ntitle=A\n[operation.x]\ntitle=X\nstatus=optional\ndriver.a=complete\n"
ERROR = CLEAN.replace("complete", "odd")
SLOW = frozenset(
    {
        "argparse",
        "ast",
        "asyncio",
        "attr",
        "concurrent.futures",
        "configparser",
        "dataclasses",
        "difflib",
        "email",
        "gettext",
        "hashlib",
        "importlib.metadata",
        "importlib.resources",
        "inspect",
        "json",
        "jsonschema",
        "locale",
        "logging",
        "lsprotocol",
        "multiprocessing",
        "pathlib",
        "pickle",
        "pygls",
        "random",
        "shutil",
        "signal",
        "socket",
        "subprocess",
        "tempfile",
        "textwrap",
        "threading",
        "tomllib",
        "unicodedata",
        "urllib",
        "zipfile",
    }
)
OURS = frozenset(
    {
        "matrixlint.linter.baseline.file",
        "matrixlint.linter.baseline.run",
        "matrixlint.cli.config",
        "matrixlint.fixes.fix_file",
        "matrixlint.cli.check.flags",
        "matrixlint.fixes.add_suppressions",
        "matrixlint.linter.baseline.match",
        "matrixlint.cli.lsp",
        "matrixlint.cli.migrate",
        "matrixlint.cli.arguments",
        "matrixlint.linter.project.collect",
        "matrixlint.cli.rule",
        "matrixlint.cli.schema",
        "matrixlint.cli.check.show",
        "matrixlint.config.validate_dialects",
        "matrixlint.config.validate",
        "matrixlint.config.converters",
        "matrixlint.config.keys",
        "matrixlint.config.problem",
        "matrixlint.config.rule_options",
        "matrixlint.config.overrides",
        "matrixlint.config.describe",
        "matrixlint.config.load",
        "matrixlint.config.toml_lines",
        "matrixlint.linter.project.directives",
        "matrixlint.fixes.engine",
        "matrixlint.fixes.edit_conflicts",
        "matrixlint.fixes.side_effects",
        "matrixlint.linter.file_listing",
        "matrixlint.lsp",
        "matrixlint.syntax.key_style",
        "matrixlint.fixes.migrate",
        "matrixlint.text.edited_text",
        "matrixlint.model.entry_insertion",
        "matrixlint.linter.project.cross_file",
        "matrixlint.output.formats.full",
        "matrixlint.output.formats.json",
        "matrixlint.schema.fast_path",
        "matrixlint.schema.validate",
        "matrixlint.schema.project_schema",
        "matrixlint.rules.feature._project_schema",
        "matrixlint.model.json",
        "matrixlint.model.cross_file",
        "matrixlint.linter.suppression.match",
        "matrixlint.linter.suppression.match.ignore",
        "matrixlint.linter.suppression.check",
        "matrixlint.syntax.suppression_comments",
        "matrixlint.text.unified_diff",
        "matrixlint.syntax.dialects.custom",
        "matrixlint.text.atomic_write",
    }
)
# What words that begin with a dash bring.
FLAGS = {"argparse", "gettext", "locale", "matrixlint.cli.check.flags", "matrixlint.cli.arguments"}
# What a configuration brings.
CONFIGURATION = {
    "matrixlint.config.converters",
    "matrixlint.config.keys",
    "matrixlint.config.load",
    "matrixlint.config.problem",
    "matrixlint.config.validate",
    "tomllib",
}
SCRIPT = """
import sys
from matrixlint.cli import main
status = main(sys.argv[1:])
names = sorted(sys.modules)
import json
json.dump([status, names], sys.stderr)
"""


def imported(folder: Path, *words: str) -> set[str]:
    """Return what of the slow and the seldom a run of the command has imported."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *words],
        cwd=folder,
        capture_output=True,
        check=True,
    )
    _, names = json.loads(done.stderr.splitlines()[-1])
    return set(names) & (SLOW | OURS)


@pytest.fixture(autouse=True)
def files(folder: Path) -> None:
    (folder / "support-matrix.ini").write_text(CLEAN, encoding="utf-8")
    (folder / "bad.ini").write_text(ERROR, encoding="utf-8")


def test_a_clean_run_imports_nothing_slow(folder: Path) -> None:
    assert imported(folder, "support-matrix.ini") == set()


def test_findings_in_ascii_import_nothing_slow(folder: Path) -> None:
    assert imported(folder, "bad.ini") == set()


def test_a_project_without_a_word_of_us_imports_nothing_slow(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")

    assert imported(folder, "support-matrix.ini") == set()


def test_the_reporter_alone_brings_what_it_needs(folder: Path) -> None:
    assert imported(folder, "--output-format=full", "bad.ini") == {
        *FLAGS,
        "matrixlint.output.formats.full",
    }
    assert imported(folder, "--output-format=json", "support-matrix.ini") == {
        *FLAGS,
        "json",
        "matrixlint.output.formats.json",
    }


def test_a_valid_configuration_imports_toml_and_no_more(folder: Path) -> None:
    (folder / "matrixlint.toml").write_text("ignore = ['MX4']\n", encoding="utf-8")

    assert imported(folder, "support-matrix.ini") == CONFIGURATION


def test_own_dialects_import_what_makes_them_and_no_schema(folder: Path) -> None:
    text = "[dialects.own]\nextends = 'driver'\ndeclaration = 'plugin.'\n"
    (folder / "matrixlint.toml").write_text(text, encoding="utf-8")

    assert imported(folder, "support-matrix.ini") == {
        *CONFIGURATION,
        "matrixlint.config.validate_dialects",
        "matrixlint.syntax.dialects.custom",
    }


def test_options_of_rules_import_what_reads_them_and_no_schema(folder: Path) -> None:
    text = "options.MX406.levels = ['missing']\n"
    (folder / "matrixlint.toml").write_text(text, encoding="utf-8")

    assert imported(folder, "support-matrix.ini") == {
        *CONFIGURATION,
        "matrixlint.config.rule_options",
        "matrixlint.config.validate_dialects",
        "matrixlint.syntax.dialects.custom",
    }


def test_a_wrong_configuration_imports_what_finds_its_lines_and_no_schema(folder: Path) -> None:
    text = "selct = []\nfail-on = 'eror'\nselect = [5]\noptions.MX406.levels = 5\n"
    (folder / "matrixlint.toml").write_text(text, encoding="utf-8")

    assert imported(folder, "support-matrix.ini") == {
        *CONFIGURATION,
        "json",
        "matrixlint.config.rule_options",
        "matrixlint.config.toml_lines",
    }


def test_a_folder_imports_subprocess_and_no_schema(folder: Path) -> None:
    found = imported(folder, ".")

    assert "subprocess" in found
    assert found & {"json", "jsonschema", "multiprocessing", "tomllib"} == set()


def test_rules_on_a_project_alone_import_what_compares_its_files(folder: Path) -> None:
    assert imported(folder, "--select=MX85", "support-matrix.ini") == {
        *FLAGS,
        *("subprocess", "signal", "threading"),
        *(
            "matrixlint.linter.project.collect",
            "matrixlint.linter.project.directives",
            "matrixlint.linter.file_listing",
        ),
        *("matrixlint.linter.project.cross_file", "matrixlint.model.cross_file"),
        *("matrixlint.linter.suppression.match", "matrixlint.syntax.suppression_comments"),
    }


def test_comments_import_what_reads_them_and_no_more(folder: Path) -> None:
    text = ERROR.replace("driver.a=", "# matrixlint: ignore[MX401]\ndriver.a=")
    (folder / "bad.ini").write_text(text, encoding="utf-8")

    assert imported(folder, "bad.ini") == {
        *(
            "matrixlint.linter.suppression.check",
            "matrixlint.linter.suppression.match",
            "matrixlint.syntax.suppression_comments",
        )
    }


def test_a_baseline_imports_json_and_what_compares(folder: Path) -> None:
    (folder / "b.json").write_text('[{"matrixlint-baseline": 1}]', encoding="utf-8")

    assert imported(folder, "--baseline=b.json", "support-matrix.ini") == {
        *FLAGS,
        *(
            "json",
            "matrixlint.linter.baseline.file",
            "matrixlint.linter.baseline.run",
            "matrixlint.linter.baseline.match",
        ),
        *(
            "matrixlint.linter.suppression.match",
            "matrixlint.syntax.suppression_comments",
            "matrixlint.text.atomic_write",
        ),
    }


def test_an_own_schema_that_is_kept_is_checked_without_jsonschema(folder: Path) -> None:
    schema = '{"properties": {"drivers": {"additionalProperties": {"required": ["title"]}}}}'
    (folder / "house.json").write_text(schema, encoding="utf-8")
    (folder / "matrixlint.toml").write_text("schema = 'house.json'\n", encoding="utf-8")

    found = imported(folder, "support-matrix.ini")

    assert found & SLOW == {"json", "tomllib"}
    assert {
        "matrixlint.rules.feature._project_schema",
        "matrixlint.model.json",
        "matrixlint.schema.project_schema",
    } <= found
