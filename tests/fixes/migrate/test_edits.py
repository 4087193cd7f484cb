"""Texts before and after they are moved, whole."""

import pytest

from matrixlint.config.resolve import read_config, resolve_settings
from matrixlint.config.settings import CliOverrides, Settings
from matrixlint.syntax.dialects.dialect import DRIVER, TARGETS
from tests.fixes.migrate import cases, cases_sections
from tests.fixes.migrate.migrated import facts, move, moved

# name, before, after; sections are renamed.
CASES = {**cases.CASES, **cases_sections.CASES}


COLLISION = (
    """\
[targets]
driver-impl-a=A
[x]
title=X
status=condition(operation.x==complete)
driver-impl-a=complete
[operation.x]
title=Other X
status=condition(x==complete)
driver-impl-a=complete
[operation]
title=O
status=condition(operation==complete)
driver-impl-a=complete
""",
    """\
[driver.a]
title=A
[x]
title=X
status=condition(operation.x==complete)
driver.a=complete
[operation.x]
title=Other X
status=condition(x==complete)
driver.a=complete
[operation.operation]
title=O
status=condition(operation.operation==complete)
driver.a=complete
""",
)


@pytest.mark.parametrize("name", CASES)
def test_text_is_moved(name: str) -> None:
    before, after = CASES[name]

    assert moved(before, renames=True) == after


@pytest.mark.parametrize("name", CASES)
def test_matrix_stays_the_same(name: str) -> None:
    found = move(CASES[name][0], renames=True)

    assert facts(found.after) == facts(found.before)


def test_section_stays_whose_new_name_is_another_s() -> None:
    before, after = COLLISION
    found = move(before, renames=True)

    assert (found.new.data.decode(), found.renamed) == (after, {"operation"})


@pytest.mark.parametrize("name", CASES)
def test_moved_text_is_not_moved_again(name: str) -> None:
    after = CASES[name][1]
    found = move(after, renames=True)

    assert (found.is_moved, found.new.data.decode()) == (True, after)


def test_sections_keep_their_names_unless_it_is_asked_for() -> None:
    text = """\
[targets]
driver-impl-a=A
[x]
title=X
status=optional
driver-impl-a=complete
[operation.y]
title=Y
status=conditional(x==complete)
driver-impl-a=complete
"""
    after = """\
[driver.a]
title=A
[x]
title=X
status=optional
driver.a=complete
[operation.y]
title=Y
status=condition(x==complete)
driver.a=complete
"""
    assert moved(text) == after


OWN = {
    "dialects": {
        "columns": {
            "extends": "targets",
            "declaration": "columns",
            "declaring-keys": "column-",
            "entry-prefixes": ["column-", "column-impl-"],
            "note-prefixes": ["column-notes-"],
        }
    }
}


def own() -> Settings:
    return resolve_settings(read_config(OWN, ""), CliOverrides(), "a.ini")


def test_own_dialect_that_declares_by_keys_is_moved() -> None:
    text = """\
[columns]
column-a=A
column-b=B
[operation.x]
title=X
status=optional
column-a=complete
column-impl-b=missing
column-notes-b=None.
"""
    after = """\
[driver.a]
title=A

[driver.b]
title=B
[operation.x]
title=X
status=optional
driver.a=complete
driver.b=missing
driver-notes.b=None.
"""
    assert move(text, settings=own()).new.data.decode() == after


@pytest.mark.parametrize("dialect", ["driver", "targets"])
def test_declarations_say_what_is_to_be_moved_and_not_the_configuration(dialect: str) -> None:
    config = read_config({"dialect": dialect}, "")
    text, after = CASES["keys are renamed and each declaration gets a section"]
    found = move(text, settings=resolve_settings(config, CliOverrides(), "a.ini"))

    assert found.new.data.decode() == after
    assert (found.before.dialect, found.after.dialect) == (TARGETS, DRIVER)
