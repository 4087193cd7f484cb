"""What becomes of a text that is moved, in the form that the tests compare."""

from matrixlint.config.settings import Settings
from matrixlint.errors import ErrorDetail, MigrationError
from matrixlint.fixes.migrate import MigrationResult, migrate
from matrixlint.model.json import Table, matrix_to_json
from matrixlint.model.matrix import Matrix


def move(text: str, *, renames: bool = False, settings: Settings | None = None) -> MigrationResult:
    """Return *text* before and after."""
    data = text.encode("utf-8", "surrogateescape")
    return migrate("a.ini", data, settings or Settings(), renames_sections=renames)


def moved(text: str, *, renames: bool = False) -> str:
    """Return what *text* becomes."""
    return move(text, renames=renames).new.data.decode()


def details(text: str, *, renames: bool = False) -> list[ErrorDetail]:
    """Return what keeps *text* from being moved, or nothing."""
    try:
        move(text, renames=renames)
    except MigrationError as error:
        return list(error.details)
    return []


def facts(matrix: Matrix) -> Table:
    """Return *matrix* as JSON, where a name below ``operation.`` is as good as one that is not."""
    prefix = "operation."
    found = matrix_to_json(matrix)
    features = {name.removeprefix(prefix): each for name, each in found["features"].items()}
    for feature in features.values():
        status = feature.get("status", {})
        if "argument" in status:
            status["argument"] = status["argument"].removeprefix(prefix)
    return {"drivers": found["drivers"], "features": features}
