"""``matrixlint rule``: print the pages of rules."""

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
    """Options of ``matrixlint rule``."""

    help: bool
    all: bool
    output_format: str
    config: str | None


def run(words: Sequence[str]) -> int:
    """Print the pages of the rules selected by *words*."""
    parser = build_parser()
    options = Options()
    names = parser.read(words, options)
    if options.help:
        print_text(parser.format_help())
        return 0
    rules = _select_rules(names, options)
    if options.output_format == "json":
        print_text(_format_json(rules))
    elif options.output_format == "markdown":
        print_text(
            _escape_pages("\n".join(f"# {_format_heading(rule)}\n\n{rule.page}" for rule in rules))
        )
    else:
        print_text(_escape_pages("\n\n".join(_format_text(rule) for rule in rules)))
    return 0


def build_parser() -> Parser:
    """Return the parser of the options."""
    parser = Parser(
        "matrixlint rule [OPTION ...] RULE ...",
        "Print the pages of rules, each given by its code, its name or a prefix.",
    )
    parser.add_argument("--all", action="store_true", help="print all pages")
    parser.add_argument(
        "--output-format",
        type=read_word(*_FORMATS),
        default="text",
        metavar="NAME",
        help="text (the default), markdown or json",
    )
    text = "the configuration that names plugins, instead of the nearest"
    parser.add_argument("--config", type=read_path, metavar="FILE", help=text)
    return parser


def _select_rules(names: Sequence[str], options: Options) -> list[Rule]:
    if bool(names) == options.all:
        expected = "RULE or --all, not both" if names else "RULE ... or --all"
        raise UsageError(ErrorDetail(f"expected {expected}"))
    known: Sequence[Rule] = ALL
    if options.all or EVERY in names or any(find_unknown_selectors(names, ALL)):
        known = _load_configured_rules(options)
    if errors := [ErrorDetail(str(each)) for each in find_unknown_selectors(names, known)]:
        raise UsageError(*errors)
    if options.all:
        return list(known)
    # In the order of the words, each rule once.
    matching = (rule for name in names for rule in known if specificity(name, rule))
    return list({rule.code: rule for rule in matching}.values())


def _load_configured_rules(options: Options) -> Sequence[Rule]:
    """Return the rules, with plugins, of the working directory's configuration."""
    # Imported late: built-in rules need no configuration.
    from matrixlint.config.files import Finder

    return load_rules(Finder(options.config).config(os.getcwd()).settings.plugins)


def _format_heading(rule: Rule) -> str:
    return f"{rule.code} {rule.name} ({rule.severity})"


def _escape_pages(pages: str) -> str:
    """Return *pages*, which may be of a plugin, with control characters escaped."""
    return "\n".join(map(escape_line, pages.split("\n")))


def _format_text(rule: Rule) -> str:
    return f"{_format_heading(rule)}\n\n" + "".join(
        f"{line}\n" for line in _strip_markup(rule.page)
    )


def _strip_markup(page: str) -> Iterator[str]:
    """Yield the lines of *page* without markup; code is indented instead."""
    is_code = False
    for text in page.splitlines():
        if text.startswith(_FENCES):
            is_code = not is_code
        elif is_code:
            yield f"    {text}".rstrip()
        else:
            yield text.lstrip("#").lstrip() if text.startswith("#") else text


def _format_json(rules: Sequence[Rule]) -> str:
    # Imported late: json takes 4 ms, and few runs need it.
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
