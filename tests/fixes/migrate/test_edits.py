"""Texts before and after they are moved, whole."""

import pytest

from matrixlint.config.resolve import read_config, resolve_settings
from matrixlint.config.settings import CliOverrides, Settings
from matrixlint.syntax.dialects.dialect import DRIVER, TARGETS
from tests.fixes.migrate.migrated import facts, move, moved

# name, before, after; sections are renamed.
CASES = {
    "keys are renamed and each declaration gets a section": (
        """\
[targets]
driver-impl-a=Driver A
driver-impl-b=Driver B

[operation.x]
title=X
status=mandatory
driver-impl-a=complete
driver-impl-b=partial
driver-notes-b=Slow.
""",
        """\
[driver.a]
title=Driver A

[driver.b]
title=Driver B

[operation.x]
title=X
status=mandatory
driver.a=complete
driver.b=partial
driver-notes.b=Slow.
""",
    ),
    "titles of several lines, delimiters and alignment stay": (
        """\
[targets]
driver-impl-a   = Driver
  # in between
    A = B
driver-impl-bcd : C
[operation.x]
title           = X
status          : optional
driver-impl-a   = complete
driver-impl-bcd = missing
driver-notes-a  =
    Note: driver-impl-a=complete
    see [targets]
""",
        """\
[driver.a]
title   = Driver
  # in between
    A = B

[driver.bcd]
title : C
[operation.x]
title           = X
status          : optional
driver.a   = complete
driver.bcd = missing
driver-notes.a  =
    Note: driver-impl-a=complete
    see [targets]
""",
    ),
    "comments above a key stand above its header": (
        """\
# first

# of drivers
[targets]
# of a
driver-impl-a=A
# of b

; of b too
   # and more of b
driver-impl-b=B
# matrixlint: ignore[MX104] -- one product
driver-impl-c=C

# trailing
[operation.x]
title=X
status=optional
# driver-impl-old=missing
driver-impl-a=complete
driver-impl-b=complete
driver-impl-c=complete
""",
        """\
# first

# of drivers
# of a
[driver.a]
title=A
# of b

; of b too
   # and more of b
[driver.b]
title=B

# matrixlint: ignore[MX104] -- one product
[driver.c]
title=C

# trailing
[operation.x]
title=X
status=optional
# driver-impl-old=missing
driver.a=complete
driver.b=complete
driver.c=complete
""",
    ),
    "comment behind the old header stays": (
        """\
[targets]  # the columns; in order

driver-impl-a=A
[operation.x] ; a row
title=X
status=optional
driver-impl-a=complete
""",
        """\
# the columns; in order

[driver.a]
title=A
[operation.x] ; a row
title=X
status=optional
driver.a=complete
""",
    ),
    "blank lines around the old header are not doubled": (
        """\
# head

[targets]

driver-impl-a=A

driver-impl-b=B


[operation.x]
title=X
status=optional
driver-impl-a=complete
driver-impl-b=complete
""",
        """\
# head

[driver.a]
title=A

[driver.b]
title=B


[operation.x]
title=X
status=optional
driver.a=complete
driver.b=complete
""",
    ),
    "first line of the file is no blank one": (
        "[targets]\n \ndriver-impl-a=A\n[operation.x]\ntitle=X\ndriver-impl-a=complete",
        "[driver.a]\ntitle=A\n[operation.x]\ntitle=X\ndriver.a=complete",
    ),
    "declarations may stand below the features": (
        "[x]\ntitle=X\nstatus=optional\ndriver-impl-a=complete\n[targets]\ndriver-impl-a=A",
        "[operation.x]\ntitle=X\nstatus=optional\ndriver.a=complete\n[driver.a]\ntitle=A",
    ),
    "ends of lines, the mark and the missing last end stay": (
        (
            "\ufeff[targets]\r\ndriver-impl-a=A\r\ndriver-impl-b=B\r\n[x]\r\ntitle=X\r\n"
            "status=optional\r\ndriver-impl-a=complete\r\ndriver-impl-b=missing"
        ),
        (
            "\ufeff[driver.a]\r\ntitle=A\r\n\r\n[driver.b]\r\ntitle=B\r\n[operation.x]\r\ntitle=X\r\n"
            "status=optional\r\ndriver.a=complete\r\ndriver.b=missing"
        ),
    ),
    "ends at CR alone stay": (
        (
            "[targets]\rdriver-impl-a=A\rdriver-impl-b=B\r[x]\rtitle=X\rstatus=optional\r"
            "driver-impl-a=complete\rdriver-impl-b=missing\r"
        ),
        (
            "[driver.a]\rtitle=A\r\r[driver.b]\rtitle=B\r[operation.x]\rtitle=X\rstatus=optional\r"
            "driver.a=complete\rdriver.b=missing\r"
        ),
    ),
    "names keep their dots and lose their capitals": (
        """\
[targets]
Driver-Impl-GPU.fake = Fake
[L3_HA]
Title=X
status=optional
DRIVER-IMPL-gpu.Fake = partial
Driver-Notes-GPU.FAKE = Caveat
""",
        """\
[driver.gpu.fake]
title = Fake
[operation.L3_HA]
Title=X
status=optional
driver.gpu.fake = partial
driver-notes.gpu.fake = Caveat
""",
    ),
    "what is of no declared driver is renamed too": (
        """\
[targets]
driver-impl-a=A
[operation.x]
title=X
status=optional
driver-impl-a=complete
driver-impl-gone=missing
driver-notes-lost=Never shown.
driver-notes-=Nobody's.
""",
        """\
[driver.a]
title=A
[operation.x]
title=X
status=optional
driver.a=complete
driver.gone=missing
driver-notes.lost=Never shown.
driver-notes.=Nobody's.
""",
    ),
    "defaults are moved, and renamed to nothing": (
        """\
[DEFAULT]
status = conditional(y==complete)
driver-impl-b = unknown
driver-notes-b = Nobody knows.
[targets]
driver-impl-a = A
driver-impl-b = B
[x]
title = X
driver-impl-a = complete
[y]
title = Y
status = optional
driver-impl-a = complete
[z]
title = Z
driver-impl-a = complete
""",
        """\
[DEFAULT]
status = condition(operation.y==complete)
driver.b = unknown
driver-notes.b = Nobody knows.
[driver.a]
title = A

[driver.b]
title = B
[operation.x]
title = X
driver.a = complete
[operation.y]
title = Y
status = optional
driver.a = complete
[operation.z]
title = Z
driver.a = complete
""",
    ),
    "conditions follow the sections that they name": (
        """\
[targets]
driver-impl-a=A
[storage.block]
title=X
status=condition( storage == complete )
driver-impl-a=complete
[storage]
title=Y
status = conditional(storage.block!=missing)
driver-impl-a=complete
[operation.z]
title=Z
status=Conditional(operation.y==complete)
driver-impl-a=complete
[operation.y]
title=YY
status=condition(storage==partial)
notes=conditional(storage==partial)
driver-impl-a=complete
[choice]
title=W
status=choice(storage)
driver-impl-a=complete
""",
        """\
[driver.a]
title=A
[operation.storage.block]
title=X
status=condition( operation.storage == complete )
driver.a=complete
[operation.storage]
title=Y
status = condition(operation.storage.block!=missing)
driver.a=complete
[operation.z]
title=Z
status=condition(operation.y==complete)
driver.a=complete
[operation.y]
title=YY
status=condition(operation.storage==partial)
notes=conditional(storage==partial)
driver.a=complete
[operation.choice]
title=W
status=choice(storage)
driver.a=complete
""",
    ),
    "what was moved by half is moved to the end": (
        """\
[driver.a]
title=A
link=https://example.org

[driver.b]
title=B

[targets]
driver-impl-c=C

[x]
title=X
status=conditional(operation.y==complete)
driver.a=complete
driver-notes-a=Note
driver-impl-b=complete
driver-notes.b=Note
driver-impl-c=complete

[operation.y]
title=Y
status=mature
driver-impl-a=complete
driver-impl-b=complete
driver.c=complete
""",
        """\
[driver.a]
title=A
link=https://example.org

[driver.b]
title=B

[driver.c]
title=C

[operation.x]
title=X
status=condition(operation.y==complete)
driver.a=complete
driver-notes.a=Note
driver.b=complete
driver-notes.b=Note
driver.c=complete

[operation.y]
title=Y
status=mature
driver.a=complete
driver.b=complete
driver.c=complete
""",
    ),
    "keys that were left behind are moved": (
        """\
[driver.a]
title=A
[operation.x]
title=X
driver.a=complete
driver-notes-a=Note
""",
        """\
[driver.a]
title=A
[operation.x]
title=X
driver.a=complete
driver-notes.a=Note
""",
    ),
    "dangling conditions stay as they are": (
        """\
[targets]
driver-impl-a=A
[x]
title=X
status=condition(nothing==complete)
driver-impl-a=complete
[y]
title=Y
status=condition((x==complete))
driver-impl-a=complete
""",
        """\
[driver.a]
title=A
[operation.x]
title=X
status=condition(nothing==complete)
driver.a=complete
[operation.y]
title=Y
status=condition((x==complete))
driver.a=complete
""",
    ),
    "keys lose what nobody sees in them": (
        (
            "[targets]\ndriver\u200b-impl-a\u00ad=A\n[operation.x]\ntitle=X\nstatus=optional\n"
            "driver-impl\u200b-a=complete\ndriver-notes-\u200ba=\u200bN\n"
        ),
        (
            "[driver.a]\ntitle=A\n[operation.x]\ntitle=X\nstatus=optional\n"
            "driver.a=complete\ndriver-notes.a=\u200bN\n"
        ),
    ),
    "values are kept, whatever is in them": (
        (
            "[targets]\ndriver-impl-a=[driver.b]; # 100%% driver-impl-a=\n[operation.x]\n"
            "title=https://example.org/#driver-impl-a\nstatus=optional\ndriver-impl-a=complete #\n"
            "notes=\n  \n   driver-impl is a word\n"
        ),
        (
            "[driver.a]\ntitle=[driver.b]; # 100%% driver-impl-a=\n[operation.x]\n"
            "title=https://example.org/#driver-impl-a\nstatus=optional\ndriver.a=complete #\n"
            "notes=\n  \n   driver-impl is a word\n"
        ),
    ),
}


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
