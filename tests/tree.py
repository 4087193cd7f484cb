"""The modules of the package as they are written: what they import, define and hold."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import matrixlint
from matrixlint.rules.registry import ALL

PACKAGE = "matrixlint"
FOLDER = os.path.dirname(matrixlint.__file__)
Function = ast.FunctionDef | ast.AsyncFunctionDef


class Module(NamedTuple):
    """One file: its dotted name, the package's own left out, its text and its tree."""

    name: str
    text: str
    tree: ast.Module

    @property
    def functions(self) -> list[Function]:
        """All functions, those in classes and in functions too."""
        return [node for node in ast.walk(self.tree) if isinstance(node, Function)]


class Declared(NamedTuple):
    """A rule of the registry, and the function that is its check."""

    module: Module
    function: str
    code: str
    name: str


@cache
def modules() -> tuple[Module, ...]:
    """Return the modules of the package, by name; the package itself has none."""
    paths = [
        os.path.join(folder, name)
        for folder, _, names in os.walk(FOLDER)
        for name in names
        if name.endswith(".py")
    ]
    return tuple(sorted(map(_module, paths)))


def imports(module: Module) -> Iterator[str]:
    """Yield what *module* imports, wherever in it: the package's modules, others' tops."""
    names = {each.name for each in modules()}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from _imported_from(node, names)


def rules(module: Module) -> Iterator[Declared]:
    """Yield the rule that *module* holds, as the registry has it."""
    for rule in ALL:
        if rule.check.__module__ == f"{PACKAGE}.{module.name}":
            yield Declared(module, rule.check.__name__, rule.code, rule.name)


def length(function: Function) -> int:
    """Return the count of the function's lines, its docstring not counted."""
    first = function.body[0]
    docstring = 0
    if ast.get_docstring(function, clean=False) is not None:
        docstring = (first.end_lineno or 0) - first.lineno + 1
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def _module(path: str) -> Module:
    dotted = os.path.relpath(path, FOLDER).removesuffix(".py").replace(os.sep, ".")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return Module(dotted.removesuffix("__init__").rstrip("."), text, ast.parse(text))


def _imported_from(node: ast.ImportFrom, names: set[str]) -> Iterator[str]:
    top, _, inner = (node.module or "").partition(".")
    if top != PACKAGE:
        yield top
        return
    for alias in node.names:
        # A name is a module of the package, or something that the module before it holds.
        full = f"{inner}.{alias.name}".lstrip(".")
        yield full if full in names else inner or PACKAGE
