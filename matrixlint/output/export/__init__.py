"""Export formats: each is a module with a ``render`` function for a MatrixTable."""

from importlib import import_module

from matrixlint.output.export.table_model import MatrixTable

FORMATS = ("json", "csv", "markdown", "html", "table")


def render(name: str, table: MatrixTable, *, colored: bool = False, width: int = 80) -> str:
    """
    Return *table* in the format *name*.

    The format ``table`` may be *colored*, and is split into blocks of at most *width* columns
    of a terminal where possible. The format ``html`` raises MatrixlintError if Jinja is not
    installed.
    """
    if name == "table":
        from matrixlint.output.export.terminal import render as render_table

        return render_table(table, colored=colored, width=width)
    # Imported late: a run needs only one format.
    text: str = import_module(f"matrixlint.output.export.{name}").render(table)
    return text
