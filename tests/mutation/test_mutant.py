"""What is broken in a piece of code, and what is left as it is."""

import pytest

pytestmark = pytest.mark.external
pytest.importorskip("cosmic_ray")

CODE = '''\
"""A module."""
SIGNS: str | None = r"^a+$"


def judge(lines: list[str], *, limit: int = 1) -> bool:
    """Say whether it is so."""
    lines.sort(key=len, reverse=True)
    for line in lines:
        if line and limit not in (0,):
            return line.lstrip() == "a" or not line
    return any(each < limit for each in lines if each)
'''
CHANGED = [
    (2, 'SIGNS: str | None = r"a+$"'),
    (2, 'SIGNS: str | None = r"^a*$"'),
    (2, 'SIGNS: str | None = r"^a$"'),
    (2, 'SIGNS: str | None = r"^a+"'),
    (5, "def judge(lines: list[str], *, limit: int = 2) -> bool:"),
    (5, "def judge(lines: list[str], *, limit: int = 0) -> bool:"),
    (7, "pass"),
    (7, "lines.sort(reverse=True)"),
    (7, "lines.sort(key=len)"),
    (7, "lines.sort(key=len, reverse=False)"),
    (8, "for line in []:"),
    (9, "if True:"),
    (9, "if False:"),
    (9, "if limit not in (0,):"),
    (9, "if line:"),
    (9, "if line or limit not in (0,):"),
    (9, "if line and limit in (0,):"),
    (9, "if line and limit not in ( 1,):"),
    (9, "if line and limit not in ( -1,):"),
    (10, 'return line.lstrip() != "a" or not line'),
    (10, "return not line"),
    (10, 'return line.lstrip() == "a"'),
    (10, 'return line.rstrip() == "a" or not line'),
    (10, 'return line.lstrip() == "aXX" or not line'),
    (10, 'return line.lstrip() == "a" and not line'),
    (10, 'return line.lstrip() == "a" or line'),
    (11, "return all(each < limit for each in lines if each)"),
    (11, "return any(each <= limit for each in lines if each)"),
    (11, "return any(each >= limit for each in lines if each)"),
    (11, "return any(each < limit for each in lines if True)"),
    (11, "return any(each < limit for each in lines if False)"),
]


def test_each_mutant_has_one_thing_broken() -> None:
    from tests.mutation.mutant import mutants

    assert [(mutant.first, mutant.now) for mutant in mutants(CODE)] == CHANGED
