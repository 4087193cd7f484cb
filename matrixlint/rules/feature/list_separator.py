"""MX209 list-separator."""

from collections.abc import Iterator

from matrixlint.diagnostic import Fix
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.syntax.document import Entry
from matrixlint.syntax.edits import find_sign_spans, replace_word

_LIST = "tempest_test_uuids"


def list_separator(matrix: Matrix) -> Iterator[Finding]:
    """
    A comma in a list whose separator is a semicolon.

    ## Why is this bad?

    The page takes the whole value for the id of one test, which no test bears,
    instead of showing one for each.

    This is about `tempest_test_uuids` in feature matrices, where an id never holds
    a comma. `cli` is not judged: the options of a command may have commas.

    ## Example

    ```ini
    [target.ovs]
    title=Open vSwitch

    [provider-network]
    title=Provider networks
    maturity=complete
    #> MX209
    tempest_test_uuids=1c2e4a90-6f0b-4d7e-9a51-0b3c5d7e9f11,7be02d44-93c8-4f16-8d0e-52a6c1f3b728
    ovs=complete
    ```

    ## Use instead

    ```ini
    [target.ovs]
    title=Open vSwitch

    [provider-network]
    title=Provider networks
    maturity=complete
    tempest_test_uuids=1c2e4a90-6f0b-4d7e-9a51-0b3c5d7e9f11;7be02d44-93c8-4f16-8d0e-52a6c1f3b728
    ovs=complete
    ```

    ## Fix

    The fix writes `;` for the comma. It is unsafe: a comma may be a slip within an id, and
    the fix would make two ids of it. A comma that begins a line stays, for a line that
    begins with `;` is a comment.
    """
    for feature in matrix.features:
        if _LIST not in feature.section.values:
            continue
        entry = feature.section.entry(_LIST)
        if "," in entry.value:
            message = f"{_LIST!r} has a comma; its items are separated by ';'"
            yield Finding(entry.key_span, message, entry, fix=_fix(entry))


def _fix(entry: Entry) -> Fix | None:
    document = entry.section.document
    commas = find_sign_spans(entry, ",")
    # A line that begins with a semicolon is a comment.
    starts = {span[:2] for span in entry.value_spans if span.line != entry.line}
    if any(comma[:2] in starts for comma in commas):
        return None
    edits = (replace_word(document, comma, ",", ";") for comma in commas)
    return Fix.whole("write ';'", edits)
