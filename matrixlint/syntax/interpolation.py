"""The percent signs in values: what the renderer's reader makes of them."""

import re
from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import DEFAULT, Document, Entry, ParseError, Section
from matrixlint.text.lazy_regex import compile_lazily
from matrixlint.text.span import Edit, Span

# A name that another reference begins in is none: to look for its end would be quadratic.
_NAME = r"\(((?:[^)%]++|%(?!\())+)\)s"
_REFERENCE = compile_lazily(rf"%{_NAME}")
_PERCENT = compile_lazily(rf"%(?:%|{_NAME})?")
# configparser gives up on deeper chains (MAX_INTERPOLATION_DEPTH).
_DEPTH = 10


def check_interpolation(document: Document) -> None:
    """Tell percent signs that stand for nothing; read ``%%`` as ``%`` in what is rendered."""
    dialect = document.dialect
    if dialect is None or not dialect.has_features:
        return
    for section in document.sections:
        for key, value in section.values.items():
            if "%" in value and _is_rendered(key, section, dialect):
                _read_value(section.entry(key), section, document)


def _is_rendered(key: str, section: Section, dialect: Dialect) -> bool:
    fields = dialect.driver_fields if dialect.declares(section.name or "") else dialect.fields
    prefixes = (*filter(None, dialect.entry_prefixes), *dialect.note_prefixes)
    if key in fields or key.startswith(prefixes):
        return True
    # Where entries are bare names, any other key may be one.
    return "" in dialect.entry_prefixes


def _read_value(entry: Entry, section: Section, document: Document) -> None:
    errors = list(_find_errors(entry, section, document))
    document.errors += errors
    is_unsure = bool(errors or _REFERENCE.search(entry.value.replace("%%", "")))
    entry.section.raw[entry.key] = entry.value
    entry.value = entry.value.replace("%%", "%")
    # A section that stands twice holds the entries of the second too.
    for holder in (section, entry.section):
        holder.values[entry.key] = entry.value
        if is_unsure:
            holder.unknown_values.add(entry.key)


def _find_errors(entry: Entry, section: Section, document: Document) -> Iterator[ParseError]:
    """Yield a fault for every line of the value that has a percent sign which is none."""
    for number, line in enumerate(entry.value.split("\n")):
        found = list(_PERCENT.finditer(line))
        is_read = {text: _is_read(text, section, document) for text in {each[0] for each in found}}
        bad = [match for match in found if not is_read[match[0]]]
        if bad:
            error = _error(entry.value_spans[number], bad)
            # No level and no status has a percent sign: doubling it would mend nothing.
            yield error if _is_text(entry.key, document) else error._replace(fix=None)


def _is_text(key: str, document: Document) -> bool:
    dialect = document.dialect
    if dialect is None or key in dialect.status_fields:
        return False
    fields = dialect.fields | dialect.driver_fields
    return key in fields or key.startswith(dialect.note_prefixes)


def _error(line: Span, bad: list[re.Match[str]]) -> ParseError:
    spans = [Span.within(line.line, line.column + match.start(), len(match[0])) for match in bad]
    first = bad[0][0]
    if first != "%":
        message = f"{first!r} stands for nothing in this section; a percent sign is written '%%'"
        return ParseError("MX009", spans[0], message)
    message = "'%' stands alone; the renderer expects '%%' for a percent sign"
    lone = [span for span, match in zip(spans, bad, strict=True) if match[0] == "%"]
    edits = tuple(Edit(span, "%%") for span in lone)
    return ParseError(
        "MX009", spans[0], message, fix=Fix("double the percent sign", edits, safe=True)
    )


def _is_read(text: str, section: Section, document: Document) -> bool:
    if text == "%%":
        return True
    # A lone sign has no name, and no key is called so.
    name = text[2:-2].lower()
    if section.name == DEFAULT and name not in section.values:
        # What a default refers to is looked for in the section that reads it.
        return any(name in other.values for other in document.sections)
    return _ends(name, section, document)


def _ends(name: str, section: Section, document: Document) -> bool:
    """Say whether the chain of references from key *name* on comes to an end."""
    default = document.default
    # A set: references to references would multiply.
    names = {name}
    for _ in range(_DEPTH):
        values = [_value(each, section, default) for each in names]
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


def _value(name: str, section: Section, default: Section | None) -> str | None:
    for holder in (section, default):
        if holder is not None and name in holder.values:
            return holder.raw.get(name, holder.values[name])
    return None
