"""The directives of a document that name matrices, in reStructuredText or in MyST."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.source import Source
from matrixlint.text.span import Span

# Those of sphinx-feature-classification and of the projects before it, and nova's own.
_NAMES = r"(?:support_matrix|feature_matrix)"
_RST = compile_lazily(rf"\s*+\.\. ++{_NAMES}::(?:\s++(?P<argument>.*))?", re.IGNORECASE)
_MYST = compile_lazily(rf"\s*+(?:```++|~~~++|:::++)\{{{_NAMES}\}}(?:\s++(?P<argument>.*))?")
_INCLUDE = compile_lazily(r"\s*+(?:\.\. ++include::|(?:```++|:::++)\{include\})\s++(.*)")
_FENCE = compile_lazily(r"\s*+(?P<fence>```++|~~~++|:::++)(?P<info>.*)")
_CODE = compile_lazily(
    r"\{(?:code|code-block|code-cell|sourcecode|literalinclude|parsed-literal)\}"
)
# What stands below these in reStructuredText is shown as it is.
_LITERAL = compile_lazily(
    r"\.\.(?:\s+(?:code|code-block|sourcecode|parsed-literal|highlight|raw|math)::.*"
    r"|\s+(?![^\s:][^:]*::|_|\[|\|).*|)$"
)
_COMMENT = compile_lazily(r"\s*+(?:\.\.|%|<!--) *+(?P<text>matrixlint:.*)")


class Directive(NamedTuple):
    """A directive's *argument*, the matrix that it names, and its place; "" where it has none."""

    argument: str
    span: Span


def find_directives(source: Source, *, is_markdown: bool) -> list[Directive]:
    """Return the directives of *source* in their order; those that it only shows are left out."""
    # Markdown shows all that is fenced, but for what a directive holds.
    texts = _unfenced(source.lines) if is_markdown else source.lines
    found = []
    # The lines that this one stands below, by their indents, and whether they show what does.
    above: list[tuple[int, bool]] = []
    for number, line in enumerate(texts, 1):
        text = line.strip()
        if not text:
            continue
        depth = _indent(line)
        while above and above[-1][0] >= depth:
            above.pop()
        is_shown = bool(above) and above[-1][1]
        match = _matched(line, is_markdown=is_markdown)
        if match and not is_shown:
            found.append(_directive(match, number, texts))
        above.append((depth, is_shown or _shows(text)))
    return found


def find_includes(source: Source) -> Iterator[str]:
    """Yield what the document *source* includes, as it is written."""
    for text in source.lines:
        match = _INCLUDE.fullmatch(text.rstrip())
        if match:
            yield match[1]


def extract_comments(source: Source) -> Source:
    """
    Return a text that has on each line what the linter's comments in a matrix would be.

    A comment of a document that speaks to the linter becomes one of a matrix, a directive
    a key, and all else is blank: what is silenced is found as in a matrix.
    """
    lines = []
    for line in source.lines:
        comment = _COMMENT.fullmatch(line.rstrip().removesuffix("-->"))
        is_directive = _matched(line, is_markdown=True)
        lines.append(f"# {comment['text']}" if comment else "directive=" if is_directive else "")
    return Source.from_text(source.path, "\n".join(lines))


def _matched(line: str, *, is_markdown: bool) -> re.Match[str] | None:
    text = line.rstrip()
    return _RST.fullmatch(text) or (_MYST.fullmatch(text) if is_markdown else None)


def _directive(match: re.Match[str], number: int, texts: Sequence[str]) -> Directive:
    argument = match["argument"]
    if argument is not None:
        return Directive(argument, Span.within(number, match.start("argument") + 1, len(argument)))
    below = texts[number] if number < len(texts) else ""
    text = below.strip()
    # An argument may stand on the line below, where no option does.
    if text and not text.startswith((":", "```", "~~~")) and _indent(below) > _indent(match[0]):
        return Directive(text, Span.within(number + 1, _indent(below) + 1, len(text)))
    text = match[0].strip()
    return Directive("", Span.within(number, _indent(match[0]) + 1, len(text)))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _shows(text: str) -> bool:
    if text.startswith(".."):
        return bool(_LITERAL.match(text))
    return text.endswith("::")


def _unfenced(lines: Sequence[str]) -> list[str]:
    """Return *lines*, those of fences that only show what they hold blank."""
    found = []
    fences: list[tuple[str, bool]] = []
    for text in lines:
        fence = _FENCE.fullmatch(text)
        is_blind = bool(fences) and fences[-1][1]
        found.append("" if is_blind else text)
        if not fence:
            continue
        mark, info = fence["fence"], fence["info"].strip()
        if not info and fences and mark.startswith(fences[-1][0]):
            fences.pop()
        elif not is_blind:
            fences.append((mark, not info.startswith("{") or bool(_CODE.match(info))))
    return found
