"""The project that a run lints: its matrices held against each other, its documents read."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from matrixlint.config.rule_selection import PROJECT
from matrixlint.errors import MatrixlintError
from matrixlint.linter.diagnostic_builder import DiagnosticBuilder
from matrixlint.linter.discovery import STDIN, Discovery, Target
from matrixlint.linter.lint import parse_matrix
from matrixlint.linter.listing import list_files
from matrixlint.linter.project.cross_file import (
    Folders,
    Page,
    ProjectMatrix,
    compare_matrices,
    find_missing_files,
    summarize_matrix,
)
from matrixlint.linter.project.directives import (
    Directive,
    extract_comments,
    find_directives,
    find_includes,
)
from matrixlint.linter.suppression.match import SuppressionMatcher
from matrixlint.linter.target_paths import find_base_folder
from matrixlint.model.cross_file import CrossFileFacts
from matrixlint.rules.plugins import load_rules
from matrixlint.rules.registry import BY_CODE
from matrixlint.rules.rule import Finding
from matrixlint.syntax.document import Document
from matrixlint.syntax.suppression_comments import parse_suppressions
from matrixlint.text.escape import escape_control
from matrixlint.text.files import read_file
from matrixlint.text.phrases import format_hint
from matrixlint.text.project_root import find_repository
from matrixlint.text.source import Source

_MARKDOWN = ".md"
_DOCUMENTS = (".rst", _MARKDOWN)


class ProjectTargets(NamedTuple):
    """The targets of a run with what their projects say of them, documents among them."""

    targets: list[Target]
    notices: Sequence[str] = ()


class Text(NamedTuple):
    """A document that names matrices: the file, its text, and its directives."""

    target: Target
    source: Source
    directives: Sequence[Directive]


class _Place(NamedTuple):
    """A project: its matrices, its documents, what these include, and what the run leaves out."""

    targets: Sequence[Target]
    texts: Sequence[Text]
    included: frozenset[str]
    is_whole: bool


def collect_facts(discovery: Discovery) -> ProjectTargets:
    """Return the targets of *discovery*, each with what its project says of it."""
    found: dict[str, Target] = {target.path: target for target in discovery.targets}
    notices: list[str] = []
    for folder, targets in _projects(discovery.targets).items():
        place = _place(folder, targets, discovery, notices)
        pages = [_page(text, place) for text in place.texts]
        members = list(_members(targets))
        own = compare_matrices(members, pages, is_whole=place.is_whole)
        for target in targets:
            if target.path in own:
                settings = target.settings._replace(cross_file=own[target.path])
                found[target.path] = target._replace(settings=settings)
        folders = Folders()
        for text, page in zip(place.texts, pages, strict=True):
            found.setdefault(text.target.path, _judged(text, page, folders))
    return ProjectTargets([found[path] for path in sorted(found)], list(dict.fromkeys(notices)))


def _projects(targets: Iterable[Target]) -> dict[str, list[Target]]:
    found: dict[str, list[Target]] = {}
    for target in targets:
        if target.path != STDIN:
            found.setdefault(_root(target), []).append(target)
    chosen = {at for at, own in found.items() for each in own if each.settings.codes & PROJECT}
    return {at: own for at, own in found.items() if at in chosen}


def _root(target: Target) -> str:
    """Return the folder whose files are of one project with *target*."""
    folder = os.path.dirname(os.path.abspath(target.path))
    at = os.path.abspath(find_base_folder(target))
    # A configuration that was named, and the working folder, may lie elsewhere.
    return at if _is_below(folder, at) else find_repository(folder) or folder


def _is_below(path: str, folder: str) -> bool:
    return os.path.commonpath((path, folder)) == folder


def _members(targets: Iterable[Target]) -> Iterator[ProjectMatrix]:
    for target in targets:
        try:
            data = read_file(target.location) if target.data is None else target.data
        except MatrixlintError:
            # It is told when the file is linted.
            continue
        matrix = parse_matrix(Source.from_bytes(target.path, data), target.settings)
        yield summarize_matrix(target.path, target.location, matrix)
        matrix.document.release()


def _place(
    folder: str, targets: Sequence[Target], discovery: Discovery, notices: list[str]
) -> _Place:
    listing = list_files(folder)
    notices += (f"matrixlint: {each.path}: {each.message}" for each in listing.details)
    paths = {target.path for target in targets}
    texts: list[Text] = []
    names: set[str] = set()
    is_whole = True
    for path in sorted(listing.paths):
        if path.endswith(".ini"):
            is_whole = is_whole and not _is_left_out(path, discovery, paths)
        elif path.endswith(_DOCUMENTS) and _is_own(path, folder):
            for text in _text(path, discovery, notices):
                names.update(os.path.basename(each) for each in find_includes(text.source))
                texts += [text] if text.directives else []
    return _Place(targets, texts, frozenset(names), is_whole)


def _is_left_out(path: str, discovery: Discovery, paths: set[str]) -> bool:
    target = discovery.document(path)
    return target is not None and target.path not in paths and discovery.finds(path)


def _is_own(path: str, folder: str) -> bool:
    """Say whether no folder on the way to *path* is hidden, and no link leads out of *folder*."""
    parts = os.path.relpath(path, folder).split(os.sep)
    if any(part.startswith(".") for part in parts):
        return False
    return not os.path.islink(path) or _is_below(os.path.realpath(path), os.path.realpath(folder))


def _text(path: str, discovery: Discovery, notices: list[str]) -> Iterator[Text]:
    target = discovery.document(path)
    if target is None:
        return
    try:
        data = read_file(path)
    except MatrixlintError as error:
        notices += (
            escape_control(f"matrixlint: {target.path}: {each.message}") for each in error.details
        )
        return
    # Most documents name no matrix, and include nothing.
    if b"_matrix" not in data.lower() and b"include" not in data:
        return
    source = Source.from_bytes(target.path, data)
    if source.encoding or any(
        character.name.startswith("byte") for character in source.illegal_characters
    ):
        notices.append(escape_control(f"matrixlint: {target.path}: is not UTF-8"))
    own = find_directives(source, is_markdown=path.endswith(_MARKDOWN))
    yield Text(target._replace(data=data), source, own)


def _page(text: Text, place: _Place) -> Page:
    location = os.path.abspath(text.target.location)
    is_included = os.path.basename(location) in place.included
    return Page(location, text.directives, is_included=is_included)


def _judged(text: Text, page: Page, folders: Folders) -> Target:
    """Return the document with its findings, those that a comment silences marked."""
    settings = text.target.settings
    codes = settings.codes & {"MX854"}
    made = DiagnosticBuilder(text.source, settings)
    lost = find_missing_files(page, folders) if codes else ()
    diagnostics = [made.build(_finding(*each), BY_CODE["MX854"]) for each in lost]
    if diagnostics and settings.suppressions:
        document = Document(extract_comments(text.source), None, ())
        matcher = SuppressionMatcher(parse_suppressions(document), load_rules(settings.plugins))
        diagnostics = matcher.mark(diagnostics)
    # All documents are read in every run: what is not found there is gone.
    settings = settings._replace(codes=codes, cross_file=CrossFileFacts())
    return text.target._replace(settings=settings, diagnostics=diagnostics)


def _finding(directive: Directive, suggestion: str | None) -> Finding:
    message = f"directive names {directive.argument!r}, and there is no such file"
    return Finding(directive.span, message, hint=format_hint(suggestion), value=directive.argument)
