"""Where nothing is at fault, a document holds what the renderer's own parser reads."""

import configparser
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from matrixlint.document import Document, is_passed_over
from matrixlint.ini import read
from matrixlint.source import Source
from tests.strategies import PROFILE

NAMES = ("operation.x", "driver.a", "targets", "b;c", "d#e", "F g", "h=i", "Título", "j:k", "%")
KEYS = ("title", "Status", "driver.a", "driver-impl-b", "two words", "ключ", "--k", "a]", "%k")
VALUES = ("", "complete", "a = b", "= =", "x:y", "#no comment", "a ; b", "[no header]", "\u00e9", "%%")
BLANKS = ("", " ", "\t", "  ", "\u00a0", "\u2003")
CONTINUATIONS = (
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

BLANK = st.sampled_from(BLANKS)
HEADER = st.builds("[{}]{}".format, st.sampled_from(NAMES), st.sampled_from(("", " ", " # x", ";y")))
KEY = st.builds(
    "{}{}{}{}{}{}".format,
    st.sampled_from(KEYS),
    BLANK,
    st.sampled_from("=:"),
    BLANK,
    st.sampled_from(VALUES),
    BLANK,
)
CONTINUATION = st.builds(
    "{}{}{}".format, st.sampled_from(BLANKS[1:]), st.sampled_from(CONTINUATIONS), BLANK
)
NOISE = st.text(st.sampled_from("[]=:#;%ab \t\u00a0\u2028"), max_size=8)
LINE = st.one_of(HEADER, KEY, KEY, CONTINUATION, st.sampled_from(PASSED_OVER), NOISE)
TEXT = st.lists(LINE, max_size=14).map("\n".join)
# The headers' names, each with the keys in lower case and their values.
Sections = dict[str, dict[str, str]]


def ours(document: Document) -> Sections:
    return {str(section.name): section.values for section in document.sections}


def theirs(text: str) -> Sections:
    parser = configparser.RawConfigParser(default_section="\0", comment_prefixes=("#", ";"))
    parser.read_string(text)
    return {
        name: {key: joined(value) for key, value in parser.items(name)}
        for name in parser.sections()
    }


def joined(value: str) -> str:
    return "\n".join(line for line in value.split("\n") if line)


def written(document: Document) -> list[tuple[str, str, list[str]]]:
    """Return every entry's key and value lines as its spans slice them out of the text."""
    lines = document.source.text.split("\n")
    return [
        (
            entry.key,
            lines[entry.key_span.line - 1][entry.key_span.column - 1 : entry.key_span.end_column - 1],
            [lines[at.line - 1][at.column - 1 : at.end_column - 1] for at in entry.value_spans],
        )
        for section in document.sections
        for entry in section.entries()
    ]
