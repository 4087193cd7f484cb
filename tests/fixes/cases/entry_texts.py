"""Fixes of entries: texts that the cases share."""

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
