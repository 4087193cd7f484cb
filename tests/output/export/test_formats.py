"""What each format makes of a sheet, whole."""

import csv
import io
import json
import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matrixlint.errors import MatrixlintError
from matrixlint.output.export import FORMATS, render
from matrixlint.schema import validate
from tests.conftest import ROOT
from tests.output.export.sample import made
from tests.parsed import CLEAN
from tests.strategies import PROFILE, broken, matrices

CSV = """\
feature,title,status,argument,driver,driver title,level,release,note,line,findings
operation.attach,Attach,mandatory,,lvm,LVM,complete,,,10,
operation.attach,Attach,mandatory,,Ceph,Ceph | <b>RBD</b>,partial,,"'=1+1
and more",11,
operation.attach,Attach,mandatory,,bare,bare,unknown,,,14,MX408
operation.detach,'@Detach,choice,detaching,lvm,LVM,complete,,,18,MX401
operation.detach,'@Detach,choice,detaching,Ceph,Ceph | <b>RBD</b>,missing,,,19,MX501
operation.detach,'@Detach,choice,detaching,bare,bare,,,,,
odd,odd,optional,,lvm,LVM,complete,,,22,
odd,odd,optional,,Ceph,Ceph | <b>RBD</b>,complete,,,23,
odd,odd,optional,,bare,bare,missing,,,24,
"""
MARKDOWN = """\
# doc/support-matrix.ini

| feature | status | LVM | Ceph &#124; &#60;b&#62;RBD&#60;/b&#62; | bare |
| --- | --- | --- | --- | --- |
| Attach [1] | mandatory | complete | partial [2] | unknown &#9888; |
| &#64;Detach &#9888; | choice&#40;detaching&#41; | complete &#9888; | missing &#9888; | &ndash; |
| odd &#9888; | optional | complete | complete | missing |

## Notes

1. Attach: Needs a kernel.
2. Attach, Ceph &#124; &#60;b&#62;RBD&#60;/b&#62;: =1&#43;1 and more

## Findings

"""
TABLE = """\
feature           status     lvm        Ceph
operation.attach  mandatory  complete   partial*
operation.detach  choice     complete!  missing!
odd               optional   complete   complete

feature           status     bare
operation.attach  mandatory  unknown!
operation.detach  choice     -
odd               optional   missing

* has a note, ! a finding
doc/support-matrix.ini:3:1: error: MX106 uppercase-driver-name: driver 'Ceph' has capitals; \
entries are read in lower case; did you mean '[driver.ceph]'?
"""
TEXTS = st.one_of(matrices(), broken(matrices()))


def test_csv_has_a_line_a_cell() -> None:
    assert render("csv", made()) == CSV


def test_csv_is_read_back() -> None:
    rows = list(csv.DictReader(io.StringIO(render("csv", made()), newline="")))

    assert len(rows) == 9
    assert rows[1]["note"] == "'=1+1\nand more"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        *((f"{sign}1", f"'{sign}1") for sign in "=+-@\uff1d\uff0b\uff0d\uff20"),
        ("a=1", "a=1"),
        ("::error::a", "\\x3a:error::a"),
        ("##vso[a]b", "##vso[a]b"),
        ("a ::b", "a ::b"),
    ],
)
def test_csv_gives_no_program_an_order(title: str, shown: str) -> None:
    text = CLEAN.replace("title=X", f"title={title}")
    (row,) = csv.DictReader(io.StringIO(render("csv", made(text)), newline=""))

    assert row["title"] == shown


def test_no_line_of_csv_begins_as_a_command() -> None:
    text = f"{CLEAN}driver-notes.a=b\n ::error::c\n".replace("operation.x", "::error::d")
    lines = render("csv", made(text)).splitlines()[1:]

    assert [line.partition("error")[0] for line in lines] == ["\\x3a:", "\\x3a:"]


def test_columns_of_a_table_hold_a_name_that_looks_like_a_command() -> None:
    text = render("table", made(CLEAN.replace("operation.x", "::error::d"), "::e::f.ini"))

    assert text.splitlines()[:2] == [
        "feature        status    a",
        "\\x3a:error::d  optional  complete",
    ]
    assert "\n./::e::f.ini:3:" in text


def test_markdown_is_a_page() -> None:
    text = render("markdown", made())

    assert text[: len(MARKDOWN)] == MARKDOWN
    assert text.count("\n- line ") == len(made().findings)


