"""Every place that a finding names lies in the text, after any slips in any dialect."""

from random import Random

import pytest

from tests.differential.renderers import DIALECTS
from tests.finding import everything, outside
from tests.generator import clean_matrix
from tests.grades import clean_grades
from tests.parsed import CLEAN
from tests.random_slips import slip

TEXTS = 30


@pytest.mark.slow
@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("dialect", DIALECTS)
def test_places_lie_in_the_text_after_slips(dialect: str, seed: int) -> None:
    random = Random(f"{dialect} {seed}")  # noqa: S311  no secret is made of it
    for _ in range(TEXTS):
        text = clean_grades(random) if dialect == "grades" else clean_matrix(random, dialect)
        for _ in range(random.randint(1, 4)):
            text = slip(text, random)

        assert outside(everything(text), text) == [], text


@pytest.mark.parametrize("prefix", ["driver", "driver-notes"])
def test_a_key_that_is_broken_in_two_has_a_place_in_its_second_line(prefix: str) -> None:
    text = f"{CLEAN}{prefix}.qu\nobyte=complete\n{prefix}.quobyte=complete\n"
    found = everything(text)

    assert outside(found, text) == []
    assert [(each.line, each.column) for each in found if each.code[:4] == "MX40"] == [(8, 1)]
    assert f"{prefix}.quobyte" in found[1].message
