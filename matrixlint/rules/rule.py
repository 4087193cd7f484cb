"""What a rule is: its facts, its page, its check, and the findings that it yields."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from matrixlint.diagnostic import Fix, Related, Severity
from matrixlint.model.matrix import Matrix
from matrixlint.syntax.document import Entry, Section
from matrixlint.text.span import Span


class Finding(NamedTuple):
    """
    What a rule has to say of one place; code, name and path are the linter's to add.

    *about* is the entry or section that the finding speaks of: its names go into the
    report. *value* is given where it is not the entry's own; *severity* only where the
    finding is graver or lighter than its rule.
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


# A rule that has options takes their values, by name, behind the matrix.
Check = Callable[..., Iterator[Finding]]
# What an option may be, in the terms of JSON Schema, with its description and its default.
Option = Mapping[str, Any]


class Rule(NamedTuple):
    """
    A check with its code, its name, its default severity, and the docstring that is its page.

    *options* are what a project may set in ``options``, by name. An option that is called
    ``levels`` holds levels of the matrix.
    """

    code: str
    name: str
    severity: Severity
    docstring: str
    check: Check
    options: Mapping[str, Option] = {}

    @property
    def page(self) -> str:
        """The page that users read (markdown)."""
        # inspect.cleandoc does this too, but importing inspect takes 8 ms. From 3.13 on, Python
        # takes the indentation away itself.
        first, *lines = self.docstring.strip().split("\n")
        margins = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
        margin = min(margins, default=0)
        return "\n".join((first, *(line[margin:].rstrip() for line in lines))) + "\n"

    @property
    def summary(self) -> str:
        """The first line of the page: what the rule finds, in one sentence."""
        return self.page.partition("\n")[0]

    def findings(self, matrix: Matrix, settings: Mapping[str, Any]) -> Iterator[Finding]:
        """Return what the rule finds in *matrix* with *settings* for its options."""
        if not self.options:
            return self.check(matrix)
        defaults = {name: option["default"] for name, option in self.options.items()}
        return self.check(matrix, {**defaults, **settings})


def rule(
    code: str, name: str, *, severity: Severity, options: Mapping[str, Option] | None = None
) -> Callable[[Check], Rule]:
    """Make a rule of a check function; the function's docstring is the rule's page."""

    def made(check: Check) -> Rule:
        return Rule(code, name, severity, check.__doc__ or "", check, options or {})

    return made
