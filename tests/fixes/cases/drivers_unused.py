"""Fixes of drivers: drivers unused."""

from tests.fixes.cases.case import Case
from tests.fixes.cases.driver_texts import OWN

CASES = (
    Case(
        "no fix: the file declares by labels",
        "MX105",
        """\
 [plugin.a]
 key=lvm
 title=LVM
 [plugin.b]
 key=zfs
 title=ZFS
 [driver.ceph]
 title=Ceph

 [x]
 title=Do x
 status=optional
 lvm=yes
 zfs=yes
 ceph=yes
""",
        config=OWN,
    ),
    Case(
        "no fix: the other dialect declares by labels",
        "MX105",
        """\
 [driver.lvm]
 title=LVM
 [plugin.ceph]
 title=Ceph

 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
 driver.ceph=complete
""",
        config=OWN,
    ),
    Case(
        "no fix: a note where the dialect has none",
        "MX105",
        """\
 [column.lvm]
 title=LVM
 [column.ceph]
 title=Ceph
 [x]
 title=Do x
 status=optional
 ceph=complete
 driver-notes.lvm=Slow.
""",
        config={
            "select": ["ALL"],
            "dialects": {"columns": {"declaration": "column."}},
        },
    ),
    Case(
        "driver without an entry",
        "MX107",
        """\
 [driver.lvm]
 title=LVM
 [driver.ceph]
 title=Ceph
 [driver.nfs]
 title=NFS

 [operation.x]
 title=Do x
 status=optional
 driver.lvm=partial
 driver-notes.lvm=Slow.
+driver.ceph=unknown
 driver.nfs=complete

 [operation.y]
 title=Do y
 status=optional
 driver.nfs: complete
 driver.lvm: complete
+driver.ceph: unknown
""",
        come=("MX408",) * 2,
    ),
    Case(
        "driver of a project's own dialect",
        "MX107",
        """\
 [plugin.one]
 title=One
 key=First
 [plugin.two]
 title=Two
 key=Second
 [x]
 title=Do x
 status=optional
 First=yes
+Second=unheard
""",
        come=("MX408",),
        config=OWN,
    ),
    Case(
        "entries that use a near name",
        "MX107",
        """\
 [driver.lvm]
 title=LVM
 [driver.storwize]
 title=Storwize

 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
-driver.stor-wize=partial
+driver.storwize=partial
-driver-notes.stor-wize=Slow.
+driver-notes.storwize=Slow.

 [operation.y]
 title=Do y
 status=optional
-driver.stor-wize=missing
+driver.storwize=missing
 driver.lvm=complete
""",
    ),
    Case(
        "entries that use a near name in some features",
        "MX107",
        """\
 [driver.lvm]
 title=LVM
 [driver.storwize]
 title=Storwize

 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
-driver.stor-wize=complete
+driver.storwize=complete

 [operation.y]
 title=Do y
 status=optional
 driver.lvm=complete
+driver.storwize=unknown
""",
        come=("MX408",),
    ),
    *(
        Case(f"no fix: {name}", "MX107", lines)
        for name, lines in (
            (
                "a note of the near name beside one of the declared",
                """\
 [driver.lvm]
 title=LVM
 [driver.storwize]
 title=Storwize
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
 driver.stor-wize=partial
 driver-notes.storwize=Slow.
 driver-notes.stor-wize=Quite slow.
""",
            ),
            (
                "a condition asks for unknown",
                """\
 [driver.lvm]
 title=LVM
 [driver.ceph]
 title=Ceph
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=unknown
 [operation.y]
 title=Do y
 status=condition(operation.x==unknown)
 driver.lvm=complete
""",
            ),
            (
                "a name that no key can have",
                """\
 [driver.lvm]
 title=LVM
 [driver.a=b]
 title=Ceph
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
""",
            ),
            (
                "a name that is a field's where entries are bare",
                """\
 [target.ovs]
 title=Open vSwitch
 [target.notes]
 title=Notes
 [x]
 title=Do x
 maturity=complete
 ovs=complete
""",
            ),
        )
    ),
)
