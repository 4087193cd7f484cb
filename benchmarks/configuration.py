"""What a configuration adds to a run."""

import os

from contender import Goal, Part, tool
from work import NOVA, Work

_CONFIGURATION = """\
ignore = ["MX404"]
fail-on = "error"
statuses = { required = "required" }
levels = { incomplete = "missing" }
fields = ["bug"]

[severity]
partial-without-notes = "info"

[per-file-ignores]
"old/*" = ["MX4"]
"""


def part(work: Work) -> Part:
    """Return the question: the same matrix without and with a configuration."""
    folder = work.path("configured")
    os.mkdir(folder)
    matrix = os.path.join(os.pardir, NOVA)
    with open(os.path.join(folder, "matrixlint.toml"), "w", encoding="utf-8") as stream:
        stream.write(_CONFIGURATION)
    words = {"without": ["--isolated"], "with": ["--config", "matrixlint.toml"]}
    contenders = [
        tool("matrixlint", *options, matrix, folder=folder)._replace(name=name)
        for name, options in words.items()
    ]
    return Part("a configuration", contenders, [Goal("with", "without")], is_for_readme=False)
