"""Compare the matrices of a project with each other and with its documents."""

import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from matrixlint.linter.project.directives import Directive
from matrixlint.model.cross_file import CrossFileFacts, OtherLocation
from matrixlint.model.feature import Driver, find_anchors
from matrixlint.model.matrix import Matrix
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.similarity import NameIndex, closest_match, normalize
from matrixlint.text.span import Span

# Path of the matrix of a directive without an argument.
_UNNAMED = "support-matrix.ini"
_DIGITS = compile_lazily(r"\d+")

# Contradicting locations, by the path of the matrix and then by driver or feature name.
LocationsByPath = dict[str, dict[str, OtherLocation]]


class Column(NamedTuple):
    """Driver of a matrix; *title* is None if it is missing or unknown."""

    name: str
    span: Span
    title: str | None
    title_span: Span


class Row(NamedTuple):
    """Feature of a matrix, with its anchor on the page."""

    name: str
    anchor: str
    span: Span


class ProjectMatrix(NamedTuple):
    """Matrix of a project: its path as reported, its real path, and what is compared."""

    path: str
    location: str
    dialect: str
    columns: Sequence[Column]
    rows: Sequence[Row]


class Page(NamedTuple):
    """Document: absolute path, directives, and whether another document includes it."""

    location: str
    directives: Sequence[Directive]
    is_included: bool = False

    def resolve_directives(self) -> Iterator[tuple[Directive, str | None]]:
        """Yield each directive with the path of its file, None if it is unknown."""
        for each in self.directives:
            yield each, self._resolve_path(each.argument or _UNNAMED)

    def _resolve_path(self, argument: str) -> str | None:
        # Paths in an included document are relative to the document that includes it.
        if self.is_included or "|" in argument or "\0" in argument:
            return None
        folder = os.path.dirname(self.location)
        if argument.startswith("/"):
            sources = _find_source_folder(folder)
            return sources and os.path.join(sources, argument.lstrip("/"))
        return os.path.normpath(os.path.join(folder, argument))


def summarize_matrix(path: str, location: str, matrix: Matrix) -> ProjectMatrix:
    """Return the comparable parts of *matrix*, read from the file at *location*."""
    columns = {each.name: _make_column(each) for each in reversed(matrix.drivers)}
    rows = [
        Row(str(feature.name), anchor, feature.section.span)
        for feature, anchor in find_anchors(matrix.features)
    ]
    dialect = matrix.dialect.name if matrix.dialect else ""
    return ProjectMatrix(
        path, os.path.realpath(location), dialect, list(columns.values())[::-1], rows
    )


def compare_matrices(
    members: Sequence[ProjectMatrix], pages: Sequence[Page], *, is_whole: bool
) -> dict[str, CrossFileFacts]:
    """Return the cross-file facts of each of *members*, by path."""
    names, titles = _compare_names(members), _compare_titles(members)
    anchors = _compare_anchors(members, pages)
    named = _find_named_files(pages)
    return {
        each.path: CrossFileFacts(
            names.get(each.path, {}),
            titles.get(each.path, {}),
            anchors.get(each.path, {}),
            is_named=not named.isdisjoint((each.location, os.path.basename(each.location))),
            is_whole=is_whole,
        )
        for each in members
    }


class Folders:
    """Names of the matrices in folders; each folder is listed once."""

    def __init__(self) -> None:
        self._indexes: dict[str, NameIndex] = {}

    def closest_match(self, path: str) -> str | None:
        """Return the name of the matrix most similar to *path* in its folder, if any."""
        folder, name = os.path.split(path)
        if folder not in self._indexes:
            self._indexes[folder] = NameIndex(_list_matrices(folder))
        return self._indexes[folder].closest_match(name)


def find_missing_files(page: Page, folders: Folders) -> Iterator[tuple[Directive, str | None]]:
    """Yield the directives of *page* whose file is missing, each with a suggestion."""
    for directive, path in page.resolve_directives():
        if path is not None and directive.argument and not os.path.isfile(path):
            yield directive, folders.closest_match(path)


def _make_column(driver: Driver) -> Column:
    title = driver.title
    if title is None or not title.is_known:
        return Column(driver.name, driver.span, None, driver.span)
    text = " ".join(title.value.split()).strip("'\"")
    return Column(driver.name, driver.span, text or None, title.value_span)


