"""What is said of a change in one line."""

from matrixlint.model.diff.change import Change, Kind
from matrixlint.text.phrases import format_count

# Of a text as long as this, more would not fit beside what it has become.
_LONGEST = 60


def describe_change(change: Change) -> str:
    """Return what has changed, and which way."""
    kind, _, what = change.kind.partition("-")
    if what == "renamed":
        before = _name(kind, str(change.before))
        return f"{before} is renamed to {str(change.after)!r}, known by its {change.evidence}"
    if what:
        return f"{_owner(change)} is {what}; {_support(change, was=what == 'removed')}"
    direction = f": {change.direction}" if change.direction else ""
    before, after = _shown(change.before), _shown(change.after)
    return f"{describe_subject(change)}: {before} becomes {after}{direction}"


def describe_subject(change: Change) -> str:
    """Return what it is that has changed."""
    if change.field is None and "-" in change.kind:
        # A whole driver or feature.
        return _owner(change)
    what = repr(change.field) if change.kind is Kind.FIELD else str(change.kind)
    return f"{what} of {_owner(change)}"


def _owner(change: Change) -> str:
    driver, feature = change.driver, change.feature
    names = (driver and _name("driver", driver), feature and _name("feature", feature))
    return " in ".join(filter(None, names))


def _name(kind: str, name: str) -> str:
    return f"[{name}]" if kind == "feature" else f"driver {name!r}"


def _support(change: Change, *, was: bool) -> str:
    support = change.support or 0
    if change.driver is not None:
        return f"it {'implemented' if was else 'implements'} {format_count(support, 'feature')}"
    verb = "implemented" if was else "implements" if support == 1 else "implement"
    return f"{format_count(support, 'driver')} {verb} it"


def _shown(text: str | None) -> str:
    if text is None:
        return "nothing"
    return repr(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
