"""The linter held against the renderer: what breaks the page is an error."""

import os
from configparser import ConfigParser, Error
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matrixlint import Severity, lint_text, load
from matrixlint.config.settings import Settings
from matrixlint.linter.lint import lint_or_raise
from matrixlint.text.source import Source
from tests.differential.renderer import failure, parsed
from tests.finding import shown
from tests.generator import clean_matrix
from tests.slips.sheet import read
from tests.slips.slip import Slip
from tests.slips.table import SLIPS
from tests.strategies import PROFILE, broken, matrices, soups

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

EXAMPLE = os.path.join(
    os.path.dirname(__file__), os.pardir, os.pardir, "examples", "support-matrix.ini"
)
# Texts that break the page in ways which only long runs of chance came upon.
SLIPPED = (
    """[driver.a]
title=A
[operation.x]
title=X
status=optional
driver.a=complete
driver.-notes.a=A key that begins like an entry and ends like a note.
""",
    """[driver.a]
title=A
[operation.x]
title=X
status=optional
driver.a=complete
[DEFAULT]
notes=%(notes)s
""",
)
Section = tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]


@cache
def real() -> tuple[str, ...]:
    """Return the example and the real files of the folder that may be named."""
    folder = os.environ.get("MATRIXLINT_CORPUS", "")
    names = sorted(os.listdir(folder)) if folder else []
    paths = [os.path.join(folder, name) for name in names if name.endswith(".ini")]
    texts = []
    for path in (EXAMPLE, *paths):
        with open(path, encoding="utf-8", newline="") as file:
            texts.append(file.read())
    return tuple(text for text in texts if "\n[driver." in text)


def without_surrogates(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def errors(text: str) -> list[str]:
    # The renderer hears no comment that silences: what is silenced counts too.
    rows = lint_or_raise(Source.from_text("support-matrix.ini", text), Settings())
    return [each.code for each in rows if each.severity is Severity.ERROR]


def assert_agreement(text: str) -> None:
    failed = failure(text)
    is_reported = bool(errors(text))

    assert is_reported or failed is None, shown(f"renderer: {failed}", text, lint_text(text))


DRIVER_TEXTS = broken(matrices("driver"))
REAL_TEXTS = st.deferred(lambda: broken(st.sampled_from(real())))
HEADED = soups().map(lambda text: "[driver.alpha]\ntitle=A\n[operation.x]\ntitle=X\n" + text)


@given(DRIVER_TEXTS.filter(without_surrogates))
@settings(PROFILE, max_examples=400)
def test_what_breaks_the_page_of_a_generated_matrix_is_an_error(text: str) -> None:
    assert_agreement(text)


@given(HEADED)
@settings(PROFILE, max_examples=300)
def test_what_breaks_the_page_of_a_soup_is_an_error(text: str) -> None:
    assert_agreement(text)


@given(REAL_TEXTS.filter(without_surrogates))
@settings(PROFILE, max_examples=150)
def test_what_breaks_the_page_of_a_real_matrix_is_an_error(text: str) -> None:
    assert_agreement(text)


@pytest.mark.parametrize("text", SLIPPED, ids=range(len(SLIPPED)))
def test_what_chance_once_found_is_an_error(text: str) -> None:
    assert failure(text) is not None
    assert errors(text) != []


@given(matrices("driver"))
@settings(PROFILE, max_examples=100)
def test_clean_matrix_makes_a_page(text: str) -> None:
    assert failure(text) is None


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_slip_that_breaks_the_page_is_an_error(slip: Slip) -> None:
    random = Random(slip.name)  # noqa: S311  no secret is made of it
    for seed in range(3):
        sheet = read(clean_matrix(random, "driver", drivers=3, features=4 + seed))
        cases = list(slip.cases(sheet, random)) if "driver" in slip.dialects else []
        for case in random.sample(cases, min(8, len(cases))):
            assert_agreement(case.text(sheet))


@pytest.mark.parametrize("number", range(len(real())))
def test_real_matrix_without_an_error_makes_a_page(number: int) -> None:
    assert_agreement(real()[number])


def as_renderer_reads(text: str) -> list[Section] | None:
    """Return the sections, their keys and their values' lines; None on a refusal."""
    try:
        # Of [DEFAULT] is to be seen what stands in it, not what it does to others.
        parser = parsed(text, ConfigParser(default_section="\0", interpolation=None))
    except Error:
        return None
    return [_section(name, parser.items(name)) for name in parser.sections()]


def as_we_read(text: str) -> list[Section]:
    return [
        _section(
            str(section.name),
            [(entry.key, section.raw.get(entry.key, entry.value)) for entry in section.entries()],
        )
        for section in load(text).document.sections
    ]


def _section(name: str, items: list[tuple[str, str]]) -> Section:
    """Return a section in the form that both readers' are compared in."""
    return name, tuple((key, _lines(value)) for key, value in items)


def _lines(value: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in value.split("\n") if line.strip())


def is_accepted(text: str) -> bool:
    """Say whether we read a text as it stands; what cannot be seen is not read."""
    found = lint_text(text)
    return not any(each.severity is Severity.ERROR or each.code == "MX704" for each in found)


@given(st.one_of(DRIVER_TEXTS, REAL_TEXTS).filter(without_surrogates))
@settings(PROFILE, max_examples=250)
def test_readers_agree_on_what_both_accept(text: str) -> None:
    theirs = as_renderer_reads(text)
    if theirs is None or not is_accepted(text):
        return

    assert as_we_read(text) == theirs
