"""Headers: which names they bear, and what is wrong with them."""

import pytest

from matrixlint.diagnostic import Fix
from matrixlint.syntax.headers import (
    find_header_after_characters,
    match_bracketed_token,
    match_indented_header,
    read_header,
)
from matrixlint.text.span import Edit, Span
from tests.parsed import (
    CLEAN,
    DECLARED,
    FEATURE,
    KEYS,
    VALUES,
    document,
    fixed,
    messages,
    open_sections,
    reported,
    sections,
)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("[a]", "a"),
        ("[operation.L3_HA]", "operation.L3_HA"),
        ("[a;b]", "a;b"),
        ("[a#b]", "a#b"),
        ("[#]", "#"),
        ("[a b]", "a b"),
        ("[a=b:c]", "a=b:c"),
        ("[a]  ", "a"),
        ("[a]\t", "a"),
        ("[a] # remark", "a"),
        ("[a]\t; remark", "a"),
        ("[a]#remark", "a"),
        ("[a];[remark", "a"),
    ],
)
def test_a_complete_header_has_no_error(line: str, name: str) -> None:
    assert read_header(line, 1) == (name, None, None, False)


@pytest.mark.parametrize("line", ["[]", "[ ]", "[\t]", "[ ] # x"])
def test_an_empty_name_is_no_error_of_the_brackets(line: str) -> None:
    assert read_header(line, 1) == ("", None, None, False)


@pytest.mark.parametrize(
    ("line", "name", "error"),
    [
        ("[a # b", "a", "section header has no closing ']'"),
        ("[a b", "a", "section header has no closing ']'"),
        ("[ a", "a", "section header has no closing ']'"),
        ("[[a", "a", "section header has no closing ']'"),
        ("[\ta", "a", "section header has no closing ']'"),
        ("[ XaX", "XaX", "section header has no closing ']'"),
        ("[", "", "section header has no closing ']'"),
        ("[a] b", "a", "section header is followed by 'b'"),
        ("[a]b", "a", "section header is followed by 'b'"),
        ("[a] [b]", "a", "section header is followed by '[b]'"),
        ("[a]]", "a", "section header is followed by ']'"),
        ("[[a]]", "a", "section header is followed by ']'"),
        ("[a] # b]", "a", "section header is followed by '# b]'"),
        ("[a] b c=d", "a", "section header is followed by 'b c=d'"),
        ("[a] =d", "a", "section header is followed by '=d'"),
        ("[[a]", "a", "section header has a stray '['"),
        ("[a[b]", "a[b", "section header has a stray '['"),
    ],
)
def test_a_error_without_a_certain_fix_has_no_fix(line: str, name: str, error: str) -> None:
    assert read_header(line, 1) == (name, error, None, False)


@pytest.mark.parametrize(
    ("line", "rest", "blanks"),
    [
        ("[a]title=A", "title=A", Span(7, 4, 7, 4)),
        ("[a] driver.b-c :d ", "driver.b-c :d", Span(7, 4, 7, 5)),
        ("[a]\t  B_1= c=d]", "B_1= c=d]", Span(7, 4, 7, 7)),
    ],
)
def test_a_key_behind_a_header_belongs_on_the_line_below(
    line: str, rest: str, blanks: Span
) -> None:
    fix = Fix("break the line behind the header", (Edit(blanks, "\n"),))

    assert read_header(line, 7) == ("a", f"section header is followed by {rest!r}", fix, True)


@pytest.mark.parametrize(
    ("line", "name", "edit"),
    [
        ("[a ]", "a", Edit(Span(7, 2, 7, 4), "a")),
        ("[ a]", "a", Edit(Span(7, 2, 7, 4), "a")),
        ("[ X]", "X", Edit(Span(7, 2, 7, 4), "X")),
        ("[\ta\t] # x", "a", Edit(Span(7, 2, 7, 5), "a")),
        ("[ a b ]", "a b", Edit(Span(7, 2, 7, 7), "a b")),
    ],
)
def test_blanks_within_brackets_are_safe_to_take_out_at_the_end(
    line: str, name: str, edit: Edit
) -> None:
    header = read_header(line, 7)

    assert header.fix is not None
    assert (header.name, header.fix.edits) == (name, (edit,))
    # With a blank in front, the section was none of the dialect's before.
    assert header.fix.safe is not line[1].isspace()


