"""Expressions that stand where they are used, or are built of words, are linear too."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from time import process_time
from typing import NamedTuple

import pytest

from matrixlint.fixes.migrate import stale_comments
from matrixlint.syntax.dialects.detection import _has_key, detect_dialect
from matrixlint.syntax.dialects.dialect import BUILT_IN, Dialect
from matrixlint.syntax.recovery.indentation import build_key_pattern
from matrixlint.syntax.recovery.used_names import find_used_names
from matrixlint.text.source import Source
from tests.safety.test_expressions import LENGTH, SECONDS, TEXTS, USES, Use, seconds
from tests.tree import modules

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

OURS = ("compile_lazily", "re.compile")
ASKED = tuple(
    f"re.{name}"
    for name in ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")
)
# A project's own schema brings its own: they are the project's, as SECURITY.md says.
FOREIGN = {"schema.fast_path re.search expected", "schema.well_formed re.compile value"}
# Those that are built of words, by what is timed instead: what asks them, of every dialect.
BUILT: dict[str, Callable[[str, Dialect], object]] = {
    r"syntax.dialects.detection compile_lazily f'\\n[^\\S\\n]*{re.e": (
        lambda text, _: detect_dialect(Source.from_text("a.ini", f"[targets]\n{text}"), BUILT_IN)
    ),
    "syntax.dialects.detection re.search pattern": lambda text, dialect: _has_key(
        text, dialect.declaration
    ),
    r"syntax.recovery.indentation re.search f'\\n(?i:{fields})[^": build_key_pattern,
    r"syntax.recovery.used_names re.findall f'(?:\\A|\\n)\\[{re.": build_key_pattern,
    "syntax.recovery.used_names re.findall pattern": find_used_names,
    "fixes.migrate.stale_comments re.compile f'{header}|(?:{keys}": (
        lambda text, dialect: stale_comments._compile_pattern(dialect).findall(text)  # noqa: SLF001
    ),
}
# What test_expressions holds already, under another name.
ELSEWHERE = {
    "text.lazy_regex re.compile self._text",
    "syntax.recovery.scan re.compile _SUSPECT.replace('KE",
}
# Names of one kind that end as none does.
NAMES = [f"{piece * (LENGTH // len(piece))} x" for piece in ("_", "a_", "a.", "a-", "A", "1")]
# What is long only behind a beginning that an expression looks for.
BEGINNINGS = (
    *("\na", "\n[", "\n[a", "choice(", "condition(a", "# matrixlint: ignore[", "http://a"),
    *("%(", "see notes for ", "TODO "),
)
LONG = (" ", "a", "_", ".", "a ", " a", "-.", "(", "[", ",")
BEGUN = [
    f"{beginning}{piece * (LENGTH // len(piece))}{end}"
    for beginning in BEGINNINGS
    for piece in LONG
    for end in ("", "x=x\n")
]


class Place(NamedTuple):
    """A call that has an expression: where, of which function, and the expression itself."""

    module: str
    function: str
    pattern: ast.expr

    @property
    def name(self) -> str:
        # Enough of it to be told from others.
        return f"{self.module} {self.function} {ast.unparse(self.pattern)[:20]}"


def places() -> Iterator[Place]:
    """Yield all calls that have an expression but those that name one at the top of a module."""
    for module in modules():
        named = [node.value for node in module.tree.body if isinstance(node, ast.Assign)]
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call) or node in named:
                continue
            function = ast.unparse(node.func)
            if function in OURS or (function in ASKED):
                yield Place(module.name, function, node.args[0])


PLACES = list(places())
LITERAL = {
    # What is compiled in place is the form of a word.
    place.name: Use(
        re.compile(str(place.pattern.value)),
        place.function.removeprefix("re.").replace("compile", "fullmatch"),
    )
    for place in PLACES
    if isinstance(place.pattern, ast.Constant) and isinstance(place.pattern.value, str)
}


def slow(work: Callable[[str], float], texts: Iterable[str] = (*TEXTS, *NAMES)) -> list[str]:
    return [text[:30] for text in texts if work(text) > SECONDS]


def test_every_expression_that_is_built_is_held_or_is_the_project_s() -> None:
    built = {place.name for place in PLACES} - LITERAL.keys()

    assert built == {*BUILT, *ELSEWHERE, *FOREIGN}


@pytest.mark.parametrize("name", LITERAL)
def test_an_expression_in_place_is_linear(name: str) -> None:
    assert slow(lambda text: seconds(LITERAL[name], text)) == []


@pytest.mark.parametrize("name", USES)
def test_an_expression_is_linear_behind_a_beginning(name: str) -> None:
    assert slow(lambda text: seconds(USES[name], text), (*BEGUN, *NAMES)) == []


@pytest.mark.parametrize("dialect", BUILT_IN, ids=lambda dialect: dialect.name)
@pytest.mark.parametrize("name", BUILT)
def test_an_expression_of_words_is_linear(name: str, dialect: Dialect) -> None:
    def timed(text: str) -> float:
        start = process_time()
        BUILT[name](text, dialect)
        return process_time() - start

    assert slow(timed) == []
