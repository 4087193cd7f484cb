"""Keys that are swallowed by the value above, and sections that are indented."""

import pytest

from matrixlint.syntax.dialects.dialect import DRIVER, GRADES, TARGET, TARGETS, Dialect
from matrixlint.syntax.recovery.indentation import build_key_pattern
from tests.parsed import (
    CLEAN,
    DECLARED,
    FEATURE,
    KEYS,
    VALUES,
    applied,
    document,
    fixed,
    listed,
    messages,
    reported,
    sections,
)

BLOCK = (
    "indented key 'status' (and 2 more below) is not read as a key but as part of what stands above"
)
HEADER = f"{DECLARED}[operation.x]\n"
TARGETS_FILE = "[targets]\ndriver-impl-a=A\n[x.y]\ntitle=X\nnotes=n\n"
TARGET_FILE = "[target.a]\ntitle=A\n[target.b]\ntitle=B\n[x]\ntitle=X\nnotes=n\n"


@pytest.mark.parametrize("blanks", [" ", "  ", "\t", "\xa0", "      "])
def test_an_indented_key_is_reported_at_its_line_and_read_as_a_key(blanks: str) -> None:
    text = CLEAN.replace("driver.a=", f"{blanks}driver.a=")
    start = len(blanks) + 1

    assert reported(text) == [f"6:{start}-{start + 17} MX008"]
    assert sections(text) == sections(CLEAN)
    assert fixed(text) == CLEAN


@pytest.mark.parametrize("blanks", ["  ", " "])
def test_a_block_is_reported_once_at_its_first_line(blanks: str) -> None:
    block = f"  status=optional\n# c\n\n  driver.a=complete\n{blanks}prose\n  notes=n\n"
    text = f"{HEADER}title=X\n{block}"

    assert reported(text) == ["5:3-18 MX008"]
    assert messages(text) == [BLOCK]
    assert sections(text)["operation.x"] == {**VALUES, "driver.a": "complete\nprose", "notes": "n"}
    assert fixed(text) == (
        f"{HEADER}title=X\nstatus=optional\n# c\n\ndriver.a=complete\n{blanks}prose\nnotes=n\n"
    )


@pytest.mark.parametrize("written", ["notes=a=b", "notes = a : b", "notes : a=b"])
def test_an_indented_key_is_reported_by_its_name(written: str) -> None:
    (message,) = messages(f"{CLEAN.replace('=', ' : ')}cli : c\n  {written}\n")

    assert message.startswith("indented key 'notes' is ")


def test_a_line_at_the_first_column_ends_a_block() -> None:
    text = f"{HEADER}title=X\n  status=optional\ncli=c\n  driver.a=complete\n"

    assert reported(text) == ["5:3-18 MX008", "7:3-20 MX008"]
    assert fixed(text) == f"{HEADER}title=X\nstatus=optional\ncli=c\ndriver.a=complete\n"


def test_under_a_header_every_key_of_that_indent_is_one() -> None:
    own = "  own = 1\n    deeper=2\n  see a=b\n  = c\n"
    text = f"{HEADER}# c\n  title=X\n{own}\n  driver.a=complete\n"

    assert reported(text) == ["5:3-10 MX008"]
    assert sections(text)["operation.x"] == {
        "title": "X",
        "own": "1\ndeeper=2\nsee a=b\n= c",
        "driver.a": "complete",
    }


def test_under_a_key_known_keys_alone_are_some() -> None:
    assert sections(f"{HEADER}title=X\n  status=optional\n  own=1\n")["operation.x"] == {
        "title": "X",
        "status": "optional\nown=1",
    }


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        ("  title=X\n  own=1", "X"),
        ("  title=X\n    deeper=2\n  own=1\n", "X\ndeeper=2"),
        ("  title=X\n# c\n  own=1\n", "X"),
        ("  title=X\n\n  own=1\n", "X"),
        (" title=X\n see a=b\n own=1\n", "X\nsee a=b"),
    ],
)
def test_the_header_may_stand_right_above(keys: str, title: str) -> None:
    assert sections(f"{HEADER}{keys}")["operation.x"] == {"title": title, "own": "1"}


def test_a_section_that_is_indented_as_a_whole_is_reported_at_its_header() -> None:
    indented = "".join(f"  {line}\n" for line in (*FEATURE.split("\n")[:-1], "own=1"))
    text = DECLARED + indented + "  # c\n" + indented.replace(".x]", ".y]")

    assert reported(text) == ["3:3-16 MX004"]
    assert messages(text) == [
        "section header '[operation.x]' is indented: it is read as part of what stands above"
    ]
    assert sections(text) == {
        "driver.a": {"title": "A"},
        "operation.x": {**VALUES, "own": "1"},
        "operation.y": {**VALUES, "own": "1"},
    }
    (error,) = document(text).errors
    assert error.fix
    assert not error.fix.safe
    assert applied(text, [error.fix]) == text.replace("\n  ", "\n").replace("\n#", "\n  #")


@pytest.mark.parametrize(
    ("declared", "header", "safe"),
    [
        ("[targets]\ndriver-impl-a=A\n", "[evacuate]", False),
        ("[targets]\ndriver-impl-a=A\n", "[storage.block]", False),
        ("[driver.a]\ntitle=A\n", "[operation.evacuate]", False),
        ("[driver.a]\ntitle=A\n", "[evacuate]", False),
        ("[x]\n", "[evacuate]", False),
        ("[driver.a]\ntitle=A\n", "[operation.a,b]", False),
        ("[driver.a]\ntitle=A\n", "[driver.a,b]", False),
        # They would still be no headers.
        ("[driver.a]\ntitle=A\n", "[operation.y[]", None),
        ("[driver.a]\ntitle=A\n", "[ operation.y ]", None),
        # Every section would read its keys.
        ("[driver.a]\ntitle=A\n", "[DEFAULT]", None),
    ],
)
def test_an_indented_header_is_unsafe_to_dedent(
    declared: str,
    header: str,
    safe: bool | None,  # noqa: FBT001  one column of the table
) -> None:
    (error,) = document(f"{declared}[x.y]\n  {header}\n").errors

    assert (error.code, error.fix and error.fix.safe) == ("MX004", safe)


