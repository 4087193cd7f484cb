"""MX702 malformed-url."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding
from matrixlint.rules.text._url import find_url_errors, may_hold_url_error
from matrixlint.rules.text._value_lines import find_entries, find_value_lines


def malformed_url(matrix: Matrix) -> Iterator[Finding]:
    """
    A web address that leads nowhere, because its beginning is misspelt.

    ## Why is this bad?

    The page has a dead link where it promises more, or no link at all: renderers
    take what begins with `http://` or `https://` for one, and nothing else.

    Told are one slash for two, a misspelt `http`, a host that is missing, and one
    with a blank or a stray bracket in it. Placeholders such as `http://<host>/` or
    `http://{host}:8080` are fine, and so are the schemes of other protocols.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM
    #> MX702
    link=htp://lvm.example.org/

    [operation.attach-volume]
    title=Attach a volume
    #> MX702
    notes=The guide https:/example.org/attach tells how.
    status=mandatory
    driver.lvm=complete
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM
    link=http://lvm.example.org/

    [operation.attach-volume]
    title=Attach a volume
    notes=The guide https://example.org/attach tells how.
    status=mandatory
    driver.lvm=complete
    ```
    """
    if not may_hold_url_error(matrix.document.source.text):
        return
    for entry in find_entries(matrix, may_hold_url_error):
        for passage in find_value_lines(entry):
            for start, error in find_url_errors(passage.text):
                url = passage.text[start : error.end]
                place = passage.part(start, len(url))
                message = f"{url!r} {error.message}"
                yield Finding(place, message, entry, hint=error.hint, value=url)
