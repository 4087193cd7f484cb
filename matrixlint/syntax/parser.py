"""The only door to iniconfig: a source becomes a document, its reading faults told."""

from itertools import chain

from iniconfig import IniConfig, ParseError

from matrixlint.syntax.defaults import apply_defaults
from matrixlint.syntax.dialects.detection import detect_dialect
from matrixlint.syntax.dialects.dialect import BUILT_IN, Dialect
from matrixlint.syntax.document import DEFAULT, Document
from matrixlint.syntax.encoding import find_encoding_errors
from matrixlint.syntax.interpolation import check_interpolation
from matrixlint.syntax.recovery.buffer import RecoveryBuffer
from matrixlint.syntax.recovery.illegible import mark_illegible
from matrixlint.syntax.recovery.preamble import read_preamble
from matrixlint.syntax.recovery.scan import recover
from matrixlint.syntax.sections import are_plain, build_sections
from matrixlint.text.source import Source

# str.splitlines ends a line at these too, an editor does not. Both are blanks.
_LINE_SEPARATORS = str.maketrans("\u2028\u2029", "\xa0\xa0")


def parse(
    source: Source, dialects: tuple[Dialect, ...] = BUILT_IN, forced: Dialect | None = None
) -> Document:
    """
    Return the document of *source*, whatever it holds.

    The dialect is *forced*, or the one of *dialects* that declares most drivers.
    """
    dialect = forced or detect_dialect(source, dialects)
    document = Document(source, dialect, dialects)
    buffer = RecoveryBuffer(source, dialect)
    if source.encoding is None:
        recover(buffer)
        mark_illegible(buffer)
        document.is_read = read_preamble(buffer)
    document.errors = [*find_encoding_errors(source), *buffer.errors]
    if document.is_read:
        _fill(document, buffer)
    return document


def _fill(document: Document, buffer: RecoveryBuffer) -> None:
    before = len(buffer.errors)
    ini = _parse(buffer)
    document.errors += buffer.errors[before:]
    document.repaired = buffer.repaired
    document.hidden_sections = buffer.hidden_sections
    document.values_below = buffer.values_below
    document.lineof = ini.lineof
    document.sections = build_sections(ini, document, buffer)
    document.default = next((each for each in document.sections if each.name == DEFAULT), None)
    if "%" in buffer.source.text:
        check_interpolation(document)
    apply_defaults(document)


def _parse(buffer: RecoveryBuffer) -> IniConfig:
    try:
        ini = _parse_text(buffer)
    except ParseError:
        ini = None
    if ini is None or _collides(ini):
        # Few files say something twice.
        from matrixlint.syntax.recovery.duplicates import separate_duplicates

        separate_duplicates(buffer)
        ini = _parse_text(buffer)
    return ini


def _parse_text(buffer: RecoveryBuffer) -> IniConfig:
    text = buffer.text
    if not text.isascii():
        text = text.translate(_LINE_SEPARATORS)
    # The default would cut values at '#': URLs hold fragments.
    return IniConfig.parse(buffer.source.path, data=text, strip_inline_comments=False)


def _collides(ini: IniConfig) -> bool:
    """Say whether two keys of a section are equal but for case."""
    if are_plain(chain.from_iterable(ini.sections.values())):
        return False
    return any(len(set(map(str.lower, values))) < len(values) for values in ini.sections.values())
