"""Fixes of features: feature statuses."""

from tests.fixes.cases.case import Case
from tests.fixes.cases.feature_texts import NO_WEAK_WORD, OWN_WORDS

STATUSES = (
    Case(
        "status below the title",
        "MX202",
        """\
 [driver.lvm]
 title=LVM
 [operation.x]
 title=Do x
+status=optional
 driver.lvm=complete
""",
    ),
    Case(
        "status below all lines of the title, in the manner of the section",
        "MX202",
        """\
 [driver.lvm]
 title=LVM
 [operation.x]
 notes : None.
 title : Do x
   # A remark.
   and more
+status : optional
 # Another remark.
 driver.lvm : complete
""",
    ),
    Case(
        "status in the columns of the section",
        "MX202",
        """\
 [driver.lvm]
 title      = LVM
 [operation.x]
 title      = Do x
+status     = optional
 driver.lvm = complete
""",
    ),
    Case(
        "status below a title that is misspelt",
        "MX202",
        """\
 [driver.lvm]
 title=LVM
 [operation.x]
 driver.lvm=complete
 titel=Do x
+status=optional
""",
    ),
    Case(
        "status below the header where the title is a default",
        "MX202",
        """\
 [driver.lvm]
 title=LVM
 [DEFAULT]
 title=Do x
 [operation.x]
+status=optional
 # A remark.
 driver.lvm=complete
""",
    ),
    Case(
        "status below the title of a feature without an entry",
        "MX202",
        """\
 [driver.lvm]
 title=LVM
 [operation.x]
 driver.lvm=complete
 title=Do x
 status=optional
 [operation.y]
 title=
+status=optional
""",
    ),
    Case(
        "status below the header of a feature without a key",
        "MX202",
        """\
 [driver.lvm]
 title=LVM
 [operation.y]
+status=optional
""",
    ),
    Case(
        "status of a target matrix",
        "MX202",
        """\
 [target.ovs]
 title=Open vSwitch
 [x]
 title=Do x
+status=optional
 ovs=complete
""",
    ),
    Case(
        "status of a targets matrix",
        "MX202",
        """\
 [targets]
 driver-impl-kvm=KVM
 [x]
 title: Do x
+status: optional
 driver-impl-kvm: complete
""",
    ),
    Case(
        "field and word of a project's own",
        "MX202",
        """\
 [driver.lvm]
 title=LVM
 [operation.x]
 title=Do x
+weight=light
 driver.lvm=complete
""",
        config=OWN_WORDS,
    ),
    Case(
        "no fix: no word of the dialect asks for nothing",
        "MX202",
        """\
 [driver.lvm]
 title=LVM
 [operation.x]
 title=Do x
 driver.lvm=complete
""",
        config=NO_WEAK_WORD,
    ),
    Case(
        "no fix: a feature whose header is lost",
        "MX202",
        """\
 [driver.lvm]
 title=LVM
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
 notes=None.
 title=Do y
 driver.lvm=complete
 notes=None.
""",
    ),
)

CASES = STATUSES
