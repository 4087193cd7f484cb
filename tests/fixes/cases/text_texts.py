"""Fixes of texts: texts that the cases share."""

HEAD = """\
 [driver.lvm]
 title=LVM
 [driver.ceph]
 title=Ceph

 [operation.x]
 title=Do x
 status=optional
"""
CELLS = """\
 driver.lvm=complete
 driver.ceph=missing
"""
IN_ORDER = {"select": ["ALL", "MX804"]}