@pytest.mark.parametrize("header", ["[operation.x]", "[operation.x] # c", "[ operation.x ]"])
def test_an_indented_header_alone_is_reported(header: str) -> None:
    text = f"{DECLARED}  {header}\n{KEYS}"

    assert reported(text) == [f"3:3-{len(header) + 3} MX004"]
    assert sections(text) == sections(CLEAN)


@pytest.mark.parametrize(
    "line",
    [
        "--os-password=<password> token issue",
        "http://a.org/b=c",
        "see title=b",
        "status: optional",
        "driver.conf=/etc/x y",
        "driver.conf=/etc/x",
        "driver.=complete x",
        "titles=b",
        "subtitle=b",
        "driver-notes=x",
        "[b] c",
        "[1]",
        "title",
        "# title=b",
        "a=complete",
        "driver-impl-a=complete",
    ],
)
def test_prose_is_no_key(line: str) -> None:
    text = f"{CLEAN}notes=see\n  {line}\n"
    rest = "" if line.startswith("#") else f"\n{line}"

    assert reported(text) == []
    assert sections(text)["operation.x"] == {**VALUES, "notes": f"see{rest}"}


@pytest.mark.parametrize(
    "line",
    [
        "title=b",
        "TITLE = b",
        "cli=",
        "api=b",
        "link=b",
        "status=mandatory",
        "driver.b=missing",
        "Driver.gpu.fake = missing",
        "driver.b=",
        "driver-notes.b=any text at all",
    ],
)
def test_a_field_an_entry_and_a_note_are_keys(line: str) -> None:
    assert reported(f"{HEADER}notes=see\n  {line}\n") == [f"5:3-{len(line) + 3} MX008"]


def test_a_colon_makes_a_key_where_the_file_writes_its_keys_so() -> None:
    text = f"{HEADER}title: X\nstatus: optional\n  driver.a: complete\n"

    assert reported(text) == ["6:3-21 MX008"]
    assert sections(text) == sections(CLEAN)
    assert messages(text)[0].startswith("indented key 'driver.a' is not read")


@pytest.mark.parametrize(
    ("line", "is_key"),
    [
        ("driver-impl-b=B and more", True),
        ("driver-notes-b=B", True),
        ("driver-impl-=B c", False),
        ("driver.b=complete", False),
        ("b=complete", False),
        ("link=b", False),
    ],
)
def test_keys_of_targets(line: str, is_key: bool) -> None:  # noqa: FBT001  a table's column
    assert reported(f"{TARGETS_FILE}  {line}\n") == [f"6:3-{len(line) + 3} MX008"] * is_key


@pytest.mark.parametrize(
    ("line", "is_key"),
    [
        ("a=complete", True),
        ("b=complete:queens", True),
        ("B = missing", True),
        ("driver-impl-a=complete:n", True),
        ("driver-notes-a=so it is", True),
        ("maturity=complete", True),
        ("a=one two", False),
        ("also=so", False),
        ("b2=complete", False),
        ("c=complete", False),
    ],
)
def test_keys_of_target(line: str, is_key: bool) -> None:  # noqa: FBT001  a table's column
    assert reported(f"{TARGET_FILE}  {line}\n") == [f"8:3-{len(line) + 3} MX008"] * is_key


def test_an_indented_key_makes_no_duplicate() -> None:
    text = f"{HEADER}title=X\nstatus=optional\n  driver.a=complete\ndriver.a=missing\n"

    assert reported(text) == ["6:3-20 MX008"]
    assert sections(text) == sections(CLEAN)


def test_without_a_dialect_no_key_is_known() -> None:
    text = "[x]\ntitle=X\n  title=Y\n"

    assert reported(text) == []
    assert sections(text) == {"x": {"title": "X\ntitle=Y"}}
    assert build_key_pattern(text, None) == "(?!)"


def test_grades_have_keys_too() -> None:
    text = "[backends]\nbackend-impl-a=A\n  backend-impl-b=B\n[backends.c]\n  status=x\n"

    assert reported(text) == ["3:3-19 MX008", "5:3-11 MX008"]


def test_headers_that_are_indented_need_no_dialect() -> None:
    assert reported("[x]\ntitle=X\n  [y.z]\n") == ["3:3-8 MX004"]


@pytest.mark.parametrize("dialect", [TARGETS, DRIVER, TARGET, GRADES])
def test_a_text_without_declarations_has_a_pattern_too(dialect: Dialect) -> None:
    assert document("[a]\nstatus=x\n  status=y\n", dialect).errors[0].code == "MX008"


def test_a_dialect_may_have_no_other_keys_than_fields() -> None:
    dialect = DRIVER._replace(entry_prefixes=(), note_prefixes=())
    text = f"{HEADER}notes=n\n  prose\n  status=optional\n"

    assert listed(document(text, dialect).errors) == ["6:3-18 MX008"]


def test_where_no_driver_is_declared_none_has_a_bare_entry() -> None:
    assert document("[a]\nnotes=x\n  = complete\n", TARGET).errors == []
