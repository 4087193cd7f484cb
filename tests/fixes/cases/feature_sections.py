"""Fixes of features: feature sections."""

from tests.fixes.cases.case import Case
from tests.fixes.cases.feature_texts import HEAD, LIST

SECTIONS = (
    Case(
        "declaration",
        "MX204",
        """\
-[drvier.lvm] ; a remark
+[driver.lvm] ; a remark
 title=LVM
 [driver.ceph]
 title=Ceph
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
 driver.ceph=complete
""",
    ),
    Case(
        "declaration that inherits",
        "MX204",
        """\
 [DEFAULT]
 type=xfr
-[bakcends]
+[backends]
 backend-impl-bind9=Bind 9
 [backends.backend-impl-bind9]
 status=untested
""",
    ),
    Case(
        "no fix: the driver is declared besides",
        "MX204",
        """\
 [driver.lvm]
 title=LVM
 [drivers.lvm]
 title=LVM
 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete
""",
    ),
    Case(
        "no fix: a section that is no declaration",
        "MX204",
        HEAD
        + """\
 driver.lvm=complete
 [opertion.y]
 title=Do y
""",
    ),
)

COMMANDS = (
    *(
        Case(
            f"commands: {written}",
            "MX207",
            HEAD
            + f"""\
-cli={written}
+cli={suggestion}
 driver.lvm=complete
""",
            safe=True,
        )
        for written, suggestion in (
            ("a;", "a"),
            ("a ;", "a"),
            (";a", "a"),
            ("; a", "a"),
            (";; a", "a"),
            ("a;;b", "a;b"),
            ("a; ;b", "a; b"),
            ("a ; ; b ; ;", "a ;  b"),
            ("; ; a;b;#c; ;", "a;b;#c"),
            (";", ""),
            ("; ;", ""),
            ("100%% a;", "100%% a"),
        )
    ),
    Case(
        "delimiter with blanks, and nothing left",
        "MX207",
        """\
 [driver.lvm]
 title = LVM
 [operation.x]
 title = Do x
 status = optional
-cli = ;
+cli =
 driver.lvm = complete
""",
        safe=True,
    ),
    Case(
        "several lines with comments between",
        "MX207",
        HEAD
        + """\
-cli=one;;
+cli=one;
   ; a comment; with signs;;
-  two <a>; ;
+  two <a>;

 # another;
-  three; ;four ;
+  three; four
 driver.lvm=complete
""",
        safe=True,
    ),
    Case(
        "first line that is left empty",
        "MX207",
        HEAD
        + """\
-cli=;
+cli=
   one;
   two
 driver.lvm=complete
""",
        safe=True,
    ),
)

LISTS = (
    Case(
        "comma between two",
        "MX209",
        LIST
        + """\
-tempest_test_uuids=1c2e,7be0, 93c8;a
+tempest_test_uuids=1c2e;7be0; 93c8;a
 ovs=complete
""",
    ),
    Case(
        "several lines",
        "MX209",
        LIST
        + """\
-tempest_test_uuids=1c2e,
+tempest_test_uuids=1c2e;
   # one, two
-  7be0,
+  7be0;
   93c8
 ovs=complete
""",
    ),
    Case(
        "value that begins with a comma",
        "MX209",
        LIST
        + """\
-tempest_test_uuids=,7be0
+tempest_test_uuids=;7be0
 ovs=complete
""",
    ),
    Case(
        "no fix: a line that begins with a comma, behind one that holds some",
        "MX209",
        LIST
        + """\
 tempest_test_uuids=1c2e,93c8
   ,7be0
 ovs=complete
""",
    ),
    Case(
        "no fix: a line that begins with a comma",
        "MX209",
        LIST
        + """\
 tempest_test_uuids=1c2e
   ,7be0
 ovs=complete
""",
    ),
    Case(
        "no fix: a first line that begins with a comma below its key",
        "MX209",
        LIST
        + """\
 tempest_test_uuids=
   ,7be0
 ovs=complete
""",
    ),
)

CASES = (*SECTIONS, *COMMANDS, *LISTS)
