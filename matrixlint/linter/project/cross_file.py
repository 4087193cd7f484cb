"""The matrices of one project, held against each other and against the pages that show them."""

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

# What a directive without an argument names.
_UNNAMED = "support-matrix.ini"
_DIGITS = compile_lazily(r"\d+")

# What is to be told of each matrix, by its path and then by what it speaks of.
Told = dict[str, dict[str, OtherLocation]]


class Column(NamedTuple):
    """A driver of a matrix, with its title, None where it has none that is certain."""

    name: str
    span: Span
    title: str | None
    title_span: Span


class Row(NamedTuple):
    """A feature of a matrix, with the anchor that a page gives it."""

    name: str
    anchor: str
    span: Span


class ProjectMatrix(NamedTuple):
    """A matrix of a project: its path as reported, its real path, and what others may have too."""

    path: str
    location: str
    dialect: str
    columns: Sequence[Column]
    diagnostics: Sequence[Row]


class Page(NamedTuple):
    """A document: its whole path, its directives, and whether another document includes it."""

    location: str
    directives: Sequence[Directive]
    is_included: bool = False

    def named(self) -> Iterator[tuple[Directive, str | None]]:
        """Yield the directives, each with the path of its file; None where that is not known."""
        for each in self.directives:
            yield each, self._resolved(each.argument or _UNNAMED)

    def _resolved(self, argument: str) -> str | None:
        # What a document includes lies beside that document.
        if self.is_included or "|" in argument or "\0" in argument:
            return None
        folder = os.path.dirname(self.location)
        if argument.startswith("/"):
            sources = _sources(folder)
            return sources and os.path.join(sources, argument.lstrip("/"))
        return os.path.normpath(os.path.join(folder, argument))


def summarize_matrix(path: str, location: str, matrix: Matrix) -> ProjectMatrix:
    """Return what others may have too of *matrix*, read from the file at *location*."""
    columns = {each.name: _column(each) for each in reversed(matrix.drivers)}
    diagnostics = [
        Row(str(feature.name), anchor, feature.section.span)
        for feature, anchor in find_anchors(matrix.features)
    ]
    dialect = matrix.dialect.name if matrix.dialect else ""
    return ProjectMatrix(
        path, os.path.realpath(location), dialect, list(columns.values())[::-1], diagnostics
    )


def compare_matrices(
    members: Sequence[ProjectMatrix], pages: Sequence[Page], *, is_whole: bool
) -> dict[str, CrossFileFacts]:
    """Return what there is to hold against each of *members*, by their paths."""
    names, titles = _names(members), _titles(members)
    above = _anchors(members, pages)
    named = _named(pages)
    return {
        each.path: CrossFileFacts(
            names.get(each.path, {}),
            titles.get(each.path, {}),
            above.get(each.path, {}),
            is_named=not named.isdisjoint((each.location, os.path.basename(each.location))),
            is_whole=is_whole,
        )
        for each in members
    }


class Folders:
    """The matrices' names in folders, each of which is listed once."""

    def __init__(self) -> None:
        self._names: dict[str, NameIndex] = {}

    def closest_match(self, path: str) -> str | None:
        """Return the name of the matrix that *path* was probably meant to be."""
        folder, name = os.path.split(path)
        if folder not in self._names:
            self._names[folder] = NameIndex(_matrices(folder))
        return self._names[folder].closest_match(name)


def find_missing_files(page: Page, folders: Folders) -> Iterator[tuple[Directive, str | None]]:
    """Yield the directives of *page* that name no file, each with the near file's name."""
    for directive, path in page.named():
        if path is not None and directive.argument and not os.path.isfile(path):
            yield directive, folders.closest_match(path)


def _column(driver: Driver) -> Column:
    title = driver.title
    if title is None or not title.is_known:
        return Column(driver.name, driver.span, None, driver.span)
    text = " ".join(title.value.split()).strip("'\"")
    return Column(driver.name, driver.span, text or None, title.value_span)


