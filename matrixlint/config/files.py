"""Find, read and check configuration files."""

import os
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from matrixlint.config.resolve import read_config
from matrixlint.config.settings import Config, Place
from matrixlint.errors import ConfigError, ErrorDetail, FileError
from matrixlint.text.files import format_path, read_file
from matrixlint.text.project_root import find_outside, find_root, is_repository

if TYPE_CHECKING:
    from matrixlint.config.origin import Override

_PYPROJECT = "pyproject.toml"
_NAMES = ("matrixlint.toml", ".matrixlint.toml", _PYPROJECT)
_TOO_MANY_DIGITS = "holds a number of too many digits"
_TABLE = ("tool", "matrixlint")


class Finder:
    """
    Finder of the configuration that applies to a folder.

    It is the nearest configuration file from the folder up to the repository's root, the
    file *only* if given, or none if *isolated*. *overrides* take precedence over it.
    """

    __slots__ = ("_found", "_only", "_overrides")

    def __init__(
        self,
        only: str | None = None,
        overrides: "Sequence[Override]" = (),
        *,
        isolated: bool = False,
    ) -> None:
        self._found: dict[str, Config | ConfigError] = {}
        self._overrides = overrides
        self._only = _build_default(overrides) if isolated else None
        if only is not None:
            self._only = load_file(os.path.abspath(only), overrides)

    def config(self, folder: str) -> Config:
        """Return the configuration that applies to *folder*, an absolute path."""
        if self._only is not None:
            return self._only
        if folder not in self._found:
            self._found[folder] = self._search(folder)
        found = self._found[folder]
        if isinstance(found, ConfigError):
            raise found
        return found

    def _search(self, folder: str) -> Config | ConfigError:
        """Return the configuration for *folder*; cache it for its parents too."""
        folders = [folder]
        while (found := self._load_folder(folders[-1])) is None:
            parent = os.path.dirname(folders[-1])
            if parent in self._found:
                found = self._found[parent]
                break
            folders.append(parent)
        # Folders may be nested thousands of levels deep: each is read only once.
        self._found.update(dict.fromkeys(folders, found))
        return found

    def _load_folder(self, folder: str) -> Config | ConfigError | None:
        """
        Return the configuration in *folder* itself, None if there is none.

        At the repository's root or the file system's, return the default instead of None.
        """
        try:
            found = _load_first(folder, self._overrides)
            if found is None and (os.path.dirname(folder) == folder or is_repository(folder)):
                return _build_default(self._overrides)
        except ConfigError as error:
            return error
        return found


def load_file(path: str, overrides: "Sequence[Override]" = ()) -> Config:
    """
    Return the configuration of the file *path*, with *overrides* applied.

    Raise ConfigError if the file has no configuration of matrixlint.
    """
    found = _read_config_file(path, overrides)
    if found is None:
        detail = ErrorDetail("has no table [tool.matrixlint]", format_path(path))
        raise ConfigError(detail)
    return found


def _build_default(overrides: "Sequence[Override]") -> Config:
    """Return the configuration that applies without a file."""
    if not overrides:
        return Config()
    # Imported late: few runs have overrides.
    from matrixlint.config.origin import Origin

    return read_config(_merge_overrides({}, overrides), None, Origin("", "", (), overrides))


def _merge_overrides(table: Any, overrides: "Sequence[Override]") -> Any:
    # Imported late: few runs have overrides.
    from matrixlint.config.overrides import merge_overrides

    return merge_overrides(table, overrides)


def _load_first(folder: str, overrides: "Sequence[Override]") -> Config | None:
    for name in _NAMES:
        path = os.path.join(folder, name)
        # A dangling link counts as a file: skipping it would hide a mistake.
        if not os.path.lexists(path):
            continue
        outside = find_outside(path, find_root(folder, path)) if os.path.islink(path) else None
        if outside is not None:
            message = f"is a link that leads out of the project, to {outside!r}"
            raise ConfigError(ErrorDetail(f"{message}; not read", format_path(path)))
        found = _read_config_file(path, overrides)
        if found is not None:
            return found
    return None


def _read_config_file(path: str, overrides: "Sequence[Override]") -> Config | None:
    name = format_path(path)
    try:
        data = read_file(path)
    except FileError as error:
        raise ConfigError(*error.details) from error
    # Most pyproject.toml files do not name matrixlint, and need not be parsed.
    if os.path.basename(path) == _PYPROJECT and b"matrixlint" not in data:
        return None
    text = _decode(data, name)
    table = _parse_toml(text, name)
    place: Place = ()
    if os.path.basename(path) == _PYPROJECT:
        place = _TABLE
        tool = table.get("tool")
        if not isinstance(tool, dict) or "matrixlint" not in tool:
            return None
        table = tool["matrixlint"]
    if overrides and isinstance(table, dict):
        table = _merge_overrides(table, overrides)
    # Imported late: many projects need no configuration.
    from matrixlint.config.origin import Origin

    try:
        return read_config(table, path, Origin(name, text, place, overrides))
    except RecursionError as error:
        raise ConfigError(ErrorDetail("is nested too deeply", name)) from error
    except ValueError as error:
        # A long hexadecimal number can be read but not converted to decimal.
        raise ConfigError(ErrorDetail(_TOO_MANY_DIGITS, name)) from error


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(ErrorDetail("is not UTF-8", name, line)) from error


def _parse_toml(text: str, name: str) -> Any:
    # Imported late: tomllib takes 6 ms, and many projects need no configuration.
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # Before Python 3.14 the position is only in the message.
        message, _, place = str(error).partition(" (at ")
        digits = re.findall(r"\d+", place)
        line = int(digits[0]) if digits else text.count("\n") + 1
        column = int(digits[1]) if digits else None
        reason = f"is no TOML: {message[:1].lower()}{message[1:]}"
        raise ConfigError(ErrorDetail(reason, name, line, column)) from error
    except RecursionError as error:
        raise ConfigError(ErrorDetail("is nested too deeply", name)) from error
    except ValueError as error:
        # Python refuses numbers of more digits: sys.set_int_max_str_digits.
        number = re.search(r"\d[\d_]{4299}", text)
        number_line = text.count("\n", 0, number.start()) + 1 if number else None
        raise ConfigError(ErrorDetail(_TOO_MANY_DIGITS, name, number_line)) from error
