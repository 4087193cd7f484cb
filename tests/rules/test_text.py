"""The edge cases of the rules on texts: what they tell, and what they keep silent of."""

import pytest

from matrixlint import lint_text
from tests.differential.renderer import failure
from tests.finding import everything, places
from tests.fixed import mended
from tests.rules.snippet import declared, feature, named, told

HEAD = "# A matrix.\n" + declared("a")
CELL = "driver.a=complete"


def noted(*lines: str, name: str = "x") -> str:
    """Return a matrix of one feature, whose notes begin in line 8."""
    text = "\n".join((f"notes={lines[0]}", *(f"  {line}" for line in lines[1:]), CELL))
    return HEAD + feature(name, "optional", text)


def said(text: str) -> list[str]:
    """Return what all rules say of notes that read *text*."""
    return told(noted(text), "MX")


def messages(text: str) -> list[str]:
    return [each.message for each in everything(noted(text))]


def test_plain_notes_have_nothing_to_tell() -> None:
    assert said("Some text.") == []


# MX701


@pytest.mark.parametrize(
    ("text", "column", "word"),
    [
        ("TODO add more", 7, "TODO"),
        ("to do (FIXME)", 14, "FIXME"),
        ("is XXX.", 10, "XXX"),
        ("TBD", 7, "TBD"),
        ("Wtf?", 7, "Wtf"),
        ("well, Something something TODO", 13, "Something something"),
        ("it is unclear what this is", 13, "unclear what"),
        ("Unclear how", 7, "Unclear how"),
        ("mandatory (?)", 17, "(?)"),
        ("see (Add link)", 11, "(Add link)"),
        ("see (add the link)", 11, "(add the link)"),
        ("see (add a link)", 11, "(add a link)"),
    ],
)
def test_placeholders_are_told_once_a_line(text: str, column: int, word: str) -> None:
    message = f"{word!r} stands in for a text that nobody has written yet"

    assert said(text) == [f"8:{column}-{column + len(word)} MX701 info {message}"]


@pytest.mark.parametrize(
    "text",
    [
        "todo lists and tbdb",
        "TODOs are kept",
        "driver-impl-XXX and driver.XXX and XXX-1",
        "https://example.org/TODO and TODO.txt",
        "something, something",
        "twosomething something",
        "unclear however, unclear whatever",
        "what is unclear",
        "why?",
        "MX_TODO_1",
    ],
)
def test_parts_of_words_are_no_placeholders(text: str) -> None:
    assert said(text) == []


def test_placeholders_are_looked_for_in_what_is_read_alone() -> None:
    text = HEAD.replace("title=Driver a", "title=Driver a\nlink=TODO")

    assert everything(text + feature("x", "optional", CELL)) == []


def test_placeholders_are_told_in_names_titles_and_notes_of_drivers() -> None:
    text = (
        "[driver.a]\ntitle=TBD\n[operation.one.wtf.com]\ntitle=FIXME\nstatus=optional\n"
        "cli=TODO\ndriver.a=complete\ndriver-notes.a=one\n  XXX\n  # TODO\n"
    )

    assert named(text, "MX701") == [
        ("MX701", "title", None, "TBD"),
        ("MX701", None, None, "wtf"),
        ("MX701", "title", None, "FIXME"),
        ("MX701", "driver-notes.a", None, "XXX"),
    ]
    assert told(text, "MX701")[1].startswith("3:16-19 ")


def test_placeholders_are_told_in_titles_that_keys_declare() -> None:
    text = (
        "[targets]\ndriver-impl-a=TBD\n[x]\ntitle=X\nstatus=optional\ndriver-impl-a=complete\n"
        "driver-notes-a=TODO\n"
    )

    assert places(everything(text)) == [(2, "MX701"), (7, "MX701")]


def test_placeholders_are_told_without_a_dialect() -> None:
    assert places(everything("[a]\ntitle=TBD\nother=TBD\n")) == [(1, "MX101"), (2, "MX701")]


def test_placeholders_are_not_told_where_another_rule_has_told_the_token() -> None:
    assert places(everything(noted("TODO 7 %"))) == [(8, "MX009")]
    assert places(everything(noted("TODO a\u00a0b"))) == [(8, "MX704")]
    header = noted("Some.").replace("[operation.x]", "[operation.TODO")
    assert places(everything(header)) == [(5, "MX004")]


