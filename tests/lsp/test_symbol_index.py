"""Where a text speaks of drivers, features and groups: definitions, references, renaming."""

import pytest

from matrixlint.errors import RenameError
from matrixlint.lsp.references import find_definition, find_references
from matrixlint.lsp.rename import rename_symbol
from tests.lsp.client import analysis, edited, place, texts

DRIVER = """\
[driver.lvm]
title=LVM
[driver.xl]
title=XL
[operation.x]
title=X
status=choice(g)
driver.lvm=complete
driver-notes.lvm=Some.
Driver.XL=missing
[operation.y]
title=Y
status=condition(operation.x==complete)
driver.lvm=complete
driver.xl=complete
[operation.z]
title=Z
status=choice(g)
driver.lvm=complete
driver.xl=complete
"""
TARGETS = """\
[targets]
driver-impl-lvm=LVM
[x]
title=X
status=optional
driver-impl-lvm=partial
driver-notes-lvm=Some.
"""
TARGET = "[target.lvm]\ntitle=LVM\nlink=\n[x]\ntitle=X\nmaturity=complete\nlvm=complete\n"
GRADES = """\
[backends]
backend-impl-lvm=LVM
[backends.backend-impl-lvm]
status=good
[grades]
valid-grades=good
[grades.good]
"""
MISSPELT = DRIVER.replace("driver.lvm=", "driver.lmv=", 1)
LVM = ["8:8 lvm", "9:14 lvm", "14:8 lvm", "19:8 lvm"]


def at(text: str, mark: str) -> str:
    """Return *text* with the cursor behind the first *mark*."""
    return text.replace(mark, f"{mark}¦", 1)


@pytest.mark.parametrize(
    ("text", "mark", "declared", "others"),
    [
        (DRIVER, "[driver.lv", ["1:9 lvm"], LVM),
        (DRIVER, "driver-notes.lv", ["1:9 lvm"], LVM),
        (DRIVER, "Driver.X", ["3:9 xl"], ["10:8 XL", "15:8 xl", "20:8 xl"]),
        (DRIVER, "condition(opera", ["5:2 operation.x"], ["13:18 operation.x"]),
        (DRIVER, "[operation.x", ["5:2 operation.x"], ["13:18 operation.x"]),
        (DRIVER, "[operation.y", ["11:2 operation.y"], []),
        (DRIVER, "choice(", ["7:15 g"], ["18:15 g"]),
        (DRIVER, "title", [], []),
        (DRIVER, "", [], []),
        (TARGETS, "driver-impl-l", ["2:13 lvm"], ["6:13 lvm", "7:14 lvm"]),
        (TARGET, "target.", ["1:9 lvm"], ["7:1 lvm"]),
        (GRADES, "backend-impl-", ["2:14 lvm"], ["3:24 lvm"]),
        (MISSPELT, "driver.lm", ["1:9 lvm"], ["8:8 lmv", *LVM[1:]]),
    ],
)
def test_all_places_are_found(text: str, mark: str, declared: list[str], others: list[str]) -> None:
    text = at(text, mark)
    known, where = analysis(text), place(text)

    assert texts(known, find_definition(known, where)) == declared
    assert texts(known, find_references(known, where, declarations=False)) == others
    assert texts(known, find_references(known, where, declarations=True)) == sorted(
        [*declared, *others], key=lambda each: int(each.partition(":")[0])
    )


def test_what_stands_in_default_is_found_once() -> None:
    text = at("[DEFAULT]\n" + TARGETS.replace("[x]", "[y]\ntitle=Y\n[x]"), "driver-impl-")
    text = text.replace("[DEFAULT]", "[DEFAULT]\ndriver-impl-lvm=missing")
    text = text.replace("¦", "", 1).replace("[targets]\ndriver-impl-", "[targets]\ndriver-impl-¦")
    known = analysis(text)

    found = find_references(known, place(text), declarations=True)
    assert texts(known, found) == ["2:13 lvm", "4:13 lvm", "10:13 lvm", "11:14 lvm"]


def test_the_label_of_an_own_dialect_is_the_declaration(folder: object) -> None:  # noqa: ARG001
    with open("matrixlint.toml", "w", encoding="utf-8") as file:
        file.write("[dialects.own]\nextends='target'\ndeclaration='plugin.'\nlabel='label'\n")
    text = TARGET.replace("[target.lvm]", "[plugin.one]\nlabel=lv¦m")
    known = analysis(text, "support-matrix.ini")

    found = find_references(known, place(text), declarations=True)
    assert texts(known, found) == ["2:7 lvm", "8:1 lvm"]


@pytest.mark.parametrize(
    ("text", "mark", "name", "changes"),
    [
        (DRIVER, "driver-notes.", "disk", {"lvm": "disk"}),
        (DRIVER, "Driver.", "Zed", {"driver.xl": "driver.Zed", "Driver.XL": "Driver.Zed"}),
        (DRIVER, "[operation.x", "operation.q", {"operation.x": "operation.q"}),
        (DRIVER, "choice(", "other", {"(g)": "(other)"}),
        (TARGETS, "driver-impl-", "disk", {"lvm": "disk"}),
        (TARGET, "target.", "disk", {"lvm": "disk"}),
        (GRADES, "backend-impl-", "disk", {"lvm": "disk"}),
        (MISSPELT, "[driver.", "disk", {"lvm": "disk", "lmv": "disk"}),
    ],
)
def test_a_name_is_changed_wherever_it_stands(
    text: str, mark: str, name: str, changes: dict[str, str]
) -> None:
    marked = at(text, mark)
    known = analysis(marked)
    for old, new in changes.items():
        text = text.replace(old, new)

    assert edited(known, rename_symbol(known, place(marked), name)) == text


@pytest.mark.parametrize(
    ("mark", "name", "message"),
    [
        ("[driver.l", "xl", "the matrix would be another if driver 'lvm' were called 'xl'"),
        ("[driver.l", "a]b", "the matrix would be another if driver 'lvm' were called 'a]b'"),
        ("[driver.l", "a=b", "the matrix would be another if driver 'lvm' were called 'a=b'"),
        ("[driver.l", "a b", "a driver cannot be called 'a b'"),
        ("[driver.l", "", "a driver cannot be called ''"),
        ("[driver.l", "\n", "a driver cannot be called '\\n'"),
        (
            "[operation.x",
            "operation.y",
            "the matrix would be another if feature 'operation.x' were called 'operation.y'",
        ),
        (
            "[operation.x",
            "x",
            "the matrix would be another if feature 'operation.x' were called 'x'",
        ),
        ("choice(", "a)", "the matrix would be another if choice group 'g' were called 'a)'"),
        ("title", "name", "nothing that can be renamed stands here"),
    ],
)
def test_a_name_that_changes_the_matrix_is_refused(mark: str, name: str, message: str) -> None:
    text = at(DRIVER, mark)

    with pytest.raises(RenameError) as raised:
        rename_symbol(analysis(text), place(text), name)
    assert str(raised.value) == message


def test_what_has_no_name_is_passed_over() -> None:
    text = "[driver.a]\n[\ntitle=X\nstatus=condition(gone==complete)\ndriver.¦a=complete\n"
    known = analysis(text)

    assert texts(known, find_references(known, place(text), declarations=True)) == [
        "1:9 a",
        "5:8 a",
    ]
