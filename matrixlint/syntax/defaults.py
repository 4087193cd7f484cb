"""The section whose keys stand in every other one."""

from matrixlint.syntax.document import DEFAULT, Document, ParseError

# How many values sections may have from there: so many, or so many times those of the file.
_LEAST = 5_000
_TIMES = 10


def apply_defaults(document: Document) -> None:
    """
    Tell ``[DEFAULT]``, and let every section that lacks one of its keys read it there.

    Many keys and many sections would make a far larger file than the one that is read. Past
    a bound the sections have but their own keys, and others may be there for all we know.
    """
    default, dialect = document.default, document.dialect
    if default is None or dialect is None:
        return
    sections = [each for each in document.sections if each.name != dialect.declaration]
    own = sum(len(section.values) for section in document.sections)
    is_read = len(default.values) * len(sections) <= max(_LEAST, own * _TIMES)
    if dialect.has_features or not is_read:
        message = f"the keys of [{DEFAULT}] appear in every section, as the renderer reads it"
        rest = "" if is_read else "; there are too many to be judged there"
        document.errors.append(ParseError("MX010", default.span, message + rest))
    for section in sections:
        if is_read:
            section.merge_missing_from(default)
        else:
            section.is_incomplete = True
