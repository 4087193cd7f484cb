"""Percent signs in values: interpolation as the renderer's INI parser does it."""

import re
from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import DEFAULT, Document, Entry, ParseError, Section
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Edit, Span

# A name contains no other reference: searching for the end of such a name would be quadratic.
_NAME = r"\(((?:[^)%]++|%(?!\())+)\)s"
_REFERENCE = compile_lazily(rf"%{_NAME}")
_PERCENT = compile_lazily(rf"%(?:%|{_NAME})?")
# configparser raises an error for deeper chains (MAX_INTERPOLATION_DEPTH).
_MAX_DEPTH = 10


def check_interpolation(document: Document) -> None:
    """Report invalid percent signs; unescape ``%%`` in rendered values."""
    dialect = document.dialect
    if dialect is None or not dialect.has_features:
        return
    for section in document.sections:
        for key, value in section.values.items():
            if "%" in value and _is_rendered(key, section, dialect):
                _check_value(section.entry(key), section, document)


def _is_rendered(key: str, section: Section, dialect: Dialect) -> bool:
    fields = dialect.driver_fields if dialect.declares(section.name or "") else dialect.fields
    prefixes = (*filter(None, dialect.entry_prefixes), *dialect.note_prefixes)
    if key in fields or key.startswith(prefixes):
        return True
    # If the keys of entries have no prefix, any other key may be an entry.
    return "" in dialect.entry_prefixes


def _check_value(entry: Entry, section: Section, document: Document) -> None:
    errors = list(_find_errors(entry, section, document))
    document.errors += errors
    is_unknown = bool(errors or _REFERENCE.search(entry.value.replace("%%", "")))
    entry.section.raw[entry.key] = entry.value
    entry.value = entry.value.replace("%%", "%")
    # The first of two sections of the same name has the entries of the second too.
    for each in (section, entry.section):
        each.values[entry.key] = entry.value
        if is_unknown:
            each.unknown_values.add(entry.key)


def _find_errors(entry: Entry, section: Section, document: Document) -> Iterator[ParseError]:
    """Yield an error for each line of the value with an invalid percent sign."""
    for number, line in enumerate(entry.value.split("\n")):
        matches = list(_PERCENT.finditer(line))
        texts = {match[0] for match in matches}
        is_valid = {text: _is_valid(text, section, document) for text in texts}
        invalid = [match for match in matches if not is_valid[match[0]]]
        if invalid:
            error = _build_error(entry.value_spans[number], invalid)
            # No level and no status has a percent sign: doubling it would fix nothing.
            yield error if _is_text(entry.key, document) else error._replace(fix=None)


def _is_text(key: str, document: Document) -> bool:
    dialect = document.dialect
    if dialect is None or key in dialect.status_fields:
        return False
    fields = dialect.fields | dialect.driver_fields
    return key in fields or key.startswith(dialect.note_prefixes)


def _build_error(line: Span, invalid: list[re.Match[str]]) -> ParseError:
    spans = [
        Span.within(line.line, line.column + match.start(), len(match[0])) for match in invalid
    ]
    first = invalid[0][0]
    if first != "%":
        message = f"{first!r} stands for nothing in this section; a percent sign is written '%%'"
        return ParseError("MX009", spans[0], message)
    message = "'%' stands alone; the renderer expects '%%' for a percent sign"
    single = [span for span, match in zip(spans, invalid, strict=True) if match[0] == "%"]
    edits = tuple(Edit(span, "%%") for span in single)
    return ParseError(
        "MX009", spans[0], message, fix=Fix("double the percent sign", edits, safe=True)
    )


def _is_valid(text: str, section: Section, document: Document) -> bool:
    """Return whether ``%%``, a reference or a single ``%`` is valid."""
    if text == "%%":
        return True
    # For a single sign the name is empty, and no key is.
    name = text[2:-2].lower()
    if section.name == DEFAULT and name not in section.values:
        # A reference in a default is resolved in the section that inherits it.
        return any(name in other.values for other in document.sections)
    return _is_resolvable(name, section, document)


def _is_resolvable(name: str, section: Section, document: Document) -> bool:
    """Return whether the chain of references from the key *name* on ends."""
    default = document.default
    # A set, because references to references would multiply.
    names = {name}
    for _ in range(_MAX_DEPTH):
        values = [_get_value(each, section, default) for each in names]
        if None in values:
            return False
        names = {
            reference.lower()
            for value in values
            for reference in _REFERENCE.findall((value or "").replace("%%", ""))
        }
        if not names:
            return True
    return False


def _get_value(name: str, section: Section, default: Section | None) -> str | None:
    for each in (section, default):
        if each is not None and name in each.values:
            return each.raw.get(name, each.values[name])
    return None
