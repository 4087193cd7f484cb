"""Fixes of features: feature fields."""

from tests.fixes.cases.case import Case
from tests.fixes.cases.feature_texts import HEAD

FIELDS = (
    Case(
        "title of a feature",
        "MX203",
        """\
 [driver.lvm]
 title=LVM
 [operation.x]
-titel = Do x
+title = Do x
 status = optional
 driver.lvm = complete
""",
        config={"select": ["ALL"], "ignore": ["MX8"]},
    ),
    Case(
        "notes of several lines",
        "MX203",
        HEAD
        + """\
-note=TODO: one
+notes=TODO: one
   # A remark.
   two
 driver.lvm=complete
""",
        come=("MX701",),
    ),
    Case(
        "prefix of an entry, with a level that is misspelt",
        "MX203",
        HEAD
        + """\
-drvier.lvm=compelte
+driver.lvm=compelte
""",
    ),
    Case(
        "prefix of a note",
        "MX203",
        HEAD
        + """\
 driver.lvm=partial
-driver-note.lvm=Slow.
+driver-notes.lvm=Slow.
""",
    ),
    Case(
        "entry without its prefix",
        "MX203",
        HEAD
        + """\
-lvm=complete
+driver.lvm=complete
""",
    ),
    Case(
        "field of a driver",
        "MX203",
        """\
 [driver.lvm]
-Tilte=LVM
+title=LVM
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
""",
    ),
    Case(
        "key of a declaration",
        "MX203",
        """\
 [targets]
-driver-imp-kvm=KVM
+driver-impl-kvm=KVM
 driver-impl-xen=Xen
 [x]
 title=Do x
 status=optional
 driver-impl-kvm=complete
 driver-impl-xen=complete
""",
    ),
    Case(
        "a key that runs on into its value",
        "MX203",
        HEAD
        + """\
-cli volume  list: all
+cli=volume  list: all
 driver.lvm=complete
""",
    ),
    Case(
        "an entry that runs on",
        "MX203",
        HEAD
        + """\
-driver.lvm \t partial = maybe
+driver.lvm=partial = maybe
""",
        come=("MX401",),
    ),
    Case(
        "a delimiter within a key",
        "MX203",
        HEAD
        + """\
-driver:Lvm=complete
+driver.lvm=complete
""",
    ),
    Case(
        "a delimiter within a key with blanks around it",
        "MX203",
        HEAD
        + """\
-driver.l : vm : complete
+driver.lvm : complete
""",
    ),
    Case(
        "a delimiter in front of a key's last letter",
        "MX203",
        HEAD
        + """\
-driver.lv = mcomplete
+driver.lvm = complete
""",
    ),
    Case(
        "a delimiter behind a value's first letter",
        "MX203",
        HEAD
        + """\
-Driver.lvmc : omplete
+driver.lvm : complete
""",
    ),
    Case(
        "a line of a text that looks like a key",
        "MX203",
        HEAD
        + """\
 driver.lvm=complete
 notes=Some
-of it, see: there
+  of it, see: there
""",
    ),
    Case(
        "no fix: a key that runs on to a percent sign",
        "MX203",
        HEAD
        + """\
 cli at 50% of: all
 driver.lvm=complete
""",
    ),
    Case(
        "no fix: the key of a declaration is there already",
        "MX203",
        """\
 [targets]
 driver-imp-kvm=KVM
 driver-impl-kvm=Another
 [x]
 title=Do x
 status=optional
 driver-impl-kvm=complete
""",
    ),
    Case(
        "no fix: nothing is near",
        "MX203",
        HEAD
        + """\
 vendor=Example
 driver.lvm=complete
""",
    ),
    Case(
        "no fix: the near one is there",
        "MX203",
        HEAD
        + """\
 note=One.
 notes=Two.
 driver.lvm=complete
""",
    ),
    Case(
        "no fix: the renderer would fail on a percent sign",
        "MX203",
        HEAD
        + """\
 note=At 50% at most.
 driver.lvm=complete
""",
    ),
    Case(
        "no fix: a default",
        "MX203",
        """\
 [driver.lvm]
 title=LVM
 [DEFAULT]
 note=One.
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
""",
    ),
)

CASES = FIELDS
