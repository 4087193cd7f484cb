"""The exporters: each a module whose ``render`` makes a text of a sheet."""

from importlib import import_module

from matrixlint.output.export.table_model import MatrixTable

FORMATS = ("json", "csv", "markdown", "html", "table")


def render(name: str, sheet: MatrixTable, *, colored: bool = False, width: int = 80) -> str:
    """
    Return *sheet* in the format of that name.

    A table is *colored* and cut into blocks of at most *width* columns of a terminal, where
    that is possible; html raises MatrixlintError where Jinja is not installed.
    """
    if name == "table":
        from matrixlint.output.export.terminal import render as table

        return table(sheet, colored=colored, width=width)
    # One run needs one format.
    text: str = import_module(f"matrixlint.output.export.{name}").render(sheet)
    return text
