"""After a slip in a clean matrix, safe fixes lose no line, add nothing and break no page."""

from random import Random

import pytest

from tests.differential.renderers import DIALECTS
from tests.fixes.fixing import done, encoded
from tests.fixes.safety import errors
from tests.generator import clean_matrix
from tests.grades import clean_grades
from tests.random_slips import slip

SLIPS = 30


def clean(dialect: str, random: Random) -> str:
    text = clean_grades(random) if dialect == "grades" else clean_matrix(random, dialect)
    # A generated file may be one of Windows.
    return done(encoded(text.replace("\r\n", "\n"))).copy.data.decode()


def wrong(dialect: str, random: Random) -> list[str]:
    before = clean(dialect, random)
    spoilt = slip(before, random)
    fixed = done(encoded(spoilt)).copy.data.decode()
    return [f"{error}\n{spoilt}" for error in errors(dialect, before, spoilt, fixed)]


@pytest.mark.slow
@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("dialect", DIALECTS)
def test_safe_fixes_do_no_harm_after_a_slip(dialect: str, seed: int) -> None:
    random = Random(f"{dialect} {seed}")  # noqa: S311  no secret is made of it

    assert [text for _ in range(SLIPS) for text in wrong(dialect, random)] == []


CLEAN = "[driver.a]\ntitle=A\n[operation.x]\ntitle=X\nstatus=optional\ndriver.a=complete\n"


@pytest.mark.parametrize(
    ("spoilt", "fixed", "expected"),
    [
        (CLEAN.replace("=complete", "=Complete"), CLEAN, []),
        (f"{CLEAN}driver.a=complete\n", CLEAN, []),
        (f"{CLEAN}\ndriver.a=complete\n", f"{CLEAN}\n", ["lost: driveracomplete"]),
        (
            CLEAN,
            f"{CLEAN}driver.b=missing\n",
            ["added: ('operationx', 'driverb')", "the page fails: Exception: "],
        ),
        (
            CLEAN,
            CLEAN.replace("complete", "missing"),
            ["changed: ('operationx', 'drivera') {'complete'} 'missing'"],
        ),
        (
            CLEAN,
            CLEAN.replace("[operation.x]", "[operation.x"),
            ["the page fails: DuplicateOptionError: "],
        ),
    ],
)
def test_harm_is_seen(spoilt: str, fixed: str, expected: list[str]) -> None:
    found = list(errors("driver", CLEAN, spoilt, fixed))

    assert [text[: len(wanted)] for text, wanted in zip(found, expected, strict=True)] == expected
