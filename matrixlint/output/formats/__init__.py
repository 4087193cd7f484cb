"""Output formats of reports: each is a module with a ``render`` function."""

from importlib import import_module

from matrixlint.output.report import Report

FORMATS = (
    *("concise", "full", "grouped", "json", "jsonl", "sarif", "github", "gitlab", "junit"),
    *("checkstyle", "rdjson", "azure", "teamcity", "zuul", "markdown", "pylint"),
)

# Formats whose lines are commands for a build server.
COMMANDS = ("azure", "github", "teamcity")


def render(name: str, report: Report) -> str:
    """Return *report* in the format *name*."""
    # Imported late: a run needs only one format, and json alone takes 4 ms.
    text: str = import_module(f"matrixlint.output.formats.{name}").render(report)
    return text
