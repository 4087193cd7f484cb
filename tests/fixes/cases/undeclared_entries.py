"""Fixes of entries: undeclared entries."""

from tests.fixes.cases.case import Case
from tests.fixes.cases.entry_texts import ALIGNED, DRIVERS, GRADES, TARGETS

STRANGERS = (
    Case(
        "entries and notes of a near name",
        "MX403",
        DRIVERS
        + """\
 driver.lvm=complete
-Driver.cehp = partial
+Driver.ceph = partial
-driver-notes.cehp=Slow.
+driver-notes.ceph=Slow.
 driver.nfs=complete
 driver.zfs=complete

 [operation.y]
 title=Do y
 status=optional
-driver.CEHP=missing
+driver.ceph=missing
 driver.lvm=complete
 driver.nfs=complete
 driver.zfs=complete
""",
        config=ALIGNED,
    ),
    Case(
        "entries of one name for two drivers",
        "MX403",
        """\
 [driver.disk-a]
 title=A
 [driver.disk-b]
 title=B
 [operation.x]
 title=Do x
 status=optional
 driver.disk-a=complete
-driver.disk-c=missing
+driver.disk-b=missing
 [operation.y]
 title=Do y
 status=optional
-driver.disk-c=missing
+driver.disk-a=missing
 driver.disk-b=complete
""",
    ),
    Case(
        "bare and long names",
        "MX403",
        TARGETS
        + """\
 hyperv=complete
-osv=complete:queens
+ovs=complete:queens
 lb=complete

 [y]
 title=Do y
 maturity=complete
 hyperv=complete
-driver-impl-osv=partial
+driver-impl-ovs=partial
-driver-notes-osv=Slow.
+driver-notes-ovs=Slow.
 lb=complete
""",
    ),
    Case(
        "section of a backend",
        "MX403",
        GRADES
        + """\
-[backends.backend-impl-nsd]
+[backends.backend-impl-nsd4]
 status=integrated
""",
    ),
    Case(
        "no fix: no backend is near",
        "MX403",
        GRADES
        + """\
 [backends.backend-impl-nsd4]
 status=integrated
 [backends.backend-impl-zebra]
 status=integrated
""",
    ),
    Case(
        "no fix: one of its entries is near no driver",
        "MX403",
        DRIVERS
        + """\
 driver.lvm=complete
 driver.cehp=complete
 driver.nfs=complete
 driver.zfs=complete
 [operation.y]
 title=Do y
 status=optional
 driver.lvm=complete
 driver.ceph=complete
 driver.cehp=complete
 driver.nfs=complete
 driver.zfs=complete
""",
    ),
    Case(
        "no fix: one of its notes is left over",
        "MX403",
        DRIVERS
        + """\
 driver.lvm=complete
 driver.cehp=complete
 driver.nfs=complete
 driver.zfs=complete
 [operation.y]
 title=Do y
 status=optional
 driver.lvm=complete
 driver.ceph=complete
 driver-notes.cehp=Slow.
 driver.nfs=complete
 driver.zfs=complete
""",
    ),
    Case(
        "no fix: the driver has a note by its own name",
        "MX403",
        DRIVERS
        + """\
 driver.lvm=complete
 driver.cehp=partial
 driver-notes.cehp=Slow.
 driver-notes.ceph=Fast.
 driver.nfs=complete
 driver.zfs=complete
""",
    ),
    Case(
        "no fix: an entry that is indented",
        "MX403",
        DRIVERS
        + """\
 driver.lvm=complete
 notes=None.
   driver.cehp=complete
 driver.nfs=complete
 driver.zfs=complete
""",
    ),
    Case(
        "no fix: entries near a name that no key can have",
        "MX107",
        """\
 [driver.lvm]
 title=LVM
 [driver.ceph=rbd]
 title=Ceph
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
 driver.ceph-rbd=complete
""",
    ),
    Case(
        "no fix: a default",
        "MX403",
        """\
 [driver.lvm]
 title=LVM
 [driver.ceph]
 title=Ceph
 [DEFAULT]
 driver.cehp=complete
 [operation.w]
 title=Do w
 status=optional
 driver.lvm=complete
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
 driver.ceph=complete
""",
    ),
)

CASES = STRANGERS
