"""Loading of a project's own schema, and of the files that it refers to."""

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from matrixlint.errors import ConfigError, ErrorDetail, FileError
from matrixlint.schema import validate
from matrixlint.schema.messages import explain_errors
from matrixlint.schema.validate import Retrieve
from matrixlint.schema.well_formed import FORBIDDEN, expand_false_schemas, is_well_formed
from matrixlint.text.files import format_path, read_file


class ProjectSchema(NamedTuple):
    """A project's own schema, already checked; *path* is the full path of its file."""

    path: str
    content: Mapping[str, Any]


def load(path: str) -> ProjectSchema:
    """Load the schema in the file *path*; raise ConfigError if invalid."""
    try:
        return _load(path)
    except RecursionError as error:
        raise ConfigError(ErrorDetail("is nested too deeply", format_path(path))) from error
    except ValueError as error:
        # An address that urllib cannot parse.
        raise ConfigError(
            ErrorDetail(f"'$id' or '$ref' is no URL: {error}", format_path(path))
        ) from error
    except OverflowError as error:
        # A pattern with a repetition count that is too large for Python.
        raise ConfigError(
            ErrorDetail(f"cannot be evaluated: {error}", format_path(path))
        ) from error


def _load(path: str) -> ProjectSchema:
    own = ProjectSchema(path, _load_file(path))
    if not is_well_formed(own.content):
        details = [
            _explain_unresolved(own, reference, error)
            for reference, error in validate.find_unresolved(own.content, make_retriever(own))
        ]
        if details:
            raise ConfigError(*details)
    return own


def make_retriever(own: ProjectSchema) -> Retrieve:
    """
    Return the function that loads the schemas that *own* refers to.

    They are files in the same folder, with addresses relative to its own. Nothing is fetched
    from anywhere else.
    """
    folder = os.path.realpath(os.path.dirname(own.path))
    name = own.content.get("$id", "")

    def retrieve(address: str) -> Any:
        # urllib takes 10 ms to import, and most schemas do not refer to other files.
        from urllib.parse import unquote, urljoin, urlsplit

        base = urljoin(name, ".") if urlsplit(name).scheme else ""
        relative = address.removeprefix(base)
        if urlsplit(relative).scheme or urlsplit(relative).netloc:
            reason = "schemas are read from files beside it only"
            raise FileError(ErrorDetail(reason, address))
        path = os.path.realpath(os.path.join(folder, unquote(relative)))
        if os.path.commonpath([folder, path]) != folder:
            raise FileError(ErrorDetail("the file is outside of the schema's folder", address))
        return _load_file(path)

    return retrieve


def _explain_unresolved(own: ProjectSchema, reference: str, error: Exception) -> ErrorDetail:
    causes = _list_causes(error)
    for cause in causes:
        # If the referenced file is invalid itself, its error is the one to report.
        if isinstance(cause, ConfigError) and not isinstance(cause.__cause__, FileError):
            return cause.details[0]
    unreadable = [str(cause) for cause in causes if isinstance(cause, FileError)]
    reason = f": {unreadable[0]}" if unreadable else ""
    return ErrorDetail(
        f"'$ref' is {reference!r}, which leads nowhere{reason}", format_path(own.path)
    )


def _list_causes(error: BaseException | None) -> list[BaseException]:
    return [error, *_list_causes(error.__cause__)] if error else []


def _load_file(path: str) -> Any:
    """Load the file *path*, which must be a schema of a supported draft."""
    name = format_path(path)
    content = _parse_file(path, name)
    if content is True:
        return {}
    if content is False:
        return FORBIDDEN
    if not isinstance(content, dict):
        raise ConfigError(ErrorDetail("is no JSON Schema; expected an object", name))
    draft = content.get("$schema", validate.DRAFTS[0])
    if not isinstance(draft, str) or draft.rstrip("#") not in validate.DRAFTS:
        message = f"'$schema' is {draft!r}; expected {' or '.join(map(repr, validate.DRAFTS))}"
        raise ConfigError(ErrorDetail(message, name))
    error = None if is_well_formed(content) else validate.find_schema_error(content)
    if error:
        messages = "; ".join(each.message for each in explain_errors([error]))
        raise ConfigError(ErrorDetail(f"is no JSON Schema: {messages}", name))
    return expand_false_schemas(content)


def _parse_file(path: str, name: str) -> Any:
    # json takes 4 ms to import, and few projects have their own schema.
    import json

    try:
        data = read_file(path)
    except FileError as error:
        raise ConfigError(*error.details) from error
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(ErrorDetail("is not UTF-8", name, line)) from error
    except json.JSONDecodeError as error:
        reason = f"is no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise ConfigError(ErrorDetail(reason, name, error.lineno, error.colno)) from error
    except ValueError as error:
        # Python limits the digits of a number: sys.set_int_max_str_digits.
        raise ConfigError(ErrorDetail("holds a number of too many digits", name)) from error
