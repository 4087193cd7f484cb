"""A fix as a listing: the lines that stay, those that go, and those that come."""

from collections.abc import Mapping
from typing import NamedTuple

from tests.finding import EVERYTHING


class Case(NamedTuple):
    """
    What one fix makes of a text.

    *lines* are those of both texts, each behind a sign: a blank for one that stays, ``-``
    for one that goes, ``+`` for one that comes; an empty line stays. *come* are the codes
    that the wrong token has hidden, *config* what is set besides the selection.
    """

    name: str
    code: str
    lines: str
    safe: bool = False
    come: tuple[str, ...] = ()
    config: Mapping[str, object] = EVERYTHING

    @property
    def before(self) -> str:
        """The whole text with the diagnostic."""
        return self._text("-")

    @property
    def after(self) -> str:
        """The whole text without it; the same one where there is no fix."""
        return self._text("+")

    @property
    def is_fixed(self) -> bool:
        """Say whether there is a fix."""
        return self.before != self.after

    def _text(self, sign: str) -> str:
        lines = self.lines.splitlines()
        wrong = [line for line in lines if line[:1] not in ("", " ", "-", "+")]
        assert wrong == []
        return "".join(f"{line[1:]}\n" for line in lines if line[:1] in ("", " ", sign))


def listed(text: str) -> str:
    """Return the lines of *text* as those of a listing that stay."""
    return "".join(f" {line}\n" for line in text.splitlines())