# MX702


@pytest.mark.parametrize(
    ("url", "message", "hint"),
    [
        ("http:/example.org/x", "has one slash behind the colon; expected two", "http://"),
        ("https:/x", "has one slash behind the colon; expected two", "https://"),
        ("htp://x.org", "begins with 'htp'; expected 'http' or 'https'", "http://"),
        ("htps:/x.org", "begins with 'htps'; expected 'http' or 'https'", "https://"),
        ("htttps://x.org/a", "begins with 'htttps'; expected 'http' or 'https'", "https://"),
        ("httx://x.org/a", "begins with 'httx'; expected 'http' or 'https'", "http://"),
        ("xhttp://x.org/a", "begins with 'xhttp'; expected 'http' or 'https'", "http://"),
        ("hhttps://x.org/a", "begins with 'hhttps'; expected 'http' or 'https'", "https://"),
        ("http://", "has no host", None),
        ("https://:80", "has no host", None),
        ("https://user@", "has no host", None),
        ("http://exam]ple.org/x", "has a stray ']' in its host", None),
        *((f"http://host{sign}x", f"has a stray {sign!r} in its host", None) for sign in ")]}>"),
        *((f"http://{sign}host", f"has a stray {sign!r} in its host", None) for sign in "([{<"),
        ("http://<host/x", "has a stray '<' in its host", None),
        ("http://docs .example.org/", "has a blank in its host", None),
        ("http://docs .o/", "has a blank in its host", None),
        ("http://docs.example .org/", "has a blank in its host", None),
        ("http://. example.org/", "has a blank in its host", None),
        ("http://example.org)x", "has a stray ')' in its host", None),
        ("http://docs. example.org/", "has a blank in its host", None),
        ("http://exa mple.org/", "has a blank in its host", None),
    ],
)
def test_urls_that_lead_nowhere_are_told(url: str, message: str, hint: str | None) -> None:
    expected = [f"8:11-{11 + len(url)} MX702 warning {url!r} {message}"]
    expected += [f"= did you mean {hint!r}?"] if hint else []

    assert said(f"see {url}") == expected
    assert named(noted(f"see {url}"), "MX") == [("MX702", "notes", None, url)]


def test_a_quote_behind_a_port_is_none_that_speaks_of_addresses() -> None:
    assert said("see 'http://:80'") == ["8:12-22 MX702 warning 'http://:80' has no host"]


@pytest.mark.parametrize(
    "text",
    [
        "http://<host>/x and http://<your host>/x and http://{host}:8080/",
        "http://[::1]:80/ and http://$(hostname) and http://%%s/ and http://$HOST",
        "http://user:word@host:80/x?y#z",
        "http://<host>/ and http://a.org docs.a.org/x",
        "(see http://host) [--url http://host] <http://host>",
        *(f"{pair[0]}see http://host{pair[1]}x" for pair in ("()", "[]", "{}", "<>")),
        "[http://example.org/a](http://example.org/a )",
        f"(see http://host)x {'and more ' * 50}",
        "http://host] and http://host>; so",
        "'http://' and \"https://\" and `http://`",
        "http://host example and http://localhost and/or http://host.org then a.b/c",
        "http://... is how it begins",
        "clone http://host ./folder/",
        "ftp://x sftp://x smtp://x rtsp://x file:/x s3://x git+http://x HTTP://x hxxp://x",
        "and/or: either:/ http:/",
        "http://host[:port]/x",
    ],
)
def test_urls_that_may_be_meant_are_not_told(text: str) -> None:
    assert told(noted(text), "MX702") == []


def test_urls_are_looked_at_in_every_value_but_in_no_comment() -> None:
    text = noted("x", "# http:/x").replace("title=Driver a", "title=Driver a\nlink=http:/x")

    assert places(everything(text + "cli=a http:/x\napi=http:/x\n")) == [
        (4, "MX702"),
        (12, "MX702"),
        (13, "MX702"),
    ]


