"""The places of a clean matrix that faults are put at."""

from collections.abc import Callable, Iterator

from tests.slips.sheet import Key, Section, Sheet


def headers(sheet: Sheet) -> Iterator[Section]:
    """Every section."""
    yield from sheet.sections


def features(sheet: Sheet) -> Iterator[Section]:
    """Every feature."""
    yield from sheet.features


def free_features(sheet: Sheet) -> Iterator[Section]:
    """Every feature that no condition speaks of."""
    for feature in sheet.features:
        if not sheet.is_referred_to(feature):
            yield feature


def keys(sheet: Sheet) -> Iterator[Key]:
    """Every key."""
    for section in sheet.sections:
        yield from section.keys


def of(*roles: str) -> Callable[[Sheet], Iterator[Key]]:
    """Return what gives the keys of features that play one of *roles*."""

    def places(sheet: Sheet) -> Iterator[Key]:
        for feature in sheet.features:
            for key in feature.keys:
                if key.role in roles:
                    yield key

    return places


entries = of("entry")
notes = of("note")
statuses = of("status")
titles = of("title")


def fields(*names: str) -> Callable[[Sheet], Iterator[Key]]:
    """Return what gives the keys of features that have one of *names*."""

    def places(sheet: Sheet) -> Iterator[Key]:
        for feature in sheet.features:
            for key in feature.keys:
                if key.name in names:
                    yield key

    return places


def declared(*names: str) -> Callable[[Sheet], Iterator[Key]]:
    """Return what gives the keys of drivers' own sections that have one of *names*."""

    def places(sheet: Sheet) -> Iterator[Key]:
        for section in sheet.sections:
            if section.kind == "driver":
                yield from (key for key in section.keys if key.name in names)

    return places


def with_word(*words: str) -> Callable[[Sheet], Iterator[Key]]:
    """Return what gives the status keys whose status begins with one of *words*."""

    def places(sheet: Sheet) -> Iterator[Key]:
        for key in statuses(sheet):
            if key.value.partition("(")[0] in words:
                yield key

    return places


def feature_keys(sheet: Sheet) -> Iterator[Key]:
    """Every key of every feature."""
    for feature in sheet.features:
        yield from feature.keys


def key_lines(sheet: Sheet) -> Iterator[int]:
    """Every line that a key stands on, and the one behind the last."""
    for key in keys(sheet):
        yield key.line
    yield len(sheet.lines)
