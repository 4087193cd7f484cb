"""Matrices of one project against each other, and against the documents that name them."""

import json
from pathlib import Path

import pytest

from matrixlint import lint_text
from matrixlint.linter.project.cross_file import Folders
from tests.conftest import Command
from tests.growth import assert_linear

HEAD = "doc/a-support-matrix.ini:"
INDEX = ".. support_matrix:: a-support-matrix.ini\n\n.. support_matrix:: b-support-matrix.ini\n"


def matrix(name: str, *drivers: str) -> str:
    """Return a clean matrix of one feature, *drivers* being ``name=title`` or a bare name."""
    pairs = [each.partition("=")[::2] for each in drivers]
    declared = "".join(f"[driver.{own}]\n{title and f'title={title}'}\n" for own, title in pairs)
    cells = "".join(f"driver.{own}=complete\n" for own, _ in pairs)
    return f"{declared}[operation.{name}]\ntitle={name}\nstatus=optional\n{cells}"


def put(folder: Path, **texts: str) -> None:
    """Write each of *texts* into ``doc``; a name of one letter is that of a matrix."""
    (folder / "doc").mkdir(exist_ok=True)
    for name, text in texts.items():
        own = f"{name}-support-matrix.ini" if len(name) == 1 else name.replace("__", ".")
        (folder / "doc" / own).write_text(text, encoding="utf-8")


def diagnostics(cli: Command, *words: str) -> list[tuple[str, int, str]]:
    """Return path, line and code of what rules on a project find."""
    answer = json.loads(cli("--select=MX85", "--output-format=json", *words).out)
    return [
        (diagnostic["path"].removeprefix("doc/"), diagnostic["line"], diagnostic["code"])
        for diagnostic in answer["diagnostics"]
    ]


A, B, C = "a-support-matrix.ini", "b-support-matrix.ini", "c-support-matrix.ini"
THREE = INDEX + "\n.. support_matrix:: c-support-matrix.ini\n"


@pytest.mark.parametrize(
    ("ours", "theirs", "wanted"),
    [
        ("ovn-x=O", "ovn_x=P", [(B, 1, "MX851")]),
        ("amphora=The Amphora", "amphroa=the  amphora.", [(B, 1, "MX851")]),
        ("amphora=Amphora", "amphroa=Other", []),
        ("amphora", "amphroa", []),
        ("lvm-1=LVM", "lvm-2=LVM", []),
        ("nsd=NSD", "nsd4=NSD", []),
        ("ovn=OVN", "other=OVN", []),
        ("ovn=OVN", "ovn=Open Virtual Network", [(B, 2, "MX852")]),
        ("ovn=OVN", "ovn='OVN'", []),
        ("ovn=The OVN", "ovn=The   OVN", []),
        ("ovn=OVN", "ovn", []),
        ("OVN=O", "ovn=O", []),
    ],
)
def test_two_matrices_against_each_other(
    folder: Path, cli: Command, ours: str, theirs: str, wanted: list[tuple[str, int, str]]
) -> None:
    put(folder, a=matrix("x", ours), b=matrix("y", theirs), index__rst=INDEX)

    assert diagnostics(cli) == wanted


def test_what_most_matrices_say_is_meant(folder: Path, cli: Command) -> None:
    put(
        folder,
        a=matrix("x", "ovn-x=O", "lvm=L"),
        b=matrix("y", "ovn_x=O", "lvm=M"),
        c=matrix("z", "ovn_x=O", "lvm=M"),
        index__rst=THREE,
    )

    assert cli("--select=MX85", ".").out == (
        f"{HEAD}1:1: MX851 inconsistent-driver-name: driver 'ovn-x' is called 'ovn_x' in"
        " 'doc/b-support-matrix.ini'\n"
        f"{HEAD}4:7: MX852 inconsistent-driver-title: driver 'lvm' has the title 'L', and 'M' in"
        " 'doc/b-support-matrix.ini'\n"
    )


