"""Texts before and after they are migrated: keys, declarations, comments."""

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
}
