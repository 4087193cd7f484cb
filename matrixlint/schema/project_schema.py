"""The file of a project's own schema: read, checked, and what lies beside it."""

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from matrixlint.errors import ConfigError, ErrorDetail, FileError
from matrixlint.schema import validate
from matrixlint.schema.messages import explain_errors
from matrixlint.schema.validate import Retrieve
from matrixlint.schema.well_formed import FORBIDDEN, expand_false_schemas, is_well_formed
from matrixlint.text.files import format_path, read_file


class OwnSchema(NamedTuple):
    """The schema in the file *path*, a whole path; it has been found to be one."""

    path: str
    content: Mapping[str, Any]


def load(path: str) -> OwnSchema:
    """Return the schema in the file *path*; raise ConfigError where it is none."""
    try:
        return _load(path)
    except RecursionError as error:
        raise ConfigError(ErrorDetail("is nested too deeply", format_path(path))) from error
    except ValueError as error:
        # An address that urllib cannot take apart.
        raise ConfigError(
            ErrorDetail(f"'$id' or '$ref' is no URL: {error}", format_path(path))
        ) from error
    except OverflowError as error:
        # A pattern that repeats more often than Python can.
        raise ConfigError(
            ErrorDetail(f"cannot be evaluated: {error}", format_path(path))
        ) from error


def _load(path: str) -> OwnSchema:
    own = OwnSchema(path, _checked(path))
    if not is_well_formed(own.content):
        broken = [
            _lost(own, *found)
            for found in validate.find_unresolved(own.content, make_retriever(own))
        ]
        if broken:
            raise ConfigError(*broken)
    return own


def make_retriever(own: OwnSchema) -> Retrieve:
    """
    Return what gives the schemas that *own* refers to.

    They are files of the folder that it lies in, by addresses relative to its own.
    Nothing is ever fetched from anywhere else.
    """
    folder = os.path.realpath(os.path.dirname(own.path))
    name = own.content.get("$id", "")

    def retrieve(address: str) -> Any:
        # urllib takes 10 ms to import, and most schemas refer to nothing outside.
        from urllib.parse import unquote, urljoin, urlsplit

        beside = urljoin(name, ".") if urlsplit(name).scheme else ""
        inner = address.removeprefix(beside)
        if urlsplit(inner).scheme or urlsplit(inner).netloc:
            reason = "schemas are read from files beside it only"
            raise FileError(ErrorDetail(reason, address))
        path = os.path.realpath(os.path.join(folder, unquote(inner)))
        if os.path.commonpath([folder, path]) != folder:
            raise FileError(ErrorDetail("the file is outside of the schema's folder", address))
        return _checked(path)

    return retrieve


def _lost(own: OwnSchema, reference: str, error: Exception) -> ErrorDetail:
    causes = _causes(error)
    for cause in causes:
        # A file that is broken itself is what is to be mended.
        if isinstance(cause, ConfigError) and not isinstance(cause.__cause__, FileError):
            return cause.details[0]
    absent = [str(cause) for cause in causes if isinstance(cause, FileError)]
    reason = f": {absent[0]}" if absent else ""
    return ErrorDetail(
        f"'$ref' is {reference!r}, which leads nowhere{reason}", format_path(own.path)
    )


def _causes(error: BaseException | None) -> list[BaseException]:
    return [error, *_causes(error.__cause__)] if error else []


def _checked(path: str) -> Any:
    """Return what the file *path* holds, a schema of a known draft."""
    name = format_path(path)
    content = _parsed(path, name)
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
        told = "; ".join(each.message for each in explain_errors([error]))
        raise ConfigError(ErrorDetail(f"is no JSON Schema: {told}", name))
    return expand_false_schemas(content)


def _parsed(path: str, name: str) -> Any:
    # json takes 4 ms to import, and few projects have a schema of their own.
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
        # Python reads no number of more digits: sys.set_int_max_str_digits.
        raise ConfigError(ErrorDetail("holds a number of too many digits", name)) from error