def test_markdown_of_a_clean_matrix_is_its_table() -> None:
    assert render("markdown", made(CLEAN)) == (
        "# doc/support-matrix.ini\n\n| feature | status | A |\n| --- | --- | --- |\n"
        "| X | optional | complete |\n"
    )


def test_a_table_is_cut_into_blocks() -> None:
    text = render("table", made(), width=50)

    assert text[: len(TABLE)] == TABLE
    assert render("table", made(), width=1).count("\nfeature ") == 2


def test_a_table_is_coloured() -> None:
    text = render("table", made(), colored=True, width=80)

    assert text.splitlines()[1] == (
        "operation.attach  mandatory  \033[32mcomplete\033[0m   \033[33mpartial*\033[0m"
        "  \033[35munknown!\033[0m"
    )
    assert re.sub(r"\033\[[0-9;]*m", "", text) == render("table", made(), width=80)


def test_a_table_of_nothing_has_its_heads() -> None:
    text = "doc/support-matrix.ini:1:1: error: MX101 no-drivers: "

    assert render("table", made("")).startswith(f"feature  status\n{text}")


def test_json_has_lines_and_findings() -> None:
    document = json.loads(render("json", made()))
    attach, detach, odd = document["features"].values()

    assert list(validate.find_errors(document, validate.load("matrix"))) == []
    assert detach["implementations"] == {
        "lvm": {"level": "complete", "line": 18, "findings": [5]},
        "ceph": {"level": "missing", "line": 19, "findings": [6]},
    }
    assert attach["implementations"]["ceph"] == {
        "level": "partial",
        "note": "=1+1\nand more",
        "line": 11,
    }
    assert odd["status"] == {"word": "optional"}
    assert document["findings"][5] == {
        "line": 18,
        "column": 12,
        "code": "MX401",
        "name": "unknown-level",
        "severity": "error",
        "message": "driver 'lvm' is 'compelte'; expected complete, partial, missing or unknown",
        "section": "operation.detach",
        "driver": "lvm",
    }


@given(TEXTS)
@settings(PROFILE, max_examples=60)
def test_every_matrix_is_exported_in_every_format(text: str) -> None:
    sheet = made(text)
    document = json.loads(render("json", sheet))

    assert list(validate.find_errors(document, validate.load("matrix"))) == []
    for name in FORMATS:
        lines = render(name, sheet).split("\n")
        assert [line for line in lines if not line.isprintable()] == []


def test_the_page_holds_all_and_no_markup_of_others() -> None:
    text = render("html", made())

    assert "<b>RBD" not in text
    assert text.count('<td class="') == 3 * (1 + 3)
    assert 'id="r1d0">complete<a class="mark" href="#f5" aria-label="finding 6">6</a></td>' in text
    assert '<span id="L18"><i>18</i>driver.lvm=compelte\n</span>' in text
    assert "Attach, Ceph | &lt;b&gt;RBD&lt;/b&gt;</a>: <span>=1+1 and more </span></li>" in text
    assert text.count("<li id=") == len(made().findings) + 2


def test_the_page_of_a_clean_matrix_has_no_findings_and_no_notes() -> None:
    text = render("html", made(CLEAN))

    assert [part for part in ("Findings", "Lines", "Notes", "any finding") if part in text] == []


def test_levels_of_a_project_look_like_what_they_mean() -> None:
    text = "[target.a]\ntitle=A\n[x]\ntitle=X\nmaturity=experimental\na=complete:queens\n"

    assert '<td class="c">complete:queens</td>' in render("html", made(text))
    assert '<td class="o">odd' in render("html", made(CLEAN.replace("=complete", "=odd"))).replace(
        '<td class="o f" id="r0d0">', '<td class="o">'
    )


def test_the_page_needs_jinja_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)

    with pytest.raises(MatrixlintError, match=r"pip install 'matrixlint\[html\]'"):
        render("html", made())


def test_the_page_is_known_by_its_own_hashes() -> None:
    from base64 import b64encode
    from hashlib import sha256

    text = render("html", made())
    parts = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", text, re.DOTALL)
    hashes = [b64encode(sha256(part.encode()).digest()).decode() for part in parts]

    assert re.findall(r"'sha256-([^']+)'", text) == hashes


def test_exporters_are_listed() -> None:
    folder = ROOT / "matrixlint" / "output" / "export"
    names = {path.stem for path in folder.glob("*.py")} - {"__init__", "table_model"}

    assert names == {*FORMATS} - {"table"} | {"terminal"}
