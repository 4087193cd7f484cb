"""The fixes of MX301 to MX303, and of MX504, MX602 and MX603: words of statuses."""

from tests.fixes.cases.case import Case

HEAD = """\
 [driver.lvm]
 title=LVM

 [operation.x]
 title=Do x
 status=optional
 driver.lvm=complete

 [operation.y]
 title=Do y
"""
GRADES = """\
 [backends]
 backend-impl-bind9=Bind 9

 [grades]
 valid-grades=integrated,untested

 [grades.integrated]
 [grades.untested]

 [backends.backend-impl-bind9]
"""
OWN = {
    "select": ["ALL"],
    "dialects": {"columns": {"declaration": "column.", "statuses": {"must-have": "required"}}},
}


def _status(name: str, code: str, old: str, new: str, *, safe: bool = False) -> Case:
    return Case(
        name,
        code,
        f"""\
{HEAD}-status={old}
+status={new}
 driver.lvm=complete
""",
        safe=safe,
    )


CASES = (
    _status("case", "MX301", "Mandatory", "mandatory", safe=True),
    _status(
        "case of a word with an argument",
        "MX301",
        "CONDITION(operation.x==complete)",
        "condition(operation.x==complete)",
        safe=True,
    ),
    _status("near word", "MX301", "mandatry", "mandatory"),
    _status(
        "near word with an argument",
        "MX301",
        "conditoin(operation.x==complete)",
        "condition(operation.x==complete)",
    ),
    _status("word with a comment behind", "MX301", "mandatory # always", "mandatory"),
    Case(
        "white space in a level of maturity",
        "MX301",
        """\
 [target.ovs]
 title = Open vSwitch
 [x]
 title = Do x
-maturity = com plete
+maturity = complete
 ovs = complete
""",
        safe=True,
    ),
    Case(
        "grade by its case",
        "MX301",
        GRADES
        + """\
-status=Untested
+status=untested
""",
        safe=True,
    ),
    Case(
        "near grade",
        "MX301",
        GRADES
        + """\
-status=untestd
+status=untested
""",
    ),
    Case("no fix: no grade is near", "MX301", GRADES + " status=broken\n"),
    Case(
        "no fix: no word is near",
        "MX301",
        HEAD
        + """\
 status=required
 driver.lvm=complete
""",
    ),
    Case(
        "no fix: several lines",
        "MX301",
        HEAD
        + """\
 status=Mandatory
   for all
 driver.lvm=complete
""",
    ),
    _status(
        "blank before the parenthesis",
        "MX302",
        "condition (operation.x==complete)",
        "condition(operation.x==complete)",
        safe=True,
    ),
    _status(
        "blanks before the parenthesis",
        "MX302",
        "condition \t (operation.x==complete)",
        "condition(operation.x==complete)",
        safe=True,
    ),
    *(
        Case(f"no fix: {status}", "MX302", f"{HEAD} status={status}\n driver.lvm=complete\n")
        for status in (
            "",
            "choice",
            "choice()",
            "choice(console",
            "mandatory(always)",
            "mandatory (always)",
            "choise (console)",
            "conditional (operation.x==complete)",
        )
    ),
    _status(
        "conditional",
        "MX303",
        "conditional(operation.x==complete)",
        "condition(operation.x==complete)",
        safe=True,
    ),
    _status(
        "conditional with a capital",
        "MX303",
        "Conditional(operation.x==complete)",
        "condition(operation.x==complete)",
        safe=True,
    ),
    Case(
        "no fix: the dialect has no conditions",
        "MX303",
        """\
 [column.lvm]
 title=LVM
 [x]
 title=Do x
 status=conditional(x==complete)
 lvm=complete
""",
        config=OWN,
    ),
    Case(
        "near group",
        "MX504",
        HEAD
        + """\
 status=choice(console)
 driver.lvm=complete
 [operation.z]
 title=Do z
-status = choice( consoel )
+status = choice( console )
 driver.lvm=complete
""",
        config={"select": ["ALL"], "ignore": ["MX8"]},
    ),
    _status(
        "near feature",
        "MX602",
        "condition( operation.z != missing )",
        "condition( operation.x != missing )",
    ),
    _status(
        "feature without its prefix",
        "MX602",
        "condition(x==complete)",
        "condition(operation.x==complete)",
    ),
    Case(
        "condition on a near feature that leads back",
        "MX602",
        """\
 [driver.lvm]
 title=LVM
 [operation.attach]
 title=Attach
 status=condition(operation.detach==complete)
 driver.lvm=complete
 [operation.detach]
 title=Detach
-status=condition(operation.attahc==complete)
+status=condition(operation.attach==complete)
 driver.lvm=complete
""",
        come=("MX606",),
    ),
    Case(
        "condition on a near feature that is the wrong way round",
        "MX602",
        HEAD
        + """\
-status=condition(operation-x==missing)
+status=condition(operation.x==missing)
 driver.lvm=complete
""",
        come=("MX608",),
    ),
    Case(
        "no fix: no feature is near",
        "MX602",
        HEAD
        + """\
 status=condition(storage.block==complete)
 driver.lvm=complete
""",
    ),
    Case(
        "no fix: a feature that no condition can name",
        "MX602",
        """\
 [driver.lvm]
 title=LVM
 [operation.do (x)]
 title=Do x
 status=optional
 driver.lvm=complete
 [operation.y]
 title=Do y
 status=condition(operation.do-x==complete)
 driver.lvm=complete
""",
    ),
    _status(
        "near level",
        "MX603",
        "condition(operation.x == compelte)",
        "condition(operation.x == complete)",
    ),
    Case(
        "no fix: no level is near",
        "MX603",
        HEAD
        + """\
 status=condition(operation.x==supported)
 driver.lvm=complete
""",
    ),
)
