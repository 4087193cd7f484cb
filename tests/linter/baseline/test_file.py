"""What is known of a project's findings: entries, their file, and what is wrong in one."""

import json
from pathlib import Path

import pytest

from matrixlint import Diagnostic, lint_text
from matrixlint.errors import FileError
from matrixlint.linter.baseline.file import (
    Baseline,
    BaselineEntry,
    dump,
    load,
    make_entries,
    mark_known,
)
from tests.parsed import CLEAN

HEAD = '[{"matrixlint-baseline": 1}\n'
TEXT = CLEAN.replace("=complete", "=compelte")
ENTRY = BaselineEntry("MX401", "doc/a.ini", "operation.x", driver="a", value="compelte")


def diagnostics(text: str) -> list[Diagnostic]:
    return lint_text(text, path="a.ini")


def test_an_entry_says_what_a_finding_is_about_and_no_line() -> None:
    assert make_entries(diagnostics(TEXT), "doc/a.ini") == [ENTRY]
    assert make_entries(diagnostics(f"# moved\n\n{TEXT}"), "doc/a.ini") == [ENTRY]
    assert make_entries(diagnostics(CLEAN.replace("=optional", "=wurst")), "a") == [
        BaselineEntry("MX301", "a", "operation.x", key="status", value="wurst")
    ]


def test_a_finding_of_reading_is_reported_by_what_stands_there() -> None:
    assert make_entries(diagnostics(f"{CLEAN}lost words\n[12] see there\n"), "a") == [
        BaselineEntry("MX001", "a", "operation.x", value="lost words"),
        BaselineEntry("MX004", "a", "12", value="[12] see there"),
    ]


def test_equal_ones_are_numbered_in_file_order() -> None:
    assert make_entries(diagnostics(f"{CLEAN}lost words\nlost words\n"), "a") == [
        BaselineEntry("MX001", "a", "operation.x", value="lost words"),
        BaselineEntry("MX001", "a", "operation.x", value="lost words", number=2),
    ]


def test_what_is_known_is_marked_and_nothing_else() -> None:
    found = diagnostics(f"{TEXT}lost words\n")
    suppressed = [found[0]._replace(suppressed="comment"), found[1]]
    own = make_entries(found, "doc/a.ini")

    assert [diagnostic.suppressed for diagnostic in mark_known(found, own, [ENTRY])] == [
        "baseline",
        None,
    ]
    assert [diagnostic.suppressed for diagnostic in mark_known(suppressed, own, own)] == [
        "comment",
        "baseline",
    ]
    assert mark_known(found, own, []) == found


def test_a_fixed_finding_does_not_make_up_for_a_new_one() -> None:
    other = TEXT.replace("compelte", "misisng")

    assert [
        diagnostic.suppressed
        for diagnostic in mark_known(
            diagnostics(other), make_entries(diagnostics(other), "a"), [ENTRY]
        )
    ] == [None]


def test_each_entry_has_a_line_of_its_own_in_order(tmp_path: Path) -> None:
    known = [
        BaselineEntry("MX402", "b.ini"),
        BaselineEntry("MX402", "a.ini", "x", "k", None, "ü\n"),
        *(BaselineEntry("MX401", "a.ini", number=number) for number in (10, 2, 1)),
    ]
    data = dump(known)
    (tmp_path / "b.json").write_bytes(data)

    assert data.decode() == (
        f"{HEAD}"
        ',{"rule": "MX401", "path": "a.ini"}\n'
        ',{"rule": "MX401", "path": "a.ini", "number": 2}\n'
        ',{"rule": "MX401", "path": "a.ini", "number": 10}\n'
        ',{"rule": "MX402", "path": "a.ini", "section": "x", "key": "k", "value": "\\u00fc\\n"}\n'
        ',{"rule": "MX402", "path": "b.ini"}\n'
        "]\n"
    )
    assert load(str(tmp_path / "b.json")) == Baseline(
        str(tmp_path / "b.json"),
        {each: number for number, each in enumerate([*known[:1:-1], known[1], known[0]], 2)},
        data,
    )


def test_a_line_taken_away_or_added_leaves_the_file_whole() -> None:
    lines = dump([ENTRY, ENTRY._replace(rule="MX402")]).decode().splitlines()

    assert json.loads("\n".join([lines[0], *lines[2:]])) == [
        {"matrixlint-baseline": 1},
        json.loads(lines[2][1:]),
    ]
    assert dump([]).decode() == f"{HEAD}]\n"


def test_other_layouts_of_the_same_are_read(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    document = [{"matrixlint-baseline": 1}, *(json.loads(x[1:]) for x in lines_of([ENTRY, ENTRY]))]
    path.write_text(json.dumps(document, indent=2), encoding="utf-8")

    assert load(str(path)).lines == {ENTRY: 5}


def lines_of(known: list[BaselineEntry]) -> list[str]:
    return [dump([each]).decode().splitlines()[1] for each in known]


def test_a_baseline_may_lack_where_it_is_to_be_written(tmp_path: Path) -> None:
    path = str(tmp_path / "b.json")

    assert load(path, may_be_missing=True) == Baseline(path, {})
    with pytest.raises(FileError) as caught:
        load(path)
    assert str(caught.value) == "no such file or folder"
    with pytest.raises(FileError):
        load(str(tmp_path), may_be_missing=True)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "is no JSON: expecting value"),
        (f"{HEAD},{{}}\n<<<<<<< a\n", 3, "is no JSON: expecting ',' delimiter"),
        ("[" * 100_000, None, "is no JSON: maximum recursion depth exceeded"),
        ("{}", 1, 'is no array that begins with {"matrixlint-baseline": 1}'),
        ("\n[]", 1, 'is no array that begins with {"matrixlint-baseline": 1}'),
        ("\n[1]", 2, 'first element is 1; expected {"matrixlint-baseline": 1}'),
        (HEAD + ",7]", 2, "found 7, expected an entry"),
        (HEAD + ",{}]", 2, "entry has no 'rule'"),
        (HEAD + '\n,{"rule": "MX401"}]', 3, "entry has no 'path'"),
        (HEAD + ',{"rule": "a", "path": "b", "line": 1}]', 2, "entry has an unknown key 'line'"),
        (HEAD + ',{"rule": 1, "path": "b"}]', 2, "'rule' is 1; expected a string"),
        (
            HEAD + ',{"rule": "a", "path": "b"}\n,{"number": true}]',
            3,
            "'number' is true; expected a number",
        ),
    ],
)
def test_what_is_wrong_in_one_is_reported_with_its_line(
    tmp_path: Path, text: str, line: int | None, message: str
) -> None:
    path = tmp_path / "b.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(FileError) as caught:
        load(str(path))
    (detail,) = caught.value.details
    assert detail.line == line
    assert detail.message.startswith(f"baseline {message}")


def test_bytes_that_are_no_text_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(b"[\xff")

    with pytest.raises(FileError) as caught:
        load(str(path))
    assert str(caught.value).startswith("baseline is no JSON: 'utf-8' codec can't decode")
