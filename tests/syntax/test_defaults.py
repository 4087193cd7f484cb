"""The keys of [DEFAULT] stand in every section."""

import pytest

from matrixlint.syntax.dialects.dialect import DRIVER
from tests.parsed import CLEAN, VALUES, document, messages, reported, sections, unknown_values

DEFAULT = "[DEFAULT]\nnotes=all\n  of them\n"


def test_the_section_is_reported_at_its_header() -> None:
    assert reported(f"{CLEAN}{DEFAULT}") == ["7:1-10 MX010"]
    assert messages(f"{CLEAN}{DEFAULT}") == [
        "the keys of [DEFAULT] appear in every section, as the renderer reads it"
    ]


def test_a_section_reads_the_keys_that_it_misses() -> None:
    text = DEFAULT + "title=D\n" + CLEAN

    assert sections(text) == {
        "DEFAULT": {"notes": "all\nof them", "title": "D"},
        "driver.a": {"title": "A", "notes": "all\nof them"},
        "operation.x": {**VALUES, "notes": "all\nof them"},
    }


def test_what_is_read_there_has_its_place_there() -> None:
    feature = document(DEFAULT + CLEAN).sections[2]

    assert feature.entry("notes").key_span == (2, 1, 2, 6)
    assert feature.entry("notes").value_spans == ((2, 7, 2, 10), (3, 3, 3, 10))
    assert [entry.key for entry in feature.entries()] == list(VALUES)


def test_what_is_not_known_there_is_known_nowhere() -> None:
    assert reported(f"[DEFAULT]\nnotes=%\n{CLEAN}") == ["1:1-10 MX010", "2:7-8 MX009"]
    assert unknown_values(f"[DEFAULT]\nnotes=%\n{CLEAN}") == ["notes"] * 3


def test_the_declaring_section_takes_nothing() -> None:
    text = "[DEFAULT]\ndriver-impl-b=complete\n[targets]\ndriver-impl-a=A\n[x.y]\ntitle=X\n"

    assert sections(text)["targets"] == {"driver-impl-a": "A"}
    assert sections(text)["x.y"] == {"title": "X", "driver-impl-b": "complete"}


def test_in_grades_it_is_no_error() -> None:
    text = "[DEFAULT]\nstatus=ok\n[backends]\nbackend-impl-a=A\n[backends.backend-impl-a]\n"

    assert reported(text) == []
    assert sections(text)["backends.backend-impl-a"] == {"status": "ok"}
    assert sections(text)["backends"] == {"backend-impl-a": "A"}


def test_without_a_dialect_it_is_a_section_like_any_other() -> None:
    assert reported("[DEFAULT]\na=1\n[x]\nb=2\n") == []
    assert sections("[DEFAULT]\na=1\n[x]\nb=2\n") == {"DEFAULT": {"a": "1"}, "x": {"b": "2"}}


def test_a_section_in_other_letters_is_another() -> None:
    assert reported(f"[default]\nnotes=n\n{CLEAN}") == []
    assert document(f"[Default]\nnotes=n\n{CLEAN}").default is None


def test_a_document_has_one_default_section() -> None:
    found = document(f"{DEFAULT}[x]\n[DEFAULT]\ncli=c\n", DRIVER)

    assert found.default is found.sections[0]
    assert found.default.values == {"notes": "all\nof them", "cli": "c"}


def crowd(keys: int, sections: int, dialect: str = "driver.") -> str:
    """Return a file whose default section has many keys."""
    own = "".join(f"[operation.x{at}]\ntitle=X{at}\ndriver.a=missing\n" for at in range(sections))
    many = "".join(f"k{at}=v\n" for at in range(keys))
    return f"[DEFAULT]\n{many}[{dialect}a]\ntitle=A\n{own}"


@pytest.mark.parametrize(("keys", "is_read"), [(50, True), (51, False)])
def test_past_a_bound_no_section_reads_it(keys: int, is_read: bool) -> None:  # noqa: FBT001  a table
    text = crowd(keys, 98)
    found = document(text)
    rest = "" if is_read else "; there are too many to be judged there"

    assert messages(text) == [
        f"the keys of [DEFAULT] appear in every section, as the renderer reads it{rest}"
    ]
    assert [("k0" in each.values) for each in found.sections] == [True, *[is_read] * 99]
    assert [each.is_incomplete for each in found.sections] == [not is_read] * 100


def test_the_bound_grows_with_the_file() -> None:
    assert [len(each.values) for each in document(crowd(15, 600)).sections[2:4]] == [17, 17]


def test_past_the_bound_it_is_reported_in_grades_too() -> None:
    text = crowd(60, 100).replace("driver.a]\ntitle", "backends]\nbackend-impl-a")

    assert reported(text) == ["1:1-10 MX010"]
    assert not document(text).sections[1].is_incomplete
