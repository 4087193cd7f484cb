"""A matrix, and a project's own schema for it."""

import json
from pathlib import Path
from typing import Any

from matrixlint import Diagnostic, lint_text

MATRIX = """\
[driver.lvm]
title=LVM
link=

[driver.ceph]
title=Ceph

[operation.x]
title=Extend
status=choice(size)
cli=one; two
notes=First
  second
driver.lvm=complete
driver.ceph=partial
driver-notes.ceph=Slow.
"""


FEATURE = ("features", "operation.x")


CEPH = (*FEATURE, "implementations", "ceph")


def at(place: tuple[str, ...], inner: Any) -> Any:
    for name in reversed(place):
        inner = {"properties": {name: inner}}
    return inner


def broken(tmp_path: Path, schema: Any, text: str = MATRIX) -> list[Diagnostic]:
    path = tmp_path / "house.json"
    path.write_text(json.dumps(schema), encoding="utf-8")
    return lint_text(text, config={"select": ["MX208"], "schema": str(path)})


def reported(tmp_path: Path, schema: Any, text: str = MATRIX) -> list[tuple[int, int, str]]:
    return [
        (diagnostic.line, diagnostic.column, diagnostic.message)
        for diagnostic in broken(tmp_path, schema, text)
    ]


COMPLETE = {"properties": {"level": {"enum": ["complete", "missing"]}}}


NOTED = {"required": ["release"], "properties": {"note": {"pattern": "bug"}}}
