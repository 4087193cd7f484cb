"""Custom dialects and words, built from the tables of a configuration."""

from collections.abc import Mapping
from typing import Any

from matrixlint.syntax.dialects.dialect import BUILT_IN, LEVELS, STATUSES, Demand, Dialect, Support

Table = Mapping[str, Any]
# The base of a dialect that does not extend another one.
_DEFAULT_BASE = Dialect(
    name="",
    declaration="",
    entry_prefixes=("",),
    note_prefixes=(),
    status_fields={"status": STATUSES},
    fields=frozenset({"title", "status", "notes", "cli"}),
    driver_fields=frozenset({"title", "link"}),
    levels=LEVELS,
)


def build_dialects(wording: Table) -> tuple[Dialect, ...]:
    """
    Build the dialects of *wording*: custom and built-in, with its words.

    The tables in *wording* must have been validated.
    """
    tables = wording.get("dialects", {})
    custom = [_build_dialect(name, tables) for name in tables]
    # Custom dialects come first: they have priority over a built-in one with equal declarations.
    return tuple(_add_words(dialect, wording) for dialect in (*custom, *BUILT_IN))


def _build_dialect(name: str, tables: Mapping[str, Table]) -> Dialect:
    built_in = {dialect.name: dialect for dialect in BUILT_IN}
    if name in built_in:
        return built_in[name]
    table = tables[name]
    base = _build_dialect(table["extends"], tables) if "extends" in table else _DEFAULT_BASE
    return _extend_dialect(base, name, table)


def _extend_dialect(base: Dialect, name: str, table: Table) -> Dialect:
    statuses = _build_status_fields(base, table)
    fields = _lower_names(table["fields"]) if "fields" in table else base.fields
    dialect = _replace_declarations(base, table)
    driver_fields = dialect.driver_fields
    if "driver-fields" in table:
        driver_fields = _lower_names(table["driver-fields"]) | {"title"}
    dialect = dialect._replace(
        name=name,
        entry_prefixes=_get_prefixes(table, "entry-prefixes", base.entry_prefixes),
        note_prefixes=_get_prefixes(table, "note-prefixes", base.note_prefixes),
        status_fields=statuses,
        fields=fields - base.status_fields.keys() | {"title", *statuses},
        driver_fields=driver_fields,
        feature_prefix=table.get("feature-prefix", base.feature_prefix),
        has_releases=table.get("releases", base.has_releases),
        strict=table.get("strict", base.strict),
    )
    if "levels" in table:
        return dialect._replace(levels=_build_levels(table["levels"]))
    return dialect


def _replace_declarations(base: Dialect, table: Table) -> Dialect:
    """Return *base* with all its declarations replaced by those of *table*."""
    label = table["label"].lower() if "label" in table else None
    if "declaration" not in table:
        return base._replace(label=label or base.label)
    keys = table["declaring-keys"].lower() if "declaring-keys" in table else None
    # Drivers that are declared by keys have no fields.
    fields = frozenset() if keys else base.driver_fields or _DEFAULT_BASE.driver_fields
    return base._replace(
        declaration=table["declaration"], declaring_keys=keys, label=label, driver_fields=fields
    )


def _build_status_fields(base: Dialect, table: Table) -> Mapping[str, Mapping[str, Demand]]:
    known = base.status_fields
    names = [name.lower() for name in table.get("status-fields", known)]
    if "statuses" in table:
        return dict.fromkeys(names, _build_statuses(table["statuses"]))
    all_words = {word: demand for words in known.values() for word, demand in words.items()}
    return {name: known.get(name, all_words) for name in names}


def _add_words(dialect: Dialect, wording: Table) -> Dialect:
    statuses = _build_statuses(wording.get("statuses", {}))
    fields = _lower_names(wording.get("fields", ()))
    return dialect._replace(
        levels={**dialect.levels, **_build_levels(wording.get("levels", {}))},
        status_fields={
            name: {**words, **statuses} for name, words in dialect.status_fields.items()
        },
        fields=dialect.fields | fields,
        driver_fields=dialect.driver_fields | fields,
    )


def _build_levels(table: Mapping[str, str]) -> dict[str, Support]:
    return {word: Support(meaning) for word, meaning in table.items()}


def _build_statuses(table: Mapping[str, str]) -> dict[str, Demand]:
    return {word: Demand(meaning) for word, meaning in table.items()}


def _get_prefixes(table: Table, name: str, inherited: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(prefix.lower() for prefix in table.get(name, inherited))


def _lower_names(names: list[str]) -> frozenset[str]:
    # Keys are compared in lower case.
    return frozenset(name.lower() for name in names)
