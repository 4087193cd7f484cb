"""Rule API: a rule with its facts, page and check, and its findings."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from matrixlint.diagnostic import Fix, Related, Severity
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.document import Entry, Section
from matrixlint.text.span import Span


class Finding(NamedTuple):
    """
    Finding of a rule; the linter adds code, name and path.

    *about* is the entry or section that the finding is about; its names are reported.
    *value* is only set if it differs from the value of the entry, *severity* only if it
    differs from that of the rule.
    """

    span: Span
    message: str
    about: Entry | Section | None = None
    hint: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    driver: str | None = None
    value: str | None = None


# A check with options takes their values, by name, as a mapping after the matrix.
Check = Callable[..., Iterator[Finding]]
# JSON Schema of an option, with its description and default.
Option = Mapping[str, Any]


class Rule(NamedTuple):
    """
    Rule: a check with its code, name, default severity and page.

    The page is the docstring of the check. *options* are the settings that a project may set
    in ``options``, by name. An option called ``levels`` holds levels of the matrix.
    """

    code: str
    name: str
    severity: Severity
    docstring: str
    check: Check
    options: Mapping[str, Option] = {}

    @property
    def page(self) -> str:
        """Page for users (Markdown)."""
        # Like inspect.cleandoc, but importing inspect takes 8 ms. Since 3.13, Python removes
        # the indentation itself.
        first, *lines = self.docstring.strip().split("\n")
        margins = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
        margin = min(margins, default=0)
        return "\n".join((first, *(line[margin:].rstrip() for line in lines))) + "\n"

    @property
    def summary(self) -> str:
        """First line of the page: what the rule finds, in one sentence."""
        return self.page.partition("\n")[0]

    def findings(self, matrix: Matrix, settings: Mapping[str, Any]) -> Iterator[Finding]:
        """Return the findings of the rule in *matrix*; *settings* are its options."""
        if not self.options:
            return self.check(matrix)
        defaults = {name: option["default"] for name, option in self.options.items()}
        return self.check(matrix, {**defaults, **settings})


def rule(
    code: str, name: str, *, severity: Severity, options: Mapping[str, Option] | None = None
) -> Callable[[Check], Rule]:
    """Make a rule of a check function; the function's docstring is the rule's page."""

    def make_rule(check: Check) -> Rule:
        return Rule(code, name, severity, check.__doc__ or "", check, options or {})

    return make_rule
