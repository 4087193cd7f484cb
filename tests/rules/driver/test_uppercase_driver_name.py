"""MX106 uppercase-driver-name."""

import pytest

from tests.finding import everything, places
from tests.rules.snippet import declared, feature


@pytest.mark.parametrize("kind", ["driver", "target"])
def test_capitals_do_no_harm_in_the_other_dialects(kind: str) -> None:
    text = f"[{kind}.A]\ntitle=A\n\n[operation.x]\ntitle=X\nstatus=optional\n{kind}.a=complete\n"
    text = text.replace("target.a=", "driver-impl-a=")

    assert [code for _, code in places(everything(text))] == ["MX106"] * (kind == "driver")


def test_capitals_in_another_dialect_s_declaration_are_not_reported_besides() -> None:
    text = declared("a", "c") + "\n[target.B]\ntitle=B\n"
    rest = feature("x", "optional", *(f"driver.{name}=complete" for name in "abc"))

    assert places(everything(text + rest)) == [(7, "MX105")]
