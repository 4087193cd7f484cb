"""``matrixlint config``: print the settings of a configuration."""

import argparse
from collections.abc import Iterator, Sequence

from matrixlint.cli.arguments import Parser
from matrixlint.cli.streams import print_text
from matrixlint.config.describe import Setting, describe_settings
from matrixlint.errors import ErrorDetail, UsageError
from matrixlint.schema import validate
from matrixlint.text.phrases import format_suggestion

_WIDTH = 84


class Options(argparse.Namespace):
    """Options of ``matrixlint config``."""

    help: bool


def build_parser() -> Parser:
    """Return the parser of the options."""
    return Parser(
        "matrixlint config [KEY]",
        "Print the settings that a configuration may hold, with kinds and defaults.",
    )


def run(words: Sequence[str]) -> int:
    """Print all settings, or the one named by *words*."""
    parser = build_parser()
    options = Options()
    names = parser.read(words, options)
    if options.help:
        print_text(parser.format_help())
        return 0
    if len(names) > 1:
        raise UsageError(ErrorDetail(f"expected one setting, found {len(names)}"))
    known = {setting.name: setting for setting in describe_settings(validate.load("config"))}
    shown = [_find_setting(name, known) for name in names] or list(known.values())
    print_text("\n".join("\n".join(_format_setting(setting)) + "\n" for setting in shown))
    return 0


def _find_setting(name: str, known: dict[str, Setting]) -> Setting:
    if name in known:
        return known[name]
    # Imported late: only errors need suggestions.
    from matrixlint.text.similarity import closest_match

    raise UsageError(
        ErrorDetail(f"unknown setting {name!r}{format_suggestion(closest_match(name, known))}")
    )


def _format_setting(setting: Setting) -> Iterator[str]:
    import json
    from textwrap import wrap

    yield setting.name
    for line in wrap(setting.description, _WIDTH, break_on_hyphens=False):
        yield f"    {line}"
    yield f"    kind: {setting.kind}"
    if setting.default is not None:
        yield f"    default: {json.dumps(setting.default)}"
