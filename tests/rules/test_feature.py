"""MX201 to MX209: features and their fields."""

import pytest

from matrixlint import Severity
from tests.finding import everything, places
from tests.fixed import applied
from tests.rules.snippet import check, declared, feature, told

FEATURE = feature("x", "optional", "driver.a=complete")


def with_lines(*lines: str) -> str:
    """Return a matrix whose feature has further lines, from line 8 on."""
    return declared("a") + feature("x", "optional", "driver.a=complete", *lines)


# MX201 and MX202


def test_title_that_is_missing_or_empty_is_told_at_the_header() -> None:
    text = declared("a") + "\n[operation.x]\nstatus=optional\ndriver.a=complete\n"
    rest = "\n[operation.y]\ntitle=\nstatus=optional\ndriver.a=complete\n"

    assert told(text + rest, "MX") == [
        "4:1-14 MX201 error title of [operation.x] is missing",
        "8:1-14 MX201 error title of [operation.y] is empty",
    ]


def test_title_is_missing_behind_a_section_that_may_have_lost_its_own() -> None:
    check("""
        [driver.a]
        title=A

        [operation.x]
        #> MX001
        title
        status=optional
        driver.a=complete

        #> MX201
        [operation.y]
        title=
        #> MX001
        notes
        status=optional
        driver.a=complete

        #> MX201
        [operation.z]
        status=optional
        driver.a=complete
    """)


def test_feature_of_no_name_is_told_of_as_such() -> None:
    text = with_lines("[1] see", "title=", "driver.a=complete", "cli=x", "[operation.y]", "title=Y")

    assert [diagnostic for diagnostic in told(text, "MX201", "MX202") if "?" in diagnostic] == [
        "8:1-4 MX201 error title of [?] is empty"
    ]


def test_feature_whose_header_is_lost_has_no_name() -> None:
    text = declared("a") + "\ntitle=Do x\ndriver.a=complete\n" + FEATURE

    assert told(text, "MX202", "MX205") == [
        "4:1-11 MX202 warning [?] has no status",
        "8:1-6 MX205 warning title 'Do x' is also that of [?]",
        "= 4:7-11 the title of [?]",
    ]


def test_missing_status_names_all_fields_that_would_do() -> None:
    text = "[target.a]\ntitle=A\n\n[x]\ntitle=X\na=complete\n"

    assert told(text, "MX202") == ["4:1-4 MX202 warning [x] has no maturity or status"]


# MX203


def test_field_is_suggested_where_one_is_near() -> None:
    assert told(with_lines("nots=n", "quite=other"), "MX") == [
        "8:1-5 MX203 warning key 'nots' is no field, entry or note",
        "= did you mean 'notes'?",
        "9:1-6 MX203 warning key 'quite' is no field, entry or note",
    ]


@pytest.mark.parametrize(
    ("line", "severity", "key", "word"),
    [
        ("cli see: more", "warning", "cli see", "cli"),
        ("driver.b  complete: always", "error", "driver.b  complete", "driver.b"),
        ("Driver-Notes.a It is: so", "warning", "Driver-Notes.a It is", "driver-notes.a"),
    ],
)
def test_key_that_runs_on_is_told_by_its_first_word(
    line: str, severity: str, key: str, word: str
) -> None:
    text = declared("a", "b") + feature("x", "optional", line, "driver.a=missing")
    text += feature("y", "optional", "driver.a=missing", "driver.b=missing")

    assert [diagnostic for diagnostic in told(text, "MX") if "MX402" not in diagnostic] == [
        f"10:1-{len(key) + 1} MX203 {severity} key {key!r} is no field, entry or note",
        f"= is '=' missing behind {word!r}?",
    ]
    assert any("MX402" in diagnostic for diagnostic in told(text, "MX")) == (word != "driver.b")


def test_status_that_runs_on_is_not_missing_besides() -> None:
    text = declared("a") + "[operation.x]\ntitle=X\nstatus condition(x==complete)\n"

    assert places(everything(text + "driver.a=complete\n")) == [(5, "MX203")]


def test_no_key_runs_on_that_is_there_besides() -> None:
    assert told(with_lines("cli=a", "cli of it: b"), "MX") == [
        "9:1-10 MX203 warning key 'cli of it' is no field, entry or note",
        "= is it more of 'cli'? indent it",
    ]


@pytest.mark.parametrize(
    ("line", "severity", "key", "suggestion"),
    [
        ("driver:b=complete", "error", "driver", "driver.b"),
        ("no:tes=All", "warning", "no", "notes"),
        ("driver-notes=a = All", "warning", "driver-notes", "driver-notes.a"),
    ],
)
def test_key_with_a_delimiter_within_is_told_with_what_is_meant(
    line: str, severity: str, key: str, suggestion: str
) -> None:
    text = declared("a", "b") + feature("y", "optional", "driver.a=missing", "driver.b=missing")
    text += feature("x", "optional", "driver.a=missing", line)

    assert [diagnostic for diagnostic in told(text, "MX") if "MX402" not in diagnostic] == [
        f"17:1-{len(key) + 1} MX203 {severity} key {key!r} is no field, entry or note",
        f"= did you mean {suggestion!r}?",
    ]


def test_link_of_a_driver_that_runs_on_is_told() -> None:
    text = "[driver.a]\ntitle=A\nlink https://a.org/\n"

    assert told(text + feature("x", "optional", "driver.a=missing"), "MX") == [
        "3:1-11 MX203 warning key 'link https' is no field, entry or note",
        "= is '=' missing behind 'link'?",
    ]


