"""
The build hook: a wheel gets all modules that every run imports in one, ``matrixlint.bundle``.

To find, open and read a module takes as long as to run it, and a run imports 140. The modules
stay in the wheel as they are, and are what is read, traced and mended: the bundle is made of
them here, and ``matrixlint.loader`` takes from it what is asked for. In it named tuples are
records (``matrixlint.record``), whose constructors are compiled here once, not in every run.
"""

import ast
import os
import symtable
import tempfile
from collections.abc import Iterator

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "matrixlint"
# What a run begins with, and what it imports by name or late in every case.
ROOTS = ("__main__", "cli.check", "loader", "record", "report.concise")
_RECORD = ast.parse(f"from {PACKAGE}.record import Record").body
_HEAD = '''"""All modules that every run imports, made of them when the wheel was built."""
from __future__ import annotations
'''


class Bundling(BuildHookInterface):  # type: ignore[type-arg]  hatchling's own is untyped
    """The hook that hatchling calls."""

    def initialize(self, version: str, build_data: dict[str, dict[str, str]]) -> None:
        """Put the bundle into the wheel; an editable install reads the modules themselves."""
        if version == "editable":
            return
        self._made = tempfile.TemporaryDirectory()
        path = os.path.join(self._made.name, "bundle.py")
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(bundle(self.root))
        build_data["force_include"][path] = f"{PACKAGE}/bundle.py"


def bundle(root: str) -> str:
    """Return the bundle of the package that lies in the folder *root*."""
    names = sorted(needed(root))
    parts = [_function(root, name) for name in names]
    rows = [f"    {name!r}: ({_called(name)}, {_is_package(root, name)}),\n" for name in names]
    return "".join([_HEAD, *parts, "MODULES = {\n", *rows, "}\n"])


def needed(root: str) -> set[str]:
    """Return the modules that the roots import at their top, themselves or through others."""
    found: set[str] = set()
    waiting = [f"{PACKAGE}.{name}" for name in ROOTS]
    while waiting:
        name = waiting.pop()
        if name in found or not os.path.exists(_path(root, name)):
            continue
        found.add(name)
        parent = name.rpartition(".")[0]
        waiting += [parent, *_imported(root, name)]
    # The package itself is there before its bundle is.
    return found - {PACKAGE}


def _imported(root: str, name: str) -> Iterator[str]:
    for node in _body(root, name):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _function(root: str, name: str) -> str:
    """Return the module as a function that runs it in the globals that it is given."""
    body = _body(root, name) or [ast.Pass()]
    module = ast.fix_missing_locations(ast.Module(body, []))
    # A function's docstring comes first, and names are declared before they are used.
    at = 1 if ast.get_docstring(module) is not None else 0
    table = symtable.symtable(ast.unparse(module), name, "exec")
    bound = sorted(each.get_name() for each in table.get_symbols() if _is_bound(each))
    if bound:
        body.insert(at, ast.Global(bound))
    empty = ast.arguments([], [], None, [], [], None, [])
    made = ast.FunctionDef(_called(name), empty, body, [], None)
    return ast.unparse(ast.fix_missing_locations(ast.Module([made], []))) + "\n"


def _is_bound(symbol: symtable.Symbol) -> bool:
    return symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()


def _body(root: str, name: str) -> list[ast.stmt]:
    """Return what the module does, without what is for the checker of types alone."""
    tree = ast.parse(_text(root, name))
    kept = [each for node in tree.body for each in [_kept(node)] if each]
    tuples = [node for node in kept if isinstance(node, ast.ClassDef) and _is_named(node)]
    for node in tuples:
        _make_record(node)
    at = 1 if ast.get_docstring(tree) is not None else 0
    return [*kept[:at], *(_RECORD if tuples else ()), *kept[at:]]


def _is_named(node: ast.ClassDef) -> bool:
    return [ast.unparse(base) for base in node.bases] == ["NamedTuple"]


def _make_record(node: ast.ClassDef) -> None:
    """Make a record of a named tuple: its ``__new__`` is compiled here, not in each run."""
    fields = [each for each in node.body if isinstance(each, ast.AnnAssign)]
    names = [ast.unparse(field.target) for field in fields]
    values = [f"={ast.unparse(field.value)}" if field.value else "" for field in fields]
    parameters = "".join(f", {name}{value}" for name, value in zip(names, values, strict=True))
    own = f"""
class Own(Record, fields={(*names,)}):
    __slots__ = ()
    def __new__(_cls{parameters}):
        return tuple.__new__(_cls, ({"".join(f"{name}, " for name in names)}))
"""
    for field in fields:
        field.value = None
    made = ast.parse(own).body[0]
    assert isinstance(made, ast.ClassDef)  # noqa: S101  the text is ours
    node.bases, node.keywords = made.bases, made.keywords
    node.body += made.body


def _kept(node: ast.stmt) -> ast.stmt | None:
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return None
    if isinstance(node, ast.AnnAssign):
        # The annotation of a global name cannot stand in a function.
        return ast.Assign([node.target], node.value) if node.value else None
    return node


def _text(root: str, name: str) -> str:
    with open(_path(root, name), encoding="utf-8") as stream:
        return stream.read()


def _path(root: str, name: str) -> str:
    path = os.path.join(root, *name.split("."))
    return os.path.join(path, "__init__.py") if os.path.isdir(path) else f"{path}.py"


def _is_package(root: str, name: str) -> bool:
    return os.path.isdir(os.path.join(root, *name.split(".")))


def _called(name: str) -> str:
    return name.replace(".", "_")
