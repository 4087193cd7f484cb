"""MX105 mixed-dialects."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix, Related
from matrixlint.model.feature import Driver, Feature
from matrixlint.model.matrix import Matrix
from matrixlint.model.problems import OtherDialectItems
from matrixlint.rules.rule import Finding
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import Entry, Section
from matrixlint.syntax.edits import rename_key, rename_section
from matrixlint.text.span import Edit, Span


def mixed_dialects(matrix: Matrix) -> Iterator[Finding]:
    """
    Keys or sections of another dialect than the file's.

    ## Why is this bad?

    A renderer knows one dialect. In a file with `[driver.NAME]` sections it passes
    over `driver-impl-NAME=`, a key of the `[targets]` dialect: the cell is
    missing, and the build fails with a bare `KeyError`. Notes by a foreign name
    vanish without a word. Such files are half moved from one renderer to another,
    or took a feature over from another project.

    The dialect is that of the declarations, the most numerous ones if there are
    several kinds. Each other dialect is told once, at its first key or section,
    with the count. All are read as what they mean, so no entry is missing besides.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.encrypt-volume]
    title=Encrypt a volume
    status=optional
    driver.lvm=complete
    #> MX105
    driver-impl-ceph=partial
    driver-notes-ceph=Not for volumes made of an image.
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [driver.ceph]
    title=Ceph RBD

    [operation.encrypt-volume]
    title=Encrypt a volume
    status=optional
    driver.lvm=complete
    driver.ceph=partial
    driver-notes.ceph=Not for volumes made of an image.
    ```

    ## Fix

    The fix renames the keys and headers to those of the file's own dialect. It is
    unsafe: what the page passed over is on it then. Nothing is renamed where one of
    them cannot be: a name that no driver is declared by, a key that is there
    already, the keys of a foreign `[targets]`.
    """
    if matrix.dialect is None:
        return
    own = matrix.dialect
    for items in matrix.other_dialect_items:
        first, *others = sorted(items.places, key=_span)
        count = len(items.places)
        written = first.written_key if isinstance(first, Entry) else f"[{first.name}]"
        more = f" (the first of {count})" if others else ""
        other = items.dialect.name
        message = f"{written!r}{more} is of the {other!r} dialect; the file is {own.name!r}"
        related = tuple(Related(_span(place), "another") for place in others[:9])
        fix = Fix.whole(f"rename to the keys of {own.name!r}", _edits(items, matrix, own))
        yield Finding(_span(first), message, first, related=related, fix=fix, value=other)


def _span(place: Entry | Section) -> Span:
    return place.key_span if isinstance(place, Entry) else place.span


def _edits(items: OtherDialectItems, matrix: Matrix, own: Dialect) -> Iterator[Edit | None]:
    """Yield the edit that renames each place, None for one that cannot be."""
    features = {id(feature.section): feature for feature in matrix.features}
    drivers = {id(driver.place): driver for driver in matrix.drivers}
    for place in items.places:
        if isinstance(place, Section):
            driver = drivers.get(id(place))
            yield _declaration(place, driver, own) if driver else None
        else:
            # What stands in another section stands in other features, too.
            feature = features.get(id(place.section))
            yield _entry(place, feature, own) if feature else None


def _declaration(section: Section, driver: Driver, own: Dialect) -> Edit | None:
    """Return the edit of the header, where all in the section is right in the other dialect."""
    other = driver.dialect
    name = own.declaration + (section.name or "").removeprefix(other.declaration)
    has_unknown_keys = any(entry.key not in own.driver_fields for entry in section.own_entries())
    is_harmless = driver.is_used and not (own.strict and driver.written != driver.name)
    by_keys = own.declaring_keys or own.label or other.label
    if by_keys or has_unknown_keys or not is_harmless:
        return None
    return rename_section(section, name)


def _entry(entry: Entry, feature: Feature, own: Dialect) -> Edit | None:
    """Return the edit of the key to what the file's own dialect has for it."""
    key = _key(entry.key, feature, own)
    # Of a percent sign in a key that it passes over the renderer says nothing.
    if key is None or "%" in entry.value:
        return None
    return rename_key(entry, key)


def _key(key: str, feature: Feature, own: Dialect) -> str | None:
    for driver in feature.drivers:
        if feature.cell_keys.get(driver.index) == key:
            return (
                own.entry_prefix_with_notes + driver.name
                if own.entry_prefix_with_notes
                else driver.cell_key
            )
        if feature.note_keys.get(driver.index) == key and own.note_prefixes:
            return driver.note_key
    return None