def test_drivers_that_stand_together_in_a_matrix_are_different_ones(
    folder: Path, cli: Command
) -> None:
    put(
        folder,
        a=matrix("x", "ovn-x=O", "ovn_x=P"),
        b=matrix("y", "ovn_x=P"),
        c=matrix("z", "ovn-x=O"),
        index__rst=THREE,
    )

    assert diagnostics(cli) == []


def test_titles_of_another_dialect_are_of_another_table(folder: Path, cli: Command) -> None:
    other = "[targets]\ndriver-impl-ovn=A job\n[x]\ntitle=X\nstatus=optional\n"
    put(
        folder,
        a=matrix("x", "ovn=OVN"),
        b=f"{other}driver-impl-ovn=complete\n",
        index__rst=INDEX,
    )

    assert diagnostics(cli) == []


FENCED = "```{support_matrix} b-support-matrix.ini\n```\n"


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("index.rst", INDEX, []),
        ("index.rst", "nothing\n", [A, B]),
        ("index.rst", ".. SUPPORT_MATRIX:: a-support-matrix.ini", [B]),
        ("index.rst", ".. feature_matrix:: a-support-matrix.ini", [B]),
        ("index.rst", ".. support_matrix::\n   a-support-matrix.ini\n", [B]),
        ("index.rst", ".. note::\n\n   .. support_matrix:: a-support-matrix.ini\n", [B]),
        ("index.rst", "x\n\n- y\n\n  .. support_matrix:: a-support-matrix.ini\n  .. x::\n", [B]),
        ("index.rst", "As in::\n\n   .. support_matrix:: a-support-matrix.ini\n", [A, B]),
        ("index.rst", ".. code-block:: rst\n\n   .. support_matrix:: a-support-matrix.ini", [A, B]),
        ("index.rst", ".. hidden\n\n   .. support_matrix:: a-support-matrix.ini\n", [A, B]),
        ("index.rst", "  b::\n\n text\n\n  .. support_matrix:: a-support-matrix.ini\n", [B]),
        ("index.txt", INDEX, [A, B]),
        (".index.rst", INDEX, [A, B]),
        ("index.md", INDEX, []),
        ("index.md", "```{support_matrix} a-support-matrix.ini\n```\n", [B]),
        ("index.md", "```{support_matrix}\n:option: x\n```\n", [A, B]),
        ("index.md", "```{eval-rst}\n.. support_matrix:: a-support-matrix.ini\n```\n", [B]),
        ("index.md", "```rst\n.. support_matrix:: a-support-matrix.ini\n```\n", [A, B]),
        (
            "index.md",
            "````{note}\n```{support_matrix} a-support-matrix.ini\n```\n````\n" + FENCED,
            [],
        ),
        ("index.md", "````rst\n```{support_matrix} a-support-matrix.ini\n```\n````\n", [A, B]),
        ("index.md", "```{code-block} rst\n.. support_matrix:: a-support-matrix.ini\n```", [A, B]),
        ("index.rst", ".. support_matrix:: |folder|/a-support-matrix.ini\n", [B]),
        ("index.rst", ".. support_matrix:: /a-support-matrix.ini\n", [B]),
    ],
)
def test_a_matrix_is_named_by_a_directive_that_is_one(
    folder: Path, cli: Command, name: str, text: str, wanted: list[str]
) -> None:
    put(folder, a=matrix("x", "ovn=O"), b=matrix("y", "ovn=O"))
    (folder / "doc" / name).write_text(text, encoding="utf-8")

    assert diagnostics(cli) == [(path, 1, "MX853") for path in wanted]


def test_a_directive_without_an_argument_names_the_matrix_of_the_usual_name(
    folder: Path, cli: Command
) -> None:
    put(folder, index__rst=".. support_matrix::\n")
    (folder / "doc" / "support-matrix.ini").write_text(matrix("x", "ovn=O"), encoding="utf-8")

    assert diagnostics(cli) == []
    (folder / "doc" / "support-matrix.ini").rename(folder / "support-matrix.ini")
    assert diagnostics(cli) == []


