"""Fingerprints: identify a diagnostic even if its line changes."""

from collections import Counter
from collections.abc import Iterable, Mapping

from matrixlint.diagnostic import Diagnostic

_LENGTH = 16


def compute_fingerprints(
    diagnostics: Iterable[Diagnostic], relative_paths: Mapping[str, str]
) -> list[str]:
    """
    Return the fingerprints of *diagnostics*, which are in file order.

    *relative_paths* maps the path of a diagnostic to its path within the project, which does
    not depend on the working directory. Repeated fingerprints get ``:2``, ``:3`` and so on.
    """
    seen: Counter[str] = Counter()
    fingerprints = []
    for diagnostic in diagnostics:
        fingerprint = compute_fingerprint(
            diagnostic, relative_paths.get(diagnostic.path, diagnostic.path)
        )
        seen[fingerprint] += 1
        count = seen[fingerprint]
        fingerprints.append(fingerprint if count == 1 else f"{fingerprint}:{count}")
    return fingerprints


def compute_fingerprint(diagnostic: Diagnostic, relative_path: str) -> str:
    """Return a hash of rule, path, section, driver or key, and value (16 hex digits)."""
    # Imported late: hashlib loads OpenSSL in 2 ms, and only machine formats need it.
    import hashlib

    subject = diagnostic.driver if diagnostic.driver is not None else diagnostic.key
    parts = (diagnostic.code, relative_path, diagnostic.section, subject, diagnostic.value)
    text = "\0".join(part or "" for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