def test_keys_that_are_read_as_others_are_told_once() -> None:
    text = HEAD + feature("x", "optional", "ntoes=http:/x", CELL)

    assert places(everything(text)) == [(8, "MX203"), (8, "MX702")]


# MX703

NO_FEATURE = "which begins no title and is no section"
TITLED = HEAD + feature("attach-volume", "optional", CELL).replace("Do ", "Attach block ")


@pytest.mark.parametrize(
    "name",
    [
        *("attach block", '"Attach Block"', "attach", "attach volume", "attach_volume"),
        *("operation.attach-volume", "the x", "operation.x", "'Do x'"),
        *("attach -- volume", "(attach volume)", "the same", "this other"),
        *("above", "below", "corresponding", "each", "following", "next", "other", "previous"),
        *("related", "respective", "same", "that", "the", "this", "which"),
        *("attach volume. This", "attach. The"),
    ],
)
def test_references_that_fit_are_not_told(name: str) -> None:
    text = TITLED + feature("x", "optional", f"notes=See notes for {name} operation.", CELL)

    assert everything(text) == []


@pytest.mark.parametrize(
    ("notes", "column", "name"),
    [
        ("See notes for the attach disk operation", 25, "attach disk"),
        ('Why? see the notes for "volume" feature.', 30, '"volume"'),
        ("See notes for the XaX operation", 25, "XaX"),
    ],
)
def test_references_to_nothing_are_told(notes: str, column: int, name: str) -> None:
    text = TITLED + feature("x", "optional", f"notes={notes}", CELL)
    written = name.strip('"')
    place = f"13:{column}-{column + len(name)}"

    assert told(text, "MX") == [f"{place} MX703 info notes refer to {written!r}, {NO_FEATURE}"]


def test_references_run_over_lines_and_find_the_near_section() -> None:
    note = "driver-notes.a=Well.  See\n  notes for the atach\n  volume operation."
    text = TITLED + feature("x", "optional", CELL, note)

    assert told(text, "MX") == [
        f"15:17-22 MX703 info notes refer to 'atach volume', {NO_FEATURE}",
        "= did you mean 'attach-volume'?",
    ]


def test_what_is_referred_to_may_begin_a_line() -> None:
    text = TITLED + feature("x", "optional", CELL, "notes=Well. See notes for\n  wurst operation.")

    assert [(each.line, each.column, each.end_column) for each in everything(text)] == [(15, 3, 8)]
    assert [each.value for each in everything(text)] == ["wurst"]


@pytest.mark.parametrize(
    ("name", "written", "suggestion"),
    [
        ("attach-block-volume-now", "atach block volume now", "attach-block-volume-now"),
        ("block.attach-disk", "atach disk", "attach-disk"),
    ],
)
def test_the_near_section_is_called_by_its_last_part(
    name: str, written: str, suggestion: str
) -> None:
    notes = f"notes=See notes for the {written} operation."
    text = HEAD + feature(name, "optional", CELL) + feature("x", "optional", CELL, notes)

    assert [each.hint for each in everything(text)] == [f"did you mean {suggestion!r}?"]


def test_a_long_name_is_known_by_its_end() -> None:
    name = "a" * 200 + ".attach-disk"
    notes = "notes=See notes for the attach disk operation."

    assert everything(HEAD + feature(name, "optional", CELL, notes)) == []


def test_a_section_without_name_and_title_is_not_referred_to() -> None:
    notes = "notes=See notes for the xx operation."
    found = everything(HEAD + feature("y", "optional", CELL, notes) + "[1] see\nlink=\n")

    assert [(each.code, each.hint) for each in found] == [("MX703", None), ("MX004", None)]


def test_near_sections_are_looked_for_a_few_times_only() -> None:
    lines = ["  see notes for atach-volume operation"] * 21
    text = TITLED + feature("x", "optional", "notes=\n" + "\n".join(lines), CELL)
    hints = [each.hint for each in everything(text)]

    assert hints == ["did you mean 'attach-volume'?"] * 20 + [None]


@pytest.mark.parametrize(
    "notes",
    [
        "See notes for attach disk operations",
        "See notes for attach disk.",
        "See the notes for ' ' operation",
        "We foresee notes for the attach disk operation.",
        "See notes for attach disk. Operation is fine.",
        "See notes for attach disk; operation is fine.",
    ],
)
def test_other_words_are_no_references(notes: str) -> None:
    assert said(notes) == []


