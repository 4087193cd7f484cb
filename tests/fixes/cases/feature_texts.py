"""Fixes of features: texts that the cases share."""

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
