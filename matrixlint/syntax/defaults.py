"""The ``[DEFAULT]`` section, whose keys every other section inherits."""

from matrixlint.syntax.document import DEFAULT, Document, ParseError

# How many values sections may inherit: this many, or the second times the values of the file,
# whichever is greater.
_MIN_INHERITED_LIMIT = 5_000
_MAX_INHERITED_RATIO = 10


def apply_defaults(document: Document) -> None:
    """
    Report ``[DEFAULT]``, and add its keys to the sections where they are missing.

    With many keys and many sections, the result would be far larger than the file. Above a
    limit, the sections keep only their own keys and are marked as incomplete.
    """
    default, dialect = document.default, document.dialect
    if default is None or dialect is None:
        return
    sections = [each for each in document.sections if each.name != dialect.declaration]
    own = sum(len(section.values) for section in document.sections)
    limit = max(_MIN_INHERITED_LIMIT, own * _MAX_INHERITED_RATIO)
    is_read = len(default.values) * len(sections) <= limit
    if dialect.has_features or not is_read:
        message = f"the keys of [{DEFAULT}] appear in every section, as the renderer reads it"
        rest = "" if is_read else "; there are too many to be judged there"
        document.errors.append(ParseError("MX010", default.span, message + rest))
    for section in sections:
        if is_read:
            section.merge_missing_from(default)
        else:
            section.is_incomplete = True
