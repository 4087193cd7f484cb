"""Fixes of texts: texts."""

from tests.fixes.cases.case import Case
from tests.fixes.cases.text_texts import CELLS, HEAD, IN_ORDER

TEXTS = (
    Case(
        "odd blanks, and what has no width",
        "MX704",
        HEAD.replace(
            " title=Do x\n",
            """\
-title=Do\u00a0x\u200b
+title=Do x
""",
        )
        + CELLS,
        safe=True,
    ),
    Case(
        "no fix: a tab in place of a delimiter",
        "MX704",
        HEAD
        + CELLS
        + """\
 link\thttp://example.org
""",
    ),
    Case(
        "name with what has no width",
        "MX704",
        HEAD
        + """\
-driver.l\u200bvm=complete
+driver.lvm=complete
 driver.ceph=missing
""",
        safe=True,
    ),
    Case(
        "quotes",
        "MX705",
        HEAD.replace(
            " title=Do x\n",
            """\
-title="Do x"
+title=Do x
""",
        )
        + CELLS,
        safe=True,
    ),
    Case(
        "quotes around several lines",
        "MX705",
        HEAD
        + CELLS
        + """\
-notes='One,
+notes=One,
   # a remark
-  two.'
+  two.
""",
        safe=True,
    ),
)

LAYOUT = (
    Case(
        "white space at the end",
        "MX801",
        HEAD
        + """\
-driver.lvm=complete \t
+driver.lvm=complete
 driver.ceph=missing
""",
        safe=True,
    ),
    Case(
        "entries with their notes and remarks",
        "MX804",
        HEAD
        + """\
-# The second.
-driver.ceph=partial
-driver-notes.ceph=Slow.
-driver.lvm=complete
+driver.lvm=complete
+# The second.
+driver.ceph=partial
+driver-notes.ceph=Slow.
""",
        safe=True,
        config=IN_ORDER,
    ),
    Case(
        "delimiter",
        "MX805",
        HEAD
        + """\
-driver.lvm = complete
+driver.lvm=complete
 driver.ceph=missing
""",
        safe=True,
    ),
)

SUPPRESSIONS = (
    Case(
        "comment that silences nothing",
        "MX901",
        HEAD
        + """\
-# matrixlint: ignore[MX406] -- not yet
 driver.lvm=complete
 driver.ceph=missing
""",
        safe=True,
    ),
    Case(
        "comment of which one word silences nothing",
        "MX901",
        HEAD
        + """\
-# matrixlint: ignore[MX406, partial-without-notes, MX401] -- not yet
+# matrixlint: ignore[MX406, partial-without-notes] -- not yet
 driver.lvm=partial
 driver.ceph=missing
""",
        safe=True,
    ),
    Case(
        "near name of a rule",
        "MX902",
        HEAD
        + """\
-# matrixlint: ignore[MX408, partial-without-note] -- not yet
+# matrixlint: ignore[MX408, partial-without-notes] -- not yet
 driver.lvm=unknown
 driver.ceph=missing
""",
        come=("MX901",),
    ),
    Case(
        "no fix: no rule is near",
        "MX902",
        HEAD
        + """\
 # matrixlint: ignore[nonsense]
"""
        + CELLS,
    ),
    Case(
        "no fix: a word that is no suppression",
        "MX902",
        HEAD
        + """\
 # matrixlint: ignroe[MX406]
"""
        + CELLS,
    ),
)

CASES = (*TEXTS, *LAYOUT, *SUPPRESSIONS)
