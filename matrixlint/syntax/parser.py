"""The INI parser: builds the document of a source, and reports its syntax errors."""

from collections.abc import Iterable
from itertools import chain

from iniconfig import IniConfig, ParseError

from matrixlint.syntax.dialects.detection import detect_dialect
from matrixlint.syntax.dialects.dialect import BUILT_IN, Dialect
from matrixlint.syntax.document import DEFAULT, Document
from matrixlint.syntax.document import ParseError as SyntaxProblem
from matrixlint.syntax.recovery.buffer import RecoveryBuffer
from matrixlint.syntax.recovery.preamble import read_preamble
from matrixlint.syntax.recovery.scan import recover
from matrixlint.syntax.sections import are_plain, build_sections
from matrixlint.text.source import Source

# For str.splitlines these end a line, for editors they do not. Both are white space.
_LINE_SEPARATORS = str.maketrans("\u2028\u2029", "\xa0\xa0")


def parse(
    source: Source, dialects: tuple[Dialect, ...] = BUILT_IN, forced: Dialect | None = None
) -> Document:
    """
    Parse *source*; every text has a document, with syntax errors if it is invalid.

    The dialect is *forced*, or else the one of *dialects* that declares most drivers.
    """
    dialect = forced or detect_dialect(source, dialects)
    document = Document(source, dialect, dialects)
    buffer = RecoveryBuffer(source, dialect)
    if source.encoding is None:
        recover(buffer)
        if source.illegal_characters:
            # Imported late: few files have illegal characters.
            from matrixlint.syntax.recovery.illegal_characters import mark_illegal_characters

            mark_illegal_characters(buffer)
        document.is_read = read_preamble(buffer)
    document.errors = [*_find_encoding_errors(source), *buffer.errors]
    if document.is_read:
        _build_document(document, buffer)
    return document


def _find_encoding_errors(source: Source) -> Iterable[SyntaxProblem]:
    if not (source.encoding or source.has_bom or source.illegal_characters):
        return ()
    # Imported late: most files are UTF-8.
    from matrixlint.syntax.encoding import find_encoding_errors

    return find_encoding_errors(source)


def _build_document(document: Document, buffer: RecoveryBuffer) -> None:
    """Fill in the sections of *document*, parsed from the text in *buffer*."""
    before = len(buffer.errors)
    ini = _parse_lines(buffer)
    document.errors += buffer.errors[before:]
    document.repaired = buffer.repaired
    document.hidden_sections = buffer.hidden_sections
    document.values_below = buffer.values_below
    document.lineof = ini.lineof
    document.sections = build_sections(ini, document, buffer)
    document.default = next((each for each in document.sections if each.name == DEFAULT), None)
    if "%" in buffer.source.text:
        # Imported late: few files have a percent sign, or a section [DEFAULT].
        from matrixlint.syntax.interpolation import check_interpolation

        check_interpolation(document)
    if document.default is not None:
        from matrixlint.syntax.defaults import apply_defaults

        apply_defaults(document)


def _parse_lines(buffer: RecoveryBuffer) -> IniConfig:
    try:
        ini = _parse_text(buffer)
    except ParseError:
        ini = None
    if ini is None or _has_duplicates(ini):
        # Imported late: few files have duplicates.
        from matrixlint.syntax.recovery.duplicates import separate_duplicates

        separate_duplicates(buffer)
        ini = _parse_text(buffer)
    return ini


def _parse_text(buffer: RecoveryBuffer) -> IniConfig:
    text = buffer.text
    if not text.isascii():
        text = text.translate(_LINE_SEPARATORS)
    # By default iniconfig cuts values at '#', but URLs have fragments.
    return IniConfig.parse(buffer.source.path, data=text, strip_inline_comments=False)


def _has_duplicates(ini: IniConfig) -> bool:
    """Return whether two keys of a section differ only in case."""
    if are_plain(chain.from_iterable(ini.sections.values())):
        return False
    return any(len(set(map(str.lower, values))) < len(values) for values in ini.sections.values())
