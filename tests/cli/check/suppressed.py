"""Files whose diagnostics are suppressed."""

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


ERROR = CLEAN.replace("=complete", "=compelte")


LINE = "bad.ini:7:12: MX401 unknown-level: driver 'kvm' is 'compelte'; expected "


LINE += "complete, partial, missing or unknown; did you mean 'complete'?"


HEAD = '[{"matrixlint-baseline": 1}\n'


ENTRY = '"section": "operation.attach", "driver": "kvm", "value": "compelte"}\n'


BASELINE = f'{HEAD},{{"rule": "MX401", "path": "bad.ini", {ENTRY}]\n'


COMMENTED = ERROR.replace("driver.kvm=c", "# matrixlint: ignore[MX401]\ndriver.kvm=c")


ONE = "1 file clean; 1 finding suppressed\n"


def place(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
