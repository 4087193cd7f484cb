"""Recovery from section headers without a closing bracket."""

from bisect import bisect_right
from typing import NamedTuple

from matrixlint.diagnostic import Fix
from matrixlint.syntax.dialects.dialect import Dialect
from matrixlint.syntax.headers import Header
from matrixlint.syntax.recovery.buffer import RecoveryBuffer
from matrixlint.syntax.recovery.used_names import UsedNames, find_used_names
from matrixlint.text.span import Edit


class Unclosed(NamedTuple):
    """A recovered header, and the hint if its name is not the written one."""

    header: Header
    hint: str | None = None


def complete_header(header: Header, line: int, buffer: RecoveryBuffer) -> Unclosed:
    """
    Return the unclosed *header* of a *line* (1-based) with its fix.

    The fix is safe if the file uses the name: else the name may be truncated. If exactly one
    undeclared name that entries use begins with it, that name is the suggestion.
    """
    dialect = buffer.dialect
    if dialect is None or header.fix is None:
        return Unclosed(header)
    used = buffer.used_names or find_used_names(buffer.source.text, dialect)
    buffer.used_names = used
    if _is_confirmed(header.name, dialect, used):
        return Unclosed(header._replace(fix=header.fix._replace(safe=True)))
    name = _find_longer(header.name, dialect, used)
    if name is None:
        return Unclosed(header)
    span = buffer.line_span(line)
    fix = Fix(f"write '[{name}]'", (Edit(span, f"[{name}]"),))
    return Unclosed(header._replace(name=name, fix=fix), f"did you mean '[{name}]'?")


def _is_confirmed(name: str, dialect: Dialect, used: UsedNames) -> bool:
    if dialect.declaring_keys:
        return name == dialect.declaration or name in used.features
    if dialect.declares(name):
        driver = name.removeprefix(dialect.declaration).lower()
        # If another header declares the name, this one may be the beginning of a longer name.
        at = bisect_right(used.undeclared, driver)
        return used.undeclared[at - 1 : at] == [driver]
    return name in used.features


def _find_longer(name: str, dialect: Dialect, used: UsedNames) -> str | None:
    """Return the only undeclared section that begins with *name*, or None."""
    if dialect.declaring_keys or not dialect.declares(name):
        return None
    driver = name.removeprefix(dialect.declaration).lower()
    first = bisect_right(used.undeclared, driver)
    longer = [each for each in used.undeclared[first : first + 2] if each.startswith(driver)]
    return dialect.declaration + longer[0] if len(longer) == 1 else None
