"""
The keys of a configuration, each with the converter that reads it.

``schemas/config.schema.json`` documents the same keys, in this order.
"""

from typing import Any

from matrixlint.config.converters import (
    BoolConverter,
    ListConverter,
    Reader,
    RecordConverter,
    TableConverter,
    TextConverter,
    WordConverter,
)
from matrixlint.config.problem import Problems
from matrixlint.config.settings import NEVER, OFF, Place
from matrixlint.diagnostic import Severity
from matrixlint.syntax.dialects.dialect import Demand, Support

# matrixlint.output.formats, which has the renderers, is on the floor of this package.
OUTPUT_FORMATS = (
    *("concise", "full", "grouped", "json", "jsonl", "sarif", "github", "gitlab", "junit"),
    *("checkstyle", "rdjson", "azure", "teamcity", "zuul", "markdown", "pylint", "auto"),
)
_TEXT = TextConverter()
_BOOL = BoolConverter()
_TEXTS = ListConverter(_TEXT)
_PREFIXES = ListConverter(TextConverter(may_be_empty=True))
_STATUSES = TableConverter(WordConverter(*(each.value for each in Demand)))
_LEVELS = TableConverter(WordConverter(*(each.value for each in Support)))
_SEVERITIES = tuple(each.value for each in Severity)


class OptionsReader:
    """Reads the options of rules; those of plugins, which are not yet known, as they are."""

    def read(self, value: Any, place: Place, problems: Problems) -> dict[str, Any] | None:
        """Return the options of *value* by rule if it is a table of tables."""
        if not isinstance(value, dict):
            problems.add_wrong_value(place, value, "a table of tables")
            return None
        # Imported late: few configurations set options of rules.
        from matrixlint.config.rule_options import read_built_in

        return {
            name: read_built_in(name, options, (*place, name), problems)
            for name, options in value.items()
        }


DIALECT = RecordConverter(
    {
        "extends": _TEXT,
        "declaration": _TEXT,
        "declaring-keys": _TEXT,
        "label": _TEXT,
        "driver-fields": _TEXTS,
        "feature-prefix": TextConverter(may_be_empty=True),
        "entry-prefixes": _PREFIXES,
        "note-prefixes": _PREFIXES,
        "fields": _TEXTS,
        "status-fields": _TEXTS,
        "statuses": _STATUSES,
        "levels": _LEVELS,
        "releases": _BOOL,
        "strict": _BOOL,
    },
    required=("extends", "declaration"),
)
KEYS: dict[str, Reader] = {
    "select": _TEXTS,
    "extend-select": _TEXTS,
    "ignore": _TEXTS,
    "severity": TableConverter(WordConverter(*_SEVERITIES, OFF)),
    "fail-on": WordConverter(*_SEVERITIES, NEVER),
    "dialect": _TEXT,
    "include": _TEXTS,
    "exclude": _TEXTS,
    "per-file-ignores": TableConverter(_TEXTS),
    "statuses": _STATUSES,
    "levels": _LEVELS,
    "fields": _TEXTS,
    "dialects": TableConverter(DIALECT),
    "options": OptionsReader(),
    "schema": _TEXT,
    "baseline": _TEXT,
    "plugins": _TEXTS,
    "output-format": WordConverter(*OUTPUT_FORMATS),
    "require-suppression-reason": _BOOL,
}
CONFIGURATION = RecordConverter(KEYS)
