"""The modules of the bundle that a wheel has, given to whoever imports them."""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import CodeType, FunctionType, ModuleType

# By name, what runs a module in the globals that it is given, and whether it is a package.
Modules = Mapping[str, tuple[FunctionType, bool]]


class Loader:
    """
    A finder and loader of *modules*, of the package that lies in *folder*.

    It is asked before the system's own, which find what is not in the bundle.
    """

    def __init__(self, modules: Modules, folder: str) -> None:
        self._modules = modules
        self._folder = folder

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how the module *name* is loaded, or None where it is not in the bundle."""
        if name not in self._modules:
            return None
        _, is_package = self._modules[name]
        spec = ModuleSpec(name, self, is_package=is_package)  # type: ignore[arg-type]
        if is_package:
            spec.submodule_search_locations = [os.path.join(self._folder, *name.split(".")[1:])]
        return spec

    def create_module(self, _spec: ModuleSpec) -> None:
        """Leave it to the system to make the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Fill *module*."""
        function, _ = self._modules[module.__name__]
        module.__doc__ = function.__doc__
        exec(function.__code__, vars(module))  # noqa: S102  it is what an import does

    def get_code(self, name: str) -> CodeType:
        """Return what fills the module *name*: ``python -m`` asks for it."""
        function, _ = self._modules[name]
        return function.__code__


def install(modules: Modules, folder: str) -> None:
    """Let *modules* of the package that lies in *folder* be found first."""
    sys.meta_path.insert(0, Loader(modules, folder))
