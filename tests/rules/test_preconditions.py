"""Preconditions: where one is false, its rule finds nothing; and each is false somewhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matrixlint import load
from matrixlint.rules.registry import ALL
from matrixlint.rules.rule import Rule
from tests.fixes.cases.table import CASES
from tests.page import BAD, all_examples
from tests.parsed import CLEAN
from tests.strategies import PROFILE, texts

GUARDED = [rule for rule in ALL if rule.precondition]
# What a rule finds beside its most frequent case.
EDGES = (
    CLEAN.replace("title=A", "title="),
    CLEAN.replace("title=A", "title= \n  \n"),
    CLEAN.replace("title=X", "title="),
    CLEAN.replace("title=X", "title=\u200b"),
    CLEAN.replace("driver.a=complete", "driver.a="),
    CLEAN.replace("driver.a=complete", "driver.a=missing").replace("optional", "mandatory"),
    CLEAN.replace("[operation", "[driver.b]\ntitle=A  1\n[driver.c]\ntitle=A 1\n[operation", 1),
    f"{CLEAN}[operation.y]\ntitle=Y  1\n[operation.z]\ntitle=Y 1\n",
    CLEAN.replace("status=optional", "status=optional\n  more"),
    f"{CLEAN}driver-notes.a=\n",
    f"{CLEAN}notes=a\tb\n",
    f"{CLEAN}notes=\n  'quoted'\n",
    f"{CLEAN}notes=htp://a.org\n",
)
# URLs that are malformed, or that end where the text goes on, one for each part of the tests.
URLS_OF_NOTES = (
    *("a htp://a.org b", "a xhttp://a.org b", "a _http://a.org b", "a http:/a.org b"),
    *("a http://a..org b", "a http://.a.org b", "a http://a\u00b7b.org b", "a http://a b"),
    *("a http://a .org/ b", "a http://a.org,b c", "a (http://a.org) b", "a http://a.org. B"),
    *(
        "a http://a.org, b",
        "a http://a.org\n  b",
        "a http://a.org\n\n  b",
        "a http://a.org\n  \n  b",
    ),
    *("a http://a.org\n# c\n  b", "a http://a.org\n; c\n  b", "a http:// b", "a http://a.org b"),
)
TEXTS = [
    *EDGES,
    *(f"{CLEAN}notes={url}\n" for url in URLS_OF_NOTES),
    *(case.before for case in CASES),
    *(example.source.text for example in all_examples(BAD)),
]


def hidden(text: str) -> list[tuple[str, str]]:
    """Return the findings of rules whose preconditions are false, by code and message."""
    matrix = load(text)
    return [
        (rule.code, finding.message)
        for rule in GUARDED
        if rule.precondition and not rule.precondition(matrix)
        for finding in rule.findings(matrix, {})
    ]


def test_no_precondition_hides_a_finding() -> None:
    assert [(text, found) for text in TEXTS if (found := hidden(text))] == []


@pytest.mark.slow
@given(texts())
@settings(PROFILE, max_examples=300)
def test_no_precondition_hides_a_finding_in_any_text(text: str) -> None:
    assert hidden(text) == []


URLS = st.lists(
    st.sampled_from(
        (
            *(
                "http",
                "https",
                "htp",
                ":/",
                "://",
                "/",
                ".",
                "a.org",
                "a",
                "-",
                "_",
                "\u00b7",
                "(",
                ")",
            ),
            *(" ", "\n", "\n  ", "\n\n", "\n#", "#", "?", ",", '"', "\u00e4.org", "x"),
        )
    ),
    max_size=12,
).map("".join)


@given(URLS)
@settings(PROFILE, max_examples=500)
def test_no_url_of_a_note_is_hidden(url: str) -> None:
    assert hidden(f"{CLEAN}notes=See {url}\n  and more.\n") == []


@pytest.mark.parametrize("rule", GUARDED, ids=lambda rule: rule.code)
def test_each_is_false_for_a_clean_matrix_and_true_where_its_rule_finds_something(
    rule: Rule,
) -> None:
    assert rule.precondition
    assert not rule.precondition(load(CLEAN))
    # Those of a project need other files, MX208 a schema, MX005 what is no text; and what is
    # wrong with a suppression is found after all other rules.
    if not rule.code.startswith(("MX85", "MX9", "MX208", "MX005")):
        assert any(rule.precondition(load(text)) for text in TEXTS)
