"""Plugins: which are loaded, what may be wrong with them, and what becomes of the others."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from matrixlint import lint_text
from matrixlint.errors import ConfigError, MatrixlintError
from matrixlint.rules import plugins
from matrixlint.rules.registry import ALL
from tests.conftest import Command

MATRIX = "[driver.a]\ntitle=A\n[operation.x]\ntitle=X\nstatus=optional\ndriver.a=odd\n"
OURS = (
    "m.ini:6:10: MX401 unknown-level: driver 'a' is 'odd'; "
    "expected complete, partial, missing or unknown\n"
)
RULE = """\
from matrixlint import Edit, Finding, Fix, Severity, Span, rule

@rule({code!r}, {name!r}, severity=Severity.ERROR)
def check(matrix):
    '''{page}'''
    {body}
"""
GOOD = "yield Finding(Span(1, 1, 1, 5), 'it is there')"
NUMBER = count()
Install = Callable[..., str]


def module(
    body: str = GOOD, code: str = "HR001", name: str = "house-rule", page: str = "A page."
) -> str:
    return RULE.format(code=code, name=name, page=page, body=body)


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Return a function that installs a plugin and returns its name, which is new."""

    def installed(text: str, name: str = "", held: str = "check") -> str:
        # A module is imported once, and a plugin's rules are kept.
        number = next(NUMBER)
        name = name or f"plugin{number}"
        site = tmp_path / f"site{number}"
        info = site / f"package{number}-1.0.dist-info"
        info.mkdir(parents=True)
        (site / f"plugged{number}.py").write_text(text, encoding="utf-8")
        points = f"[matrixlint.rules]\n{name} = plugged{number}:{held}\n"
        (info / "entry_points.txt").write_text(points, encoding="utf-8")
        metadata = f"Metadata-Version: 2.1\nName: package{number}\nVersion: 1.0\n"
        (info / "METADATA").write_text(metadata, encoding="utf-8")
        monkeypatch.syspath_prepend(site)
        return name

    return installed


def reported(*names: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        plugins.load_rules(names)
    return [detail.message for detail in caught.value.details]


def test_without_a_name_the_rules_are_ours() -> None:
    assert plugins.load_rules() == ALL
    assert list(plugins.find_plugin_errors([])) == []


def test_rules_of_plugins_stand_behind_ours(install: Install) -> None:
    two = module() + module(code="HR002", name="other").replace("def check", "def other")
    one = install(two + "RULES = (check, other)", held="RULES")
    other = install(module(code="OWN001", name="own"))

    found = plugins.load_rules((one, other, one))

    assert found[: len(ALL)] == ALL
    assert [rule.code for rule in found[len(ALL) :]] == ["HR001", "HR002", "OWN001"]


def test_only_what_is_named_is_imported(install: Install) -> None:
    install("raise ValueError('imported')")
    name = install(module())

    assert [rule.code for rule in plugins.load_rules((name,))[len(ALL) :]] == ["HR001"]


def test_a_plugin_that_is_not_there_is_reported_with_the_near_one(install: Install) -> None:
    install(module(), name="acme-house")

    assert reported("acme-huose") == ["unknown plugin 'acme-huose'; did you mean 'acme-house'?"]
    assert reported("nothing") == ["unknown plugin 'nothing'"]


def test_two_packages_of_one_name_are_reported(install: Install) -> None:
    install(module(), name="twice")
    install(module(), name="twice")

    assert reported("twice") == ["plugin 'twice': several packages bring one of this name"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("import nowhere_at_all", "ModuleNotFoundError: No module named 'nowhere_at_all'"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("def (", "SyntaxError: invalid syntax ("),
        ("other = 1", "AttributeError: module 'plugged"),
    ],
)
def test_a_broken_import_is_reported(install: Install, text: str, message: str) -> None:
    name = install(text)
    (found,) = reported(name)

    assert found.startswith(f"plugin {name!r}: cannot be imported: {message}")


@pytest.mark.parametrize("text", ["check = 5", "check = []", "check = [1]", "check = 'rules'"])
def test_what_is_no_rule_is_reported(install: Install, text: str) -> None:
    name = install(text)
    kind = {"5": "int", "[": "list", "'": "str"}[text.partition("= ")[2][0]]

    assert reported(name) == [
        f"plugin {name!r}: its entry point gives {kind}; expected a rule or a list of rules"
    ]


CODE = "; expected two to five capitals, not MX or ALL, and three digits"


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (module(code="MX999"), [f"code 'MX999' is none of a plugin{CODE}"]),
        (module(code="ALL001"), [f"code 'ALL001' is none of a plugin{CODE}"]),
        (module(code="H001"), [f"code 'H001' is none of a plugin{CODE}"]),
        (module(code="HR1"), [f"code 'HR1' is none of a plugin{CODE}"]),
        (module(name="House"), ["name 'House' is none of a rule; expected words joined by '-'"]),
        (module(name="unknown-level"), ["another rule is called 'unknown-level' too"]),
        (module(page=" "), ["rule 'HR001' has no page; expected one as its docstring"]),
    ],
)
def test_a_rule_that_cannot_stand_beside_ours_is_reported(
    install: Install, text: str, messages: list[str]
) -> None:
    name = install(text)

    assert reported(name) == [f"plugin {name!r}: {message}" for message in messages]