@pytest.mark.parametrize("line", ["[a", "[a  "])
def test_a_missing_bracket_is_unsafe_to_write_while_nothing_confirms_the_name(line: str) -> None:
    header = read_header(line, 7)

    assert header.fix == Fix("close the header", (Edit(Span(7, 3, 7, 3), "]"),))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("  [a]", "a"),
        ("\t[operation.x-1_y]  ", "operation.x-1_y"),
        ("  [ a ] # x", "a"),
        ("  [a] ;[b]", "a"),
        ("  [a]  #", "a"),
        ("  [1]", None),
        ("  [a b]", None),
        ("  [a] b", None),
        ("  [a]# b", None),
        ("  [a", None),
        ("  []", None),
        ("  x [a]", None),
    ],
)
def test_an_indented_header_is_the_whole_line(line: str, name: str | None) -> None:
    assert match_indented_header(line) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("operation.x]", "operation.x"),
        ("(operation.x)", "operation.x"),
        ("{a}", "a"),
        ("a)", "a"),
        ("XaX]", "XaX"),
        ("operation.x", None),
        ("a b]", None),
        ("()", None),
        ("]", None),
        ("", None),
        ("choice(x)", None),
        ("(a]b)", None),
    ],
)
def test_a_token_with_a_stray_bracket_bears_a_name(line: str, name: str | None) -> None:
    assert match_bracketed_token(line) == name


@pytest.mark.parametrize(
    ("line", "before", "length", "name"),
    [
        ("f[operation.x]", "f", 1, "operation.x"),
        ("=[a]  ", "=", 1, "a"),
        ("-- [a-b]", "--", 3, "a-b"),
        (": [A]", ":", 2, "A"),
    ],
)
def test_a_stray_sign_in_front_of_a_header_is_to_be_taken_away(
    line: str, before: str, length: int, name: str
) -> None:
    fix = Fix(f"take {before!r} away", (Edit(Span(7, 1, 7, 1 + length), ""),))
    error = f"section header has {before!r} in front of it"

    assert find_header_after_characters(line, 7) == (name, error, fix, False)


@pytest.mark.parametrize(
    "line", ["[a]", "  [a]", "see[a]", "x  [a]", "x[]", "x[1]", "x[a b]", "x[a", "x[a]b", "[x[a]"]
)
def test_more_than_a_stray_sign_is_no_header_s(line: str) -> None:
    assert find_header_after_characters(line, 7) is None


def feature(header: str) -> str:
    return f"{DECLARED}{header}\n{KEYS}"


@pytest.mark.parametrize(
    ("header", "end"),
    [
        ("[operation.x", 13),
        ("[operation.x # remark", 22),
        ("[operation.x] stray", 20),
        ("[operation.x] # a]", 19),
        ("[operation.x ]", 15),
        ("[\toperation.x]", 15),
        ("[[operation.x]", 15),
        ("[[operation.x]]", 16),
        ("operation.x]", 13),
        ("(operation.x)", 14),
        ("operation.x", 12),
        ("f[operation.x]", 15),
        ("=[operation.x]", 15),
        (": [operation.x]", 16),
    ],
)
def test_a_broken_header_is_reported_once_and_read_as_meant(header: str, end: int) -> None:
    text = feature(header)

    assert reported(text) == [f"3:1-{end} MX004"]
    assert sections(text) == {"driver.a": {"title": "A"}, "operation.x": VALUES}
    assert open_sections(text) == []


def test_a_key_behind_a_header_opens_the_section_and_goes_with_its_continuations() -> None:
    text = feature("[operation.x] notes=n\n  m\n\n# c\n  [1]")

    assert reported(text) == ["3:1-22 MX004"]
    assert sections(text) == {"driver.a": {"title": "A"}, "operation.x": VALUES}
    assert open_sections(text) == ["operation.x"]


@pytest.mark.parametrize("header", ["[operation.x ]", "[operation.x\t]"])
def test_a_safe_fix_gives_the_clean_text(header: str) -> None:
    assert fixed(feature(header)) == CLEAN


@pytest.mark.parametrize("header", ["[operation.x] y", "[operation.x y", "[[operation.x]"])
def test_what_is_not_certain_is_not_fixed(header: str) -> None:
    assert fixed(feature(header)) == feature(header)


@pytest.mark.parametrize("header", ["[operation.x] # c", "[operation.x];c", "[operation.x]\t"])
def test_a_complete_header_is_read_in_suppress(header: str) -> None:
    assert reported(feature(header)) == []
    assert sections(feature(header)) == sections(CLEAN)


