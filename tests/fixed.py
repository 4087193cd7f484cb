"""Fixes put into a text, as whoever reads the report would put them there."""

from collections.abc import Iterable

from matrixlint import Diagnostic, lint_text
from matrixlint.diagnostic import Fix
from matrixlint.text.edited_text import EditedText
from matrixlint.text.span import Edit


def applied(text: str, *fixes: Fix) -> str:
    """Return *text* with all edits of *fixes* made."""
    return edited(text, [edit for fix in fixes for edit in fix.edits])


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with *edits* made."""
    data = EditedText.from_bytes(text.encode("utf-8", "surrogateescape")).apply_edits(edits).data
    return data.decode("utf-8", "surrogateescape")


def fixed(text: str, *codes: str) -> str:
    """Return *text* with the fixes of what the rules of *codes* say of it, all safe."""
    found = lint_text(text, config={"select": list(codes)})
    assert all(each.fix is None or each.fix.safe for each in found)
    return applied(text, *fixes(found))


def fixes(found: Iterable[Diagnostic]) -> list[Fix]:
    """Return the fixes that the findings have."""
    return [each.fix for each in found if each.fix]
