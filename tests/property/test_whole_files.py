"""Rules that pass a whole file over by one look at it find nothing in it by a closer one."""

import re
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matrixlint import lint_text
from tests.finding import places
from tests.parsed import CLEAN
from tests.strategies import PROFILE

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

PIECES = (
    *("http://", "https:/", "htp://", "a.org", "a b", "%%", "\u2028", "\t", "<<<<<<< a\n"),
    *("\n", "\n ", "\n\n  ", "\n# c\n ", ".", ",", ")", "(", "=", " ", "notes=", "\n  notes="),
    *("\n[operation.y]\n", "\ndriver-notes.a=", "\ntitle=", "\nlink="),
)
RULES = {"select": ["MX702", "MX706"]}
NOTES = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(NOTES)
@settings(PROFILE, max_examples=500)
def test_urls(notes: str) -> None:
    text = f"{CLEAN}notes={notes}\n"
    found = places(lint_text(text, config=RULES))
    with pytest.MonkeyPatch.context() as patch:
        rules = "matrixlint.rules.text"
        patch.setattr(import_module(f"{rules}.malformed_url"), "may_hold_url_error", bool)
        patch.setattr(import_module(f"{rules}.url_run_on"), "_LINE_END_IN_FILE", re.compile(""))

        assert found == places(lint_text(text, config=RULES))


def test_the_texts_hold_both_errors() -> None:
    text = f"{CLEAN}notes=htp://a.org http://a.org\n\n  more\n"

    assert places(lint_text(text, config=RULES)) == [(7, "MX702"), (7, "MX706")]
