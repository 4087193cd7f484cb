"""The layout: which packages a package may import, and how large a module may be."""

import ast
from collections.abc import Iterator

from docs.pages import shared
from matrixlint.rules.registry import ALL
from tests.tree import PACKAGE, Module, imports, length, modules, rules

# A package, or a module of the root, imports packages on strictly lower floors only.
FLOORS = (
    ("errors",),
    ("text",),
    ("diagnostic",),
    ("schema",),
    ("syntax",),
    ("model",),
    ("rules",),
    ("config", "output"),
    ("linter",),
    ("fixes",),
    ("api",),
    ("lsp",),
    ("cli",),
    ("__main__", "sphinx"),
)
FLOOR = {name: floor for floor, names in enumerate(FLOORS) for name in names}
MOST_ROOT_MODULES = 6
MOST_LINES = 250
MOST_LINES_OF_A_FUNCTION = 30


def floor(module: str) -> int:
    """Return the floor of *module*; the package itself stands above all others."""
    return FLOOR.get(package(module), len(FLOORS))


def package(module: str) -> str:
    """Return the name that *module* has in the table of floors."""
    return module.partition(".")[0]


def inner(module: Module) -> Iterator[str]:
    """Yield the modules of the package that *module* imports."""
    known = {each.name for each in modules()}
    yield from (name for name in imports(module) if name in known)


def importers(library: str) -> list[str]:
    return [module.name for module in modules() if library in imports(module)]


def test_no_package_imports_its_own_floor_or_one_above() -> None:
    upward = [
        f"{module.name} imports {name}"
        for module in modules()
        for name in inner(module)
        if package(name) != package(module.name) and floor(name) >= floor(module.name)
    ]

    assert upward == []


def test_every_package_has_a_floor() -> None:
    assert {package(module.name) for module in modules() if module.name} == FLOOR.keys()


def test_the_root_holds_few_modules() -> None:
    packages = {package(module.name) for module in modules() if "." in module.name}
    root = {package(module.name) for module in modules()} - packages - {"", "__main__"}

    assert len(root) <= MOST_ROOT_MODULES, sorted(root)


def test_no_modules_import_each_other() -> None:
    graph = {module.name: {*inner(module)} - {module.name} for module in modules()}
    while ready := [name for name, used in graph.items() if not used & graph.keys()]:
        for name in ready:
            del graph[name]

    assert sorted(graph) == []


def test_of_the_public_names_modules_import_the_version_alone() -> None:
    # The package itself is above all: what it offers comes from everywhere.
    taken = {
        alias.name
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and node.module == PACKAGE
        for alias in node.names
    }
    known = {module.name for module in modules()}

    assert taken - known == {"__version__"}


def test_no_rule_imports_another() -> None:
    declaring = {module.name for module in modules() if any(rules(module))}
    pairs = [
        f"{module.name} imports {name}"
        for module in modules()
        for name in inner(module)
        if module.name in declaring and name in declaring
    ]

    assert pairs == []


def test_ini_is_the_only_door_to_iniconfig() -> None:
    assert {package(name) for name in importers("iniconfig")} == {"syntax"}


def test_schema_is_the_only_door_to_jsonschema() -> None:
    assert {package(name) for name in importers("jsonschema")} == {"schema"}


def test_the_extension_is_the_only_door_to_sphinx() -> None:
    foreign = ("docutils", "sphinx_feature_classification", "sphinx")
    doors = [[name for name in importers(each) if name] for each in foreign]

    assert doors == [["sphinx"]] * len(foreign)


def test_the_language_server_is_the_only_door_to_pygls() -> None:
    doors = {name for each in ("pygls", "lsprotocol") for name in importers(each)}

    assert doors == {"cli.lsp", "lsp.handlers", "lsp.protocol", "lsp.server", "lsp.convert"}


def test_every_rule_of_the_tree_is_in_the_list_in_code_order() -> None:
    declared = [(each.code, each.name) for module in modules() for each in rules(module)]

    assert [(rule.code, rule.name) for rule in ALL] == sorted(declared)


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in ALL}) == len(ALL)
    assert len({rule.name for rule in ALL}) == len(ALL)


def test_file_function_and_name_of_a_rule_agree() -> None:
    found = [each for module in modules() for each in rules(module)]
    wrong = [
        each.code
        for each in found
        if not each.module.name.rpartition(".")[2] == each.function == each.name.replace("-", "_")
        or each.module.text.partition("\n")[0] != f'"""{each.code} {each.name}."""'
    ]

    assert wrong == []


def test_a_file_holds_one_rule_and_a_folder_one_family() -> None:
    counts = {module.name: len(list(rules(module))) for module in modules()}
    families = {
        (module.name.rpartition(".")[0], shared(each.code))
        for module in modules()
        for each in rules(module)
    }

    assert max(counts.values()) == 1
    assert len(families) == len(dict(families)) == len({code for _, code in families})


def test_modules_are_small() -> None:
    large = [module.name for module in modules() if len(module.text.splitlines()) > MOST_LINES]

    assert large == []


def test_functions_are_small() -> None:
    large = [
        f"{module.name}.{function.name}: {length(function)}"
        for module in modules()
        for function in module.functions
        if length(function) > MOST_LINES_OF_A_FUNCTION
    ]

    assert large == []
