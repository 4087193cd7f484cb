"""The words and dialects of a project's own: tables of a configuration become dialects."""

from collections.abc import Mapping
from typing import Any

from matrixlint.syntax.dialects.dialect import BUILT_IN, LEVELS, STATUSES, Demand, Dialect, Support

Table = Mapping[str, Any]
# What a dialect that extends none begins with.
_PLAIN = Dialect(
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
    Return the dialects that *wording* makes, and the built-in ones, all with its words.

    The tables in *wording* are sound: what may be wrong in them was told before.
    """
    tables = wording.get("dialects", {})
    own = [_own(name, tables) for name in tables]
    # The project's own come first: where the declarations are the same, they are meant.
    return tuple(_with_words(dialect, wording) for dialect in (*own, *BUILT_IN))


def _own(name: str, tables: Mapping[str, Table]) -> Dialect:
    built_in = {dialect.name: dialect for dialect in BUILT_IN}
    if name in built_in:
        return built_in[name]
    table = tables[name]
    base = _own(table["extends"], tables) if "extends" in table else _PLAIN
    return _extended(base, name, table)


def _extended(base: Dialect, name: str, table: Table) -> Dialect:
    statuses = _status_fields(base, table)
    fields = _lower(table["fields"]) if "fields" in table else base.fields
    made = _declaring(base, table)
    driver_fields = made.driver_fields
    if "driver-fields" in table:
        driver_fields = _lower(table["driver-fields"]) | {"title"}
    made = made._replace(
        name=name,
        entry_prefixes=_prefixes(table, "entry-prefixes", base.entry_prefixes),
        note_prefixes=_prefixes(table, "note-prefixes", base.note_prefixes),
        status_fields=statuses,
        fields=fields - base.status_fields.keys() | {"title", *statuses},
        driver_fields=driver_fields,
        feature_prefix=table.get("feature-prefix", base.feature_prefix),
        has_releases=table.get("releases", base.has_releases),
        strict=table.get("strict", base.strict),
    )
    return made._replace(levels=_levels(table["levels"])) if "levels" in table else made


def _declaring(base: Dialect, table: Table) -> Dialect:
    """Return *base* with the declarations of *table*: where they stand says all of them."""
    label = table["label"].lower() if "label" in table else None
    if "declaration" not in table:
        return base._replace(label=label or base.label)
    keys = table["declaring-keys"].lower() if "declaring-keys" in table else None
    # Keys in a section have no fields.
    fields = frozenset() if keys else base.driver_fields or _PLAIN.driver_fields
    return base._replace(
        declaration=table["declaration"], declaring_keys=keys, label=label, driver_fields=fields
    )


def _status_fields(base: Dialect, table: Table) -> Mapping[str, Mapping[str, Demand]]:
    known = base.status_fields
    names = [name.lower() for name in table.get("status-fields", known)]
    if "statuses" in table:
        return dict.fromkeys(names, _statuses(table["statuses"]))
    every = {word: demand for words in known.values() for word, demand in words.items()}
    return {name: known.get(name, every) for name in names}


def _with_words(dialect: Dialect, wording: Table) -> Dialect:
    statuses = _statuses(wording.get("statuses", {}))
    fields = _lower(wording.get("fields", ()))
    return dialect._replace(
        levels={**dialect.levels, **_levels(wording.get("levels", {}))},
        status_fields={
            name: {**words, **statuses} for name, words in dialect.status_fields.items()
        },
        fields=dialect.fields | fields,
        driver_fields=dialect.driver_fields | fields,
    )


def _levels(table: Mapping[str, str]) -> dict[str, Support]:
    return {word: Support(meaning) for word, meaning in table.items()}


def _statuses(table: Mapping[str, str]) -> dict[str, Demand]:
    return {word: Demand(meaning) for word, meaning in table.items()}


def _prefixes(table: Table, name: str, inherited: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(prefix.lower() for prefix in table.get(name, inherited))


def _lower(names: list[str]) -> frozenset[str]:
    # Keys are compared in lower case.
    return frozenset(name.lower() for name in names)
