"""Where nothing is at fault, a document holds what the renderer's own parser reads."""

import configparser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from matrixlint.syntax.document import Document
from matrixlint.syntax.parser import parse
from matrixlint.text.invisible import strip_invisible
from matrixlint.text.source import Source
from tests.strategies import PROFILE

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

# Percent signs are left out: what is read of them is the interpolation's matter.
NAMES = ("operation.x", "driver.a", "targets", "b;c", "d#e", "F g", "h=i", "Título", "j:k")
KEYS = ("title", "Status", "driver.a", "driver-impl-b", "two words", "ключ", "--k", "a]", "k#l")
VALUES = ("", "complete", "a = b", "= =", "x:y", "#remark", "a ; b", "[no header]", "é\u00a0ł")
BLANKS = ("", "", " ", "\t", "  ", "\u00a0", "\u2003")
PROSE = (
    "prose that goes on",
    "https://example.org/?a=b#c",
    "--password=<password> issue",
    "= value",
    ": value",
    "optional to support.",
    "a [b] c",
    "=",
)
PASSED_OVER = ("", " ", "\t", "# remark", "; remark", "  # remark = x", "\t; [x]", "#", ";")
# Line and paragraph separators would end a line for the parser, and are read as blanks.
SEPARATORS = str.maketrans("\u2028\u2029", "\u00a0\u00a0")

BLANK = st.sampled_from(BLANKS)
HEADER = st.builds(
    "[{}]{}".format, st.sampled_from(NAMES), st.sampled_from(("", " ", " # x", ";y"))
)
KEY = st.builds(
    "{}{}{}{}{}{}".format,
    *(st.sampled_from(KEYS), BLANK, st.sampled_from("=:")),
    *(BLANK, st.sampled_from(VALUES), BLANK),
)
CONTINUATION = st.builds(
    "{}{}{}".format, st.sampled_from(BLANKS[2:]), st.sampled_from(PROSE), BLANK
)
NOISE = st.text(st.sampled_from("[]=:#;ab \t\u00a0\u2028"), max_size=8)
LINE = st.one_of(HEADER, KEY, KEY, CONTINUATION, st.sampled_from(PASSED_OVER), NOISE)
# Texts of sections that hold each key once: none of them is at fault.
BELOW = st.one_of(CONTINUATION, st.sampled_from(PASSED_OVER))
ENTRY = st.tuples(
    st.sampled_from(KEYS),
    st.builds(
        "{}{}{}{}{}".format, *(BLANK, st.sampled_from("=:"), BLANK), st.sampled_from(VALUES), BLANK
    ),
    st.lists(BELOW, max_size=4),
)
SECTION = st.tuples(
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(PASSED_OVER), max_size=2),
    st.lists(ENTRY, max_size=4, unique_by=lambda entry: entry[0]),
)
SOUND = st.lists(SECTION, max_size=3, unique_by=lambda section: section[0]).map(
    lambda sections: "\n".join(
        line
        for name, above, held in sections
        for line in (
            f"[{name}]",
            *above,
            *(line for key, value, below in held for line in (key + value, *below)),
        )
    )
)
MIXED = st.lists(LINE, max_size=14).map("\n".join)

# The headers' names, each with its keys in lower case and their values.
Sections = dict[str, dict[str, str]]


def ours(document: Document) -> Sections:
    return {str(section.name): section.values for section in document.sections}


def theirs(text: str) -> Sections:
    parser = configparser.RawConfigParser(default_section="\0")
    parser.read_string(text)
    return {
        strip_invisible(name): {
            key.translate(SEPARATORS): "\n".join(filter(None, value.split("\n")))
            for key, written in parser.items(name)
            for value in [written.translate(SEPARATORS)]
        }
        for name in parser.sections()
    }


def entries(document: Document) -> list[tuple[str, str]]:
    return [
        (entry.key, entry.value) for section in document.sections for entry in section.entries()
    ]


def sliced(document: Document) -> list[tuple[str, str]]:
    """Return every entry's key and value as its spans slice them out of the text."""
    lines = [line.translate(SEPARATORS) for line in document.source.text.split("\n")]
    found = []
    for section in document.sections:
        for entry in section.entries():
            key, *values = (
                lines[at.line - 1][at.column - 1 : at.end_column - 1]
                for at in (entry.key_span, *entry.value_spans)
            )
            found.append((key.lower(), "\n".join(values)))
    return found


@given(SOUND)
@settings(PROFILE, max_examples=250)
def test_a_sound_file_is_read_as_the_renderer_s_parser_does(text: str) -> None:
    document = parse(Source.from_text("a.ini", text))

    assert document.errors == []
    assert ours(document) == theirs(text)


@given(MIXED)
@example("[operation.x]\nk==\n  =\n\n# c\n  :\nl:\n\n  k = = v")
@example("[operation.x]\nTITLE =\n\u00a0\n  a\n\n  a\nDriver.A:b")
@settings(PROFILE, max_examples=500)
def test_what_is_not_at_error_is_read_as_the_renderer_s_parser_does(text: str) -> None:
    document = parse(Source.from_text("a.ini", text))

    assert document.errors or ours(document) == theirs(text)


@given(st.one_of(SOUND, MIXED))
@settings(PROFILE, max_examples=500)
def test_every_span_slices_what_is_written(text: str) -> None:
    document = parse(Source.from_text("a.ini", text))

    assert sliced(document) == entries(document)
