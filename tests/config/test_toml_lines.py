"""The line of a setting is found in any way of writing TOML."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matrixlint.config.toml_lines import find_line

TEXT = '''\
# [tool.matrixlint]
[project]
text = """
[tool.matrixlint]
select = 1
"""

[tool.matrixlint]   # here
select = [
  "MX1",  # ]
  # MX3
  "MX2", "MX3",
  "MX4",
]
severity.MX401 = "off"
fields = { MX4 = "x", "b c" = [1,
  2] }
text = """
x
"""
[tool.matrixlint."per-file-ignores"]
"a/*.ini" = ["x"]
[[tool.other]]
a = 1
[[tool.other]]
select = 1
'''


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ([], 8),
        (["select"], 9),
        (["select", 0], 10),
        (["select", 1], 12),
        (["select", 2], 12),
        (["select", 3], 13),
        (["severity"], 15),
        (["severity", "MX401"], 15),
        (["fields", "MX4"], 16),
        (["fields", "b c", 0], 16),
        (["fields", "b c", 1], 17),
        (["text"], 18),
        (["per-file-ignores"], 21),
        (["per-file-ignores", "a/*.ini"], 22),
        (["per-file-ignores", "a/*.ini", 0], 22),
        (["nothing"], 8),
        (["select", 9], 9),
        (["select", "x"], 9),
        (["severity", "MX401", "x"], 15),
    ],
)
def test_the_line_of_a_place(place: list[str | int], line: int) -> None:
    assert find_line(TEXT, ["tool", "matrixlint", *place]) == line
    assert find_line(TEXT.replace("\n", "\r\n"), ["tool", "matrixlint", *place]) == line


def test_a_place_that_nothing_leads_to_is_the_first_line() -> None:
    assert find_line("a = 1\n", ["b"]) == 1
    assert find_line("", ["b"]) == 1


def test_a_table_written_in_a_line_has_that_line() -> None:
    assert find_line("a = 1\ntool.matrixlint = 3\n", ["tool", "matrixlint"]) == 2


@pytest.mark.parametrize("text", ["x = [1]\n[t.a]\n[t.a.b]\nk = 2", "[[t]]\nx=1\n[t.a.b]\nk = 2"])
def test_dotted_headers_are_followed(text: str) -> None:
    assert find_line(text, ["t", "a", "b", "k"]) == 4


@pytest.mark.parametrize(
    ("text", "place", "line"),
    [
        ('a."b c" . d = 1', ["a", "b c", "d"], 1),
        ("x = 1\na = [\n[1,\n2],\n[\n3]]", ["a", 1], 5),
        ("x = 1\na = [\n[1,\n2],\n[\n3]]", ["a", 1, 0], 6),
        ("x = 1\na = [\n{ b = 1 },\n{ b = 2, c.d = 3 }]\n", ["a", 1, "c", "d"], 4),
        ("a = [ # ]\n  \"]\", ']',\n 1979-05-27 07:32:00, 3 ]", ["a", 2], 3),
        ("a = [ # ]\n  \"]\", ']',\n 1979-05-27 07:32:00,\n 3 ]", ["a", 3], 4),
        ('a = [\n"""\n\\"""x""""",\n\'\'\'\n]\'\'\'\'\',\n1]', ["a", 2], 6),
        ("[a] # [b]\nx = 1\n[b]", ["b"], 3),
        ("b = 2\n[a]", ["a"], 2),
        ("a = {}\nb = []\nc = {d = [\n]}\ne = 1", ["e"], 5),
    ],
)
def test_ways_of_writing(text: str, place: list[str | int], line: int) -> None:
    tomllib.loads(text)

    assert find_line(text, place) == line


VALUE = st.sampled_from(
    ['"x"', "1", "[\n1,\n2\n]", "'''\n[a]\nb = 1\n'''", "{ x = 1 }", "[ # ]\n]"]
)
NAMES = st.lists(st.sampled_from("abcdef"), unique=True, max_size=4)
TABLES = st.dictionaries(st.sampled_from(["t", "t.u", '"a b"', "c"]), NAMES, max_size=4)


@given(TABLES, st.data())
def test_every_key_is_found_where_it_was_written(
    tables: dict[str, list[str]], data: st.DataObject
) -> None:
    lines: list[str] = []
    places: list[tuple[list[str | int], int]] = []
    for table, names in tables.items():
        lines.append(f"[{table}]")
        for name in names:
            lines += data.draw(st.sampled_from([[], [""], ["# [x]"]]))
            where: list[Any] = [part.strip('"') for part in table.split(".")]
            places.append(([*where, name], len(lines) + 1))
            lines += f"{name} = {data.draw(VALUE)}".split("\n")
    text = "\n".join(lines)
    tomllib.loads(text)

    assert [find_line(text, place) for place, _ in places] == [line for _, line in places]