def test_two_rules_of_a_plugin_that_clash_are_reported(install: Install) -> None:
    other = module(code="XY001").replace("def check", "def other")
    name = install(f"{module()}{other}RULES = [check, check, other]", held="RULES")

    assert reported(name) == [
        f"plugin {name!r}: another rule is called 'HR001' too",
        f"plugin {name!r}: another rule is called 'house-rule' too",
        f"plugin {name!r}: code 'XY001' has a prefix that is not the plugin's own",
        f"plugin {name!r}: another rule is called 'house-rule' too",
    ]


def test_two_plugins_have_two_prefixes(install: Install) -> None:
    one = install(module())
    other = install(module(code="HR002", name="other"))

    assert reported(one, other) == [
        f"plugin {other!r}: code 'HR002' has a prefix that is not the plugin's own"
    ]
    assert [index for index, _ in plugins.find_plugin_errors([one, other])] == [1]


def test_a_plugin_that_cannot_be_used_is_reported_with_its_line(cli: Command, folder: Path) -> None:
    (folder / "m.ini").write_text(MATRIX, encoding="utf-8")
    (folder / "matrixlint.toml").write_text(
        'select = ["HR001"]\nplugins = [\n  "lost",\n]\n', encoding="utf-8"
    )

    assert cli("--select=HR001", "m.ini") == (
        2,
        "",
        (
            "matrixlint: error: matrixlint.toml:3: unknown plugin 'lost'\n"
            "matrixlint: error: --select: unknown rule 'HR001'\n"
            "no file linted; 2 failures\n"
        ),
    )


def test_a_rule_is_known_where_some_file_s_configuration_loads_it(
    cli: Command, folder: Path, install: Install
) -> None:
    name = install(module())
    for inner in ("one", "two"):
        (folder / inner).mkdir()
        (folder / inner / "m.ini").write_text(MATRIX, encoding="utf-8")
    (folder / "one" / "matrixlint.toml").write_text(f"plugins = ['{name}']", encoding="utf-8")

    run = cli("--select=HR001", "one/m.ini", "two/m.ini")

    assert run == (
        1,
        "one/m.ini:1:1: HR001 house-rule: it is there\n",
        "found 1 error in 1 of 2 files\n",
    )


def test_plugins_are_loaded_from_python_too(install: Install) -> None:
    name = install(module())

    found = lint_text(MATRIX, config={"plugins": [name], "select": ["HR"]})

    assert [(diagnostic.code, diagnostic.message) for diagnostic in found] == [
        ("HR001", "it is there")
    ]


OUTSIDE = (
    "it speaks of Span(line=9, column=1, end_line=9, end_column=2), which is outside of the file"
)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("raise ValueError('odd')", "ValueError: odd"),
        ("raise SystemExit", "SystemExit: "),
        ("return None", "TypeError: 'NoneType' object is not iterable"),
        ("yield 'text'", "it yields str; expected a Finding with a Span"),
        ("yield Finding((1, 1, 1, 1), 'x')", "it yields Finding; expected a Finding with a Span"),
        ("yield Finding(Span(1, 1, 1, 2), 5)", "message, hint, driver and value are not all text"),
        (
            "yield Finding(Span(1, 1, 1, 2), 'x', hint=5)",
            "message, hint, driver and value are not all text",
        ),
        (
            "yield Finding(Span(1, 1, 1, 2), 'x', 'driver.a')",
            "it speaks about str; expected an entry or a section",
        ),
        ("yield Finding(Span(9, 1, 9, 2), 'x')", OUTSIDE),
        (
            "yield Finding(Span(1, 1, 1, 2), 'x', fix=Fix('y', (Edit(Span(1, 99, 1, 99), ''),)))",
            OUTSIDE.replace(
                "9, column=1, end_line=9, end_column=2", "1, column=99, end_line=1, end_column=99"
            ),
        ),
        (f"{GOOD}; raise ValueError('late')", "ValueError: late"),
    ],
)
def test_a_rule_that_fails_is_named_and_the_others_are_received(
    cli: Command, folder: Path, install: Install, body: str, reason: str
) -> None:
    name = install(module(body))
    (folder / "m.ini").write_text(MATRIX, encoding="utf-8")
    (folder / "matrixlint.toml").write_text(f"plugins = ['{name}']", encoding="utf-8")
    detail = f"rule HR001 of plugin {name!r} failed: {reason}"

    assert cli("m.ini") == (
        2,
        OURS,
        f"matrixlint: error: m.ini: {detail}\nfound 1 error in 1 file; 1 failure\n",
    )
    with pytest.raises(MatrixlintError) as caught:
        lint_text(MATRIX, "m.ini", {"plugins": [name]})
    assert [(each.message, each.path) for each in caught.value.details] == [(detail, "m.ini")]


def test_a_suppression_of_a_rule_that_failed_is_not_unused(
    cli: Command, folder: Path, install: Install
) -> None:
    name = install(module("raise ValueError('odd')"))
    (folder / "m.ini").write_text("# matrixlint: ignore[HR001]\n" + MATRIX, encoding="utf-8")
    (folder / "matrixlint.toml").write_text(f"plugins = ['{name}']", encoding="utf-8")

    run = cli("m.ini")

    assert (run.status, run.out) == (2, OURS.replace(":6:", ":7:"))
