"""The only door to iniconfig: a source becomes a document, its reading faults told."""

from itertools import chain

from iniconfig import IniConfig, ParseError

from matrixlint.detection import detect
from matrixlint.dialect import BUILT_IN, Dialect
from matrixlint.document import DEFAULT, Document
from matrixlint.ini.blur import blur
from matrixlint.ini.default import apply_defaults
from matrixlint.ini.draft import Draft
from matrixlint.ini.encoding import encoding_faults
from matrixlint.ini.mending import mend
from matrixlint.ini.percent import read_percents
from matrixlint.ini.preamble import read_preamble
from matrixlint.ini.section import are_plain, build_sections
from matrixlint.text.source import Source

# str.splitlines ends a line at these too, an editor does not. Both are blanks.
_LINE_SEPARATORS = str.maketrans("\u2028\u2029", "\xa0\xa0")


def read(
    source: Source, dialects: tuple[Dialect, ...] = BUILT_IN, forced: Dialect | None = None
) -> Document:
    """
    Return the document of *source*, whatever it holds.

    The dialect is *forced*, or the one of *dialects* that declares most drivers.
    """
    dialect = forced or detect(source, dialects)
    document = Document(source, dialect, dialects)
    draft = Draft(source, dialect)
    if source.encoding is None:
        mend(draft)
        blur(draft)
        document.is_read = read_preamble(draft)
    document.faults = [*encoding_faults(source), *draft.faults]
    if document.is_read:
        _fill(document, draft)
    return document


def _fill(document: Document, draft: Draft) -> None:
    told = len(draft.faults)
    ini = _parse(draft)
    document.faults += draft.faults[told:]
    document.mended = draft.mended
    document.lost_names = draft.lost_names
    document.hanging = draft.hanging
    document.lineof = ini.lineof
    document.sections = build_sections(ini, document, draft)
    document.default = next((each for each in document.sections if each.name == DEFAULT), None)
    if "%" in draft.source.text:
        read_percents(document)
    apply_defaults(document)


def _parse(draft: Draft) -> IniConfig:
    try:
        ini = _parse_text(draft)
    except ParseError:
        ini = None
    if ini is None or _collides(ini):
        # Few files say something twice.
        from matrixlint.ini.duplicate import part_duplicates

        part_duplicates(draft)
        ini = _parse_text(draft)
    return ini


def _parse_text(draft: Draft) -> IniConfig:
    text = draft.text
    if not text.isascii():
        text = text.translate(_LINE_SEPARATORS)
    # The default would cut values at '#': URLs hold fragments.
    return IniConfig.parse(draft.source.path, data=text, strip_inline_comments=False)


def _collides(ini: IniConfig) -> bool:
    """Say whether two keys of a section are equal but for case."""
    if are_plain(chain.from_iterable(ini.sections.values())):
        return False
    return any(len(set(map(str.lower, values))) < len(values) for values in ini.sections.values())
