"""The page of every rule: its form, and its examples, which give what they are marked with."""

import re

import pytest

from matrixlint import Diagnostic, Severity
from matrixlint.rules.registry import ALL
from matrixlint.rules.rule import Rule
from matrixlint.text.source import Source
from matrixlint.text.span import Span
from tests.changed_rule import change_rule
from tests.differential.renderer import render
from tests.finding import places, shown
from tests.page import BAD, GOOD, MARK, Example, all_examples, examples, findings, parts

REQUIRED = ["Why is this bad?", BAD, GOOD]
OPTIONAL = ["Fix", "Options"]
LANGUAGES = {"ini", "json", "rst", "text", "toml"}
BLOCK = re.compile(r"^```(\w*)(?: \S+)?\n.*?^```$", re.MULTILINE | re.DOTALL)
# What is said of the other places that a finding names.
RELATED = {
    "MX002": {"first stands here; the two are read as one"},
    "MX003": {"first given here, and this value holds"},
    "MX007": {"another marker of the conflict"},
    "MX104": {"the title of 'ceph'"},
    "MX105": {"another"},
    "MX205": {"the title of [operation.attach-volume]"},
    "MX206": {"the first with this anchor"},
    "MX501": {"missing too"},
    "MX604": {"what the condition is about"},
    "MX606": {"on the way"},
    "MX707": {"the notes of [operation.suspend]"},
    "MX851": {"the name there"},
    "MX852": {"the title there"},
    "MX855": {"the first with this anchor"},
}
NAMES = {rule.code: rule.name for rule in ALL}

each_rule = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)


def cases(*headings: str) -> list[Example]:
    return [example for heading in headings for example in all_examples(heading)]


def title(example: Example) -> str:
    return f"{example.rule.code}-{example.heading.lower().replace(' ', '-')}-{example.number}"


each_bad_example = pytest.mark.parametrize("example", cases(BAD), ids=title)
each_good_example = pytest.mark.parametrize("example", cases(GOOD), ids=title)
each_unix_example = pytest.mark.parametrize(
    "example", [each for each in cases(BAD, GOOD) if b"\r" not in each.data], ids=title
)
each_rendered_example = pytest.mark.parametrize(
    "example", [each for each in cases(GOOD) if b"[driver." in each.data], ids=title
)


def text_of(example: Example, found: list[Diagnostic]) -> str:
    return shown(title(example), example.data.decode("utf-8", "backslashreplace"), found)


PAGE = r"""A summary.

## Example

```ini
#> MX101 MX006
\xEF\xBB\xBFone=\x20
## no heading
two=2\r
#> MX802
three=3\
```

```toml
select = ["MX1"]
```

## Use instead

```ini
#> MX101
```
"""


def test_page_is_read_as_it_is_written() -> None:
    rule = change_rule(ALL[0], docstring=PAGE)
    data = b"\xef\xbb\xbfone= \n## no heading\ntwo=2\r\nthree=3"
    bad = Example(rule, BAD, 1, data, {"select": ["MX1"]}, [])

    assert [part.heading for part in parts(PAGE)] == [BAD, GOOD]
    assert examples(rule, BAD) == [bad._replace(marked=[(1, "MX006"), (1, "MX101"), (4, "MX802")])]
    assert examples(rule, GOOD) == [Example(rule, GOOD, 1, b"", {}, [(1, "MX101")])]


@each_rule
def test_page_has_a_summary_of_one_line(rule: Rule) -> None:
    first, second, *_ = rule.page.split("\n")

    assert re.fullmatch(r"[A-Z`].{10,90}[^.]\.", first)
    assert second == ""


@each_rule
def test_page_has_its_headings_in_order(rule: Rule) -> None:
    headings = [part.heading for part in parts(rule.page)]
    further = headings[len(REQUIRED) :]

    assert headings[: len(REQUIRED)] == REQUIRED
    assert further == [heading for heading in OPTIONAL if heading in further]
    assert all(part.text.strip() for part in parts(rule.page))


