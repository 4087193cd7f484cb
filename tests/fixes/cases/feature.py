"""The fixes of MX202 to MX204, MX207 and MX209."""

from tests.fixes.cases.case import Case

OWN_WORDS = {
    "select": ["ALL"],
    "dialects": {
        "weighed": {
            "extends": "driver",
            "status-fields": ["weight"],
            "statuses": {"heavy": "required", "light": "optional", "airy": "optional"},
        }
    },
    "dialect": "weighed",
}
NO_WEAK_WORD = {
    "select": ["ALL"],
    "dialects": {"strong": {"extends": "driver", "statuses": {"heavy": "required"}}},
    "dialect": "strong",
}
HEAD = """\
 [driver.lvm]
 title=LVM

 [operation.x]
 title=Do x
 status=optional
"""
LIST = """\
 [target.ovs]
 title=Open vSwitch

 [x]
 title=Do x
 maturity=complete
"""

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

CASES = (*STATUSES, *FIELDS, *SECTIONS, *COMMANDS, *LISTS)
