"""What Cosmic Ray does not break: conditions, operands, arguments, words, patterns."""

import re
from collections.abc import Iterable, Iterator

from cosmic_ray.operators.operator import Example, Operator
from parso.tree import BaseNode, Leaf, NodeOrLeaf

Position = tuple[tuple[int, int], tuple[int, int]]

_SWAPPED = {
    "any": "all",
    "all": "any",
    "min": "max",
    "max": "min",
    "lower": "upper",
    "upper": "lower",
    "lstrip": "rstrip",
    "rstrip": "lstrip",
    "partition": "rpartition",
    "rpartition": "partition",
    "startswith": "endswith",
    "endswith": "startswith",
    "find": "rfind",
    "rfind": "find",
    "removeprefix": "removesuffix",
    "removesuffix": "removeprefix",
    "fullmatch": "match",
    "match": "search",
    "isdisjoint": "issubset",
}
_AUGMENTED = {"+=": "-=", "-=": "+=", "|=": "&=", "&=": "|="}
_OPPOSITE = {"in": "not in", "not in": "in"}
_TYPED = ("param", "annassign", "funcdef")
_LITERAL = re.compile(r"(?P<prefix>\w*)(?P<quote>'''|\"\"\"|'|\")(?P<text>.*)(?P=quote)", re.DOTALL)
_PART = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:P<\w+>|[:=!]|<[=!])|.", re.DOTALL)
# What may stand in the place of a part of a regular expression.
_PARTS = {
    "+": ("*", ""),
    "*": ("+", ""),
    "?": ("",),
    "^": ("",),
    "$": ("",),
    "(?=": ("(?!",),
    "(?!": ("(?=",),
    "(?<=": ("(?<!",),
    "(?<!": ("(?<=",),
    r"\b": ("",),
    r"\s": (r"\S",),
    r"\S": (r"\s",),
    r"\d": (r"\D",),
    r"\w": (r"\W",),
}


class Replacement(Operator):  # type: ignore[misc]  # Cosmic Ray has no types
    """An operator that puts other code in the place of a node, or of a leaf."""

    def texts(self, node: NodeOrLeaf) -> Iterator[str]:
        """Yield what may stand in the place of *node*."""
        raise NotImplementedError

    def mutation_positions(self, node: NodeOrLeaf) -> Iterable[Position]:
        """Yield the place of *node* for each text that may stand there."""
        for _ in self.texts(node):
            yield node.start_pos, node.end_pos

    def mutate(self, node: NodeOrLeaf, index: int) -> NodeOrLeaf:
        """Return what stands in the place of *node* then."""
        text = list(self.texts(node))[index]
        whole: str = node.get_code()
        return Leaf(text, node.start_pos, whole.removesuffix(_code(node)))

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return none: they are for Cosmic Ray's own tests."""
        return ()


class Decided(Replacement):
    """A condition that is always, or never, met."""

    def texts(self, node: NodeOrLeaf) -> Iterator[str]:
        """Yield both truths for what ``if`` asks, also in an expression."""
        word = _code(node.get_previous_sibling())
        if word in ("if", "elif") and _code(node) != "TYPE_CHECKING":
            yield from ("True", "False")
        elif word == "while":
            yield "False"


class Operand(Replacement):
    """An ``and`` or ``or`` without one of its operands."""

    def texts(self, node: NodeOrLeaf) -> Iterator[str]:
        """Yield the expression without each of the operands."""
        if isinstance(node, BaseNode) and node.type in ("and_test", "or_test"):
            operands = [_code(child) for child in node.children[::2]]
            word = f" {_code(node.children[1])} "
            yield from (word.join(each) for each in _shortened(operands))


class Membership(Replacement):
    """``in`` for ``not in``, and the other way round."""

    def texts(self, node: NodeOrLeaf) -> Iterator[str]:
        """Yield the opposite of the operator."""
        if node.parent is not None and node.parent.type == "comparison":
            opposite = _OPPOSITE.get(_code(node))
            yield from [opposite] if opposite else []


