"""The section whose keys stand in every other one."""

from matrixlint.document import DEFAULT, Document, Fault


def apply_defaults(document: Document) -> None:
    """Tell ``[DEFAULT]``, and let every section that lacks one of its keys read it there."""
    default, dialect = document.default, document.dialect
    if default is None or dialect is None:
        return
    if dialect.has_features:
        message = f"the keys of [{DEFAULT}] appear in every section, as the renderer reads it"
        document.faults.append(Fault("MX010", default.span, message))
    for section in document.sections:
        if section.name != dialect.declaration:
            section.adopt(default)
