"""Fixes of entries: levels."""

from tests.fixes.cases.case import Case
from tests.fixes.cases.entry_texts import ALIGNED, DRIVERS, TARGETS

LEVELS = (
    Case(
        "case",
        "MX401",
        DRIVERS
        + """\
 driver.lvm=complete
-driver.ceph = Partial
+driver.ceph = partial
 driver.nfs=complete
 driver.zfs=complete
""",
        safe=True,
        come=("MX406",),
        config=ALIGNED,
    ),
    Case(
        "near level",
        "MX401",
        DRIVERS
        + """\
-driver.lvm=compelte
+driver.lvm=complete
 driver.ceph=complete
 driver.nfs=complete
 driver.zfs=complete
""",
    ),
    Case(
        "level with a comment behind",
        "MX401",
        DRIVERS
        + """\
 driver.lvm=complete
 driver.ceph=complete
 driver.nfs=complete
-driver.zfs=complete # since May
+driver.zfs=complete
""",
    ),
    Case(
        "level with a release",
        "MX401",
        TARGETS
        + """\
 hyperv=complete
-ovs=Compelte:queens:2
+ovs=complete:queens:2
 lb=complete
""",
    ),
    Case(
        "case of a level with a release",
        "MX401",
        TARGETS
        + """\
-hyperv=COMPLETE:queens
+hyperv=complete:queens
 ovs=complete
 lb=complete
""",
        safe=True,
    ),
    Case(
        "blank before a release",
        "MX401",
        TARGETS
        + """\
-hyperv=complete :queens
+hyperv=complete:queens
 ovs=complete
 lb=complete
""",
        safe=True,
    ),
    Case(
        "colon without a release",
        "MX401",
        TARGETS
        + """\
-hyperv=complete:
+hyperv=complete
 ovs=complete
 lb=complete
""",
    ),
    Case(
        "no fix: no level is near",
        "MX401",
        DRIVERS
        + """\
 driver.lvm=yes
 driver.ceph=complete
 driver.nfs=complete
 driver.zfs=complete
""",
    ),
    Case(
        "no fix: several lines",
        "MX401",
        DRIVERS
        + """\
 driver.lvm=complete
   since May
 driver.ceph=complete
 driver.nfs=complete
 driver.zfs=complete
""",
    ),
)

NOTES = (
    Case(
        "notes of a near name, or of a part of it",
        "MX404",
        """\
 [driver.libvirt-kvm]
 title=KVM
 [driver.libvirt-lxc]
 title=LXC
 [operation.x]
 title=Do x
 status=optional
 driver.libvirt-kvm=complete
 driver.libvirt-lxc=partial
-driver-notes.lxc=The clock stops,
+driver-notes.libvirt-lxc=The clock stops,
   # a remark
   and goes on.
 [operation.y]
 title=Do y
 status=optional
-Driver-Notes.lxc : Slow.
+Driver-Notes.libvirt-lxc : Slow.
 driver.libvirt-kvm=complete
 driver.libvirt-lxc=partial
""",
        config=ALIGNED,
    ),
    Case(
        "empty note",
        "MX404",
        DRIVERS
        + """\
 driver.lvm=complete
-driver-notes.lmv=
+driver-notes.lvm=
 driver.ceph=complete
 driver.nfs=complete
 driver.zfs=complete
""",
        come=("MX409",),
    ),
    Case(
        "no fix: one of two is near no driver",
        "MX404",
        DRIVERS
        + """\
 driver.lvm=complete
 driver-notes.lmv=Slow.
 driver.ceph=complete
 driver.nfs=complete
 driver.zfs=complete
 [operation.y]
 title=Do y
 status=optional
 driver.lvm=complete
 driver-notes.lmv=Slow.
 driver-notes.lvm=Fast.
 driver.ceph=complete
 driver.nfs=complete
 driver.zfs=complete
""",
    ),
    Case(
        "note in the middle",
        "MX409",
        DRIVERS
        + """\
 driver.lvm=complete
 # A remark that stays.
-driver-notes.lvm =

 # Another.
 driver.ceph=complete
 driver.nfs=complete
 driver.zfs=complete
""",
        config=ALIGNED,
    ),
    Case(
        "note on the last line",
        "MX409",
        DRIVERS
        + """\
 driver.ceph=complete
 driver.nfs=complete
 driver.zfs=complete
 driver.lvm=complete
-driver-notes.lvm=
""",
    ),
    Case(
        "no fix: a default",
        "MX404",
        """\
 [driver.lvm]
 title=LVM
 [DEFAULT]
 driver-notes.lvmx=Slowly.
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
""",
    ),
    Case(
        "no fix: a default",
        "MX409",
        """\
 [driver.lvm]
 title=LVM
 [DEFAULT]
 driver-notes.lvm=
 [operation.w]
 title=Do w
 status=optional
 driver.lvm=complete
""",
    ),
)

CASES = (*LEVELS, *NOTES)
