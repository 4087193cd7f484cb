"""The mutants of a module: its code with one thing broken in it."""

import re
from collections.abc import Iterator
from difflib import ndiff
from typing import NamedTuple

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.operators.provider import OperatorProvider
from parso.tree import NodeOrLeaf

from tests.mutation.replacement import OPERATORS

# Those of Cosmic Ray that make more than what surely fails, or what ours make too.
_OWN = re.compile(
    "Replace(TrueWithFalse|FalseWithTrue|AndWithOr|OrWithAnd|BreakWithContinue"
    "|ContinueWithBreak|ComparisonOperator_(Eq_NotEq|NotEq_Eq|Is_IsNot|IsNot_Is|Lt_LtE|Lt_GtE"
    "|LtE_Lt|LtE_Gt|Gt_GtE|Gt_LtE|GtE_Gt|GtE_Lt)|BinaryOperator_(Add_Sub|Sub_Add"
    "|Mod_Mul|FloorDiv_Mul|BitAnd_BitOr)|UnaryOperator_Delete_(Not|USub))"
    "|NumberReplacer|ExceptionReplacer|ZeroIterationForLoop"
)
_STATEMENTS = ("stmt", "def", "file_input")


class Mutant(NamedTuple):
    """
    A module with one thing broken in it.

    *first* and *last* are the lines (1-based) that run when it does; *was* and *now* are
    the changed lines.
    """

    operator: str
    occurrence: int
    first: int
    last: int
    code: str
    was: str
    now: str


def mutants(code: str) -> Iterator[Mutant]:
    """Yield the mutants of a module's code, in the order of its lines."""
    nodes = list(ast_nodes(get_ast(code)))
    provider = OperatorProvider()
    operators = [provider[name]() for name in provider if _OWN.fullmatch(name)]
    found: list[tuple[NodeOrLeaf, Operator, int]] = []
    for operator in (*operators, *(each() for each in OPERATORS)):
        places = [node for node in nodes for _ in operator.mutation_positions(node)]
        found += [(node, operator, at) for at, node in enumerate(places)]
    for node, operator, at in sorted(found, key=lambda each: each[0].start_pos):
        mutated = mutate_code(code, operator, at)
        was, now = _changed(code, mutated)
        if was != now:
            lines = (_statement(node).start_pos[0], node.end_pos[0])
            yield Mutant(type(operator).__name__, at, *lines, mutated, was, now)


def _statement(node: NodeOrLeaf) -> NodeOrLeaf:
    while node.parent is not None and not node.type.endswith(_STATEMENTS):
        node = node.parent
    return node


def _changed(old: str, new: str) -> tuple[str, str]:
    rows = list(ndiff(old.splitlines(), new.splitlines()))
    was, now = (
        " ".join(row[2:].strip() for row in rows if row.startswith(sign)) for sign in ("- ", "+ ")
    )
    return was, " ".join(now.split())
