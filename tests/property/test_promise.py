"""What the fuzzer holds against bytes that it finds, held against texts that were thought of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixes.fixing import encoded
from tests.fuzz.promise import PROMISES, hold
from tests.strategies import PROFILE, broken, files, inis, texts

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]


@given(st.one_of(texts(), inis(), broken(inis())))
@settings(PROFILE, max_examples=200)
def test_every_promise_holds_of_any_text(text: str) -> None:
    hold(encoded(text))


@given(st.binary(max_size=200))
@settings(PROFILE, max_examples=60)
def test_every_promise_holds_of_any_bytes(data: bytes) -> None:
    hold(data)


@given(broken(files()), st.sampled_from(PROMISES))
@settings(PROFILE, max_examples=60)
def test_every_promise_holds_of_a_real_file_that_went_wrong(text: str, promise: object) -> None:
    assert callable(promise)
    promise(encoded(text))
