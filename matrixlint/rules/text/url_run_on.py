"""MX706 url-run-on."""

import re
from collections.abc import Iterator

from matrixlint.model.feature import Feature
from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.text._url import find_url_errors
from matrixlint.rules.text._value_lines import (
    ValueLine,
    find_entries,
    find_value_lines,
    get_parsed_text,
)
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.document import Entry
from matrixlint.text.lazy_regex import compile_lazily

# As the renderer finds links, and as far as they go without a line end.
_URL = compile_lazily(r"https?://\S*+")
# What stands behind a URL that another line of the value follows. In a file that is indented,
# and may stand below empty lines and comments.
_LINE_END = compile_lazily(r"\n")
_LINE_END_IN_FILE = compile_lazily(r"[^\S\n]*+\n++[\s#;]")
_FINAL = (".", ",", ")")


def url_run_on(matrix: Matrix) -> Iterator[Finding]:
    """
    A web address in notes that the renderer does not end where it ends.

    ## Why is this bad?

    The renderer makes a link of all that stands between `http://` or `https://` and
    the next blank. A line end is no blank: an address that ends its line swallows
    the first word of the next one. A full stop, a comma or a bracket right behind
    it becomes part of the address too. Such links lead nowhere, and nobody sees it
    who does not try them.

    An address may end the notes. Brackets that belong to it, as in
    `https://example.org/a_(b)`, are fine. Only notes are read for links, of features
    and of drivers.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    #> MX706
    notes=See https://example.org/attach/
      for the ways to do it.
    driver.lvm=partial
    #> MX706
    driver-notes.lvm=Slow (https://example.org/bug/1).
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM

    [operation.attach-volume]
    title=Attach a volume
    status=mandatory
    notes=See https://example.org/attach/ for
      the ways to do it.
    driver.lvm=partial
    driver-notes.lvm=Slow: https://example.org/bug/1
    ```
    """
    dialect = matrix.dialect
    # Other renderers show notes as plain text.
    if not (dialect and dialect.strict) or not _may_run_on(
        get_parsed_text(matrix), _LINE_END_IN_FILE
    ):
        return
    notes = _rendered(matrix, dialect)
    for entry in find_entries(matrix, _has_suspect):
        if entry.key in notes.get(id(entry.section), ()):
            yield from _findings(entry)


def _rendered(matrix: Matrix, dialect: Dialect) -> dict[int, set[str]]:
    """Return the keys that are rendered as notes, by the ids of the sections."""
    keys = {"notes", *(driver.note_key for driver in matrix.drivers)}
    rendered = {}
    for feature in matrix.features:
        if feature.name and feature.name.startswith(dialect.feature_prefix):
            rendered[id(feature.section)] = _with_misspelt(keys, feature)
    if rendered:
        rendered[id(matrix.document.default)] = keys
    return rendered


def _with_misspelt(keys: set[str], feature: Feature) -> set[str]:
    values = feature.section.values
    notes = {feature.section.entry("notes").key} if "notes" in values else set()
    unknown = {*notes, *feature.note_keys.values()}
    return keys if unknown <= keys else keys | unknown


def _has_suspect(text: str) -> bool:
    return "://" in text and _may_run_on(text, _LINE_END)


def _may_run_on(text: str, line_end: re.Pattern[str]) -> bool:
    """Return whether a URL may swallow what follows it, most often a line: most texts have none."""
    return any(
        url[0].endswith(_FINAL) or line_end.match(text, url.end()) for url in _URL.finditer(text)
    )


def _findings(entry: Entry) -> Iterator[Finding]:
    last = entry.value_spans[-1]
    for passage in find_value_lines(entry):
        is_last = passage.span == last
        reported = {start for start, _ in find_url_errors(passage.text)}
        for match in _URL.finditer(passage.text):
            message = _error(match, passage, is_last=is_last)
            if message and match.start() not in reported:
                place = passage.part(match.start(), len(match[0]))
                yield Finding(place, message, entry, value=match[0])


def _error(match: re.Match[str], passage: ValueLine, *, is_last: bool) -> str | None:
    url = match[0]
    if url.endswith("://..."):
        # Not a link, and not meant as one.
        return None
    if match.end() == len(passage.text) and not is_last:
        return f"link {url!r} runs on into the next line, up to the next blank"
    if url.endswith(_FINAL) and not (url[-1] == ")" and _is_paired(url)):
        return f"link {url!r} takes the final {url[-1]!r} with it"
    return None


def _is_paired(url: str) -> bool:
    return url.count("(") >= url.count(")")
