"""Comments that speak of what the text has no more."""

import pytest

from matrixlint.fixes.migrate.stale_comments import StaleComment, find_stale_comments
from matrixlint.syntax.dialects.dialect import TARGETS
from matrixlint.text.source import Source


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("# driver-impl-NAME is a level", ["driver-impl-NAME"]),
        ("; see driver-impl-gpu.fake.", ["driver-impl-gpu.fake"]),
        ("   #driver-notes-=", ["driver-notes-"]),
        ("# Driver-Impl-<name>", ["Driver-Impl-"]),
        (
            "# [Targets] holds driver-impl-a, driver-notes-a",
            ["[Targets]", "driver-impl-a", "driver-notes-a"],
        ),
        ("# driver-impl-a, then driver-impl-a", ["driver-impl-a"]),
        ("[operation.x] # was driver-impl-a", ["driver-impl-a"]),
        ("[operation.x]", []),
        ("notes=driver-impl-a", []),
        ("  driver-impl-a", []),
        ("# targets, driver.impl-a, drivers", []),
        ("", []),
    ],
)
def test_comment_that_speaks_of_the_old_dialect_is_reported(line: str, words: list[str]) -> None:
    found = list(find_stale_comments(Source.from_text("a.ini", f"# first\n{line}\n"), TARGETS))

    assert found == [StaleComment(2, tuple(words))] * bool(words)
