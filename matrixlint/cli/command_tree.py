"""Build an argparse parser of all commands, for completion and the manual page."""

import argparse
from importlib import import_module

from matrixlint.cli.arguments import WordReader, read_path, read_selectors
from matrixlint.cli.command_names import COMMANDS, SHELLS
from matrixlint.config.describe import describe_settings
from matrixlint.config.rule_selection import ALL as EVERY
from matrixlint.rules.registry import ALL
from matrixlint.schema import validate

_DESCRIPTION = "Lint and mend support matrices."
# Short descriptions of the commands.
_HELP = {
    "check": "lint files, which is what is done where no command is named",
    "completion": "print the completion of a shell",
    "config": "print the settings that a configuration may hold",
    "diff": "tell what has changed from one matrix to another",
    "export": "print a matrix as JSON, CSV, markdown, a page or a table",
    "lsp": "be the language server of an editor",
    "migrate": "move a matrix to the dialect of sphinx-feature-classification",
    "rule": "print the pages of rules",
    "schema": "print a JSON Schema",
}


def build_tree() -> argparse.ArgumentParser:
    """Return a parser of all commands; it describes them and does not parse words."""
    parser = argparse.ArgumentParser(
        prog="matrixlint",
        description=_DESCRIPTION,
        parents=[_build_options("check")],
        add_help=False,
    )
    commands = parser.add_subparsers(metavar="COMMAND")
    for name in COMMANDS:
        command_parser = commands.add_parser(
            name,
            parents=[_build_options(name)],
            add_help=False,
            help=_HELP[name],
            description=_HELP[name],
        )
        _add_words(command_parser, name)
    return parser


def _build_options(command: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = import_module(COMMANDS[command]).build_parser()
    for action in parser._actions:  # noqa: SLF001  argparse has no public access to them
        action.choices = list_choices(action)
    return parser


def list_choices(action: argparse.Action) -> list[str] | None:
    """Return the words that an option takes, None if they are not known."""
    if isinstance(action.type, WordReader):
        return list(action.type.words)
    return list_rule_words() if action.type is read_selectors else None


def list_rule_words() -> list[str]:
    """Return the selectors of single rules and of all rules."""
    return [EVERY, *(rule.code for rule in ALL), *(rule.name for rule in ALL)]


def takes_path(action: argparse.Action) -> bool:
    """Return whether *action* takes the path of a file."""
    return action.type is read_path


def _add_words(parser: argparse.ArgumentParser, command: str) -> None:
    words = {
        "completion": list(SHELLS),
        "config": [setting.name for setting in describe_settings(validate.load("config"))],
        "rule": list_rule_words(),
        "schema": list(validate.NAMES),
    }
    if command in words:
        parser.add_argument(command, nargs="*", choices=words[command], metavar=command.upper())
    elif command != "lsp":
        parser.add_argument("path", nargs="*", type=read_path, metavar="PATH")
