"""Show what a run would do: the files it would lint, and their settings."""

from collections.abc import Iterator, Sequence

from matrixlint.config.settings import NEVER, WORDING, Settings
from matrixlint.linter.discovery import Target
from matrixlint.output.json_text import dump_ascii
from matrixlint.text.escape import escape_control, escape_line_start
from matrixlint.text.files import format_path


def show_files(targets: Sequence[Target]) -> str:
    """Return the paths of *targets*, one per line."""
    return "".join(f"{escape_line_start(target.path)}\n" for target in targets)


def show_settings(targets: Sequence[Target]) -> str:
    """Return a block for each of *targets*: its path and its settings as TOML."""
    return "\n".join("\n".join(_format_target(target)) + "\n" for target in targets)


def _format_target(target: Target) -> Iterator[str]:
    yield f"# {escape_control(target.path)}"
    for name, value in _list_values(target.settings):
        yield f"{name} = {_format_toml(value)}" if value is not None else f"# no {name}"


def _list_values(settings: Settings) -> Iterator[tuple[str, object]]:
    yield "configuration", _format_path(settings.config)
    yield "select", sorted(settings.codes)
    yield "severity", settings.severities
    yield "fail-on", settings.fail_on or NEVER
    yield "dialect", settings.dialect
    yield "include", settings.include
    yield "exclude", settings.exclude
    for name in WORDING:
        yield name, settings.wording.get(name, [] if name == "fields" else {})
    yield "options", settings.options
    yield "schema", _format_path(settings.schema.path if settings.schema else None)
    yield "baseline", _format_path(settings.baseline)
    yield "plugins", settings.plugins
    yield "output-format", settings.output_format
    yield "require-suppression-reason", settings.require_suppression_reason


def _format_path(path: str | None) -> str | None:
    return format_path(path) if path else None


def _format_toml(value: object) -> str:
    if isinstance(value, dict):
        inner = ", ".join(
            f"{_format_key(name)} = {_format_toml(element)}" for name, element in value.items()
        )
        return f"{{{inner}}}"
    # Strings, booleans and arrays of them are the same in JSON and TOML.
    return dump_ascii(value)


def _format_key(name: str) -> str:
    is_bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if is_bare else dump_ascii(name)