def _names(members: Sequence[ProjectMatrix]) -> Told:
    holders: dict[str, list[tuple[ProjectMatrix, Column]]] = {}
    alike: dict[tuple[str, str], dict[str, None]] = {}
    for each in members:
        for column in each.columns:
            holders.setdefault(column.name, []).append((each, column))
            alike.setdefault(("name", normalize(column.name)), {})[column.name] = None
            letters = "".join(filter(str.isalnum, (column.title or "").casefold()))
            if letters:
                alike.setdefault(("title", letters), {})[column.name] = None
    found: Told = {}
    for names in alike.values():
        if len(names) > 1 and not _stand_together(names, holders):
            _tell_names(names, holders, found)
    return found


Holders = Mapping[str, Sequence[tuple[ProjectMatrix, Column]]]


def _stand_together(names: Collection[str], holders: Holders) -> bool:
    """Say whether a matrix has two of *names*: then they are different drivers."""
    paths = [each.path for name in names for each, _ in holders[name]]
    return len(set(paths)) < len(paths)


def _tell_names(names: Collection[str], holders: Holders, found: Told) -> None:
    # What most matrices say is meant; between equals, what the first says.
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
            told = found.setdefault(each.path, {})
            told.setdefault(name, OtherLocation(suggestion, other.path, column.span))


def _is_numbering(name: str, other: str) -> bool:
    return _DIGITS.findall(name) != _DIGITS.findall(other)


def _titles(members: Sequence[ProjectMatrix]) -> Told:
    # Another dialect is another table, of other things: nova entitles a job by the same name.
    holders: dict[tuple[str, str], list[tuple[ProjectMatrix, Column]]] = {}
    for each in members:
        for column in each.columns:
            if column.title is not None:
                holders.setdefault((each.dialect, column.name), []).append((each, column))
    found: Told = {}
    for (_, name), own in holders.items():
        ((suggestion, _),) = Counter(column.title for _, column in own).most_common(1)
        other, held = next((each, column) for each, column in own if column.title == suggestion)
        for each, column in own:
            if column.title != suggestion:
                place = OtherLocation(str(suggestion), other.path, held.title_span)
                found.setdefault(each.path, {})[name] = place
    return found


def _anchors(members: Sequence[ProjectMatrix], pages: Sequence[Page]) -> Told:
    known = {each.location: each for each in members}
    found: Told = {}
    for page in pages:
        paths = dict.fromkeys(os.path.realpath(path) for _, path in page.named() if path)
        seen: dict[str, tuple[ProjectMatrix, Row]] = {}
        for each in (known[path] for path in paths if path in known):
            for diagnostic in each.diagnostics:
                other, first = seen.setdefault(diagnostic.anchor, (each, diagnostic))
                if other is not each:
                    place = OtherLocation(first.name, other.path, first.span)
                    found.setdefault(each.path, {}).setdefault(diagnostic.name, place)
    return found


def _named(pages: Sequence[Page]) -> set[str]:
    """Return the real paths that *pages* name, and the bare names where paths are not known."""
    found = set()
    folders = Folders()
    for page in pages:
        for directive, path in page.named():
            if path is None or not os.path.isfile(path):
                found.add(os.path.basename(directive.argument or _UNNAMED))
            else:
                found.add(os.path.realpath(path))
        # What it was meant to name is named: one mistake is told once.
        found.update(
            suggestion for _, suggestion in find_missing_files(page, folders) if suggestion
        )
    return found


def _matrices(folder: str) -> Sequence[str]:
    try:
        return [each for each in os.listdir(folder) if each.endswith(".ini")]
    except OSError:
        return ()


def _sources(folder: str) -> str | None:
    """Return the folder of Sphinx's conf.py, which whole paths are relative to."""
    while not os.path.isfile(os.path.join(folder, "conf.py")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder
