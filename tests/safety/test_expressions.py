"""No regular expression takes longer than its text is long, whatever the text."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from time import process_time
from typing import NamedTuple, TypeVar, cast

import pytest

from matrixlint.fixes.migrate import stale_comments
from matrixlint.syntax.dialects.dialect import BUILT_IN
from matrixlint.syntax.recovery import scan
from matrixlint.syntax.recovery.indentation import build_key_pattern
from matrixlint.text.lazy_regex import compile_lazily
from tests.tree import modules

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

Node = TypeVar("Node", bound=ast.AST)
# A function is handed these.
HANDED = tuple(
    f"matrixlint.rules.text.{name}"
    for name in ("_url _HOST", "_url _WORD", "url_run_on _LINE_END", "url_run_on _LINE_END_IN_FILE")
)
LENGTH = 25_000
# Linear takes milliseconds, half a second if garbage is collected; quadratic many seconds.
SECONDS = 3
PIECES = (
    *(
        "a",
        " ",
        "\t",
        "=",
        ":",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "<",
        ">",
        "#",
        ";",
        "%",
        "-",
        ".",
        "/",
    ),
    *(
        "a ",
        "a.",
        "a-",
        "a:",
        "[a",
        "a]",
        "(a",
        "%(a",
        "%(a)s",
        "##",
        "##a",
        "a=",
        " =",
        "==",
        "!=",
    ),
    *("\n", "\na", "\n ", "\n#", "\n[", "\n a", "\na=", "\n[a", "\n[]", "\n[a]", "\na:", "\n \n#"),
    *(
        "http:/",
        "http://",
        "http://a",
        "http://a.",
        ":/",
        "a:/",
        "see ",
        "see the ",
        "see notes for ",
    ),
    *("see the notes for the a ", "TODO", "TBD.", "wtf-", "something ", "(?", "'a", '"', "1:1: "),
    *("<<<<<<<", "=======\n", "\n<<<<<<< ", "matrixlint: ", "# matrixlint: ignore[", "a,", ". A"),
    *(
        "driver.",
        "\ndriver.a",
        "\ndriver-impl-",
        "\n  title",
        "\n status :",
        "MX",
        "\u200b",
        "\xe9",
    ),
)
TEXTS = [f"{piece * (LENGTH // len(piece))}{end}" for piece in PIECES for end in ("", "!", "\n=")]


class Use(NamedTuple):
    """An expression, and what it is asked for."""

    pattern: re.Pattern[str] | re.Pattern[bytes]
    method: str


def uses() -> Iterator[tuple[str, Use]]:
    """Yield all uses of expressions that the modules have at their top, by their names."""
    for module in modules():
        name = f"matrixlint.{module.name}".rstrip(".")
        calls = {ast.unparse(each.func) for each in nodes(module.tree, ast.Call)}
        for call in sorted(calls):
            owner, _, method = call.rpartition(".")
            value = getattr(import_module(name), owner, None) if owner else None
            if isinstance(value, EXPRESSION | re.Pattern):
                yield f"{name} {call}", Use(cast("re.Pattern[str]", value), method)
    for handed in HANDED:
        name, _, constant = handed.partition(" ")
        yield f"{handed}.match", Use(getattr(import_module(name), constant), "match")
    for dialect in BUILT_IN:
        suspect = scan._SUSPECT.replace("KEYS", build_key_pattern("\n[driver.a]", dialect))  # noqa: SLF001
        yield f"mending {dialect.name}", Use(re.compile(suspect, re.VERBOSE), "finditer")
        yield f"remark {dialect.name}", Use(stale_comments._compile_pattern(dialect), "finditer")  # noqa: SLF001


def nodes(tree: ast.Module, kind: type[Node]) -> list[Node]:
    return [node for node in ast.walk(tree) if isinstance(node, kind)]


EXPRESSION = type(compile_lazily(""))
USES = dict(uses())


def seconds(use: Use, text: str) -> float:
    """Return how long the expression takes for *text*, of which all is looked through."""
    data = text.encode() if isinstance(use.pattern.pattern, bytes) else text
    method = use.method if use.method in ("match", "fullmatch") else "finditer"
    start = process_time()
    found = getattr(use.pattern, method)(data)
    if method == "finditer":
        for _ in found:
            pass
    return process_time() - start


def test_every_expression_of_a_module_is_held() -> None:
    made = [
        f"matrixlint.{module.name} {ast.unparse(node.targets[0])}"
        for module in modules()
        for node in nodes(module.tree, ast.Assign)
        if isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func) in ("expression", "re.compile")
        and node.col_offset == 0
    ]
    held = {use.rpartition(".")[0] for use in USES}

    assert [name for name in made if name not in held] == []


@pytest.mark.parametrize("name", USES)
def test_an_expression_is_linear(name: str) -> None:
    slow = [text[:30] for text in TEXTS if seconds(USES[name], text) > SECONDS]

    assert slow == []
