"""Fixes of entries: absent entries."""

from tests.fixes.cases.case import Case
from tests.fixes.cases.entry_texts import ALIGNED, DRIVERS

ABSENT = (
    Case(
        "behind the nearest before, with its note",
        "MX402",
        DRIVERS
        + """\
 driver.lvm=partial
 # A remark on the note.
 driver-notes.lvm=Slow,
   # another
   but works.
+driver.ceph=unknown
+driver.nfs=unknown
 # A remark on the last one.
 driver.zfs=complete
""",
        come=("MX408",) * 2,
    ),
    Case(
        "two gaps",
        "MX402",
        DRIVERS
        + """\
 driver.lvm=complete
+driver.ceph=unknown
 driver.nfs=complete
+driver.zfs=unknown
 notes=None.
""",
        come=("MX408",) * 2,
    ),
    Case(
        "above the nearest behind, its note and its remarks",
        "MX402",
        DRIVERS
        + """\
 cli=x

+driver.lvm=unknown
+driver.ceph=unknown
 # A remark on the note.
 ; and more
 driver-notes.nfs=Slow.
 # A remark on the entry.
 driver.nfs=partial
 driver.zfs=complete
""",
        come=("MX408",) * 2,
    ),
    Case(
        "in front of an entry that is out of order",
        "MX402",
        DRIVERS
        + """\
 driver.zfs=complete
+driver.lvm=unknown
 driver.ceph=complete
+driver.nfs=unknown
""",
        come=("MX408",) * 2,
    ),
    Case(
        "note of another driver right behind",
        "MX402",
        DRIVERS
        + """\
 driver.lvm=complete
+driver.ceph=unknown
 driver-notes.zfs=Slow.
 driver.nfs=complete
 driver.zfs=complete
""",
        come=("MX408",),
    ),
    Case(
        "at the end where there is no entry",
        "MX402",
        DRIVERS
        + """\
 cli=a;
   b
+driver.lvm=unknown
+driver.ceph=unknown
+driver.nfs=unknown
+driver.zfs=unknown

 # The next one.
 [operation.z]
 title=Do z
 status=optional
 driver.lvm=complete
 driver.ceph=complete
 driver.nfs=complete
 driver.zfs=complete
""",
        come=("MX408",) * 4,
    ),
    Case(
        "below the header where there is no key",
        "MX402",
        """\
 [driver.lvm]
 title=LVM
 [operation.x]
 title = Do x
 status = optional
 driver.lvm = complete
 [operation.y]
+driver.lvm = unknown
""",
        come=("MX408",),
        config=ALIGNED,
    ),
    Case(
        "delimiter and blanks of the neighbour",
        "MX402",
        DRIVERS
        + """\
 driver.lvm : complete
 driver.ceph: complete
+driver.nfs : unknown
 driver.zfs : complete
""",
        come=("MX408",),
        config=ALIGNED,
    ),
    Case(
        "one blank around",
        "MX402",
        DRIVERS
        + """\
 driver.lvm = complete
+driver.ceph = unknown
 driver.nfs = complete
 driver.zfs = complete
""",
        come=("MX408",),
        config=ALIGNED,
    ),
    Case(
        "delimiters in a column",
        "MX402",
        DRIVERS
        + """\
 driver.lvm        = complete
+driver.ceph       = unknown
 driver.nfs        = partial
 driver-notes.nfs  = Slow.
 driver.zfs        = complete
""",
        come=("MX408",),
        config=ALIGNED,
    ),
    Case(
        "values in a column",
        "MX402",
        DRIVERS
        + """\
 driver.lvm:   complete
 driver.ceph:  complete
+driver.nfs:   unknown
 driver.zfs:   complete
""",
        come=("MX408",),
        config=ALIGNED,
    ),
    Case(
        "column that the longest key fills",
        "MX402",
        DRIVERS
        + """\
 driver.lvm =complete
 driver.ceph=complete
+driver.nfs =unknown
+driver.zfs =unknown
""",
        come=("MX408",) * 2,
        config=ALIGNED,
    ),
    Case(
        "blanks that no key is short enough for",
        "MX402",
        """\
 [driver.a]
 title=A
 [driver.longer]
 title=B
 [operation.w]
 title=Do w
 status=optional
 driver.a=complete
 driver.longer=complete
 [operation.x]
 title=Do x
 status=optional
 driver.a  = complete
+driver.longer = unknown
""",
        come=("MX408",),
        config=ALIGNED,
    ),
    Case(
        "tabs before the delimiter",
        "MX402",
        DRIVERS
        + """\
 driver.lvm\t\t=\tcomplete
 driver.ceph\t\t=\tcomplete
+driver.nfs\t\t=\tunknown
 driver.zfs\t\t=\tcomplete
""",
        come=("MX408",),
        config=ALIGNED,
    ),
    Case(
        "odd blank before the value",
        "MX402",
        DRIVERS
        + """\
 driver.lvm= complete
 driver.ceph=\u2002complete
+driver.nfs= unknown
 driver.zfs=complete
""",
        come=("MX408",),
        config=ALIGNED,
    ),
    Case(
        "neighbour whose level is empty",
        "MX402",
        DRIVERS
        + """\
 driver.lvm=
+driver.ceph : unknown
 driver.nfs : complete
 driver.zfs : complete
""",
        come=("MX408",),
        config=ALIGNED,
    ),
)

CASES = ABSENT
