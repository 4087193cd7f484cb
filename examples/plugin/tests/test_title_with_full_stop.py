"""The rule, by itself and as matrixlint runs it."""

from matrixlint import lint_text

MATRIX = """\
[driver.lvm]
title=LVM

[operation.extend]
title=Extend a volume{stop}
status=optional
driver.lvm=complete
"""


def test_a_full_stop_is_told_at_its_place() -> None:
    (found,) = lint_text(MATRIX.format(stop="."), config={"plugins": ["example"]})

    assert (found.code, found.line, found.column) == ("EX001", 5, 22)
    assert found.message == "title 'Extend a volume.' ends with a full stop"


def test_the_fix_drops_it() -> None:
    (found,) = lint_text(MATRIX.format(stop="."), config={"plugins": ["example"]})

    assert found.fix is not None
    assert [(edit.span, edit.text) for edit in found.fix.edits] == [(found.span, "")]


def test_a_title_without_one_is_fine() -> None:
    assert lint_text(MATRIX.format(stop=""), config={"plugins": ["example"]}) == []