class Argument(Replacement):
    """A call without one of its named or unpacked arguments."""

    def texts(self, node: NodeOrLeaf) -> Iterator[str]:
        """Yield the list of arguments without each of those."""
        if not isinstance(node, BaseNode) or node.type != "arglist":
            return
        arguments = node.children[::2]
        for child, codes in zip(arguments, _shortened([*map(_code, arguments)]), strict=True):
            parts = child.children[:2] if isinstance(child, BaseNode) else []
            if child.type == "argument" and {"=", "*", "**"} & {*map(_code, parts)}:
                yield ", ".join(codes)


class Swap(Replacement):
    """A method, a function or an assignment that does the opposite, or about the same."""

    def texts(self, node: NodeOrLeaf) -> Iterator[str]:
        """Yield the other word."""
        code = _code(node)
        following = node.get_next_leaf()
        if node.type == "name" and code in _SWAPPED and _code(following) == "(":
            yield _SWAPPED[code]
        if node.type == "operator" and code in _AUGMENTED:
            yield _AUGMENTED[code]


class Union(Replacement):
    """An intersection in the place of a union, but in types."""

    def texts(self, node: NodeOrLeaf) -> Iterator[str]:
        """Yield the other operator."""
        if node.type == "operator" and _code(node) == "|" and not _is_inside(node, _TYPED):
            yield "&"


class Word(Replacement):
    """A text, or a part of a pattern, that is another."""

    def texts(self, node: NodeOrLeaf) -> Iterator[str]:
        """Yield other texts, none for what documents or names."""
        if node.type == "fstring_string":
            yield _code(node) + "XX"
        literal = _LITERAL.fullmatch(_code(node)) if node.type == "string" else None
        if literal is None or _is_name(node):
            return
        prefix, quote, text = literal.groups()
        others: Iterable[str] = _other_patterns(text) if prefix else (text + "XX",)
        if _code(node.get_previous_sibling()) in _OPPOSITE:
            # What is looked for in it is a character.
            others = ("".join(each) for each in _shortened([*text]))
        for other in others:
            yield f"{prefix}{quote}{other}{quote}"


class Call(Replacement):
    """A statement that is left out."""

    def texts(self, node: NodeOrLeaf) -> Iterator[str]:
        """Yield nothing to be done for a call that is a statement."""
        is_statement = node.parent is not None and node.parent.type == "simple_stmt"
        if is_statement and node.type == "atom_expr" and _code(node).endswith(")"):
            yield "pass"


OPERATORS = (Decided, Operand, Membership, Argument, Swap, Union, Word, Call)


def _code(node: NodeOrLeaf | None) -> str:
    if node is None:
        return ""
    code: str = node.get_code(include_prefix=False)
    return code


def _shortened(codes: list[str]) -> list[list[str]]:
    """Return the list without its first, its second, … item."""
    return [codes[:at] + codes[at + 1 :] for at in range(len(codes))]


def _is_inside(node: NodeOrLeaf, types: tuple[str, ...]) -> bool:
    """Say whether the nearest statement, or what is one of *types*, around *node* is the latter."""
    around = node.parent
    while around is not None and around.type not in (*types, "suite", "file_input"):
        around = around.parent
    return around is not None and around.type in types


def _is_name(node: NodeOrLeaf) -> bool:
    """Say whether a string documents, names types or attributes, or is a rule's code or name."""
    if node.parent is not None and node.parent.type in ("tfpdef", "annassign", "funcdef"):
        return _code(node.get_previous_sibling()) in (":", "->")
    if node.parent is not None and node.parent.type in ("simple_stmt", "file_input"):
        return True
    statement = node
    while statement.parent is not None and not statement.type.endswith(("stmt", "decorator")):
        statement = statement.parent
    return statement.type == "decorator" or _code(statement).startswith("__slots__")


def _other_patterns(text: str) -> Iterator[str]:
    for part in _PART.finditer(text):
        for other in _PARTS.get(part[0], ()):
            yield text[: part.start()] + other + text[part.end() :]
