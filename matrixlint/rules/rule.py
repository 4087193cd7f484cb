"""Rule API: a rule with its facts, page and check, and its findings."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any, NamedTuple, cast

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
NO_OPTIONS: Mapping[str, Option] = {}


class Rule:
    """
    Rule: a check with its code, name, default severity and page.

    The page is the docstring of the check. *options* are the settings that a project may set
    in ``options``, by name. An option called ``levels`` holds levels of the matrix.
    """

    __slots__ = ("_check", "_docstring", "code", "name", "options", "severity")

    # Return whether the rule may find something in a matrix; None where that is always so.
    precondition: Callable[[Matrix], object] | None = None

    def __init__(  # noqa: PLR0913, PLR0917  a rule has as many facts
        self,
        code: str,
        name: str,
        severity: Severity,
        docstring: str,
        check: Check,
        options: Mapping[str, Option] = NO_OPTIONS,
    ) -> None:
        self.code = code
        self.name = name
        self.severity = severity
        self.options = options
        self._docstring = docstring
        self._check: Check | None = check

    @property
    def is_imported(self) -> bool:
        """Return whether the check is in memory."""
        return self._check is not None

    @property
    def check(self) -> Check:
        """The function that yields the findings of a matrix."""
        return cast("Check", self._check)

    @property
    def docstring(self) -> str:
        """The page, indented as in the source."""
        return self._docstring

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


class RegisteredRule(Rule):
    """
    A rule of the registry: its check is imported when it is first asked for.

    The check is the function of *module* that has the module's name.
    """

    __slots__ = ("_module", "precondition")

    def __init__(  # noqa: PLR0913  a rule has as many facts
        self,
        code: str,
        name: str,
        severity: Severity,
        *,
        module: str,
        precondition: Callable[[Matrix], object] | None,
        options: Mapping[str, Option],
    ) -> None:
        self.code = code
        self.name = name
        self.severity = severity
        self.options = options
        self.precondition = precondition
        self._module = module
        self._check = None

    @property
    def check(self) -> Check:
        """The function that yields the findings of a matrix."""
        if self._check is None:
            module = import_module(self._module)
            self._check = getattr(module, self._module.rpartition(".")[2])
        return super().check

    @property
    def docstring(self) -> str:
        """The page, indented as in the source."""
        return self.check.__doc__ or ""


def rule(
    code: str, name: str, *, severity: Severity, options: Mapping[str, Option] | None = None
) -> Callable[[Check], Rule]:
    """Make a rule of a check function; the function's docstring is the rule's page."""

    def make_rule(check: Check) -> Rule:
        return Rule(code, name, severity, check.__doc__ or "", check, options or {})

    return make_rule
