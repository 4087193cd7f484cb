"""Smoke tests of linear time: huge files, each in seconds; the limit is generous."""

from collections import Counter
from collections.abc import Iterable
from time import process_time

import pytest

from matrixlint.config import Settings
from matrixlint.dialect import TARGETS
from matrixlint.migration import migrate
from matrixlint.migration.remark import remarks
from matrixlint.patch import split
from matrixlint.unified import unified
from tests.finding import everything
from tests.reader import CLEAN, DECLARED

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

# Of the processor. Each needs a few, on a slow machine under coverage some twenty; what is
# quadratic needs many minutes.
SECONDS = 60


def counted(lines: Iterable[str]) -> dict[str, int]:
    """Return how often each code is told of a text, which must not take too long."""
    text = "".join(lines)
    start = process_time()
    found = everything(text)
    assert process_time() - start < SECONDS
    return dict(Counter(each.code for each in found))


def feature(number: int, status: str) -> str:
    title = f"title=Feature number {number}\n"
    return f"[operation.x{number}]\n{title}status={status}\ndriver.a=complete\n"


def test_garbage_lines() -> None:
    assert counted([CLEAN, *(f"garbage {number}\n" for number in range(50_000))]) == {
        "MX001": 50_000
    }


def test_sections_that_are_near_declarations() -> None:
    declared = (f"[drivers.n{number}]\ntitle=Number {number}\n" for number in range(15_000))
    entries = (f"driver.n{number}=complete\n" for number in range(15_000))

    assert counted([*declared, feature(0, "optional"), *entries]) == {"MX204": 15_000, "MX403": 1}


def test_lines_that_are_broken_in_two() -> None:
    whole = (feature(number, "optional") for number in range(20_000))

    assert counted([DECLARED, *(each.replace("driver", "driv\ner") for each in whole)]) == {
        "MX001": 20_000
    }


def test_keys_with_a_delimiter_within() -> None:
    whole = (feature(number, "optional") for number in range(20_000))

    assert counted([DECLARED, *(each.replace("driver.", "driver:") for each in whole)]) == {
        "MX203": 20_000
    }


def test_one_line_of_ten_megabytes() -> None:
    assert counted([CLEAN, "notes=", "a" * 10_000_000, "\n"]) == {}


def test_one_line_of_ten_megabytes_that_is_nothing() -> None:
    assert counted([CLEAN, "a b " * 2_500_000 + ".\n"]) == {"MX001": 1}


def test_one_line_of_ten_megabytes_in_brackets() -> None:
    assert counted([CLEAN, "[" * 10_000_000, "\n"]) == {"MX004": 1}


def test_one_line_of_blanks() -> None:
    assert counted([CLEAN, "notes=a\n", " " * 10_000_000, "b\n"]) == {}


def test_urls_in_one_word() -> None:
    assert counted([CLEAN, "notes=", "http://" * 100_000, "\n"]) == {"MX702": 1}


def test_urls_with_blank_lines_below() -> None:
    assert counted([CLEAN, "notes=a\n", *("# http://a\n\n" for _ in range(100_000))]) == {}


def test_sections() -> None:
    assert counted([DECLARED, *(feature(number, "optional") for number in range(100_000))]) == {}


def test_duplicate_sections() -> None:
    assert counted([CLEAN, *("[operation.x]\n" for _ in range(50_000))]) == {"MX002": 50_000}


def test_duplicate_keys() -> None:
    assert counted([CLEAN, *("notes=n\n" for _ in range(100_001))]) == {"MX003": 100_000}


def test_titles_that_repeat() -> None:
    assert counted([CLEAN, *("title=Y\n" for _ in range(50_000))]) == {"MX003": 50_000}


def test_headers_that_are_lost() -> None:
    keys = "title=Feature number {}\nstatus=optional\ndriver.a=complete\n"
    assert counted([CLEAN, *(keys.format(number) for number in range(30_000))]) == {"MX011": 30_000}


def test_a_circle_of_conditions() -> None:
    size = 10_000
    lines = [
        feature(number, f"condition(operation.x{(number + 1) % size}==complete)")
        for number in range(size)
    ]
    assert counted([DECLARED, *lines]) == {"MX606": 1}


def test_a_chain_of_conditions() -> None:
    lines = [feature(at, f"condition(operation.x{at + 1}==complete)") for at in range(10_000)]
    assert counted([DECLARED, *lines, feature(10_000, "optional")]) == {}


def test_conditions_that_dangle() -> None:
    lines = [feature(number, f"condition(wurst.brot{number}==complete)") for number in range(5_000)]
    assert counted([DECLARED, *lines]) == {"MX602": 5_000}


def test_a_choice_group() -> None:
    assert counted([DECLARED, *(feature(number, "choice(a)") for number in range(5_000))]) == {}


def test_choice_groups_of_one() -> None:
    lines = [feature(number, f"choice(group{number})") for number in range(5_000)]
    assert counted([DECLARED, *lines]) == {"MX503": 5_000}


def test_conflict_markers() -> None:
    assert counted([CLEAN, *("<<<<<<< a\n" for _ in range(50_000))]) == {"MX007": 50_000}


def test_conflicts() -> None:
    conflict = "<<<<<<< a\n||||||| b\n=======\n=======\n>>>>>>> c\n"
    assert counted([CLEAN, *(conflict for _ in range(10_000))]) == {"MX007": 10_000}


def test_a_conflict_without_an_end() -> None:
    markers = "=======\n|||||||\n"
    assert counted([CLEAN, *(markers for _ in range(25_000))]) == {"MX007": 1}


def test_unknown_keys() -> None:
    assert counted([CLEAN, *(f"wurst{number}=brot\n" for number in range(20_000))]) == {
        "MX203": 20_000
    }


def test_undeclared_drivers() -> None:
    assert counted([CLEAN, *(f"driver.zulu{number}=missing\n" for number in range(20_000))]) == {
        "MX403": 20_000
    }


def test_drivers_without_entries() -> None:
    declared = [f"[driver.b{number}]\ntitle=B{number}\n" for number in range(400)]
    every, half = (
        "".join(f"driver.b{number}=complete\n" for number in range(0, 400, step)) for step in (1, 2)
    )
    lines = [feature(number, "optional") + half for number in range(1, 200)]
    assert counted([DECLARED, *declared, feature(0, "optional"), every, *lines]) == {"MX402": 199}


def test_drivers_that_nothing_uses() -> None:
    declared = [f"[driver.b{number}]\ntitle=B{number}\n" for number in range(1_000)]
    lines = [feature(number, "optional") for number in range(1_000)]
    assert counted([DECLARED, *declared, *lines]) == {"MX107": 1_000}


def test_empty_commands() -> None:
    assert counted([CLEAN, "cli=", "a; ;" * 50_000, "\n"]) == {"MX207": 1}


def test_swallowed_keys() -> None:
    lines = ["cli=c\n  notes=n\n" for _ in range(20_000)]
    assert counted([CLEAN, *lines])["MX008"] == 20_000


def test_sections_that_are_indented() -> None:
    lines = [f"  [operation.y{number}]\n" for number in range(20_000)]
    assert counted([CLEAN, *lines])["MX004"] == 1


def test_continuations_of_nothing() -> None:
    lines = [f"[operation.y{number}]\n  x\n" for number in range(20_000)]
    assert counted([CLEAN, *lines])["MX001"] == 20_000


def test_blank_lines_and_comments() -> None:
    assert counted([CLEAN, *("\n# c\n" for _ in range(200_000))]) == {}


def test_percent_signs() -> None:
    assert counted([CLEAN, *(f"driver-notes.a{number}=%\n" for number in range(20_000))]) == {
        "MX009": 20_000,
        "MX404": 20_000,
    }


def test_percent_signs_in_one_value() -> None:
    assert counted([CLEAN, "notes=", "%(notes)s" * 20_000, "\n"]) == {"MX009": 1}


