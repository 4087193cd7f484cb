"""Files that the tests of the command lint."""

from collections.abc import Callable
from typing import Any

Command = Callable[..., Any]


CLEAN = """\
[driver.kvm]
title=KVM

[operation.attach]
title=Attach
status=optional
driver.kvm=complete
"""


ERROR = CLEAN.replace("=complete", "=compelte")


WARNING = CLEAN.replace("status=optional\n", "")


BAD = "driver 'kvm' is 'compelte'; expected complete, partial, missing or unknown"


MENDABLE = "; 1 can be mended with --fix --unsafe-fixes"


MENDABLE_2 = MENDABLE.replace("1", "2")


BAD_LINE = f"bad.ini:7:12: MX401 unknown-level: {BAD}; did you mean 'complete'?\n"