def test_what_declares_no_driver_need_not_be_named(folder: Path, cli: Command) -> None:
    put(folder, a="[operation.x]\ntitle=X\n")

    assert diagnostics(cli) == []


def test_a_directive_that_names_no_file_is_told_where_it_stands(folder: Path, cli: Command) -> None:
    text = (
        "Title\n=====\n\n  .. support_matrix:: a-suport-matrix.ini\n.. support_matrix:: no/x.ini\n"
    )
    put(folder, a=matrix("x", "ovn=O"), index__rst=text)

    answer = cli("--select=MX85", ".")
    assert (answer.status, answer.err) == (0, "found 2 infos in 1 of 2 files\n")
    assert answer.out == (
        "doc/index.rst:4:23: MX854 missing-matrix: directive names 'a-suport-matrix.ini', and there"
        " is no such file; did you mean 'a-support-matrix.ini'?\n"
        "doc/index.rst:5:21: MX854 missing-matrix: directive names 'no/x.ini', and there is no such"
        " file\n"
    )


def test_a_folder_is_listed_once_for_all_that_is_not_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, a=matrix("x", "ovn=O"))
    listed: list[str] = []

    def listdir(path: str) -> list[str]:
        listed.append(path)
        return ["a-support-matrix.ini", "b.rst"]

    monkeypatch.setattr("os.listdir", listdir)
    folders = Folders()
    found = [
        folders.closest_match(f"doc/{name}.ini")
        for name in ("a-support-matrx", "wurst", "a_suport")
    ]

    assert found == ["a-support-matrix.ini", None, None]
    assert listed == ["doc"]


@pytest.mark.parametrize(
    ("argument", "wanted"),
    [
        ("/source/a.ini", []),
        ("/a-support-matrix.ini", []),
        ("/x.ini", ["MX854"]),
        ("..", ["MX854"]),
        ("|x|.ini", []),
        ("a\0.ini", ["MX854"]),
    ],
)
def test_paths_are_relative_to_the_document_or_to_the_folder_of_sphinx(
    folder: Path, cli: Command, argument: str, wanted: list[str]
) -> None:
    put(folder, a=matrix("x", "ovn=O"), conf__py="")
    (folder / "doc" / "source").mkdir()
    (folder / "doc" / "source" / "a.ini").touch()
    page = f".. support_matrix:: {argument}\n.. support_matrix:: ../a-support-matrix.ini\n"
    (folder / "doc" / "source" / "x.rst").write_text(page, encoding="utf-8")

    assert [code for _, _, code in diagnostics(cli)] == wanted


def test_a_document_that_another_includes_has_paths_of_that(folder: Path, cli: Command) -> None:
    put(
        folder,
        a=matrix("x", "ovn=O"),
        index__rst=".. include:: inner/part.rst\n",
    )
    (folder / "doc" / "inner").mkdir()
    page = ".. support_matrix:: a-support-matrix.ini\n"
    (folder / "doc" / "inner" / "part.rst").write_text(page, encoding="utf-8")

    assert diagnostics(cli) == []


def test_features_of_one_page_share_no_anchor(folder: Path, cli: Command) -> None:
    put(
        folder,
        a=matrix("x-y", "ovn=O") + matrix("z", "lvm=L").partition("L\n")[2],
        b=matrix("x_y", "ovn=O"),
        c=matrix("x-y", "ovn=O"),
        index__rst=f".. support_matrix:: {B}\n\n.. support_matrix:: {A}\n",
        other__rst=f".. support_matrix:: {C}\n\n.. support_matrix:: {C}\n",
    )

    assert cli("--select=MX85", ".").out == (
        f"{HEAD}3:1: MX855 page-anchor-collision: [operation.x-y] has the anchor of [operation.x_y]"
        " of 'doc/b-support-matrix.ini', which the same page shows above\n"
    )


