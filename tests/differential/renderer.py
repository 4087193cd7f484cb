"""The real renderer, run as its directive runs it, with or without Sphinx at hand."""

import io
import sys
from configparser import ConfigParser
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType


def _renderer() -> ModuleType:
    """Import the renderer, which needs nothing of Sphinx but a few names."""
    stubs: dict[str, ModuleType] = {}
    if find_spec("sphinx") is None:
        names = ("sphinx", "sphinx.application", "sphinx.util", "sphinx.util.fileutil")
        stubs = {name: ModuleType(name) for name in names}
        for name in names[1:]:
            parent, _, child = name.rpartition(".")
            setattr(stubs[parent], child, stubs[name])
        stubs["sphinx.application"].__dict__["Sphinx"] = object
        stubs["sphinx.util.fileutil"].__dict__["copy_asset"] = None
    sys.modules.update(stubs)
    try:
        return import_module("sphinx_feature_classification.support_matrix")
    finally:
        for name in stubs:
            del sys.modules[name]


_SUPPORT_MATRIX = _renderer()


def parsed(text: str, parser: ConfigParser) -> ConfigParser:
    """Let *parser* read *text* from what open() would have opened."""
    file = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
    parser.read_file(file)
    return parser


def render(text: str) -> list[object]:
    """Return the nodes of the page made of *text*; raise what the renderer raises."""
    matrix = _SUPPORT_MATRIX.Matrix(parsed(text, ConfigParser()))
    directive = object.__new__(_SUPPORT_MATRIX.Directive)
    content: list[object] = []
    directive._build_summary(matrix, content)
    directive._build_details(matrix, content)
    return content


def failure(text: str) -> str | None:
    """Return what the renderer fails with, None where it makes its page."""
    try:
        render(text)
    except Exception as error:  # noqa: BLE001  it raises bare Exceptions, among others
        return f"{type(error).__name__}: {error}"
    return None