@each_rule
def test_page_has_whole_blocks_of_known_languages(rule: Rule) -> None:
    languages = [match[1] for match in BLOCK.finditer(rule.page)]

    assert set(languages) <= LANGUAGES
    assert rule.page.count("```") == 2 * len(languages)


@each_rule
def test_every_ini_block_is_an_example(rule: Rule) -> None:
    every = [*examples(rule, BAD), *examples(rule, GOOD)]
    alone = [example for example in every if example.first is None]
    files = [name for example in every if example.first for name in example.files]

    assert len(alone) == rule.page.count("```ini\n")
    assert len(files) == len(re.findall(r"^```\w+ \S+$", rule.page, re.MULTILINE))
    assert len(examples(rule, BAD)) >= 1
    assert len(examples(rule, GOOD)) >= 1


@each_rule
def test_page_lists_the_options_as_the_rule_declares_them(rule: Rule) -> None:
    text = "".join(part.text for part in parts(rule.page) if part.heading == "Options")
    wanted = [f"- `{name}`: {each['description']}" for name, each in rule.options.items()]

    assert [line for line in text.splitlines() if line.startswith("- ")] == wanted


@each_rule
def test_marks_name_rules_and_stand_in_bad_examples_only(rule: Rule) -> None:
    lines = [line for line in rule.page.split("\n") if line.startswith(MARK.rstrip())]
    marked = [len(example.marked) for example in examples(rule, BAD)]
    codes = [code for line in lines for code in line.removeprefix(MARK).split()]

    assert set(codes) <= NAMES.keys()
    assert sum(marked) == len(codes)


@each_bad_example
def test_bad_example_gives_what_is_marked(example: Example) -> None:
    found = findings(example)

    assert sorted(places(found)) == example.marked, text_of(example, found)
    assert example.rule.code in {code for _, code in example.marked}


@each_good_example
def test_good_example_gives_nothing(example: Example) -> None:
    found = findings(example)

    assert not found, text_of(example, found)


@each_rendered_example
def test_good_example_makes_a_page(example: Example) -> None:
    assert render(example.data.decode())


@each_unix_example
def test_line_ends_change_nothing(example: Example) -> None:
    data = example.data.replace(b"\n", b"\r\n")

    assert findings(example, Source.from_bytes(example.name, data)) == findings(example)


def spans(found: Diagnostic) -> list[Span]:
    edited = [edit.span for edit in found.fix.edits] if found.fix else []
    return [found.span, *(related.span for related in found.related), *edited]


def is_inside(span: Span, lines: list[str]) -> bool:
    start, end = (span.line, span.column), (span.end_line, span.end_column)
    return start <= end and all(
        1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1
        for line, column in (start, end)
    )


@each_bad_example
def test_every_place_is_inside_the_text(example: Example) -> None:
    lines = example.source.lines
    outside = [
        (found.code, span)
        for found in findings(example)
        for span in spans(found)
        if not is_inside(span, lines)
    ]

    assert outside == []


def is_phrase(text: str) -> bool:
    """Say whether a message begins in lower case, or quotes, and has no final stop."""
    # U+00A0 is how a character without a look is called.
    begins = not text[:1].isupper() or text.startswith("U+")
    return bool(text) and begins and not text.endswith((".", " ")) and "\n" not in text


@each_bad_example
def test_every_message_is_a_phrase(example: Example) -> None:
    texts = [
        text
        for found in findings(example)
        for text in (
            found.message,
            *filter(None, [found.hint]),
            *(related.message for related in found.related),
            *([found.fix.title] if found.fix else []),
        )
    ]

    assert [text for text in texts if not is_phrase(text)] == []


def test_related_places_say_what_they_are() -> None:
    said: dict[str, set[str]] = {}
    for example in cases(BAD):
        for found in findings(example):
            for related in found.related:
                said.setdefault(found.code, set()).add(related.message)

    assert said == RELATED


@each_bad_example
def test_every_finding_bears_its_rule(example: Example) -> None:
    found = findings(example)

    assert [each.name for each in found] == [NAMES[each.code] for each in found]
    assert {each.severity for each in found} <= set(Severity)
    assert {each.path for each in found} == {example.name}
