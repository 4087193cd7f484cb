"""Several rules on project together."""

from pathlib import Path

import pytest

from matrixlint.linter.project.cross_file import Folders
from tests.conftest import Command
from tests.growth import assert_linear
from tests.rules.project.samples import HEAD, INDEX, B, diagnostics, matrix, put

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


@pytest.mark.parametrize("form", ["junit", "gitlab", "github", "markdown", "grouped", "full"])
def test_every_report_can_report_of_a_document(folder: Path, cli: Command, form: str) -> None:
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
