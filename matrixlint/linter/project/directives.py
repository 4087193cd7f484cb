"""Find the matrix directives of a document in reStructuredText or MyST."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.source import Source
from matrixlint.text.span import Span

# Directives of sphinx-feature-classification and its predecessors, and nova's own.
_NAMES = r"(?:support_matrix|feature_matrix)"
_RST = compile_lazily(rf"\s*+\.\. ++{_NAMES}::(?:\s++(?P<argument>.*))?", re.IGNORECASE)
_MYST = compile_lazily(rf"\s*+(?:```++|~~~++|:::++)\{{{_NAMES}\}}(?:\s++(?P<argument>.*))?")
_INCLUDE = compile_lazily(r"\s*+(?:\.\. ++include::|(?:```++|:::++)\{include\})\s++(.*)")
_FENCE = compile_lazily(r"\s*+(?P<fence>```++|~~~++|:::++)(?P<info>.*)")
_CODE = compile_lazily(
    r"\{(?:code|code-block|code-cell|sourcecode|literalinclude|parsed-literal)\}"
)
# The text below these in reStructuredText is literal.
_LITERAL = compile_lazily(
    r"\.\.(?:\s+(?:code|code-block|sourcecode|parsed-literal|highlight|raw|math)::.*"
    r"|\s+(?![^\s:][^:]*::|_|\[|\|).*|)$"
)
_COMMENT = compile_lazily(r"\s*+(?:\.\.|%|<!--) *+(?P<text>matrixlint:.*)")


class Directive(NamedTuple):
    """Directive with its span; *argument* is the path of a matrix, or ""."""

    argument: str
    span: Span


def find_directives(source: Source, *, is_markdown: bool) -> list[Directive]:
    """Return the directives of *source* in order, without those in literal text."""
    # In Markdown, fenced text is literal, except the content of a directive.
    texts = _blank_literal_fences(source.lines) if is_markdown else source.lines
    found = []
    # The parents of this line: their indents, and whether the text below them is literal.
    parents: list[tuple[int, bool]] = []
    for number, line in enumerate(texts, 1):
        text = line.strip()
        if not text:
            continue
        depth = _get_indent(line)
        while parents and parents[-1][0] >= depth:
            parents.pop()
        is_literal = bool(parents) and parents[-1][1]
        match = _match_directive(line, is_markdown=is_markdown)
        if match and not is_literal:
            found.append(_make_directive(match, number, texts))
        parents.append((depth, is_literal or _starts_literal(text)))
    return found


def find_includes(source: Source) -> Iterator[str]:
    """Yield the paths that the document *source* includes, as written."""
    for text in source.lines:
        match = _INCLUDE.fullmatch(text.rstrip())
        if match:
            yield match[1]


def extract_comments(source: Source) -> Source:
    """
    Return the suppression comments of *source* as a source in INI syntax.

    Each suppression comment becomes a comment of a matrix, each directive a key, and all
    other lines are blank: suppressions are then matched as in a matrix.
    """
    lines = []
    for line in source.lines:
        comment = _COMMENT.fullmatch(line.rstrip().removesuffix("-->"))
        is_directive = _match_directive(line, is_markdown=True)
        lines.append(f"# {comment['text']}" if comment else "directive=" if is_directive else "")
    return Source.from_text(source.path, "\n".join(lines))


def _match_directive(line: str, *, is_markdown: bool) -> re.Match[str] | None:
    text = line.rstrip()
    return _RST.fullmatch(text) or (_MYST.fullmatch(text) if is_markdown else None)


def _make_directive(match: re.Match[str], number: int, texts: Sequence[str]) -> Directive:
    argument = match["argument"]
    if argument is not None:
        return Directive(argument, Span.within(number, match.start("argument") + 1, len(argument)))
    below = texts[number] if number < len(texts) else ""
    text = below.strip()
    # The argument may be on the next line, unless that is an option.
    if (
        text
        and not text.startswith((":", "```", "~~~"))
        and _get_indent(below) > _get_indent(match[0])
    ):
        return Directive(text, Span.within(number + 1, _get_indent(below) + 1, len(text)))
    text = match[0].strip()
    return Directive("", Span.within(number, _get_indent(match[0]) + 1, len(text)))


def _get_indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _starts_literal(text: str) -> bool:
    if text.startswith(".."):
        return bool(_LITERAL.match(text))
    return text.endswith("::")


def _blank_literal_fences(lines: Sequence[str]) -> list[str]:
    """Return *lines* with those in literal fences blank."""
    found = []
    fences: list[tuple[str, bool]] = []
    for text in lines:
        fence = _FENCE.fullmatch(text)
        is_literal = bool(fences) and fences[-1][1]
        found.append("" if is_literal else text)
        if not fence:
            continue
        mark, info = fence["fence"], fence["info"].strip()
        if not info and fences and mark.startswith(fences[-1][0]):
            fences.pop()
        elif not is_literal:
            fences.append((mark, not info.startswith("{") or bool(_CODE.match(info))))
    return found
