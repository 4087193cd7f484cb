"""Fixes of drivers: drivers."""

from tests.fixes.cases.case import Case

CASES = (
    Case(
        "keys of targets in a driver file",
        "MX105",
        """\
 [driver.lvm]
 title=LVM
 [driver.ceph]
 title=Ceph

 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
-Driver-Impl-ceph = partial
+driver.ceph = partial
 # A remark.
-driver-notes-ceph=Not on
+driver-notes.ceph=Not on
   Sundays.

 [operation.y]
 title=Do y
 status=optional
 driver.lvm=complete
-driver-impl-ceph=missing
+driver.ceph=missing
""",
    ),
    Case(
        "keys of driver in a targets file",
        "MX105",
        """\
 [targets]
 driver-impl-lvm=LVM
 driver-impl-ceph=Ceph

 [x]
 title=Do x
 status=optional
-driver.lvm=partial
+driver-impl-lvm=partial
-driver-notes.lvm=Slow.
+driver-notes-lvm=Slow.
 driver-impl-ceph=complete
""",
    ),
    Case(
        "keys of driver in a target file are written so that notes are shown",
        "MX105",
        """\
 [target.ovs]
 title=Open vSwitch
 [target.lb]
 title=Linux bridge

 [x]
 title=Do x
 maturity=complete
 ovs=complete
-driver.lb=complete:queens
+driver-impl-lb=complete:queens
-driver-notes.lb=Slow.
+driver-notes-lb=Slow.
""",
    ),
    Case(
        "declaration by a header of target in a driver file",
        "MX105",
        """\
 [driver.lvm]
 title=LVM
-[target.ceph] # a remark
+[driver.ceph] # a remark
 title=Ceph

 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
 driver.ceph=complete
""",
    ),
    Case(
        "declaration by a header of target that is called so once more",
        "MX105",
        """\
 [driver.lvm]
 title=LVM
-[target.target.ceph]
+[driver.target.ceph]
 title=Ceph

 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
 driver.target.ceph=complete
""",
    ),
    Case(
        "declaration with a capital by a header of driver in a target file",
        "MX105",
        """\
 [target.ovs]
 title=Open vSwitch
-[driver.LB]
+[target.LB]
 title=Linux bridge

 [x]
 title=Do x
 maturity=complete
 ovs=complete
 lb=complete
""",
    ),
    Case(
        "level that is misspelt beside",
        "MX105",
        """\
 [driver.lvm]
 title=LVM
 [operation.x]
 title=Do x
 status=optional
-driver-impl-lvm=compelte
+driver.lvm=compelte
""",
    ),
    *(
        Case(f"no fix: {name}", "MX105", lines)
        for name, lines in (
            (
                "the file declares by keys",
                """\
 [targets]
 driver-impl-lvm=LVM
 [driver.ceph]

 [x]
 title=Do x
 status=optional
 driver-impl-lvm=complete
 driver-impl-ceph=complete
""",
            ),
            (
                "the driver is declared nowhere",
                """\
 [driver.lvm]
 title=LVM
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
 driver-impl-zfs=complete
""",
            ),
            (
                "one of the keys is there already",
                """\
 [driver.lvm]
 title=LVM
 [driver.ceph]
 title=Ceph
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
 driver-impl-lvm=complete
 driver-impl-ceph=complete
""",
            ),
            (
                "a section of targets",
                """\
 [driver.lvm]
 title=LVM
 [targets]
 driver-impl-ceph=Ceph
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
 driver.ceph=complete
""",
            ),
            (
                "a percent sign that the renderer passes over",
                """\
 [driver.lvm]
 title=LVM
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=partial
 driver-notes-lvm=At 50% at most.
""",
            ),
            (
                "a key of [DEFAULT]",
                """\
 [driver.lvm]
 title=LVM
 [DEFAULT]
 driver-impl-lvm=complete
 [operation.x]
 title=Do x
 status=optional
""",
            ),
            (
                "a declaration with capitals",
                """\
 [driver.lvm]
 title=LVM
 [target.Ceph]
 title=Ceph
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
 driver.ceph=complete
""",
            ),
            (
                "a declaration that no feature has an entry for",
                """\
 [driver.lvm]
 title=LVM
 [target.ceph]
 title=Ceph
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
""",
            ),
            (
                "a declaration of the same driver",
                """\
 [driver.lvm]
 title=LVM
 [target.lvm]
 title=LVM
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
""",
            ),
            (
                "a declaration with other keys",
                """\
 [driver.lvm]
 title=LVM
 [target.ceph]
 title=Ceph
 vendor=Example
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
 driver.ceph=complete
""",
            ),
        )
    ),
)