def test_references_that_do_not_end() -> None:
    assert counted([CLEAN, "notes=", "%(a" * 1_000_000, "\n"]) == {"MX009": 1}


def test_references_that_multiply() -> None:
    lines = [f"driver-notes.a{at}=" + f"%(driver-notes.a{at + 1})s" * 2 + "\n" for at in range(30)]
    codes = counted([CLEAN, "driver-notes.a=see %(driver-notes.a0)s\n", *lines])
    assert codes["MX404"] == 30


def test_illegible_lines() -> None:
    assert counted([CLEAN, *("notes\0=\x85\n" for _ in range(50_000))]) == {"MX005": 1}


@pytest.mark.parametrize(
    "text",
    [
        *("http://", "http:/", "htp://", "http://<a", "http://a] ", "http://a b", "atp:/ ", "a."),
        *("see notes for ", "see notes for a operation ", "TODO-", "(?", "unclear ", "(add "),
        *("'", '"', "a'", '."', ". ", "\u00a0", "a\u200b", "a\t", "http://a.b). "),
    ],
)
def test_texts_that_promise_something(text: str) -> None:
    long = text * (300_000 // len(text))
    assert set(counted([CLEAN, "notes=", long, "x\n"])) <= {
        *("MX701", "MX702", "MX704", "MX706", "MX801")
    }


def test_lines_that_end_in_blanks() -> None:
    assert counted([CLEAN, *(" \n" for _ in range(100_000))]) == {"MX801": 100_000}


def test_lines_that_end_in_different_ways() -> None:
    assert counted([CLEAN, *("# c\r\n# d\n" for _ in range(100_000))]) == {"MX803": 1}


def test_delimiters_of_two_kinds() -> None:
    lines = [f"driver-notes.a{at} = x\n" for at in range(10_000)]
    codes = counted([CLEAN, *lines, *(f"wurst{at}=brot\n" for at in range(20_000))])
    assert codes == {"MX203": 20_000, "MX404": 10_000, "MX805": 10_000}


@pytest.mark.parametrize(
    ("key", "code"),
    [("driver-notes.", "MX404"), ("driver.", "MX403"), ("x", "MX203"), ("title", "MX203")],
)
def test_a_key_with_many_blanks_in_it(key: str, code: str) -> None:
    assert counted([CLEAN, key, " " * 1_000_000, "x=x\n"]) == {code: 1}


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("_", {"MX102": 1, "MX204": 1}),
        ("a_", {"MX102": 1, "MX204": 1}),
        ("driver.", {"MX102": 1, "MX103": 1}),
        ("operation.", {"MX107": 1, "MX201": 1, "MX202": 1}),
    ],
)
def test_a_section_of_a_long_name_and_a_word(name: str, codes: dict[str, int]) -> None:
    long = name * (1_000_000 // len(name))
    assert counted(["[driver.b]\ntitle=B\n[", long, " x]\n"]) == codes


def test_references_that_dangle() -> None:
    lines = [f"  see notes for the z{at} operation\n" for at in range(20_000)]
    assert counted([CLEAN, "notes=\n", *lines]) == {"MX703": 20_000}


def test_last_line_that_has_no_end() -> None:
    text = "a" * 10_000_000
    start = process_time()

    assert split(text) == [text]
    assert process_time() - start < SECONDS


def test_matrix_that_is_moved_and_its_diff() -> None:
    declared = [f"# driver-impl-d{at}\ndriver-impl-d{at}=D{at}\n" for at in range(30_000)]
    features = [
        f"[x{at}]\ntitle=X\nstatus=condition(x{at + 1}==complete)\ndriver-impl-d0=missing\n"
        for at in range(3)
    ]
    text = "".join(("[targets]\n", *declared, *features))
    start = process_time()
    found = migrate("a.ini", text.encode(), Settings(), renames_sections=True)
    changes = unified("a.ini", found.old, found.new)

    assert process_time() - start < SECONDS
    assert len(list(remarks(found.after.document.source, TARGETS))) == 30_000
    assert changes.count(b"\n+[driver.d") == 30_000
