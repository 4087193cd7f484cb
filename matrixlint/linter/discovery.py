"""The files that a run lints: the named ones, and those found in named folders."""

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from matrixlint.config.files import Finder
from matrixlint.config.resolve import apply_per_file_ignores, resolve_shared
from matrixlint.config.settings import CliOverrides, Config, Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ConfigError, ErrorDetail, MatrixlintError
from matrixlint.text.files import format_path, is_folder
from matrixlint.text.globs import covers, matches
from matrixlint.text.project_root import find_outside, find_root

# What reports call the standard input where no name is given for it.
STDIN = "<stdin>"


class Target(NamedTuple):
    """
    A file to lint: its *path* as reported, its *location* on the disk, its settings.

    *data* holds what was read from the standard input instead of a file. *diagnostics* are
    given for a document that names matrices, which no rule is run on.
    *root* is that of the project, where the file was found in a folder.
    """

    path: str
    location: str
    settings: Settings
    data: bytes | None = None
    diagnostics: Sequence[Diagnostic] | None = None
    root: str | None = None


class Discovery:
    """
    The targets, gathered from what the command line names.

    *excluded* are the named files that were left out, *text* is what came from the standard
    input, *details* is what was named and is not there. *outside* are the links in folders that
    lead out of the project, each with the path that it leads to; they are left out.
    """

    __slots__ = (
        "_command",
        "_exclude",
        "_finder",
        "_shared",
        "_targets",
        "details",
        "excluded",
        "outside",
        "text",
    )

    def __init__(self, finder: Finder, command: CliOverrides, exclude: Sequence[str] = ()) -> None:
        self._finder = finder
        self._command = command
        self._exclude = exclude
        self._shared: dict[str | None, Settings] = {}
        self._targets: dict[str, Target] = {}
        self.excluded: list[str] = []
        self.outside: list[tuple[str, str]] = []
        self.text: bytes | None = None
        self.details: list[ErrorDetail] = []

    @property
    def targets(self) -> list[Target]:
        """The targets in the order of their paths, each once."""
        return [self._targets[path] for path in sorted(self._targets)]

    def add(self, path: str, *, force_exclude: bool = False) -> None:
        """Take the file *path*, or those in the folder *path*."""
        try:
            if is_folder(path):
                self._add_folder(path)
            else:
                self._add_file(path, None, force_exclude=force_exclude)
        except MatrixlintError as error:
            self._tell(error.details)

    def add_text(self, path: str | None, data: bytes, *, force_exclude: bool = False) -> None:
        """Take *data*, read from the standard input, as the file *path*."""
        self.text = data
        try:
            self._add_file(path, data, force_exclude=force_exclude)
        except MatrixlintError as error:
            self._tell(error.details)

    def finds(self, path: str) -> bool:
        """Say whether a search of its folder would take the file *path*."""
        parent, name = os.path.split(os.path.abspath(path))
        return self._is_included(self._config(parent) or Config(), parent, name)

    def document(self, path: str) -> Target | None:
        """Return the file at the absolute *path* with its settings; None where it is left out."""
        try:
            config = self._finder.config(os.path.dirname(path))
            holds = self._holds(config, path)
        except MatrixlintError:
            # What is wrong there is no matter of the files that were named.
            return None
        if self._is_excluded(config, path):
            return None
        return Target(format_path(path), path, holds)

    def _tell(self, details: Iterable[ErrorDetail]) -> None:
        # One broken configuration may hold for many files.
        self.details += [detail for detail in details if detail not in self.details]

    def _add_file(self, path: str | None, data: bytes | None, *, force_exclude: bool) -> None:
        place = os.path.abspath(path or STDIN)
        config = self._finder.config(os.path.dirname(place))
        if force_exclude and self._is_excluded(config, place):
            self.excluded.append(format_path(place))
            return
        holds = self._holds(config, place)
        name = format_path(place) if path else STDIN
        self._targets[name] = Target(name, path or STDIN, holds, data)

    def _add_folder(self, folder: str) -> None:
        # Only folders need git and the looking around.
        from matrixlint.linter.listing import list_files

        listing = list_files(os.path.abspath(folder))
        self._tell(listing.details)
        self.outside += [(format_path(path), place) for path, place in listing.outside.items()]
        configs: dict[str, Config | None] = {}
        for location in listing.paths:
            parent, name = os.path.split(location)
            if parent not in configs:
                configs[parent] = self._config(parent)
            config = configs[parent]
            if config and self._is_included(config, parent, name):
                path = format_path(location)
                root = find_root(os.path.abspath(folder), config.path)
                outside = find_outside(location, root) if os.path.islink(location) else None
                if outside is not None:
                    self.outside.append((path, outside))
                    continue
                holds = self._holds(config, location)
                self._targets[path] = Target(path, location, holds, root=root)

    def _holds(self, config: Config, path: str) -> Settings:
        if config.path not in self._shared:
            self._shared[config.path] = resolve_shared(config, self._command)
        return apply_per_file_ignores(self._shared[config.path], config, path)

    def _config(self, folder: str) -> Config | None:
        try:
            return self._finder.config(folder)
        except ConfigError as error:
            self._tell(error.details)
            return None

    def _is_included(self, config: Config, parent: str, name: str) -> bool:
        location = os.path.join(parent, name)
        # Most patterns are of names, and most names match none of them.
        if not any("/" in pattern for pattern in config.include):
            included = matches(name, config.include)
        else:
            included = matches(config.within(location), config.include)
        return included and not self._is_excluded(config, location)

    def _is_excluded(self, config: Config, location: str) -> bool:
        # A relative path takes long, and most runs exclude nothing.
        if config.exclude and covers(config.within(location), config.exclude):
            return True
        return bool(self._exclude) and covers(format_path(location), self._exclude)