def test_references_may_lead_to_a_feature_whose_name_is_lost() -> None:
    text = noted("See notes for the wurst operation.") + feature("wurst", "optional", CELL)

    assert places(everything(text.replace("[operation.wurst]", "[]"))) == [(11, "MX001")]


def test_references_are_not_looked_for_elsewhere() -> None:
    assert everything(noted("x") + "api=See notes for the wurst operation\n") == []
    assert places(
        everything("[a]\nnotes=see notes for b feature\nc=see notes for d feature\n")
    ) == [
        (1, "MX101"),
        (2, "MX703"),
    ]


# MX704


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("title=Do\u00a0x", "title=Do x"),
        ("title=\u200bDo\tx\u00ad", "title=Do x"),
        ("titl\u00a0e\t=\tDo\u2003x", "title\t=\tDo x"),
        ("title\u00a0=Do x", "title=Do x"),
    ],
)
def test_invisible_characters_are_mended_in_texts(written: str, suggestion: str) -> None:
    text = HEAD + feature("x", "optional", CELL)

    assert mended(text.replace("title=Do x", written), "MX704") == text.replace(
        "title=Do x", suggestion
    )


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("driver.a=com\u00a0plete", "driver.a=complete"),
        ("driver.\u00a0a=complete", "driver.a=complete"),
        ("status=op\u200btional", "status=optional"),
        ("[operation.\u00a0x]", "[operation.x]"),
        ("[operation.x\u200b] # a\u00a0b", "[operation.x] # a\u00a0b"),
    ],
)
def test_invisible_characters_are_dropped_in_words(written: str, suggestion: str) -> None:
    text = HEAD + feature("x", "optional", CELL)
    plain = suggestion.partition(" #")[0]
    odd = text.replace(plain, written)

    assert [(each.code, str(each.severity)) for each in everything(odd)] == [("MX704", "error")]
    assert mended(odd, "MX704") == text.replace(plain, suggestion)


@pytest.mark.parametrize(
    ("written", "severity"),
    [
        # What renderers take for white space around the delimiter is no part of a word.
        ("driver.a\u00a0=\u00a0complete", "warning"),
        ("driver.a\u00a0=com\u00a0plete", "error"),
        ("driver.a\u200b=complete", "error"),
        ("driver.a=\u200bcomplete", "error"),
        ("driver.\u00a0a\u00a0=complete", "error"),
    ],
)
def test_invisible_characters_around_a_delimiter_are_dropped(written: str, severity: str) -> None:
    text = HEAD + feature("x", "optional", CELL)
    odd = text.replace(CELL, written)

    assert [(each.code, str(each.severity)) for each in everything(odd)] == [("MX704", severity)]
    assert mended(odd, "MX704") == text
    assert (failure(odd) is None) is (severity == "warning")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("two\u00a0words", "MX001"),
        ("[operation\u00a0.y] z", "MX004"),
        ("cli=a\u00a0b\x07", "MX005"),
    ],
)
def test_invisible_characters_of_a_line_that_is_told_are_not_told(line: str, code: str) -> None:
    assert places(everything(f"{noted('x')}{line}\n")) == [(10, code)]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\t", "U+0009 tab"),
        ("\u00a0", "U+00A0 no-break space"),
        ("\u00ad", "U+00AD soft hyphen"),
        ("\u200b", "U+200B zero-width space"),
        ("\u2028", "U+2028 line separator"),
        ("\u2029", "U+2029 paragraph separator"),
        ("\ufeff", "U+FEFF zero-width no-break space"),
        ("\u2003", "U+2003"),
    ],
)
def test_invisible_characters_are_told_by_their_names(character: str, name: str) -> None:
    assert messages(f"a{character}b") == [f"invisible character: {name}"]


def test_invisible_characters_in_continuations_become_blanks() -> None:
    text = noted("one", "a\u00a0b=c")

    assert told(text, "MX") == ["9:4-5 MX704 warning invisible character: U+00A0 no-break space"]
    assert mended(text, "MX704") == noted("one", "a b=c")


def test_invisible_characters_in_declared_titles_become_blanks() -> None:
    text = "[targets]\ndriver-impl-a=Lib\u00a0virt\n"

    assert told(text, "MX704") == [
        "2:18-19 MX704 warning invisible character: U+00A0 no-break space"
    ]
    assert mended(text, "MX704") == "[targets]\ndriver-impl-a=Lib virt\n"


def test_invisible_characters_in_driver_notes_of_target_become_blanks() -> None:
    text = "[target.a]\ntitle=A\n[x]\ntitle=X\nmaturity=complete\na=com\u00a0plete\n"
    note = "driver-impl-b=complete\ndriver-notes-b=a\u00a0b\n"
    text = text.replace("[x]", "[target.b]\ntitle=B\n[x]") + note

    assert told(text, "MX704") == [
        "8:6-7 MX704 error invisible character: U+00A0 no-break space",
        "10:17-18 MX704 warning invisible character: U+00A0 no-break space",
    ]
    assert mended(text, "MX704") == text.replace("\u00a0p", "p").replace("\u00a0", " ")


def test_invisible_characters_of_a_line_are_told_at_the_first() -> None:
    assert told(noted("a\u00a0b\u200bc\u00a0d"), "MX") == [
        "8:8-9 MX704 warning invisible character: U+00A0 no-break space, U+200B zero-width space",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  two", "\ttwo"),
        ("  two", "\u00a0 two"),
        ("notes=one", "notes\t=\tone"),
        ("notes=one", "notes=\tone"),
        ("notes=one", "notes \t = \t one"),
        ("[operation.x]", "[operation.x]\t# a"),
        ("[operation.x]", "[operation.x]\u00a0; a\u00a0b"),
    ],
)
def test_tabs_and_blanks_that_set_apart_are_fine(old: str, new: str) -> None:
    assert told(noted("one", "two").replace(old, new), "MX704") == []


@pytest.mark.parametrize("indent", [" ", "  ", "\t"])
def test_invisible_characters_of_an_indented_line_are_told_up_to_its_end(indent: str) -> None:
    text = noted("one", "two").replace("  two", f"{indent}a\u00a0b")
    column = len(indent) + 2

    assert told(text, "MX") == [
        f"9:{column}-{column + 1} MX704 warning invisible character: U+00A0 no-break space"
    ]


def test_invisible_characters_are_told_where_the_dialect_is_not_known() -> None:
    assert told("[x]\nnotes=a\u00a0b\n", "MX704") == [
        "2:8-9 MX704 warning invisible character: U+00A0 no-break space"
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (HEAD.replace("title=Driver a", "title=A\nlink=a\u00a0b"), 4),
        (noted("a\u00a0b").replace("notes", "foo"), 8),
        ("[target.a]\ntitle=A\n[x]\ntitle=X\nmaturity=complete\na=missing\nnotes=a\u00a0b\n", 7),
        ("[target.a]\ntitle=A\nlink=a\u00a0b\n[x]\ntitle=X\nmaturity=complete\na=missing\n", 3),
    ],
)
def test_no_text_is_compared(text: str, line: int) -> None:
    found = [diagnostic for diagnostic in everything(text) if diagnostic.code == "MX704"]

    assert [(diagnostic.line, diagnostic.severity) for diagnostic in found] == [(line, "warning")]


def test_an_invisible_character_of_a_name_with_a_colon_makes_an_error() -> None:
    text = noted("one").replace("[operation.x]", "[operation.x:y\u00a0z]")

    assert told(text, "MX704") == ["5:15-16 MX704 error invisible character: U+00A0 no-break space"]


def test_an_invisible_character_before_a_level_makes_an_error() -> None:
    text = noted("one").replace("=complete", "=\u200bcomplete")

    assert told(text, "MX") == ["9:10-11 MX704 error invisible character: U+200B zero-width space"]


def test_one_invisible_character_in_a_key_makes_an_error_of_all() -> None:
    text = noted("a\u00a0b").replace("notes", "no\u200btes")

    assert told(text, "MX") == [
        "8:3-4 MX704 error invisible character: U+200B zero-width space, U+00A0 no-break space",
    ]


