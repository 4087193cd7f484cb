"""The measure of growth tells linear work from quadratic work."""

import pytest

from tests.growth import assert_linear

pytestmark = pytest.mark.slow


def test_linear_work_is_accepted() -> None:
    assert_linear(lambda size: sum(range(size * 1_000)), 1_000)


def test_quadratic_work_is_refused() -> None:
    with pytest.raises(AssertionError, match=r"^4 times the size takes \d+\.\d times as long$"):
        assert_linear(lambda size: sum(range(size * size)), 1_000)
