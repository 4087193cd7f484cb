"""The rows and cells of a sheet, and whose the findings are."""

from matrixlint.output.export.table_model import Cell, Column, MatrixTable
from matrixlint.syntax.dialects.dialect import Support
from tests.output.export.sample import made
from tests.parsed import CLEAN, FEATURE


def codes(sheet: MatrixTable, indexes: tuple[int, ...]) -> list[str]:
    return [sheet.findings[at].code for at in indexes]


def test_columns_are_drivers() -> None:
    sheet = made()

    assert [column._replace(findings=()) for column in sheet.columns] == [
        Column("lvm", "LVM", 1),
        Column("Ceph", "Ceph | <b>RBD</b>", 3),
        Column("bare", "bare", 5),
    ]
    assert [codes(sheet, column.findings) for column in sheet.columns] == [[], ["MX106"], ["MX103"]]


def test_rows_are_features() -> None:
    sheet = made()

    assert [row[:6] for row in sheet.rows] == [
        ("operation.attach", "Attach", "mandatory", "", "Needs a kernel.", 6),
        ("operation.detach", "@Detach", "choice", "detaching", "", 15),
        ("odd", "odd", "optional", "", "", 20),
    ]
    assert [codes(sheet, row.findings) for row in sheet.rows] == [
        [],
        ["MX402", "MX503"],
        ["MX201", "MX204"],
    ]


def test_cells_are_what_drivers_do() -> None:
    sheet = made()
    attach, detach, _ = sheet.rows
    implemented = Support.IMPLEMENTED

    assert [cell._replace(findings=()) for cell in (*attach.cells, *detach.cells)] == [
        Cell("complete", implemented, line=10),
        Cell("partial", implemented, note="=1+1\nand more", line=11),
        Cell("unknown", Support.UNKNOWN, line=14),
        Cell("complete", implemented, line=18),
        Cell("missing", Support.MISSING, line=19),
        Cell(),
    ]
    assert [codes(sheet, cell.findings) for cell in (*attach.cells, *detach.cells)] == [
        [],
        [],
        ["MX408"],
        ["MX401"],
        ["MX501"],
        [],
    ]


def test_every_finding_of_a_row_or_column_is_reported_once() -> None:
    sheet = made()
    reported = [
        *(at for column in sheet.columns for at in column.findings),
        *(at for row in sheet.rows for at in row.findings),
        *(at for row in sheet.rows for cell in row.cells for at in cell.findings),
    ]

    assert sorted(reported) == list(range(len(sheet.findings)))


def test_a_finding_of_the_file_is_of_no_row() -> None:
    sheet = made(
        "x\n[driver.a]\ntitle=A\n[operation.x]\ntitle=X\nstatus=optional\ndriver.a=complete\n"
    )

    assert [(row.code, row.line) for row in sheet.findings] == [("MX001", 1)]
    assert [row.findings for row in sheet.rows] == [()]


def test_a_file_without_drivers_has_no_rows() -> None:
    sheet = made("")

    assert (sheet.columns, sheet.rows, [row.code for row in sheet.findings]) == ((), (), ["MX101"])


def test_releases_are_kept_apart() -> None:
    sheet = made("[target.a]\ntitle=A\n[x]\ntitle=X\nmaturity=complete\na=complete:queens\n")

    assert [cell[:3] for cell in sheet.rows[0].cells] == [
        ("complete", Support.IMPLEMENTED, "queens")
    ]


def test_findings_of_drivers_are_those_of_their_sections_and_keys() -> None:
    sections = made(CLEAN.replace("title=A\n", "title=A\nlinkk=x\n"))
    keys = made("[targets]\ndriver-impl-a=\n" + FEATURE.replace("driver.a", "driver-impl-a"))

    assert [codes(sheet, sheet.columns[0].findings) for sheet in (sections, keys)] == [
        ["MX203"],
        ["MX103"],
    ]