def test_documents_elsewhere_and_left_out_are_not_read(folder: Path, cli: Command) -> None:
    put(folder, a=matrix("x", "ovn=O"), index__rst=INDEX.partition("\n")[0])
    outside = folder.parent / "outside.rst"
    outside.write_text(".. support_matrix:: no.ini\n", encoding="utf-8")
    (folder / "doc" / "link.rst").symlink_to(outside)
    for name in (".hidden", "old", "broken"):
        (folder / name).mkdir()
        (folder / name / "x.rst").write_text(".. support_matrix:: no.ini\n", encoding="utf-8")
    (folder / "broken" / "matrixlint.toml").write_text("odd = 1\n", encoding="utf-8")
    (folder / "doc" / "dangling.rst").symlink_to("nowhere.rst")

    assert diagnostics(cli, "--exclude=old") == []
    assert diagnostics(cli) == [("old/x.rst", 1, "MX854")]


def test_a_link_within_the_project_is_a_document(folder: Path, cli: Command) -> None:
    put(folder, a=matrix("x", "ovn=O"))
    (folder / ".shared").mkdir()
    (folder / ".shared" / "x.rst").write_text(INDEX, encoding="utf-8")
    (folder / "doc" / "x.rst").symlink_to("../.shared/x.rst")

    assert diagnostics(cli) == [("x.rst", 3, "MX854")]


def test_a_document_that_is_no_utf8_costs_a_remark(folder: Path, cli: Command) -> None:
    put(folder, a=matrix("x", "ovn=O"))
    page = b"gr\xfc\xdfe\n\n.. support_matrix:: a-support-matrix.ini\n"
    (folder / "doc" / "x.rst").write_bytes(page)
    (folder / "doc" / "y.rst").symlink_to("nowhere_matrix.rst")

    answer = cli("--select=MX85", ".")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err == (
        "matrixlint: doc/x.rst: is not UTF-8\n"
        "matrixlint: doc/y.rst: no such file or folder; did you mean 'doc/x.rst'?\n1 file clean\n"
    )


@pytest.mark.parametrize("selector", ["MX851", "inconsistent-driver-name", "MX85", "MX852"])
def test_the_rules_are_chosen_by_code_name_or_what_they_share(
    folder: Path, cli: Command, selector: str
) -> None:
    put(folder, a=matrix("x", "o-x=O"), b=matrix("y", "o_x=O"), index__rst=INDEX)
    codes = [line.split()[1] for line in cli(f"--select={selector}", ".").out.splitlines()]

    assert codes == ([] if selector == "MX852" else ["MX851"])


@pytest.mark.parametrize("selector", ["ALL", "MX", "MX8"])
def test_nothing_shorter_chooses_them(folder: Path, cli: Command, selector: str) -> None:
    put(folder, a=matrix("x", "o-x=O"), b=matrix("y", "o_x=O"))

    assert cli(f"--select={selector}", ".").out == ""


def test_only_the_files_of_the_run_are_compared(folder: Path, cli: Command) -> None:
    put(folder, a=matrix("x", "o-x=O"), b=matrix("y", "o_x=O"), index__rst=INDEX)

    assert diagnostics(cli, f"doc/{A}") == diagnostics(cli, f"doc/{B}") == []
    assert diagnostics(cli, f"doc/{B}", f"doc/{A}") == [(B, 1, "MX851")]


def test_every_configuration_has_a_project_of_its_own(folder: Path, cli: Command) -> None:
    put(folder, a=matrix("x", "o-x=O"), b=matrix("y", "o_x=O"), index__rst=INDEX)
    (folder / "other").mkdir()
    (folder / "other" / "matrixlint.toml").write_text("", encoding="utf-8")
    (folder / "doc" / B).rename(folder / "other" / B)

    assert diagnostics(cli) == [("index.rst", 3, "MX854"), ("other/" + B, 1, "MX853")]