@pytest.mark.parametrize("name", ["a;b", "a#b", "operation.x #", "h=i", "j:k", "Título"])
def test_what_stands_in_complete_brackets_is_the_name(name: str) -> None:
    assert reported(feature(f"[{name}]")) == []
    assert sections(feature(f"[{name}]")) == {"driver.a": {"title": "A"}, name: VALUES}


@pytest.mark.parametrize(
    "header",
    [
        "[1] http://a.org",
        "[foo bar",
        "[foo",
        "[oper[ation.x]",
        "foo)",
        "[operation.x=",
        "[foo ]",
        "a [foo]",
        "=[foo]",
    ],
)
def test_a_name_that_does_not_fit_is_not_known(header: str) -> None:
    text = f"{CLEAN}{header}\nnotes=b\n"

    assert reported(text) == [f"7:1-{len(header) + 1} MX004"]
    assert sections(text) == {**sections(CLEAN), None: {"notes": "b"}}
    assert open_sections(text) == ["operation.x", None]


@pytest.mark.parametrize("header", ["[foo", "[foo ]", "x[foo]"])
def test_a_header_whose_name_does_not_fit_has_no_fix(header: str) -> None:
    assert [error.fix for error in document(f"{CLEAN}{header}\nnotes=b\n").errors] == [None]


@pytest.mark.parametrize("header", ["[1] http://a.org", "[]"])
def test_what_is_no_header_may_have_cut_off_the_section_above_alone(header: str) -> None:
    assert open_sections(f"{CLEAN}[operation.y]\n{header}\nnotes=b\n") == ["operation.y", None]


def test_an_indented_name_that_does_not_fit_is_not_known() -> None:
    text = f"{CLEAN}  [foo]\nnotes=b\n"

    assert reported(text) == ["7:3-8 MX004"]
    assert sections(text) == {**sections(CLEAN), None: {"notes": "b"}}


@pytest.mark.parametrize("header", ["[]", "[ ]"])
def test_an_empty_name_is_a_syntax_error(header: str) -> None:
    text = f"{CLEAN}{header}\nnotes=b\n"

    assert reported(text) == [f"7:1-{len(header) + 1} MX001"]
    assert messages(text) == ["section name is empty"]
    assert sections(text) == {**sections(CLEAN), None: {"notes": "b"}}
    assert open_sections(text) == ["operation.x", None]


def test_a_lone_bracket_is_an_unclosed_header() -> None:
    assert reported(f"{CLEAN}[\nnotes=b\n") == ["7:1-2 MX004"]


def test_a_lone_word_above_a_title_is_a_header() -> None:
    text = f"{CLEAN}operation.y\nTitle = Y\n"

    assert messages(text) == ["'operation.y' is no section header; expected '[operation.y]'"]
    assert sections(text) == {**sections(CLEAN), "operation.y": {"title": "Y"}}


def test_words_above_a_title_are_no_header() -> None:
    assert reported(f"{CLEAN}two words\nnotes=n\n") == ["7:1-10 MX001"]
    assert reported(f"{CLEAN}word") == ["7:1-5 MX001"]


@pytest.mark.parametrize("key", ["subtitle", "titles"])
def test_a_lone_word_above_another_key_is_no_header(key: str) -> None:
    assert reported(f"{CLEAN}word\n{key}=Y\n") == ["7:1-5 MX001"]


def test_the_span_of_a_section_is_its_header() -> None:
    text = f"{DECLARED}[operation.x] # remark]\n"

    assert [section.span for section in document(text).sections] == [(1, 1, 1, 11), (3, 1, 3, 14)]


def test_the_span_of_a_broken_header_is_what_stands_there() -> None:
    text = "operation.x]\ntitle=X\n  [operation.y] # c\ntitle=Y\n[operation.z\n[driver.a]\n"

    assert [section.span for section in document(text).sections] == [
        (1, 1, 1, 13),
        (3, 3, 3, 16),
        (5, 1, 5, 13),
        (6, 1, 6, 11),
    ]


def test_headers_in_two_dialects_fit_by_their_own_rules() -> None:
    targets = "[targets]\ndriver-impl-a=A\n[storage.block\ntitle=B\n[storage\ntitle=C\n"

    assert [section.name for section in document(targets).sections] == [
        "targets",
        "storage.block",
        None,
    ]
    assert [section.name for section in document(FEATURE + "[operation.y\n").sections] == [
        "operation.x",
        None,
    ]
