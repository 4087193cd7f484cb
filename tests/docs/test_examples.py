"""The examples and the texts about them, which `nox -s regenerate` writes."""

import os
from pathlib import Path

import pytest

from matrixlint import Diagnostic
from matrixlint.config.files import load_file
from matrixlint.config.resolve import read_config, resolve_settings
from matrixlint.config.settings import CliOverrides
from matrixlint.linter.lint import lint_or_raise
from matrixlint.output.formats import render
from matrixlint.output.report import Report
from matrixlint.rules.registry import ALL
from matrixlint.text.source import Source
from tests.conftest import UPDATE
from tests.page import (
    BAD,
    Example,
    examples,
    findings,
    rule_table,
    table_head,
    table_row,
    with_part,
)

ROOT = str(Path(__file__).parent.parent.parent)
FOLDER = os.path.join(ROOT, "examples")
BAD_FOLDER = os.path.join(FOLDER, "bad")
OTHERS: dict[str, tuple[str, ...]] = {
    "support-matrix.ini": ("ALL",),
    "nova-2016/support-matrix.ini": (),
    "own-dialect/feature-matrix.ini": (),
}
CONFIGS = {"own-dialect/feature-matrix.ini": "own-dialect/matrixlint.toml"}

# Examples that have tests of their own.
ELSEWHERE = frozenset({"ci", "house-rules", "many-repositories", "plugin"})


def data_of(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def write(path: str, data: bytes) -> None:
    with open(path, "wb") as file:
        file.write(data)


def names_in(folder: str) -> set[str]:
    return {
        os.path.relpath(os.path.join(inner, name), folder)
        for inner, _, names in os.walk(folder)
        for name in names
    }


def first_examples() -> list[Example]:
    return [example for rule in ALL for example in examples(rule, BAD)[:1]]


def concise(found: list[Diagnostic]) -> str:
    return render("concise", Report(found))


def answer(name: str, selected: tuple[str, ...]) -> str:
    """Return the command on an example, and what it prints (markdown)."""
    source = Source.from_bytes(name, data_of(os.path.join(FOLDER, name)))
    config = read_config({"select": list(selected)} if selected else {}, "")
    if name in CONFIGS:
        config = load_file(os.path.join(FOLDER, CONFIGS[name]))
    words = ("matrixlint", *(f"--select {word}" for word in selected), name)
    found = lint_or_raise(source, resolve_settings(config, CliOverrides(), name))
    return f"```console\n$ {' '.join(words)}\n{concise(found)}```\n"


def bad_table() -> str:
    diagnostics = []
    for example in first_examples():
        path = f"bad/{example.name}"
        found = findings(example, Source.from_bytes(path, example.data))
        lines = "<br>".join(f"`{line}`" for line in concise(found).splitlines())
        diagnostics.append(table_row(example.rule.code, f"[{example.name}]({path})", lines))
    return "\n".join((*table_head("code", "file", "what is said of it"), *diagnostics)) + "\n"


@pytest.mark.generated
def test_bad_examples_are_the_first_ones_of_the_pages() -> None:
    wanted = {name: data for each in first_examples() for name, data in each.files.items()}
    if UPDATE:
        for name in names_in(BAD_FOLDER) - wanted.keys():
            os.remove(os.path.join(BAD_FOLDER, name))
        for name, data in wanted.items():
            os.makedirs(os.path.dirname(os.path.join(BAD_FOLDER, name)), exist_ok=True)
            write(os.path.join(BAD_FOLDER, name), data)
    held = {name: data_of(os.path.join(BAD_FOLDER, name)) for name in names_in(BAD_FOLDER)}

    assert held == wanted


@pytest.mark.generated
def test_examples_are_reported_of_as_they_are() -> None:
    path = os.path.join(FOLDER, "README.md")
    text = data_of(path).decode()
    wanted = with_part(text, "bad", bad_table())
    for name, selected in OTHERS.items():
        wanted = with_part(wanted, name, answer(name, selected))
    if UPDATE:
        write(path, wanted.encode())

    assert data_of(path).decode() == wanted


@pytest.mark.generated
def test_readme_lists_every_rule() -> None:
    path = os.path.join(ROOT, "README.md")
    text = data_of(path).decode()
    wanted = with_part(text, "rules", rule_table())
    if UPDATE:
        write(path, wanted.encode())

    assert data_of(path).decode() == wanted


def test_examples_are_all_reported_of() -> None:
    paths = [
        os.path.relpath(os.path.join(folder, name), FOLDER)
        for folder, _, names in os.walk(FOLDER)
        for name in names
        if os.path.relpath(folder, FOLDER).split(os.sep)[0] not in ELSEWHERE
    ]
    bad = [os.path.join("bad", name) for each in first_examples() for name in each.files]

    assert sorted(paths) == sorted(["README.md", *OTHERS, *CONFIGS.values(), *bad])
