"""Plugins: installed packages that provide rules."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from matrixlint.errors import ConfigError, ErrorDetail, PluginError
from matrixlint.model.matrix import Matrix
from matrixlint.rules.registry import ALL
from matrixlint.rules.rule import Finding, Rule
from matrixlint.syntax.document import Entry, Section
from matrixlint.text.phrases import format_suggestion
from matrixlint.text.span import Span

GROUP = "matrixlint.rules"
OWN_PREFIX = "MX"
_RESERVED = (OWN_PREFIX, "ALL")
_DIGITS = "0123456789"
# A plugin that calls sys.exit must not end the linter, possibly with status 0.
_FAILURES = (Exception, SystemExit)


def load_rules(names: tuple[str, ...] = ()) -> tuple[Rule, ...]:
    """
    Return the built-in rules, then those of the plugins called *names*.

    Raise ConfigError if a plugin is missing or its rules are invalid.
    """
    return (*ALL, *_load_plugin_rules(names)) if names else ALL


def find_plugin_errors(names: Sequence[str]) -> Iterator[tuple[int, ErrorDetail]]:
    """Yield the errors of the first invalid plugin of *names*, each with its index."""
    for index in range(len(names)):
        try:
            load_rules(tuple(names[: index + 1]))
        except ConfigError as error:
            yield from ((index, detail) for detail in error.details)
            return


def is_plugin_rule(rule: Rule) -> bool:
    """Return whether *rule* is provided by a plugin."""
    return not rule.code.startswith(OWN_PREFIX)


def run_rule(
    rule: Rule, matrix: Matrix, options: Mapping[str, Any], names: Sequence[str]
) -> list[Finding]:
    """
    Return the findings of *rule*, of one of the plugins *names*, in *matrix*.

    Raise PluginError if the rule raises any exception or yields an invalid finding.
    """
    source = matrix.document.source
    where = f"rule {rule.code} of plugin {_find_plugin(rule, names)!r}"
    try:
        found = list(rule.findings(matrix, options))
    except _FAILURES as error:
        reason = f"{where} failed: {type(error).__name__}: {error}"
        raise PluginError(ErrorDetail(reason, source.path)) from error
    for each in found:
        if problem := _check_finding(each, source.lines):
            raise PluginError(ErrorDetail(f"{where} failed: {problem}", source.path))
    return found


def _find_plugin(rule: Rule, names: Sequence[str]) -> str:
    return next(name for name in names if rule in _load_plugin_rules((name,)))


@cache
def _load_plugin_rules(names: tuple[str, ...]) -> tuple[Rule, ...]:
    found: list[Rule] = []
    for name in dict.fromkeys(names):
        plugin_rules = _load_plugin(name)
        errors = [
            ErrorDetail(f"plugin {name!r}: {error}")
            for error in _find_errors(plugin_rules, [*ALL, *found])
        ]
        if errors:
            raise ConfigError(*errors)
        found += plugin_rules
    return tuple(found)


def _load_plugin(name: str) -> list[Rule]:
    # Imported late: importlib.metadata takes 15 ms, and most projects use no plugin.
    from importlib.metadata import entry_points

    points = entry_points(group=GROUP)
    own = {point.value: point for point in points if point.name == name}
    if not own:
        raise ConfigError(ErrorDetail(_format_unknown(name, points.names)))
    if len(own) > 1:
        raise ConfigError(ErrorDetail(f"plugin {name!r}: several packages bring one of this name"))
    (point,) = own.values()
    entry = _import_plugin(name, point.load)
    return _list_rules(name, entry)


def _format_unknown(name: str, known: set[str]) -> str:
    # Imported late: only errors need suggestions.
    from matrixlint.text.similarity import closest_match

    return f"unknown plugin {name!r}{format_suggestion(closest_match(name, sorted(known)))}"


def _import_plugin(name: str, load: Callable[[], Any]) -> Any:
    try:
        return load()
    except _FAILURES as error:
        reason = f"cannot be imported: {type(error).__name__}: {error}"
        raise ConfigError(ErrorDetail(f"plugin {name!r}: {reason}")) from error


def _list_rules(name: str, entry: Any) -> list[Rule]:
    # A single rule is itself a tuple.
    rules = [entry] if isinstance(entry, Rule) else entry
    is_list = isinstance(rules, list | tuple) and bool(rules)
    if not is_list or not all(isinstance(each, Rule) for each in rules):
        message = f"plugin {name!r}: its entry point gives {type(entry).__name__}"
        raise ConfigError(ErrorDetail(f"{message}; expected a rule or a list of rules"))
    return list(rules)


def _find_errors(plugin_rules: Sequence[Rule], known: Sequence[Rule]) -> Iterator[str]:
    """Yield the errors of *plugin_rules*, given the rules *known* before."""
    taken = {rule.code.rstrip(_DIGITS) for rule in known}
    own = plugin_rules[0].code.rstrip(_DIGITS)
    used = {word for rule in known for word in (rule.code, rule.name)}
    for rule in plugin_rules:
        prefix = rule.code.rstrip(_DIGITS)
        if not re.fullmatch(r"[A-Z]{2,5}[0-9]{3}", rule.code) or prefix in _RESERVED:
            expected = f"two to five capitals, not {' or '.join(_RESERVED)}, and three digits"
            yield f"code {rule.code!r} is none of a plugin; expected {expected}"
        elif prefix in taken or prefix != own:
            yield f"code {rule.code!r} has a prefix that is not the plugin's own"
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name):
            yield f"name {rule.name!r} is none of a rule; expected words joined by '-'"
        words = (rule.code, rule.name)
        yield from (f"another rule is called {word!r} too" for word in words if word in used)
        used.update(words)
        if not rule.page.strip():
            yield f"rule {rule.code!r} has no page; expected one as its docstring"


def _check_finding(finding: Any, lines: Sequence[str]) -> str | None:
    """Return what is wrong with *finding*, if anything."""
    if not isinstance(finding, Finding) or not isinstance(finding.span, Span):
        return f"it yields {type(finding).__name__}; expected a Finding with a Span"
    message: object = finding.message
    others: tuple[object, ...] = (finding.hint, finding.driver, finding.value)
    if not isinstance(message, str) or not all(isinstance(each, str | None) for each in others):
        return "message, hint, driver and value are not all text"
    if not isinstance(finding.about, Entry | Section | None):
        return f"it speaks about {type(finding.about).__name__}; expected an entry or a section"
    edits = finding.fix.edits if finding.fix else ()
    related = (each.span for each in finding.related if each.path is None)
    spans = (finding.span, *related, *(each.span for each in edits))
    outside = [span for span in spans if not _is_inside(span, lines)]
    if outside:
        return f"it speaks of {outside[0]}, which is outside of the file"
    return None


def _is_inside(span: Span, lines: Sequence[str]) -> bool:
    start, end = (span.line, span.column), (span.end_line, span.end_column)
    return start <= end and all(
        1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1
        for line, column in (start, end)
    )
