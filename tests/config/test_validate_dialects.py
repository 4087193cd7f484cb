"""What is said of the words and dialects of a configuration that cannot be meant."""

from pathlib import Path

import pytest

from matrixlint import lint_text
from matrixlint.config.files import load_file
from matrixlint.errors import ConfigError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "statuses.planed = 'requird'",
            (
                "statuses.planed is 'requird'; expected required, optional, choice or condition; "
                "did you mean 'required'?"
            ),
        ),
        (
            "levels = ['planned']",
            'levels is ["planned"]; expected a table of implemented, missing or unknown',
        ),
        ("fields = ['']", "fields[0] is ''; expected a string that is not empty"),
        (
            "statuses.'a b' = 'required'",
            "statuses: found 'a b', expected a word without blanks and parentheses",
        ),
        (
            "statuses.conditional = 'condition'",
            "statuses: 'conditional' is read as 'condition' in every dialect",
        ),
        (
            "levels.'complete:n' = 'implemented'",
            "levels: found 'complete:n', expected words without any of ':=!<>'",
        ),
        ("fields = ['a', 'b=c']", "fields: found 'b=c', expected a key of INI"),
        ("dialects.own = 3", "dialects.own is 3; expected a table"),
        ("dialects.own = {}", "dialects.own is incomplete; expected 'extends' or 'declaration'"),
        (
            "dialects.own = {extend = 'driver'}",
            "unknown setting 'extend' in dialects.own; did you mean 'extends'?",
        ),
        (
            "dialects.own = {extends = 'drivr'}",
            ("extends is 'drivr'; expected targets, driver or target; did you mean 'driver'?"),
        ),
        (
            "dialects.own = {extends = 'grades'}",
            "extends is 'grades'; expected targets, driver or target",
        ),
        (
            "dialects.own = {extends = 'own'}",
            "dialect 'own' extends itself, straight or through others",
        ),
        (
            "dialects.driver = {declaration = 'x.'}",
            "dialect 'driver' is built in; expected a name of your own",
        ),
        (
            "dialects.own = {extends = 'driver', declaring-keys = 'x-'}",
            "declaring-keys stands alone; expected 'declaration', the section of these keys",
        ),
        (
            "dialects.own = {extends = 'targets', label = 'x'}",
            "label speaks of drivers' sections; 'own' has none",
        ),
        (
            "dialects.own = {extends = 'driver', entry-prefixes = []}",
            "entry-prefixes is empty; expected at least one",
        ),
        (
            "dialects.own = {extends = 'driver', levels = {'a=b' = 'missing'}}",
            "levels: found 'a=b', expected words without any of ':=!<>'",
        ),
        ("dialect = ''", "dialect is ''; expected a string that is not empty"),
        (
            "dialect = 'drivers'",
            (
                "dialect is 'drivers'; expected targets, driver, target or grades; "
                "did you mean 'driver'?"
            ),
        ),
        (
            "options.partial-without-note = {}",
            ("options: unknown rule 'partial-without-note'; did you mean 'partial-without-notes'?"),
        ),
        (
            "options.MX406.level = []",
            "unknown setting 'level' in options.MX406; did you mean 'levels'?",
        ),
        (
            "options.MX401.levels = []",
            "unknown setting 'levels' in options.MX401",
        ),
        (
            "options.MX406.levels = 'missing'",
            "options.MX406.levels is 'missing'; expected an array of strings",
        ),
        (
            "options.MX406.levels = ['mising']",
            ("options.MX406.levels: 'mising' is no level of any dialect; did you mean 'missing'?"),
        ),
        (
            "options = {MX406 = {}, partial-without-notes = {}}",
            "options: 'partial-without-notes' and 'MX406' are one rule",
        ),
    ],
)
def test_a_error_is_reported_with_its_line(folder: Path, text: str, expected: str) -> None:
    (folder / "matrixlint.toml").write_text(f"# first\n{text}\n", encoding="utf-8")

    with pytest.raises(ConfigError) as caught:
        load_file("matrixlint.toml")

    assert [(each.line, each.message) for each in caught.value.details] == [(2, expected)]


def test_a_circle_is_reported_where_it_closes_and_nothing_besides(folder: Path) -> None:
    text = """\
[dialects]
a.extends = "b"
b.extends = "c"
c.extends = "b"
"""
    (folder / "matrixlint.toml").write_text(text, encoding="utf-8")

    with pytest.raises(ConfigError) as caught:
        load_file("matrixlint.toml")

    assert [(each.line, each.message) for each in caught.value.details] == [
        (3, "dialect 'b' extends itself, straight or through others"),
        (4, "dialect 'c' extends itself, straight or through others"),
    ]


def test_a_level_of_an_option_may_be_the_project_s_own() -> None:
    text = "[driver.a]\ntitle=A\n[operation.x]\ntitle=X\nstatus=optional\ndriver.a=planned\n"
    config = {
        "levels": {"planned": "missing"},
        "options": {"partial-without-notes": {"levels": ["planned"]}},
    }

    assert [(each.line, each.message, each.hint) for each in lint_text(text, config=config)] == [
        (6, "driver 'a' is 'planned' without a note", "expected 'driver-notes.a=...'")
    ]
    noted = f"{text}driver-notes.a=\n"
    assert [each.code for each in lint_text(noted, config=config)] == ["MX409"]
