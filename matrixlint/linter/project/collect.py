"""Collect facts about the projects of a run: compare matrices, read documents."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from matrixlint.config.rule_selection import PROJECT
from matrixlint.errors import MatrixlintError
from matrixlint.linter.diagnostic_builder import DiagnosticBuilder
from matrixlint.linter.discovery import STDIN, Discovery, Target
from matrixlint.linter.file_listing import list_files
from matrixlint.linter.lint import parse_matrix
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
    """Targets of a run with their cross-file facts; documents are included."""

    targets: list[Target]
    notices: Sequence[str] = ()


class ParsedDocument(NamedTuple):
    """Document that may name matrices: its file, source and directives."""

    target: Target
    source: Source
    directives: Sequence[Directive]


class _Project(NamedTuple):
    """
    Project: its matrices and documents.

    *included* are the names of files that documents include; *is_whole* is whether the
    run lints all of its matrices.
    """

    targets: Sequence[Target]
    documents: Sequence[ParsedDocument]
    included: frozenset[str]
    is_whole: bool


def collect_facts(discovery: Discovery) -> ProjectTargets:
    """Return the targets of *discovery*, each with the facts of its project."""
    found: dict[str, Target] = {target.path: target for target in discovery.targets}
    notices: list[str] = []
    for folder, targets in _group_by_project(discovery.targets).items():
        project = _read_project(folder, targets, discovery, notices)
        pages = [_make_page(document, project) for document in project.documents]
        members = list(_summarize_matrices(targets))
        own = compare_matrices(members, pages, is_whole=project.is_whole)
        for target in targets:
            if target.path in own:
                settings = target.settings._replace(cross_file=own[target.path])
                found[target.path] = target._replace(settings=settings)
        folders = Folders()
        for document, page in zip(project.documents, pages, strict=True):
            found.setdefault(document.target.path, _check_document(document, page, folders))
    return ProjectTargets([found[path] for path in sorted(found)], list(dict.fromkeys(notices)))


def _group_by_project(targets: Iterable[Target]) -> dict[str, list[Target]]:
    found: dict[str, list[Target]] = {}
    for target in targets:
        if target.path != STDIN:
            found.setdefault(_find_project_root(target), []).append(target)
    chosen = {at for at, own in found.items() for each in own if each.settings.codes & PROJECT}
    return {at: own for at, own in found.items() if at in chosen}


def _find_project_root(target: Target) -> str:
    """Return the folder of the project that *target* belongs to."""
    folder = os.path.dirname(os.path.abspath(target.path))
    at = os.path.abspath(find_base_folder(target))
    # The configuration, if given explicitly, and the working directory may be elsewhere.
    return at if _is_below(folder, at) else find_repository(folder) or folder


def _is_below(path: str, folder: str) -> bool:
    return os.path.commonpath((path, folder)) == folder


def _summarize_matrices(targets: Iterable[Target]) -> Iterator[ProjectMatrix]:
    for target in targets:
        try:
            data = read_file(target.location) if target.data is None else target.data
        except MatrixlintError:
            # The error is reported when the file is linted.
            continue
        matrix = parse_matrix(Source.from_bytes(target.path, data), target.settings)
        yield summarize_matrix(target.path, target.location, matrix)
        matrix.document.release()


def _read_project(
    folder: str, targets: Sequence[Target], discovery: Discovery, notices: list[str]
) -> _Project:
    listing = list_files(folder)
    notices += (f"matrixlint: {each.path}: {each.message}" for each in listing.details)
    paths = {target.path for target in targets}
    documents: list[ParsedDocument] = []
    names: set[str] = set()
    is_whole = True
    for path in sorted(listing.paths):
        if path.endswith(".ini"):
            is_whole = is_whole and not _is_left_out(path, discovery, paths)
        elif path.endswith(_DOCUMENTS) and _is_project_document(path, folder):
            for document in _parse_document(path, discovery, notices):
                names.update(os.path.basename(each) for each in find_includes(document.source))
                documents += [document] if document.directives else []
    return _Project(targets, documents, frozenset(names), is_whole)


def _is_left_out(path: str, discovery: Discovery, paths: set[str]) -> bool:
    target = discovery.find_document(path)
    return target is not None and target.path not in paths and discovery.finds(path)


def _is_project_document(path: str, folder: str) -> bool:
    """Return whether *path* is in no hidden folder, and no link out of *folder*."""
    parts = os.path.relpath(path, folder).split(os.sep)
    if any(part.startswith(".") for part in parts):
        return False
    return not os.path.islink(path) or _is_below(os.path.realpath(path), os.path.realpath(folder))


def _parse_document(
    path: str, discovery: Discovery, notices: list[str]
) -> Iterator[ParsedDocument]:
    target = discovery.find_document(path)
    if target is None:
        return
    try:
        data = read_file(path)
    except MatrixlintError as error:
        notices += (
            escape_control(f"matrixlint: {target.path}: {each.message}") for each in error.details
        )
        return
    # Fast path: most documents name no matrix and include nothing.
    if b"_matrix" not in data.lower() and b"include" not in data:
        return
    source = Source.from_bytes(target.path, data)
    if source.encoding or any(
        character.name.startswith("byte") for character in source.illegal_characters
    ):
        notices.append(escape_control(f"matrixlint: {target.path}: is not UTF-8"))
    own = find_directives(source, is_markdown=path.endswith(_MARKDOWN))
    yield ParsedDocument(target._replace(data=data), source, own)


def _make_page(document: ParsedDocument, project: _Project) -> Page:
    location = os.path.abspath(document.target.location)
    is_included = os.path.basename(location) in project.included
    return Page(location, document.directives, is_included=is_included)


def _check_document(document: ParsedDocument, page: Page, folders: Folders) -> Target:
    """Return the target of the document with its diagnostics, suppressed ones marked."""
    settings = document.target.settings
    rule = BY_CODE["MX854"]
    codes = settings.codes & {rule.code}
    builder = DiagnosticBuilder(document.source, settings)
    missing = find_missing_files(page, folders) if codes else ()
    diagnostics = [builder.build(_make_finding(*each), rule) for each in missing]
    if diagnostics and settings.suppressions:
        comments = Document(extract_comments(document.source), None, ())
        matcher = SuppressionMatcher(parse_suppressions(comments), load_rules(settings.plugins))
        diagnostics = matcher.mark(diagnostics)
    # All documents are read in every run: baseline entries that do not match are stale.
    settings = settings._replace(codes=codes, cross_file=CrossFileFacts())
    return document.target._replace(settings=settings, diagnostics=diagnostics)


def _make_finding(directive: Directive, suggestion: str | None) -> Finding:
    message = f"directive names {directive.argument!r}, and there is no such file"
    return Finding(directive.span, message, hint=format_hint(suggestion), value=directive.argument)