def test_invisible_characters_of_comments_are_not_told() -> None:
    text = noted("one", "two").replace("  two", "# a\u00a0b\n  ; c\u00a0d\n  two")

    assert everything(text) == []


def test_invisible_characters_are_told_beside_a_fault_that_leaves_the_line() -> None:
    assert places(everything(noted("50 % of a\u00a0b"))) == [(8, "MX009"), (8, "MX704")]


def test_invisible_characters_are_not_told_in_what_is_not_read() -> None:
    text = "title=one\nnotes=a\u00a0b\n"

    assert places(everything(text)) == [(1, "MX001")]


# MX705


@pytest.mark.parametrize("value", ['"Do x"', '"D"', "'Do x'", "'Don't do x'", "\"Do 'x'\""])
def test_values_in_quotes_are_told_and_mended(value: str) -> None:
    text = HEAD + feature("x", "optional", CELL)
    odd = text.replace("title=Do x", f"title={value}")

    assert told(odd, "MX") == [
        "6:1-6 MX705 warning value of 'title' is in quotes, and the page shows them"
    ]
    assert mended(odd, "MX705") == text.replace("Do x", value[1:-1])


@pytest.mark.parametrize(
    "value",
    [
        "Z some\n  'words' OZ",
        *('"" b"', '"a ""'),
        *('"a" and "b"', "'a' or 'b'", "'the drivers' own'", '"a', "'", '"', '"a" b'),
        *("\u201ca\u201d", "`a`", "a 'b'", "\"a'"),
    ],
)
def test_quotes_that_belong_to_the_text_are_not_told(value: str) -> None:
    assert said(value) == []


def test_quotes_in_a_section_of_unknown_name_are_told() -> None:
    text = noted('"Some"').replace("[operation.x]", "[]")

    assert places(everything(text)) == [(5, "MX001"), (8, "MX705")]


def test_quotes_over_several_lines_are_dropped_at_both_ends() -> None:
    text = noted('"one', "two", '3"')

    assert places(everything(text)) == [(8, "MX705")]
    assert mended(text, "MX705") == noted("one", "two", "3")


@pytest.mark.parametrize("value", ['""', "\n  '# one'", '"one\n  "'])
def test_quotes_are_not_dropped_where_that_may_change_the_meaning(value: str) -> None:
    (found,) = everything(noted("x").replace("notes=x", f"notes={value}"))

    assert (found.line, found.code, found.fix) == (8, "MX705", None)


def test_quotes_around_words_that_are_compared_are_told_as_unknown_words() -> None:
    text = HEAD + feature("x", '"optional"', 'driver.a="complete"')

    assert places(everything(text)) == [(7, "MX301"), (8, "MX401")]


def test_quotes_are_told_where_keys_declare_titles() -> None:
    text = (
        '[targets]\ndriver-impl-a="A"\n[x]\ntitle=X\nstatus=optional\ndriver-impl-a=complete\n'
        'driver-notes-a="n"\n'
    )

    assert places(everything(text)) == [(2, "MX705"), (7, "MX705")]


def test_quotes_are_told_among_grades_and_without_a_dialect() -> None:
    grades = (
        '[backends]\nbackend-impl-a="A"\n[backends.backend-impl-a]\nstatus=good\nnotes="n"\n'
        "[grades]\nvalid-grades=good\n[grades.good]\ntitle='G'\n"
    )

    assert places(everything(grades)) == [(2, "MX705"), (5, "MX705"), (9, "MX705")]
    assert places(everything("[a]\nb='c'\n")) == [(1, "MX101"), (2, "MX705")]


def test_quotes_are_not_told_where_the_value_is_not_known() -> None:
    assert places(everything(noted('"7 %"'))) == [(8, "MX009")]
    assert places(everything(noted('"a\u00a0b"'))) == [(8, "MX704")]


# MX706