@pytest.mark.parametrize(
    ("above", "is_more"),
    [
        ("notes=Some", True),
        ("NOTES = Some\n  more", True),
        ("driver-notes.a=Some", True),
        ("notes=Some\na line: more\n  of it", True),
        ("notes=Some\n", False),
        ("notes=Some\nfoo: more", False),
        ("title=X", False),
        ("driver.a=missing", False),
    ],
)
def test_key_of_several_words_may_be_more_of_the_text_above(
    above: str,
    is_more: bool,  # noqa: FBT001  a table's column
) -> None:
    key = next(word for word in ("driver-notes.a", "NOTES", "notes") if word in f"{above} notes")
    text = declared("a") + f"[operation.x]\nstatus=optional\n{above}\nsee https: it\n"
    hints = [diagnostic.hint for diagnostic in everything(text) if diagnostic.key == "see https"]

    assert hints == [f"is it more of {key!r}? indent it" if is_more else None]


def test_key_of_one_word_is_no_more_of_a_text() -> None:
    text = declared("a") + feature("x", "optional", "driver.a=missing", "notes=n", "foo: bar")

    assert [diagnostic.hint for diagnostic in everything(text) if diagnostic.code == "MX203"] == [
        None
    ]


# MX204


def test_section_near_a_declaration_is_told_as_one() -> None:
    text = declared("a") + "\n[drvier.b]\ntitle=B\n"
    rest = feature("x", "optional", "driver.a=complete", "driver.b=complete")

    assert told(text + rest, "MX") == [
        "4:1-11 MX204 error [drvier.b] declares no driver, and is no feature",
        "= did you mean '[driver.b]'?",
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("operatoin.y.z", ["= did you mean '[operation.y.z]'?"]),
        ("operation", []),
        ("opreatoin.y", ["= did you mean '[operation.y]'?"]),
        ("operatio.", []),
        ("storage.y", []),
    ],
)
def test_section_that_is_left_out_is_told_with_what_is_near(name: str, hint: list[str]) -> None:
    end = len(name) + 3
    message = f"[{name}] does not begin with 'operation.': it is left out of the page"

    assert told(with_lines() + f"\n[{name}]\ntitle=Y\n", "MX") == [
        f"9:1-{end} MX204 warning {message}",
        *hint,
    ]


# MX205 and MX206


def test_titles_are_alike_whatever_white_space_is_in_them() -> None:
    text = with_lines() + FEATURE.replace(".x", ".y").replace("Do x", "Do  x")

    assert told(text, "MX") == [
        "10:1-6 MX205 warning title 'Do  x' is also that of [operation.x]",
        "= 5:7-11 the title of [operation.x]",
    ]


def test_titles_that_are_empty_not_known_or_one_are_not_alike() -> None:
    check("""
        [driver.a]
        title=A

        #> MX010
        [DEFAULT]
        title=One for all
        status=optional
        driver.a=complete

        [operation.r]
        notes=r
        [operation.s]
        notes=s
        #> MX201
        [operation.t]
        title=
        #> MX201
        [operation.u]
        title=
        [operation.v]
        title=%(notes)s
        notes=v
        [operation.w]
        title=%(notes)s
        notes=w
        [operation.x]
        title=X
        [operation.y]
        #> MX205
        title=X
    """)


# MX207 and MX209


def test_rules_of_lists_go_on_behind_a_feature_without_one() -> None:
    target = "[target.a]\ntitle=A\n\n[x]\ntitle=X\nmaturity=complete\na=complete\n\n"
    rest = "[y]\ntitle=Y\nmaturity=complete\na=complete\ntempest_test_uuids=a,b\ncli=a;;b\n"

    assert told(target + rest, "MX") == [
        "13:1-19 MX209 warning 'tempest_test_uuids' has a comma; its items are separated by ';'",
        "14:1-4 MX207 info an empty command stands in 'cli', between or beside ';'",
    ]


def mended(*lines: str) -> list[str]:
    """Return the lines of a key, from line 8 on, as the fix of MX207 makes them."""
    text = with_lines(*lines)
    (diagnostic,) = [each for each in everything(text) if each.code == "MX207"]
    assert diagnostic.fix
    assert diagnostic.severity is Severity.INFO
    return applied(text, diagnostic.fix).split("\n")[7:-1]


@pytest.mark.parametrize(
    ("lines", "after"),
    [
        (["cli=;a"], ["cli=a"]),
        (["cli=a;"], ["cli=a"]),
        (["cli=a ; ; b"], ["cli=a ;  b"]),
        (["cli= ; ;a; ;b ; "], ["cli= a; b "]),
        (["cli=a;;;b;c"], ["cli=a;b;c"]),
        (["cli=a;", "  ;b"], ["cli=a", "  ;b"]),
        (["cli=;"], ["cli="]),
        (["cli=X;"], ["cli=X"]),
        (["cli=a;", "  b;"], ["cli=a;", "  b"]),
        (["cli=a;\xa0"], ["cli=a\xa0"]),
    ],
)
def test_of_empty_commands_one_semicolon_stays_between_two(
    lines: list[str], after: list[str]
) -> None:
    assert mended(*lines) == after


def test_anchors_of_features_without_names_are_none() -> None:
    text = with_lines("[1] see", "[2] see", "[None]", "title=N", "driver.a=complete")

    assert [code for _, code in places(everything(text)) if code == "MX206"] == []
