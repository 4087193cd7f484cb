"""Messages of changes, in one line each."""

from matrixlint.model.diff.change import Change, Kind
from matrixlint.text.phrases import format_count

# Longer texts are shortened, because the old and the new one are in one line.
_MAX_TEXT_LENGTH = 60


def describe_change(change: Change) -> str:
    """Return the message of *change*: its subject, the values and the direction."""
    kind, _, what = change.kind.partition("-")
    if what == "renamed":
        before = _format_name(kind, str(change.before))
        return f"{before} is renamed to {str(change.after)!r}, known by its {change.evidence}"
    if what:
        support = _describe_support(change, was=what == "removed")
        return f"{_describe_owner(change)} is {what}; {support}"
    direction = f": {change.direction}" if change.direction else ""
    before, after = _format_text(change.before), _format_text(change.after)
    return f"{describe_subject(change)}: {before} becomes {after}{direction}"


def describe_subject(change: Change) -> str:
    """Return the subject of *change*."""
    if change.field is None and "-" in change.kind:
        # The subject is a whole driver or feature.
        return _describe_owner(change)
    what = repr(change.field) if change.kind is Kind.FIELD else str(change.kind)
    return f"{what} of {_describe_owner(change)}"


def _describe_owner(change: Change) -> str:
    driver, feature = change.driver, change.feature
    names = (
        driver and _format_name("driver", driver),
        feature and _format_name("feature", feature),
    )
    return " in ".join(filter(None, names))


def _format_name(kind: str, name: str) -> str:
    return f"[{name}]" if kind == "feature" else f"driver {name!r}"


def _describe_support(change: Change, *, was: bool) -> str:
    support = change.support or 0
    if change.driver is not None:
        return f"it {'implemented' if was else 'implements'} {format_count(support, 'feature')}"
    verb = "implemented" if was else "implements" if support == 1 else "implement"
    return f"{format_count(support, 'driver')} {verb} it"


def _format_text(text: str | None) -> str:
    if text is None:
        return "nothing"
    return repr(text if len(text) <= _MAX_TEXT_LENGTH else f"{text[:_MAX_TEXT_LENGTH]}…")
