"""Fixes of entries: absent entries placed."""

from tests.fixes.cases.case import Case
from tests.fixes.cases.entry_texts import DRIVERS, GRADES, OWN_LEVELS, TARGETS

ABSENT = (
    Case(
        "capitals of the neighbour",
        "MX402",
        DRIVERS
        + """\
 DRIVER.LVM=complete
+DRIVER.CEPH=unknown
 Driver.nfs=complete
+Driver.zfs=unknown
""",
        come=("MX408",) * 2,
    ),
    Case(
        "neighbour that is misspelt",
        "MX402",
        DRIVERS
        + """\
 driver.lvm=complete
 drvier.ceph=complete
+driver.nfs=unknown
 driver.zfs=complete
""",
        come=("MX408",),
    ),
    Case(
        "neighbour of another dialect",
        "MX402",
        DRIVERS
        + """\
 driver-impl-lvm=complete
+driver.ceph=unknown
 driver-impl-nfs=complete
 driver-impl-zfs=complete
""",
        come=("MX408",),
    ),
    Case(
        "bare names",
        "MX402",
        TARGETS
        + """\
 ovs=complete:queens
+lb=unknown
 hyperv=complete
""",
        come=("MX408",),
    ),
    Case(
        "long names of the neighbour",
        "MX402",
        TARGETS
        + """\
+driver-impl-HyperV=unknown
 driver-impl-ovs=complete
 driver-impl-lb=complete
""",
        come=("MX408",),
    ),
    Case(
        "names as they are declared",
        "MX402",
        TARGETS
        + """\
 HyperV=complete
+ovs=unknown
 lb=complete
""",
        come=("MX408",),
    ),
    Case(
        "long name beside a note that waits for it",
        "MX402",
        TARGETS
        + """\
 hyperv=complete
+driver-impl-ovs=unknown
 driver-notes-ovs=Slow.
 lb=complete
""",
        come=("MX408",),
    ),
    Case(
        "names as in the features above",
        "MX402",
        """\
 [target.HyperV]
 title=Hyper-V
 [w]
 title=Do w
 maturity=complete
 driver-impl-HyperV=complete
 [x]
 title=Do x
 maturity=complete
+driver-impl-HyperV=unknown
""",
        come=("MX408",),
    ),
    Case(
        "targets matrix",
        "MX402",
        """\
 [targets]
 driver-impl-kvm=KVM
 driver-impl-xen=Xen
 [w]
 title=Do w
 status=optional
 driver-impl-kvm=complete
 driver-impl-xen=complete
 [x]
 title=Do x
 status=optional
+driver-impl-kvm=unknown
 driver-impl-xen=complete
""",
        come=("MX408",),
    ),
    Case(
        "defaults are no neighbours",
        "MX402",
        """\
 [driver.lvm]
 title=LVM
 [driver.ceph]
 title=Ceph
 [driver.nfs]
 title=NFS
 [DEFAULT]
 driver.lvm=complete
 [operation.w]
 title=Do w
 status=optional
 driver.ceph=complete
 driver.nfs=complete
 [operation.x]
 title=Do x
 status=optional
+driver.ceph=unknown
 driver.nfs=complete
""",
        come=("MX408",),
    ),
    Case(
        "names that no entry is spelt by",
        "MX402",
        """\
 [driver.lvm]
 title=LVM
 [operation.w]
 title=Do w
 status=optional
 drvier.lvm=complete
 [operation.x]
 title=Do x
 status=optional
+driver.lvm=unknown
""",
        come=("MX408",),
    ),
    Case(
        "driver that nothing uses is left out",
        "MX402",
        DRIVERS
        + """\
 driver.lvm=complete
+driver.ceph=unknown
 driver.nfs=complete
 driver.zfs=complete
 [driver.tape]
 title=Tape
""",
        come=("MX408",),
    ),
    Case(
        "no fix: the dialect has no word for it",
        "MX402",
        """\
 [driver.lvm]
 title=LVM
 [driver.ceph]
 title=Ceph
 [operation.w]
 title=Do w
 status=optional
 driver.lvm=yes
 driver.ceph=yes
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=yes
""",
        config=OWN_LEVELS,
    ),
    Case(
        "no fix: a condition asks for unknown",
        "MX402",
        DRIVERS
        + """\
 driver.lvm=complete
 driver.ceph=complete
 driver.nfs=complete
 [operation.y]
 title=Do y
 status=condition(operation.x!=unknown)
 driver.lvm=complete
 driver.ceph=complete
 driver.nfs=complete
 driver.zfs=complete
""",
    ),
    Case(
        "no fix: the section would declare the driver",
        "MX402",
        """\
 [target.lb]
 title=Linux bridge
 [w]
 title=Do w
 maturity=complete
 driver-impl-lb=complete
 [targets]
 title=Do x
 maturity=complete
""",
    ),
    Case(
        "no fix: the neighbour is swallowed by another",
        "MX402",
        DRIVERS
        + """\
 notes=None.
   driver.lvm=complete
 cli=
""",
    ),
    Case("no fix: a backend", "MX402", GRADES),
)

CASES = ABSENT
