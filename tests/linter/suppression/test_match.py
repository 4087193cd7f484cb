"""Every rule with a suppression in every place, on the first bad example of its page."""

import re

import pytest

from matrixlint.rules.registry import ALL
from matrixlint.text.source import BOM, Source
from tests.finding import Place
from tests.page import BAD, Example, examples, findings

# This is told of a document, whose comments tests/rules/test_project.py holds.
IN_DOCUMENTS = "MX854"
FIRST = [
    each._replace(config={**each.config, "select": ["ALL", rule.code]})
    for rule in ALL
    for each in examples(rule, BAD)[:1]
    if rule.code[:3] != "MX9" and rule.code != IN_DOCUMENTS
]
# What these tell is told of line 1, whatever stands there.
OF_THE_FILE = ("MX006", "MX101", "MX853")
# Where these are, comments that silence nothing are not told of.
CUTTING = {"MX001", "MX004", "MX005", "MX007", "MX011", "MX101"}
LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
MARK = BOM.encode()

each_rule = pytest.mark.parametrize("example", FIRST, ids=lambda each: each.rule.code)


def split(example: Example) -> list[bytes]:
    return LINE.findall(example.data.removeprefix(MARK))


def found(example: Example, lines: list[bytes]) -> list[Place]:
    """Return what the rule, and those on suppressions, say of *lines*."""
    mark = MARK if example.data.startswith(MARK) else b""
    diagnostics = findings(example, Source.from_bytes(example.name, mark + b"".join(lines)))
    own = example.rule.code
    return [
        (diagnostic.line, diagnostic.code)
        for diagnostic in diagnostics
        if diagnostic.code == own or diagnostic.code[:3] == "MX9"
    ]


def with_comment(lines: list[bytes], line: int, text: str) -> list[bytes]:
    """Return *lines* with the comment *text* above the line number *line*."""
    end = b"\r\n" if lines[0].endswith(b"\r\n") else b"\n"
    return [*lines[: line - 1], f"# matrixlint: {text}".encode() + end, *lines[line - 1 :]]


def below(lines: list[bytes], line: int) -> range:
    """Return what a comment above *line* covers of whole sections, or of that line."""
    if not lines[line - 1].startswith(b"["):
        return range(line, line + 1)
    headers = [at for at, text in enumerate(lines, 1) if text.startswith(b"[")]
    return range(line, min((at for at in headers if at > line), default=len(lines) + 1))


def left(reported: list[Place], line: int, covered: range) -> list[Place]:
    return [(at + (at >= line), code) for at, code in reported if at not in covered]


def words(example: Example) -> list[str]:
    rule = example.rule
    family = f"ignore[{rule.code[:3]}]"
    return [f"ignore[{rule.code}]", f"ignore[{rule.name}]", family, "ignore", "ignore -- a [word]"]


@each_rule
def test_example_is_reported_of(example: Example) -> None:
    assert {code for _, code in found(example, split(example))} == {example.rule.code}


@each_rule
def test_comment_above_the_line_suppresses_it(example: Example) -> None:
    lines = split(example)
    reported = found(example, lines)
    for line in sorted({line for line, _ in reported}):
        wanted = left(reported, line, below(lines, line))
        for text in words(example):
            assert found(example, with_comment(lines, line, text)) == wanted, (line, text)


@each_rule
def test_comment_above_the_header_suppresses_the_section(example: Example) -> None:
    lines = split(example)
    reported = found(example, lines)
    headers = [at for at, text in enumerate(lines, 1) if text.startswith(b"[")]
    for line in [at for at in headers if any(each in below(lines, at) for each, _ in reported)]:
        text = f"ignore[{example.rule.code}] -- a reason"
        assert found(example, with_comment(lines, line, text)) == left(
            reported, line, below(lines, line)
        )


@each_rule
@pytest.mark.parametrize(
    "text", ["ignore-file[{}]", "ignore-file[{}, ACME101] -- why", "ignore-file"]
)
def test_comment_at_the_top_suppresses_the_file(example: Example, text: str) -> None:
    asked = text.format(example.rule.code)

    assert found(example, with_comment(split(example), 1, asked)) == []


@each_rule
def test_comment_at_the_end_suppresses_the_file(example: Example) -> None:
    text = f"; matrixlint: ignore-file[{example.rule.name}]".encode()
    lines = split(example)
    if example.data.endswith(b"\n"):
        end = b"\r\n" if lines[0].endswith(b"\r\n") else b"\n"
        assert found(example, [*lines, text + end]) == []
    else:
        assert found(example, [*lines, b"\n", text]) == []


@each_rule
def test_comment_with_nothing_below_it_is_unused(example: Example) -> None:
    lines = split(example)
    reported = found(example, lines)
    if not example.data.endswith(b"\n"):
        lines[-1] += b"\n"
        reported = found(example, lines)
    count = len(lines) + 1
    unused = [] if example.rule.code in CUTTING else [(count, "MX901")]

    assert (
        found(example, with_comment(lines, count, f"ignore[{example.rule.code}]"))
        == reported + unused
    )


@each_rule
def test_comments_are_not_received_where_the_word_is_misspelt(example: Example) -> None:
    text = f"ignroe[{example.rule.code}]"
    lines = split(example)
    reported = found(example, lines)

    wanted = [(at + (code not in OF_THE_FILE), code) for at, code in reported]

    assert found(example, with_comment(lines, 1, text)) == sorted([(1, "MX902"), *wanted])
