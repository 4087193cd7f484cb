"""
The renderers of all dialects, asked in the same way.

Each dialect has a renderer of its own. That of "driver" can be installed, and is run. The
others are Sphinx extensions inside the documentation of their projects, which nothing can
depend on; tests/differential/transcript says of each where it fails.
"""

from collections.abc import Callable
from configparser import ConfigParser

from tests.differential import renderer
from tests.differential.transcript import grades, target, targets

TRANSCRIPTS: dict[str, Callable[[ConfigParser], None]] = {
    "targets": targets.read,
    "target": target.read,
    "grades": grades.read,
}
DIALECTS = ("driver", *TRANSCRIPTS)


def failure(dialect: str, text: str) -> str | None:
    """
    Return what the renderer of *dialect* raises on *text*, as "Type: message".

    None is returned where it makes its page.
    """
    if dialect == "driver":
        return renderer.failure(text)
    read = TRANSCRIPTS[dialect]
    try:
        read(renderer.parsed(text, ConfigParser()))
    except Exception as error:  # noqa: BLE001  they raise bare Exceptions, among others
        return f"{type(error).__name__}: {error}"
    return None
