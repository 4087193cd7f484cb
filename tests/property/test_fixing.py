"""Whatever the text: fixes come to rest, keep what is not theirs, and do no harm."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matrixlint import load
from matrixlint.fixes.side_effects import extract_semantics
from matrixlint.text.source import Source
from tests.differential.renderer import failure
from tests.differential.test_renderer import REAL_TEXTS, without_surrogates
from tests.fixes.fixing import EVERYTHING, done, encoded, live
from tests.strategies import PROFILE, broken, files, matrices, soups, texts

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

TEXTS = st.one_of(broken(matrices()), broken(soups()), texts(), broken(files()))
UNSAFE = st.booleans()
# Of a line that a fault has told nobody says that it is there twice, until it is mended; and a
# header that declares a driver in another dialect may decide of which one the file is.
REASONS = {
    "the file would have one more MX002",
    "the file would have one more MX003",
    # Only what is read of a line may hold one.
    "the file would have one more MX009",
    "a driver, level or status would be read otherwise",
    "an INI parser would no longer read the file",
    "an INI parser would read another number of sections",
}


def remarks(data: bytes) -> list[bytes]:
    """Return the comments of a file but those that speak to the linter, sorted."""
    lines = re.split(rb"\r\n|\r|\n", data.removeprefix(b"\xef\xbb\xbf"))
    found = [line.strip() for line in lines if line.strip()[:1] in (b"#", b";")]
    return sorted(line for line in found if b"matrixlint:" not in line)


@given(TEXTS, UNSAFE)
@settings(PROFILE, max_examples=200)
def test_fixes_come_to_rest(text: str, unsafe: bool) -> None:  # noqa: FBT001  drawn by hypothesis
    first = done(encoded(text), unsafe=unsafe)
    second = done(first.copy.data, unsafe=unsafe)

    assert (second.copy.data, len(second.applied)) == (first.copy.data, 0)


@given(TEXTS, UNSAFE)
@settings(PROFILE, max_examples=200)
def test_only_what_would_be_read_otherwise_or_twice_is_refused(
    text: str,
    unsafe: bool,  # noqa: FBT001  as above
) -> None:
    refused = {reason for _, reason in done(encoded(text), unsafe=unsafe).skipped}

    assert refused <= REASONS


@given(TEXTS)
@settings(PROFILE, max_examples=200)
def test_nothing_is_left_that_is_safe_to_fix(text: str) -> None:
    made = done(encoded(text))
    held = [*made.deferred, *(each.diagnostic for each in made.skipped)]
    left = [
        diagnostic.code
        for diagnostic in live(made.result.diagnostics)
        if diagnostic.fix and diagnostic.fix.safe
    ]

    # Of several that are alike in all but their lines one is refused for all.
    assert set(left) == {diagnostic.code for diagnostic in held}


@given(TEXTS)
@settings(PROFILE, max_examples=150)
def test_safe_fixes_change_no_driver_no_level_and_no_status(text: str) -> None:
    source = Source.from_bytes("a.ini", done(encoded(text)).copy.data)

    assert extract_semantics(load(source.text)) == extract_semantics(
        load(Source.from_text("a.ini", text).text)
    )


@given(TEXTS, UNSAFE)
@settings(PROFILE, max_examples=150)
def test_remarks_survive(text: str, unsafe: bool) -> None:  # noqa: FBT001  as above
    data = encoded(text)

    assert remarks(done(data, unsafe=unsafe).copy.data) == remarks(data)


@given(broken(matrices()), UNSAFE, st.sampled_from((b"\r\n", b"\r")))
@settings(PROFILE, max_examples=100)
def test_line_ends_change_nothing(
    text: str,
    unsafe: bool,  # noqa: FBT001  as above
    end: bytes,
) -> None:
    data = encoded(re.sub("[\r\ufeff]", "", text))
    unix = done(data, unsafe=unsafe).copy.data

    assert done(data.replace(b"\n", end), unsafe=unsafe).copy.data == unix.replace(b"\n", end)


@given(st.one_of(broken(matrices("driver")), REAL_TEXTS).filter(without_surrogates))
@settings(PROFILE, max_examples=200)
def test_safe_fixes_break_no_page(text: str) -> None:
    if failure(text) is None:
        assert failure(done(encoded(text)).copy.data.decode()) is None


@given(matrices(), UNSAFE)
@settings(PROFILE, max_examples=75)
def test_a_clean_matrix_stays_as_it_is(text: str, unsafe: bool) -> None:  # noqa: FBT001  as above
    # Entries of a clean matrix may stand in any order.
    codes = EVERYTHING.codes - {"MX804"}
    made = done(encoded(text), *codes, unsafe=unsafe)

    assert (made.copy.data, len(made.applied)) == (encoded(text), 0)
