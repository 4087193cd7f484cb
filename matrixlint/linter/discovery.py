"""File discovery: find the files to lint among named files and folders."""

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from matrixlint.config.files import Finder
from matrixlint.config.resolve import apply_per_file_ignores, resolve_shared
from matrixlint.config.settings import CliOverrides, Config, Settings
from matrixlint.diagnostic import Diagnostic
from matrixlint.errors import ConfigError, ErrorDetail, MatrixlintError
from matrixlint.text.files import format_path, is_folder
from matrixlint.text.project_root import find_outside, find_root

# Name of the standard input in reports, unless another is given.
STDIN = "<stdin>"


class Target(NamedTuple):
    """
    File to lint: its *path* as reported, its *location* on the disk, its settings.

    *data* is the text if it was read from the standard input. *diagnostics* are set for a
    document that names matrices: no rule is run on it. *root* is the root of the project
    if the file was found in a folder.
    """

    path: str
    location: str
    settings: Settings
    data: bytes | None = None
    diagnostics: Sequence[Diagnostic] | None = None
    root: str | None = None


class Discovery:
    """
    Collector of the targets of a run.

    *excluded* are the named files that were excluded, *text* is the standard input,
    *details* are the errors, such as missing files. *outside* are links in folders that
    lead out of the project, each with the path it leads to; they are not linted.
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
        """Targets sorted by path, each once."""
        return [self._targets[path] for path in sorted(self._targets)]

    def add(self, path: str, *, force_exclude: bool = False) -> None:
        """Add the file *path*, or the files in the folder *path*."""
        try:
            if is_folder(path):
                self._add_folder(path)
            else:
                self._add_file(path, None, force_exclude=force_exclude)
        except MatrixlintError as error:
            self._add_details(error.details)

    def add_text(self, path: str | None, data: bytes, *, force_exclude: bool = False) -> None:
        """Add *data*, read from the standard input, as the file *path*."""
        self.text = data
        try:
            self._add_file(path, data, force_exclude=force_exclude)
        except MatrixlintError as error:
            self._add_details(error.details)

    def finds(self, path: str) -> bool:
        """Return whether a search of its folder would find the file *path*."""
        parent, name = os.path.split(os.path.abspath(path))
        return self._is_included(self._find_config(parent) or Config(), parent, name)

    def find_document(self, path: str) -> Target | None:
        """Return the target of the document *path* (absolute), None if it is excluded."""
        try:
            config = self._finder.config(os.path.dirname(path))
            settings = self._resolve_settings(config, path)
        except MatrixlintError:
            # An error there does not concern the named files.
            return None
        if self._is_excluded(config, path):
            return None
        return Target(format_path(path), path, settings)

    def _add_details(self, details: Iterable[ErrorDetail]) -> None:
        # Many files may have the same broken configuration.
        self.details += [detail for detail in details if detail not in self.details]

    def _add_file(self, path: str | None, data: bytes | None, *, force_exclude: bool) -> None:
        place = os.path.abspath(path or STDIN)
        config = self._finder.config(os.path.dirname(place))
        if force_exclude and self._is_excluded(config, place):
            self.excluded.append(format_path(place))
            return
        settings = self._resolve_settings(config, place)
        name = format_path(place) if path else STDIN
        self._targets[name] = Target(name, path or STDIN, settings, data)

    def _add_folder(self, folder: str) -> None:
        # Imported late: only folders need git and a file walk.
        from matrixlint.linter.file_listing import list_files

        listing = list_files(os.path.abspath(folder))
        self._add_details(listing.details)
        self.outside += [(format_path(path), place) for path, place in listing.outside.items()]
        configs: dict[str, Config | None] = {}
        for location in listing.paths:
            parent, name = os.path.split(location)
            if parent not in configs:
                configs[parent] = self._find_config(parent)
            config = configs[parent]
            if config and self._is_included(config, parent, name):
                path = format_path(location)
                root = find_root(os.path.abspath(folder), config.path)
                outside = find_outside(location, root) if os.path.islink(location) else None
                if outside is not None:
                    self.outside.append((path, outside))
                    continue
                settings = self._resolve_settings(config, location)
                self._targets[path] = Target(path, location, settings, root=root)

    def _resolve_settings(self, config: Config, path: str) -> Settings:
        if config.path not in self._shared:
            self._shared[config.path] = resolve_shared(config, self._command)
        return apply_per_file_ignores(self._shared[config.path], config, path)

    def _find_config(self, folder: str) -> Config | None:
        try:
            return self._finder.config(folder)
        except ConfigError as error:
            self._add_details(error.details)
            return None

    def _is_included(self, config: Config, parent: str, name: str) -> bool:
        # Imported late: a file that is named needs no pattern.
        from matrixlint.text.globs import matches

        location = os.path.join(parent, name)
        # Fast path: most patterns are of names, and most names match none of them.
        if not any("/" in pattern for pattern in config.settings.include):
            included = matches(name, config.settings.include)
        else:
            included = matches(config.within(location), config.settings.include)
        return included and not self._is_excluded(config, location)

    def _is_excluded(self, config: Config, location: str) -> bool:
        # Fast path: a relative path takes long, and most runs exclude nothing.
        if not (config.settings.exclude or self._exclude):
            return False
        from matrixlint.text.globs import covers

        if config.settings.exclude and covers(config.within(location), config.settings.exclude):
            return True
        return bool(self._exclude) and covers(format_path(location), self._exclude)