def _compare_names(members: Sequence[ProjectMatrix]) -> LocationsByPath:
    holders: dict[str, list[tuple[ProjectMatrix, Column]]] = {}
    similar: dict[tuple[str, str], dict[str, None]] = {}
    for each in members:
        for column in each.columns:
            holders.setdefault(column.name, []).append((each, column))
            similar.setdefault(("name", normalize(column.name)), {})[column.name] = None
            letters = "".join(filter(str.isalnum, (column.title or "").casefold()))
            if letters:
                similar.setdefault(("title", letters), {})[column.name] = None
    found: LocationsByPath = {}
    for names in similar.values():
        if len(names) > 1 and not _occur_together(names, holders):
            _report_names(names, holders, found)
    return found


Holders = Mapping[str, Sequence[tuple[ProjectMatrix, Column]]]


def _occur_together(names: Collection[str], holders: Holders) -> bool:
    """Return whether a matrix has two of *names*: then they are different drivers."""
    paths = [each.path for name in names for each, _ in holders[name]]
    return len(set(paths)) < len(paths)


def _report_names(names: Collection[str], holders: Holders, found: LocationsByPath) -> None:
    # The name in most matrices is the suggestion; between equal ones, the first.
    suggestion = max(names, key=lambda name: len(holders[name]))
    other, column = holders[suggestion][0]
    for name in names:
        if (
            name == suggestion
            or _is_numbering(name, suggestion)
            or not closest_match(name, [suggestion])
        ):
            continue
        for each, _ in holders[name]:
            locations = found.setdefault(each.path, {})
            locations.setdefault(name, OtherLocation(suggestion, other.path, column.span))


def _is_numbering(name: str, other: str) -> bool:
    return _DIGITS.findall(name) != _DIGITS.findall(other)


def _compare_titles(members: Sequence[ProjectMatrix]) -> LocationsByPath:
    # Matrices of different dialects are not compared: nova titles a job by the same name.
    holders: dict[tuple[str, str], list[tuple[ProjectMatrix, Column]]] = {}
    for each in members:
        for column in each.columns:
            if column.title is not None:
                holders.setdefault((each.dialect, column.name), []).append((each, column))
    found: LocationsByPath = {}
    for (_, name), own in holders.items():
        ((suggestion, _),) = Counter(column.title for _, column in own).most_common(1)
        other, typical = next((each, column) for each, column in own if column.title == suggestion)
        for each, column in own:
            if column.title != suggestion:
                place = OtherLocation(str(suggestion), other.path, typical.title_span)
                found.setdefault(each.path, {})[name] = place
    return found


def _compare_anchors(members: Sequence[ProjectMatrix], pages: Sequence[Page]) -> LocationsByPath:
    known = {each.location: each for each in members}
    found: LocationsByPath = {}
    for page in pages:
        paths = dict.fromkeys(
            os.path.realpath(path) for _, path in page.resolve_directives() if path
        )
        seen: dict[str, tuple[ProjectMatrix, Row]] = {}
        for each in (known[path] for path in paths if path in known):
            for row in each.rows:
                other, first = seen.setdefault(row.anchor, (each, row))
                if other is not each:
                    place = OtherLocation(first.name, other.path, first.span)
                    found.setdefault(each.path, {}).setdefault(row.name, place)
    return found


def _find_named_files(pages: Sequence[Page]) -> set[str]:
    """Return the real paths that *pages* name, or file names where paths are unknown."""
    found = set()
    folders = Folders()
    for page in pages:
        for directive, path in page.resolve_directives():
            if path is None or not os.path.isfile(path):
                found.add(os.path.basename(directive.argument or _UNNAMED))
            else:
                found.add(os.path.realpath(path))
        # The suggestion counts as named: one mistake is reported once.
        found.update(
            suggestion for _, suggestion in find_missing_files(page, folders) if suggestion
        )
    return found


def _list_matrices(folder: str) -> Sequence[str]:
    try:
        return [each for each in os.listdir(folder) if each.endswith(".ini")]
    except OSError:
        return ()


def _find_source_folder(folder: str) -> str | None:
    """Return the folder of Sphinx's conf.py, which absolute paths are relative to."""
    while not os.path.isfile(os.path.join(folder, "conf.py")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder
