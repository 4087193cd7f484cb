"""A rule with other facts."""

from typing import Any

from matrixlint.rules.rule import Rule


def change_rule(rule: Rule, **changes: Any) -> Rule:
    """Return a rule like *rule* but for *changes*."""
    names = ("code", "name", "severity", "docstring", "check", "options")
    return Rule(**{name: getattr(rule, name) for name in names} | changes)
