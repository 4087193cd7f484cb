"""The directives of a document that name matrices, in reStructuredText or in MyST."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matrixlint.diagnostic import Span
from matrixlint.expression import expression
from matrixlint.source import Source

# Those of sphinx-feature-classification and of the projects before it, and nova's own.
_NAMES = r"(?:support_matrix|feature_matrix)"
_RST = expression(rf"(?P<indent>\s*)\.\. +{_NAMES}::(?:\s+(?P<argument>.*\S))?\s*", re.IGNORECASE)
_MYST = expression(rf"\s*(?:```+|~~~+|:::+)\{{{_NAMES}\}}(?:\s+(?P<argument>.*\S))?\s*")
_INCLUDE = expression(r"(?:\s*\.\. +include::|\s*(?:```+|:::+)\{include\})\s+(.*\S)\s*")
_FENCE = expression(r"\s*(?P<fence>```+|~~~+|:::+)(?P<info>.*)")
_CODE = expression(r"\{(?:code|code-block|code-cell|sourcecode|literalinclude|parsed-literal)\}")
# What stands below these in reStructuredText is shown as it is.
_LITERAL = expression(
    r"\.\.(?:\s+(?:code|code-block|sourcecode|parsed-literal|highlight|raw|math)::.*"
    r"|\s+(?![^\s:][^:]*::|_|\[|\|).*|)$"
)
_COMMENT = expression(r"\s*(?:\.\.|%|<!--) *(?P<text>matrixlint:.*?)(?:-->)?\s*")


class Directive(NamedTuple):
    """A directive's *argument*, the matrix that it names, and its place; "" where it has none."""

    argument: str
    span: Span


def directives(source: Source, *, is_markdown: bool) -> list[Directive]:
    """Return the directives of *source* in their order; those that it only shows are left out."""
    # Markdown shows all that is fenced, but for what a directive holds.
    texts = _unfenced(source.lines) if is_markdown else source.lines
    found = []
    for number, text in enumerate(texts, 1):
        match = _RST.fullmatch(text) or (_MYST.fullmatch(text) if is_markdown else None)
        if match and not _is_shown(match, texts[: number - 1]):
            found.append(_directive(match, number, texts))
    return found


def included(source: Source) -> Iterator[str]:
    """Yield what the document *source* includes, as it is written."""
    yield from (match[1] for text in source.lines if (match := _INCLUDE.fullmatch(text)))


def commented(source: Source) -> Source:
    """
    Return a text that has on each line what the linter's comments in a matrix would be.

    A comment of a document that speaks to the linter becomes one of a matrix, a directive
    a key, and all else is blank: what is silenced is found as in a matrix.
    """
    lines = []
    for text in source.lines:
        comment = _COMMENT.fullmatch(text)
        is_directive = _RST.fullmatch(text) or _MYST.fullmatch(text)
        lines.append(f"# {comment['text']}" if comment else "directive=" if is_directive else "")
    return Source.from_text(source.path, "\n".join(lines))


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


def _is_shown(match: re.Match[str], above: Sequence[str]) -> bool:
    """Say whether the directive stands in a literal block, or in a comment."""
    depth = _indent(match[0])
    for text in reversed(above):
        if not depth:
            return False
        if text.strip() and _indent(text) < depth:
            depth = _indent(text)
            if _shows(text.strip()):
                return True
    return False


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
