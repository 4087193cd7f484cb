"""What tells a finding from every other one, whatever line it has moved to."""

from collections import Counter
from collections.abc import Iterable, Mapping

from matrixlint.diagnostic import Diagnostic

_LENGTH = 16


def compute_fingerprints(
    diagnostics: Iterable[Diagnostic], relative_paths: Mapping[str, str]
) -> list[str]:
    """
    Return the fingerprint of each of *diagnostics*, which come in file order.

    *relative_paths* maps the path of a diagnostic to its path within the project, which is the
    same wherever the command was started. Equal ones get ``:2``, ``:3`` and so on.
    """
    seen: Counter[str] = Counter()
    found = []
    for diagnostic in diagnostics:
        print_ = compute_fingerprint(
            diagnostic, relative_paths.get(diagnostic.path, diagnostic.path)
        )
        seen[print_] += 1
        count = seen[print_]
        found.append(print_ if count == 1 else f"{print_}:{count}")
    return found


def compute_fingerprint(diagnostic: Diagnostic, relative_path: str) -> str:
    """Return 16 hex digits made of rule, path, section, driver or key, value."""
    # hashlib loads OpenSSL: 2 ms that only the machine formats have a use for.
    import hashlib

    subject = diagnostic.driver if diagnostic.driver is not None else diagnostic.key
    parts = (diagnostic.code, relative_path, diagnostic.section, subject, diagnostic.value)
    text = "\0".join(part or "" for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