@pytest.mark.parametrize("final", [".", ",", ")"])
def test_punctuation_that_the_link_takes_is_told(final: str) -> None:
    url = f"https://example.org/a{final}"
    message = f"link {url!r} takes the final {final!r} with it"

    assert said(f"See {url} for more") == [f"8:11-{11 + len(url)} MX706 warning {message}"]
    assert named(noted(f"See {url}"), "MX") == [("MX706", "notes", None, url)]


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/a",
        "See https://example.org/a_(b) and http://example.org/; so",
        "See http://... for more",
        "See ftp://example.org/a. And more",
    ],
)
def test_links_that_end_where_they_should_are_not_told(text: str) -> None:
    assert said(text) == []


def test_links_that_run_on_are_told() -> None:
    text = noted("See https://example.org/a,", "# remark", "http://b.org/.", "", "http://c.org/")
    runs = "runs on into the next line, up to the next blank"

    assert told(text, "MX706") == [
        f"8:11-33 MX706 warning link 'https://example.org/a,' {runs}",
        f"10:3-17 MX706 warning link 'http://b.org/.' {runs}",
    ]


@pytest.mark.parametrize(
    "between", ["", "  ", "\n", "\n\n", "\n; remark", "\n# remark", "\n  # remark"]
)
def test_links_run_on_whatever_stands_between(between: str) -> None:
    text = noted("See https://example.org/a", "for").replace("/a", f"/a{between}")

    assert [diagnostic.line for diagnostic in everything(text) if diagnostic.code == "MX706"] == [8]


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", ">>>>>>> x"])
def test_links_run_on_behind_a_marker_that_is_taken_out(marker: str) -> None:
    text = noted("See https://example.org/a", "for").replace("  for", f"{marker}\n  for")

    assert places(everything(text)) == [(8, "MX706"), (9, "MX007")]


def test_links_within_a_line_do_not_run_on() -> None:
    text = noted("See https://example.org/a for", "https://example.org/b", "so")

    assert places(everything(text)) == [(9, "MX706")]


def test_links_run_on_in_a_file_with_a_line_that_is_nothing() -> None:
    text = noted("See https://example.org/a", "for") + "stray words\n"

    assert places(everything(text)) == [(8, "MX706"), (11, "MX001")]


def test_links_are_looked_at_where_the_page_has_them() -> None:
    url = "https://example.org/a."
    text = noted("x") + f"cli={url}\napi={url}\ndriver-notes.a={url}\n"

    assert places(everything(text.replace("title=Do x", f"title={url}"))) == [(12, "MX706")]
    assert places(everything(text.replace("[operation.x]", "[x]"))) == [(5, "MX204")]


def test_links_are_not_looked_at_where_the_name_is_not_known() -> None:
    text = noted("https://example.org/a.").replace("[operation.x]", "[]")

    assert places(everything(text)) == [(5, "MX001")]


def test_links_are_not_looked_at_in_other_dialects() -> None:
    text = (
        "[targets]\ndriver-impl-a=A\n[x]\ntitle=X\nstatus=optional\ndriver-impl-a=complete\n"
        "notes=https://example.org/a.\n"
    )

    assert everything(text) == []
    assert everything(text.replace("[targets]", "[wurst]"))[0].code == "MX101"


def test_links_are_looked_at_in_notes_whose_keys_are_misspelt() -> None:
    text = noted("x").replace("notes=x", "note=https://example.org/a.")
    stray = noted("x") + "driver-notes.aa=https://example.org/a.\n"

    assert places(everything(text)) == [(8, "MX203"), (8, "MX706")]
    assert places(everything(stray)) == [(10, "MX404"), (10, "MX706")]


def test_links_in_defaults_are_told_there() -> None:
    text = noted("x").replace("notes=x\n", "")
    default = "[DEFAULT]\nnotes=https://example.org/a.\n"

    assert places(everything(default + text)) == [(1, "MX010"), (2, "MX706")]
    unrendered = default + text.replace("[operation.x]", "[x]")
    assert places(everything(unrendered)) == [(1, "MX010"), (7, "MX204")]


def test_links_are_looked_at_beside_a_feature_without_notes() -> None:
    text = noted("https://example.org/a.") + feature("y", "optional", CELL)

    assert places(everything(text)) == [(8, "MX706")]


def test_links_that_lead_nowhere_are_told_as_such_only() -> None:
    assert places(everything(noted("http://a]b.org/. x http://, x"))) == [
        (8, "MX702"),
        (8, "MX702"),
    ]
    assert places(everything(noted("https://example.org/. a\u00a0b"))) == [(8, "MX704")]


