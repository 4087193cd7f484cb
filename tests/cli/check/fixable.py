"""Files with fixes, and what becomes of them."""

from collections.abc import Callable
from pathlib import Path
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


SAFE = CLEAN.replace("=complete", "=Complete")


Put = Callable[..., Path]
