"""Fixes of texts: syntax."""

from tests.fixes.cases.case import Case
from tests.fixes.cases.text_texts import CELLS, HEAD

READING = (
    Case(
        "a key without its delimiter",
        "MX001",
        HEAD
        + """\
-driver.lvm complete
+driver.lvm=complete
 driver.ceph=missing
""",
    ),
    Case(
        "a text without its indentation",
        "MX001",
        HEAD
        + CELLS
        + """\
 notes=Some of it
-is not yet there.
+  is not yet there.
""",
    ),
    Case(
        "a key broken in two",
        "MX001",
        HEAD
        + """\
-driver.
-ceph=missing
+driver.ceph=missing
 driver.lvm=complete
 [operation.y]
 title=Do y
 status=optional
 driver.ceph=missing
 driver.lvm=complete
""",
    ),
    Case(
        "a status broken in two",
        "MX001",
        """\
 [driver.lvm]
 title=LVM
 [operation.x]
 title=Do x
-status=cho
-ice(one)
+status=choice(one)
 driver.lvm=complete
""",
        come=("MX503",),
    ),
    Case(
        "a header broken in two",
        "MX004",
        HEAD
        + CELLS
        + """\
-[operation
-.y]
+[operation.y]
 title=Do y
 status=optional
"""
        + CELLS,
    ),
    Case(
        "a value that fell below its key",
        "MX001",
        HEAD
        + """\
-driver.lvm =
-complete
+driver.lvm = complete
 driver.ceph=missing
""",
    ),
    Case(
        "a value below its key, and what it hid",
        "MX001",
        HEAD
        + """\
-driver.lvm=
-partial
+driver.lvm=partial
""",
        come=("MX107", "MX406"),
    ),
    Case(
        "no fix: words under a level",
        "MX001",
        HEAD
        + CELLS
        + """\
 but not always
""",
    ),
    Case(
        "the same key and value again",
        "MX003",
        HEAD
        + CELLS
        + """\
 notes=None.
-notes=None.
""",
        safe=True,
    ),
    Case(
        "the same key and value again, farther away",
        "MX003",
        HEAD
        + CELLS
        + """\
 notes=None.
 # A remark.
-notes=None.
""",
    ),
    Case(
        "no fix: another value",
        "MX003",
        HEAD
        + CELLS
        + """\
 notes=None.
 notes=Some.
""",
    ),
    Case(
        "bracket",
        "MX004",
        HEAD
        + CELLS
        + """\
-[operation.y
+[operation.y]
 title=Do y
 status=optional
"""
        + CELLS,
    ),
    Case(
        "bracket behind a name that entries use",
        "MX004",
        """\
-[driver.lvm
+[driver.lvm]
 title=LVM
 [driver.ceph]
 title=Ceph

 [operation.x]
 title=Do x
 status=optional
"""
        + CELLS,
        safe=True,
    ),
    Case(
        "bracket behind a name that a condition uses",
        "MX004",
        HEAD
        + CELLS
        + """\
-[operation.y
+[operation.y]
 title=Do y
 status=optional
"""
        + CELLS
        + """\
 [operation.z]
 title=Do z
 status=condition(operation.y==complete)
"""
        + CELLS,
        safe=True,
    ),
    Case(
        "bracket behind a name that is cut off",
        "MX004",
        """\
-[driver.lv
+[driver.lvm]
 title=LVM
 [driver.ceph]
 title=Ceph

 [operation.x]
 title=Do x
 status=optional
"""
        + CELLS,
    ),
    Case(
        "sign in front of the header",
        "MX004",
        HEAD
        + CELLS
        + """\
-- [operation.y]
+[operation.y]
 title=Do y
 status=optional
"""
        + CELLS,
    ),
    Case(
        "key behind the header",
        "MX004",
        HEAD
        + CELLS
        + """\
-[operation.y] title=Do y
+[operation.y]
+title=Do y
 status=optional
"""
        + CELLS,
    ),
    Case(
        "indented header of a section that lacks its title",
        "MX004",
        HEAD
        + CELLS
        + """\
-  [operation.y]
+[operation.y]
 status=optional
"""
        + CELLS,
    ),
    Case(
        "indented header that is not plainly one",
        "MX004",
        """\
 [targets]
 driver-impl-lvm=LVM
 [storage.block]
 title=Do x
 status=optional
 driver-impl-lvm=complete
-  [evacuate]
+[evacuate]
 title=Do y
 status=optional
 driver-impl-lvm=complete
""",
    ),
    Case(
        "blanks in the brackets",
        "MX004",
        """\
-[driver.lvm ]
+[driver.lvm]
 title=LVM
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
""",
        safe=True,
    ),
    Case(
        "indented header",
        "MX004",
        HEAD
        + CELLS
        + """\
-  [operation.y]
+[operation.y]
 title=Do y
 status=optional
"""
        + CELLS,
    ),
    Case(
        "byte-order mark",
        "MX006",
        """\
-\ufeff[driver.lvm]
+[driver.lvm]
 title=LVM
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
""",
        safe=True,
    ),
    Case(
        "indented keys",
        "MX008",
        HEAD
        + """\
 notes=None.
-  driver.lvm=complete
+driver.lvm=complete
   # A remark.
-  driver.ceph=missing
+driver.ceph=missing
""",
        safe=True,
    ),
    Case(
        "indented key of a driver that is not declared",
        "MX008",
        HEAD
        + CELLS
        + """\
 notes=None.
-  driver.nobody=missing
+driver.nobody=missing
""",
    ),
    Case(
        "percent signs",
        "MX009",
        HEAD
        + CELLS
        + """\
-notes=At 50% at most, 100%% or 5 %.
+notes=At 50%% at most, 100%% or 5 %%.
""",
        safe=True,
    ),
)

CASES = READING
