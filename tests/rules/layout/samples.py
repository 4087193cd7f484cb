"""Matrices for the tests of these rules."""

from tests.finding import everything, places
from tests.rules.snippet import declared, feature

HEAD = "# A matrix.\n" + declared("a", "b") + "\n"


CLEAN = HEAD + feature("x", "optional", "driver.a=complete", "driver.b=missing")


CONFLICT = "<<<<<<< ours \nnotes=one \n=======\nnotes=two \n>>>>>>> theirs \n"


def layout(text: str) -> list[tuple[int, str]]:
    return [place for place in places(everything(text)) if place[1].startswith("MX8")]
