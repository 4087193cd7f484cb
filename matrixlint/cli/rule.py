"""``matrixlint rule``: the pages of rules."""

import argparse
import os
from collections.abc import Iterator, Sequence

from matrixlint.cli.arguments import Parser, read_path, read_word
from matrixlint.cli.streams import print_text
from matrixlint.config.rule_selection import ALL as EVERY
from matrixlint.config.rule_selection import find_unknown_selectors, specificity
from matrixlint.errors import ErrorDetail, UsageError
from matrixlint.rules.plugins import load_rules
from matrixlint.rules.registry import ALL
from matrixlint.rules.rule import Rule
from matrixlint.text.escape import escape_line

_FORMATS = ("text", "markdown", "json")


class Options(argparse.Namespace):
    """The options of ``matrixlint rule``."""

    help: bool
    all: bool
    output_format: str
    config: str | None


def run(words: Sequence[str]) -> int:
    """Print the pages of the rules that *words* name."""
    made = build_parser()
    options = Options()
    names = made.read(words, options)
    if options.help:
        print_text(made.format_help())
        return 0
    wanted = _rules(names, options)
    if options.output_format == "json":
        print_text(_json(wanted))
    elif options.output_format == "markdown":
        print_text(_shown("\n".join(f"# {_heading(rule)}\n\n{rule.page}" for rule in wanted)))
    else:
        print_text(_shown("\n\n".join(_text(rule) for rule in wanted)))
    return 0


def build_parser() -> Parser:
    """Return the parser of the options."""
    made = Parser(
        "matrixlint rule [OPTION ...] RULE ...",
        "Print the pages of rules, each given by its code, its name or a prefix.",
    )
    made.add_argument("--all", action="store_true", help="print all pages")
    made.add_argument(
        "--output-format",
        type=read_word(*_FORMATS),
        default="text",
        metavar="NAME",
        help="text (the default), markdown or json",
    )
    text = "the configuration that names plugins, instead of the nearest"
    made.add_argument("--config", type=read_path, metavar="FILE", help=text)
    return made


def _rules(names: Sequence[str], options: Options) -> list[Rule]:
    if bool(names) == options.all:
        wanted = "RULE or --all, not both" if names else "RULE ... or --all"
        raise UsageError(ErrorDetail(f"expected {wanted}"))
    known: Sequence[Rule] = ALL
    if options.all or EVERY in names or any(find_unknown_selectors(names, ALL)):
        known = _configured(options)
    if errors := [ErrorDetail(str(each)) for each in find_unknown_selectors(names, known)]:
        raise UsageError(*errors)
    if options.all:
        return list(known)
    # In the order in which they are named, each once.
    named = (rule for name in names for rule in known if specificity(name, rule))
    return list({rule.code: rule for rule in named}.values())


def _configured(options: Options) -> Sequence[Rule]:
    """Return the rules in force where the command was started, those of plugins too."""
    # Our own rules have their pages without a configuration.
    from matrixlint.config.files import Finder

    return load_rules(Finder(options.config).config(os.getcwd()).plugins)


def _heading(rule: Rule) -> str:
    return f"{rule.code} {rule.name} ({rule.severity})"


def _shown(pages: str) -> str:
    """Return *pages*, which a plugin may have brought, fit to print."""
    return "\n".join(map(escape_line, pages.split("\n")))


def _text(rule: Rule) -> str:
    return f"{_heading(rule)}\n\n" + "".join(f"{line}\n" for line in _plain(rule.page))


def _plain(page: str) -> Iterator[str]:
    """Yield the lines of *page* without its marks: code is indented instead."""
    is_code = False
    for text in page.splitlines():
        if text.startswith(_FENCES):
            is_code = not is_code
        elif is_code:
            yield f"    {text}".rstrip()
        else:
            yield text.lstrip("#").lstrip() if text.startswith("#") else text


def _json(rules: Sequence[Rule]) -> str:
    # json takes 4 ms to import, and few ask for it.
    from matrixlint.output.json_text import dump_json

    pages = [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity,
            "summary": rule.summary,
            "page": rule.page,
        }
        for rule in rules
    ]
    return dump_json(pages, 2)


_FENCES = ("~~~", "```")
