"""
Nova's matrix for those who read something else: the renderer, YAML's and JSON's checkers.

Its words are the paths of the matrix, and of what to write: the matrix in the renderer's
dialect, YAML, JSON, and the JSON's schema.
"""

import json
import os
import subprocess
import sys

from iniconfig import IniConfig

from matrixlint import load
from matrixlint.model.json import matrix_to_json
from matrixlint.schema import validate


def command(*words: str) -> bytes:
    """Return what the command prints."""
    return subprocess.run(  # noqa: S603  our own
        [sys.executable, "-m", "matrixlint", *words], capture_output=True, check=False
    ).stdout


def main(matrix: str, page: str, yaml: str, data: str, definition: str) -> None:
    """Write the files."""
    moved = command("migrate", matrix, "--to", "driver", "--rename-sections")
    with open(page, "wb") as stream:
        stream.write(moved)
    # Of its real defects, the names that no driver is declared by keep it from being rendered.
    command("--fix-only", "--unsafe-fixes", "-q", page)
    with open(yaml, "w", encoding="utf-8") as file:
        file.write(as_yaml({part.name: dict(part.items()) for part in IniConfig(matrix)}))
    with open(data, "w", encoding="utf-8") as file, open(matrix, encoding="utf-8") as source:
        json.dump(matrix_to_json(load(source.read(), os.path.basename(matrix))), file, indent=2)
    with open(definition, "w", encoding="utf-8") as file:
        file.write(validate.read_text("matrix"))


def as_yaml(sections: dict[str, dict[str, str]]) -> str:
    """Return *sections* as YAML: strings in double quotes are written as JSON has them."""
    lines = ["---"]
    for name, values in sections.items():
        lines.append(f"{json.dumps(name)}:")
        lines += [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in values.items()]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main(*sys.argv[1:])
