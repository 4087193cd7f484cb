"""The fixes of MX401 to MX404 and MX409, and of MX107 where it renames: levels, entries, notes."""

from tests.fixes.cases.case import Case

DRIVERS = """\
 [driver.lvm]
 title=LVM
 [driver.ceph]
 title=Ceph
 [driver.nfs]
 title=NFS
 [driver.zfs]
 title=ZFS

 [operation.w]
 title=Do w
 status=optional
 driver.lvm=complete
 driver.ceph=complete
 driver.nfs=complete
 driver.zfs=complete

 [operation.x]
 title=Do x
 status=optional
"""
TARGETS = """\
 [target.HyperV]
 title=Hyper-V
 [target.ovs]
 title=Open vSwitch
 [target.lb]
 title=Linux bridge

 [w]
 title=Do w
 maturity=complete
 hyperv=complete
 ovs=complete
 lb=complete

 [x]
 title=Do x
 maturity=complete
"""
GRADES = """\
 [backends]
 backend-impl-bind9=Bind 9
 backend-impl-nsd4=NSD 4

 [grades]
 valid-grades=integrated

 [grades.integrated]

 [backends.backend-impl-bind9]
 status=integrated

"""
ALIGNED = {"select": ["ALL"], "ignore": ["MX8"]}
OWN_LEVELS = {
    "select": ["ALL"],
    "dialects": {"plain": {"extends": "driver", "levels": {"yes": "implemented"}}},
    "dialect": "plain",
}

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

CASES = (*LEVELS, *ABSENT, *STRANGERS, *NOTES)
