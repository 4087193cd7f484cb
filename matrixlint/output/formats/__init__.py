"""The reporters: each a module whose ``render`` makes a text of a report."""

from importlib import import_module

from matrixlint.output.report import Report

FORMATS = (
    *("concise", "full", "grouped", "json", "jsonl", "sarif", "github", "gitlab", "junit"),
    *("checkstyle", "rdjson", "azure", "teamcity", "zuul", "markdown", "pylint"),
)

# The lines of these are for a build server to obey.
COMMANDS = ("azure", "github", "teamcity")


def render(name: str, report: Report) -> str:
    """Return *report* in the format of that name."""
    # One run needs one reporter of many; json alone brings 4 ms with it.
    text: str = import_module(f"matrixlint.output.formats.{name}").render(report)
    return text
