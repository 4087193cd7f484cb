"""MX854 missing-matrix."""

from pathlib import Path

import pytest

from tests.conftest import Command
from tests.rules.project.samples import INDEX, A, diagnostics, matrix, put


def test_a_directive_that_names_no_file_is_reported_where_it_stands(
    folder: Path, cli: Command
) -> None:
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


@pytest.mark.parametrize(
    ("name", "comment"),
    [
        ("x.rst", ".. matrixlint: ignore[MX854] -- made by the build\n\n"),
        ("x.rst", ".. matrixlint: ignore-file[missing-matrix]\n\ntext\n\n"),
        ("x.md", "% matrixlint: ignore[MX8]\n"),
        ("x.md", "<!-- matrixlint: ignore -->\n"),
    ],
)
def test_comments_suppress_what_is_found_in_a_document(
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