# MX707

COPIED = "One thing is so. Another\n  is not."


def copied(first: str, second: str) -> str:
    one = feature("one", "optional", f"notes={first}", CELL)
    return HEAD + one + feature("two", "optional", f"notes={second}", CELL)


def test_copied_notes_are_told_at_the_second() -> None:
    text = copied(COPIED, COPIED.replace("\n ", ""))

    assert told(text, "MX") == [
        "15:1-6 MX707 info notes are those of [operation.one], word for word",
        "= 8:1-6 the notes of [operation.one]",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("One sentence.", "One sentence."),
        ("Some, e.g. this one.", "Some, e.g. this one."),
        ("Since v2.0 or 3.X.", "Since v2.0 or 3.X."),
        (COPIED, "One thing is so. Another is."),
        ("", ""),
    ],
)
def test_notes_that_may_be_alike_are_not_told(first: str, second: str) -> None:
    assert everything(copied(first, second)) == []


def test_copied_notes_are_told_behind_short_ones_and_none() -> None:
    head = HEAD + feature("none", "optional", CELL) + feature("few", "optional", "notes=a", CELL)
    text = copied(COPIED, COPIED).replace(HEAD, head)

    assert [code for _, code in places(everything(text))] == ["MX707"]


def test_copied_notes_are_not_told_where_another_rule_has_told_them() -> None:
    percent = copied("One. Two 7 %.", "One. Two 7 %.")
    misspelt = copied(COPIED, COPIED).replace("notes=", "note=")
    default = "[DEFAULT]\nnotes=One. Two.\n" + copied("x", "y").replace("notes", "#")

    assert places(everything(percent)) == [(8, "MX009"), (14, "MX009")]
    assert places(everything(misspelt)) == [(8, "MX203"), (15, "MX203")]
    assert places(everything(default)) == [(1, "MX010")]


def test_notes_of_the_defaults_are_no_copies_and_hide_none() -> None:
    default = "[DEFAULT]\nnotes=One. Two.\n" + declared("a") + feature("zero", "optional", CELL)
    text = default + copied("One. Two.", "Three. Four.").replace(HEAD, "")
    more = text + feature("three", "optional", "notes=Three. Four.", CELL)

    assert told(text, "MX707") == []
    assert [diagnostic.split()[0] for diagnostic in told(more, "MX707")] == ["26:1-6", "="]


def test_copied_notes_may_be_of_a_feature_without_its_header() -> None:
    one = feature("one", "optional", f"notes={COPIED}", CELL).replace("[operation.one]", "[1] x")
    text = HEAD + one + feature("two", "optional", f"notes={COPIED}", CELL)

    assert told(text, "MX707") == [
        "15:1-6 MX707 info notes are those of [?], word for word",
        "= 8:1-6 the notes of [?]",
    ]


def test_conflicts_are_read_with_their_first_side() -> None:
    sides = "notes=one\n=======\nnotes=http:/x TODO\n  https://example.org/.\n"
    text = noted("x").replace("notes=x\n", f"<<<<<<< ours\n{sides}>>>>>>> theirs\n")

    assert places(everything(text)) == [(8, "MX007")]
    assert places(lint_text(text)) == [(8, "MX007")]


@pytest.mark.parametrize(
    ("text", "is_fixed"),
    [
        (f"{HEAD}{feature('x', 'optional', CELL)}", True),
        (f"{HEAD}{feature('x', 'optional', CELL)}".replace("driver.a=", "dri\u00a0ver.a="), True),
        (f"{HEAD}{feature('x', 'optional', CELL)}driver.\u00a0b=missing\n", False),
        (f"{HEAD}{feature('x', 'optional', CELL)}link\thttp://a.org\n", False),
        ("[one]\nti\u00a0tle=A\n", False),
    ],
)
def test_white_space_in_a_key_is_fixed_if_the_key_is_known(text: str, is_fixed: bool) -> None:  # noqa: FBT001  a column of the table
    found = [each for each in everything(text) if each.code == "MX704"]

    assert all((each.fix is not None) is is_fixed for each in found)
