"""The pages that are made when the documentation is built: rules, settings and commands."""

import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from types import ModuleType

from matrixlint.cli.command_names import COMMANDS
from matrixlint.config.describe import Setting, describe_settings
from matrixlint.config.rule_selection import PROJECT
from matrixlint.rules.registry import ALL
from matrixlint.rules.rule import Rule
from matrixlint.schema import validate

# Folders of the documentation that hold such pages and nothing else.
FOLDERS = ("reference", "rules")
_RULES = """\
# Rules

A rule has a code and a name, and is called by either: in a configuration, on the command line, in
a comment. Errors and warnings run unless you say otherwise, the rules of severity `info` where you
ask for them. `matrixlint rule CODE` prints the same pages. In their examples a line `#> CODE`
stands above each line that is reported, and is no part of the matrix. Blocks that bear names are
files beside each other.
"""
_SETTINGS = """\
# All settings

What `matrixlint config` prints, from the [schema](../configuration.md) that a configuration is held
against. Each key of the first level is [shown at work](../configuration.md) on a page of its own.
"""
_COMMANDS = """\
# All commands

What `matrixlint COMMAND --help` prints.
"""


def write(folder: str) -> None:
    """Write the pages into *folder*, the documentation's; drop those of rules that are gone."""
    made = dict(pages())
    for name in FOLDERS:
        os.makedirs(os.path.join(folder, name), exist_ok=True)
        for old in os.listdir(os.path.join(folder, name)):
            if f"{name}/{old}" not in made:
                os.remove(os.path.join(folder, name, old))
    for name, text in made.items():
        _write(os.path.join(folder, name), text)


def with_others(front: str, names: Iterable[str]) -> str:
    """Return the text of the *front* page with a list of the pages beside it that it lacks."""
    told = {"index", *(line.strip() for line in front.splitlines())}
    others = sorted(name for name in names if "/" not in name and name not in told)
    if not others:
        return front
    listed = "".join(f"{name}\n" for name in others)
    return f"{front}\n```{{toctree}}\n:caption: More\n:hidden:\n\n{listed}```\n"


def pages() -> Iterator[tuple[str, str]]:
    """Yield the pages (markdown), each behind its name, which is a path."""
    yield "rules/index.md", _index()
    yield from ((f"rules/{rule.code}.md", page(rule)) for rule in ALL)
    yield "reference/configuration.md", _SETTINGS + "".join(map(_setting, _settings()))
    yield "reference/command.md", _COMMANDS + "".join(map(_command, COMMANDS))


def page(rule: Rule) -> str:
    """Return the page of *rule* with its facts above its text."""
    facts = f"Severity **{rule.severity}** · part of [{family(rule)}](index.md)"
    return f"# {rule.code} {rule.name}\n\n{facts}\n\n{rule.page}"


def family(rule: Rule) -> str:
    """Return what the rules are about that *rule* stands among, behind what their codes share."""
    package = import_module(rule.check.__module__.rpartition(".")[0])
    about = _first_line(package).rstrip(".")
    return f"{shared(rule.code)}: {about[:1].lower()}{about[1:]}"


def shared(code: str) -> str:
    """Return what the codes of a family begin with, *code* being one of them."""
    return code[:-1] if code in PROJECT else code[:-2]


def _first_line(module: ModuleType) -> str:
    return (module.__doc__ or "").partition("\n")[0]


def _index() -> str:
    rows: dict[str, list[str]] = {}
    for rule in ALL:
        rows.setdefault(family(rule), []).append(_row(rule))
    head = "| code | name | severity | what |\n| --- | --- | --- | --- |\n"
    tables = (f"\n## {name}\n\n{head}{''.join(own)}" for name, own in rows.items())
    # Not shown: the tables lead everywhere.
    listed = "".join(f"{rule.code}\n" for rule in ALL)
    return f"{_RULES}{''.join(tables)}\n```{{toctree}}\n:hidden:\n\n{listed}```\n"


def _row(rule: Rule) -> str:
    return f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {rule.summary} |\n"


def _settings() -> Iterator[Setting]:
    yield from describe_settings(validate.load("config"))


def _setting(setting: Setting) -> str:
    # json takes a while to import, but here nobody waits for it.
    import json

    facts = [f"- kind: {setting.kind}"]
    if setting.default is not None:
        facts.append(f"- default: `{json.dumps(setting.default)}`")
    if "." not in setting.name:
        facts.append(f"- [at work](../configuration.md#{setting.name})")
    return f"\n## `{setting.name}`\n\n{setting.description}\n\n" + "\n".join(facts) + "\n"


def _command(name: str) -> str:
    text = import_module(COMMANDS[name]).build_parser().format_help()
    return f"\n## `{name}`\n\n```text\n{text}```\n"


def _write(path: str, text: str) -> None:
    """Write *text* unless it is there: Sphinx builds anew what is newer than its last build."""
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            if file.read() == text:
                return
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
