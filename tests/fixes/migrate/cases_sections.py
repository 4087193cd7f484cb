"""Texts before and after they are migrated: sections, conditions, line ends."""

CASES = {
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
