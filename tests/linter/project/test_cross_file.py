"""Rules on projects, given what the other matrices say: whole findings."""

from collections.abc import Mapping

import pytest

from matrixlint import Matrix, load
from matrixlint.diagnostic import Related
from matrixlint.model.cross_file import CrossFileFacts, OtherLocation
from matrixlint.rules.project.inconsistent_driver_name import inconsistent_driver_name
from matrixlint.rules.project.inconsistent_driver_title import inconsistent_driver_title
from matrixlint.rules.project.page_anchor_collision import page_anchor_collision
from matrixlint.rules.project.unnamed_matrix import unnamed_matrix
from matrixlint.rules.rule import Check, Finding
from matrixlint.text.span import Span

TEXT = """\
[driver.a]
[driver.b]
title=The  B
[driver.c]
title=C
[operation.x]
status=optional
driver.a=complete
driver.b=complete
driver.c=complete
[operation.y]
status=optional
driver.a=complete
driver.b=complete
driver.c=complete
"""
THERE = Span.within(7, 3, 5)


def held(**names: str) -> Mapping[str, OtherLocation]:
    """Return what another matrix says, by the names of this one."""
    return {
        name.replace("_", "."): OtherLocation(said, "o.ini", THERE) for name, said in names.items()
    }


def matrix(siblings: CrossFileFacts | None, text: str = TEXT) -> Matrix:
    """Return the matrix of *text*, to be held against *siblings*."""
    made = load(text)
    made.cross_file = siblings
    return made


def related(message: str) -> tuple[Related, ...]:
    """Return the one place elsewhere."""
    return (Related(THERE, message, "o.ini"),)


@pytest.mark.parametrize(
    "check",
    [
        inconsistent_driver_name,
        inconsistent_driver_title,
        page_anchor_collision,
        unnamed_matrix,
    ],
    ids=lambda check: check.__name__,
)
@pytest.mark.parametrize("siblings", [None, CrossFileFacts()])
def test_without_others_there_is_nothing_to_report(
    check: Check, siblings: CrossFileFacts | None
) -> None:
    assert list(check(matrix(siblings))) == []


def test_driver_that_others_call_otherwise() -> None:
    found = matrix(CrossFileFacts(names=held(b="bee", z="zed")))
    driver = found.drivers[1]

    assert list(inconsistent_driver_name(found)) == [
        Finding(
            driver.span,
            "driver 'b' is called 'bee' in 'o.ini'",
            driver.place,
            related=related("the name there"),
            driver="b",
        )
    ]


def test_driver_that_others_entitle_otherwise() -> None:
    # A mend may have taken a's title, and made b's what it is elsewhere.
    found = matrix(CrossFileFacts(titles=held(a="A", b="The B", c="See")))
    title = found.drivers[2].title

    assert title is not None
    assert list(inconsistent_driver_title(found)) == [
        Finding(
            title.value_span,
            "driver 'c' has the title 'C', and 'See' in 'o.ini'",
            title,
            related=related("the title there"),
            driver="c",
        )
    ]


def test_feature_with_the_anchor_of_one_above() -> None:
    found = matrix(
        CrossFileFacts(anchors=held(operation_z="operation.z", operation_y="operation_y"))
    )
    section = found.features[1].section

    assert list(page_anchor_collision(found)) == [
        Finding(
            section.span,
            "[operation.y] has the anchor of [operation_y] of 'o.ini',"
            " which the same page shows above",
            section,
            related=related("the first with this anchor"),
        )
    ]


def test_matrix_that_no_directive_names() -> None:
    found = matrix(CrossFileFacts(is_named=False))

    assert list(unnamed_matrix(found)) == [
        Finding(Span(1, 1, 1, 1), "no directive names this matrix, so that no page shows it")
    ]
    assert list(unnamed_matrix(matrix(CrossFileFacts(is_named=False), "[operation.x]\n"))) == []