def test_a_named_configuration_elsewhere_moves_no_project(
    folder: Path, cli: Command, tmp_path: Path
) -> None:
    put(folder, a=matrix("x", "ovn=O"), index__rst=INDEX.partition("\n")[0])
    (tmp_path / "else").mkdir()
    (tmp_path / "else" / "x.toml").write_text("", encoding="utf-8")
    (tmp_path / "else" / "x.rst").write_text(".. support_matrix:: no.ini\n", encoding="utf-8")

    assert diagnostics(cli, f"--config={tmp_path}/else/x.toml") == []


def test_comments_silence_what_is_found_in_a_matrix(folder: Path, cli: Command) -> None:
    silent = "# matrixlint: ignore[MX851] -- so be it\n" + matrix("y", "o_x=O")
    put(folder, a=matrix("x", "o-x=O"), b=silent, index__rst=INDEX)
    words = ("--select=MX85,MX901",)

    assert cli(*words, ".").out == ""
    # Of a part of the project nobody can say what a comment is for.
    assert cli(*words, f"doc/{B}").out == ""
    put(folder, a=matrix("x", "o_x=O"))
    assert [line.split()[1] for line in cli(*words, ".").out.splitlines()] == ["MX901"]


def test_who_is_told_nothing_of_siblings_blames_no_comment(folder: Path) -> None:
    text = "# matrixlint: ignore[MX851] -- so be it\n" + matrix("y", "o_x=O")

    assert lint_text(text, f"{folder}/x.ini", {"select": ["MX85", "MX901"]}) == []


@pytest.mark.parametrize(
    ("name", "comment"),
    [
        ("x.rst", ".. matrixlint: ignore[MX854] -- made by the build\n\n"),
        ("x.rst", ".. matrixlint: ignore-file[missing-matrix]\n\ntext\n\n"),
        ("x.md", "% matrixlint: ignore[MX8]\n"),
        ("x.md", "<!-- matrixlint: ignore -->\n"),
    ],
)
def test_comments_silence_what_is_found_in_a_document(
    folder: Path, cli: Command, name: str, comment: str
) -> None:
    put(folder, a=matrix("x", "ovn=O"))
    page = f"{comment}.. support_matrix:: no.ini\n.. support_matrix:: {A}\n"
    (folder / "doc" / name).write_text(page, encoding="utf-8")

    assert diagnostics(cli) == []
    assert [code for _, _, code in diagnostics(cli, "--no-suppressions")] == ["MX854"]


def test_a_configuration_holds_for_documents_too(folder: Path, cli: Command) -> None:
    put(folder, a=matrix("x", "ovn=O"), index__rst=INDEX)
    settings = "select = ['MX85']\nseverity.MX854 = 'error'\n"
    (folder / "matrixlint.toml").write_text(settings, encoding="utf-8")
    answer = cli(".")

    assert (answer.status, answer.err) == (1, "found 1 error in 1 of 2 files\n")
    ignores = "per-file-ignores = {'*.rst' = ['MX854']}\n"
    (folder / "matrixlint.toml").write_text(ignores + settings, encoding="utf-8")
    assert cli(".") == (0, "", "1 file clean\n")


def test_a_baseline_holds_what_is_known(folder: Path, cli: Command) -> None:
    put(
        folder,
        a=matrix("x", "o-x=O"),
        b=matrix("y", "o_x=O"),
        index__rst=INDEX + ".. support_matrix:: c.ini\n",
    )
    words = ("--select=MX85", "--baseline=b.json")

    cli(*words, "--write-baseline", ".")
    assert cli(*words, ".") == (0, "", "all 3 files clean; 2 findings suppressed\n")
    # The part of a project leaves open what the whole would show.
    assert "stale" not in cli(*words, f"doc/{B}").err
    put(folder, b=matrix("y", "o-x=O"), index__rst=INDEX)
    stale = [line for line in cli(*words, ".").err.splitlines() if "stale" in line]
    assert [line.split(": ")[-1].split()[0] for line in stale] == ["MX851", "MX854"]


