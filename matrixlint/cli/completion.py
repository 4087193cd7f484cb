"""``matrixlint completion``: print the completion script of a shell."""

import argparse
from collections.abc import Iterator, Sequence

from matrixlint.cli.arguments import Parser
from matrixlint.cli.arguments import read_word as one_word
from matrixlint.cli.command_names import SHELLS
from matrixlint.cli.streams import print_text
from matrixlint.errors import ErrorDetail, MatrixlintError, UsageError
from matrixlint.text.phrases import join_or

# The first word may also be a file, if no command begins like it.
_BASH_FILES = "complete -o bashdefault -o default -F _shtab_matrixlint matrixlint\n"
_EPILOG = """\
for this shell alone, and for all that start:
  bash  eval "$(matrixlint completion bash)"
        matrixlint completion bash > ~/.local/share/bash-completion/completions/matrixlint
  zsh   matrixlint completion zsh > a folder of $fpath/_matrixlint
  fish  matrixlint completion fish > ~/.config/fish/completions/matrixlint.fish
"""


class Options(argparse.Namespace):
    """Options of ``matrixlint completion``."""

    help: bool


def build_parser() -> Parser:
    """Return the parser of the options."""
    usage = f"matrixlint completion {'|'.join(SHELLS)}"
    return Parser(usage, "Print the script that completes our words in a shell.", _EPILOG)


def run(words: Sequence[str]) -> int:
    """Print the script for the shell that *words* name."""
    parser = build_parser()
    options = Options()
    names = parser.read(words, options)
    if options.help:
        print_text(parser.format_help())
        return 0
    if len(names) != 1:
        raise UsageError(ErrorDetail(f"expected one shell: {join_or(SHELLS)}"))
    try:
        print_text(_generate_script(one_word(*SHELLS)(names[0])))
    except argparse.ArgumentTypeError as error:
        raise UsageError(ErrorDetail(f"completion: {error}")) from error
    return 0


def _generate_script(shell: str) -> str:
    try:
        # Imported late: it is an optional dependency, needed once per user.
        import shtab
    except ImportError as error:
        message = "completion needs shtab; install it with: pip install 'matrixlint[completion]'"
        raise MatrixlintError(ErrorDetail(message)) from error
    from matrixlint.cli.command_tree import build_tree, takes_path

    tree = build_tree()
    for action in _walk_actions(tree):
        if takes_path(action):
            # shtab reads this attribute.
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    text: str = shtab.complete(tree, shell)
    return f"{text}\n{_BASH_FILES}" if shell == "bash" else f"{text}\n"


def _walk_actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001  argparse has no public access to them
        yield action
        if isinstance(action.choices, dict):
            for command in action.choices.values():
                yield from _walk_actions(command)