def test_jobs_and_fixes_change_nothing(folder: Path, cli: Command) -> None:
    put(
        folder,
        a=matrix("x", "o-x=O"),
        b=matrix("y", "o_x=O") + "  \n",
        index__rst=INDEX + ".. support_matrix:: c.ini\n",
    )
    wanted = [("b-support-matrix.ini", 1, "MX851"), ("index.rst", 4, "MX854")]

    assert diagnostics(cli) == diagnostics(cli, "--jobs=2") == diagnostics(cli, "--fix") == wanted
    assert diagnostics(cli, "--add-ignores") == [("index.rst", 4, "MX854")]


def test_the_standard_input_is_a_matrix_of_its_project(folder: Path, cli: Command) -> None:
    put(folder, a=matrix("x", "o-x=O"), b="", index__rst=INDEX)
    words = ("--select=MX85", f"--stdin-filename=doc/{B}", f"doc/{A}", "-")

    answer = cli(*words, stdin=matrix("y", "o_x=O").encode())
    assert answer.out.split(": ")[1] == "MX851 inconsistent-driver-name"
    assert cli("--select=MX85", "-", stdin=matrix("y", "o_x=O").encode()).out == ""


def test_a_matrix_that_cannot_be_read_leaves_the_others(folder: Path, cli: Command) -> None:
    put(folder, a=matrix("x", "o-x=O"), b=matrix("y", "o_x=O"), index__rst=INDEX)
    (folder / "doc" / C).symlink_to("nowhere")

    answer = cli("--select=MX85", ".")
    assert (answer.status, answer.out.split(": ")[1]) == (2, "MX851 inconsistent-driver-name")


def test_the_other_place_is_in_the_reports_that_have_such(folder: Path, cli: Command) -> None:
    put(folder, a=matrix("x", "o-x=O"), b=matrix("y", "o_x=O"), index__rst=INDEX)

    def answer(form: str) -> str:
        return cli("--select=MX85", f"--output-format={form}", ".").out

    place = {"path": f"doc/{A}", "line": 1, "column": 1, "end_line": 1, "end_column": 13}
    (diagnostic,) = json.loads(answer("json"))["diagnostics"]
    assert diagnostic["related"] == [{**place, "message": "the name there"}]
    (run,) = json.loads(answer("sarif"))["runs"]
    (related,) = run["results"][0]["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"] == {"uri": f"doc/{A}"}
    (diagnostic,) = json.loads(answer("rdjson"))["diagnostics"]
    start = {"start": {"line": 1, "column": 1}}
    other = {"message": "the name there", "location": {"path": f"doc/{A}", "range": start}}
    assert diagnostic["related_locations"] == [other]
    assert answer("full") == (
        "MX851 inconsistent-driver-name: driver 'o_x' is called 'o-x' in 'doc/a-support-matrix.ini'"
        f"\n --> doc/{B}:1:1\n  |\n1 | [driver.o_x]\n  | ^^^^^^^^^^^^\n"
        f"  = doc/{A}:1:1: the name there\n"
    )


@pytest.mark.parametrize("form", ["junit", "gitlab", "github", "markdown", "grouped", "full"])
def test_every_report_can_tell_of_a_document(folder: Path, cli: Command, form: str) -> None:
    put(folder, a=matrix("x", "ovn=O"), index__rst=INDEX)
    answer = cli("--select=MX85", f"--output-format={form}", ".")

    assert (answer.status, answer.out.count("no such file")) == (0, 2 if form == "junit" else 1)


@pytest.mark.slow
@pytest.mark.no_cover
def test_time_grows_with_the_document_and_no_faster(folder: Path, cli: Command) -> None:
    def lint(size: int) -> None:
        wide = ".. support_matrix::" + " " * 10 * size + "\n<!-- matrixlint:" + " -" * 10 * size
        deep = "  .. support_matrix:: a-support-matrix.ini\n" * size
        put(folder, a=matrix("x", "ovn=O"), wide__rst=wide, deep__rst=f"x\n\n{deep}")
        put(folder, wide__md=wide)
        assert diagnostics(cli) == []

    assert_linear(lint, 3_000)
