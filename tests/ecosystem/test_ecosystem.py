"""The check of real projects: what of it needs no network."""

import io
import subprocess
import tarfile
from pathlib import Path

import pytest

from tests.ecosystem import ecosystem
from tests.ecosystem.ecosystem import Matrix, Row, changes, disagreements, matrices, read, verdict
from tests.parsed import CLEAN

ODD = CLEAN.replace("complete", "odd").encode()
ROW = Row("a-1/support-matrix.ini", 6, "MX401")
OTHER = Row("a-1/support-matrix.ini", 1, "MX804")


def sdist(path: Path, members: dict[str, bytes]) -> None:
    with tarfile.open(path, "w:gz") as archive:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
        link = tarfile.TarInfo("a-1/link-support-matrix.ini")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)


def test_matrices_are_read_out_of_sdists(tmp_path: Path) -> None:
    members = {
        "a-1/doc/support-matrix.ini": b"one",
        "a-1/../../feature_matrix_hpc.ini": b"two",
        "a-1/setup.ini": b"no matrix",
    }
    sdist(tmp_path / "a-1.tar.gz", members)
    (tmp_path / "b-1.whl").touch()

    assert list(matrices(str(tmp_path))) == [
        Matrix("a-1/../../feature_matrix_hpc.ini", b"two"),
        Matrix("a-1/doc/support-matrix.ini", b"one"),
    ]
    assert [path.name for path in tmp_path.parent.glob("feature*")] == []


def test_changes_are_shown_in_the_order_of_the_files() -> None:
    assert changes([ROW, ROW, OTHER], [ROW, OTHER, OTHER]) == [f"+{OTHER}", f"-{ROW}"]
    assert changes([ROW], [ROW]) == []


def test_a_page_that_fails_without_an_error_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise ValueError("no page")

    clean = Matrix("a.ini", CLEAN.encode())
    targets = Matrix("b.ini", b"[targets]\ndriver-impl-a=A\n")
    before = [*disagreements(clean), *disagreements(Matrix("a.ini", ODD))]
    monkeypatch.setattr(ecosystem, "render", fail)

    assert before == []
    assert list(disagreements(targets)) == []
    assert list(disagreements(Matrix("a.ini", ODD))) == []
    assert list(disagreements(clean)) == ["a.ini: the renderer fails, no error is told: no page"]


def test_a_snapshot_is_written_and_held(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    snapshot = str(tmp_path / "snapshot.tsv")
    bad, good = (Matrix(ROW.path, data) for data in (ODD, CLEAN.encode()))

    assert verdict([bad], snapshot, update=True) == 0
    assert read(snapshot) == [ROW]
    assert verdict([bad], snapshot, update=False) == 0
    assert verdict([good], snapshot, update=False) == 1
    assert capsys.readouterr().out == (
        f"1 matrices, 1 findings\n1 matrices, 1 findings\n-{ROW}\n1 matrices, 0 findings\n"
    )


def test_the_command_downloads_what_is_pinned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def download(words: list[str], *, check: bool) -> None:
        asked.append((words[1:], check))
        sdist(Path(words[words.index("--dest") + 1]) / "a-1.tar.gz", {ROW.path: ODD})

    asked: list[tuple[list[str], bool]] = []
    monkeypatch.setattr(subprocess, "run", download)
    monkeypatch.setattr(ecosystem, "SNAPSHOT", str(tmp_path / "snapshot.tsv"))
    kept = str(tmp_path / "kept")

    assert [ecosystem.main(["--update", kept]), ecosystem.main([])] == [0, 0]
    ((words, check), _) = asked
    expected = f"-m pip download --quiet --no-deps --no-binary :all: --dest {kept} --requirement"
    assert (words, check) == ([*expected.split(), ecosystem.SDISTS], True)


def test_versions_are_pinned_and_the_snapshot_is_of_them() -> None:
    text = Path(ecosystem.SDISTS).read_text(encoding="utf-8")
    pins = [line.replace("-", "_").split("==") for line in text.splitlines() if line[0] != "#"]
    folders = {row.path.split("/")[0].rpartition("-")[::2] for row in read(ecosystem.SNAPSHOT)}

    assert {(name.replace("-", "_"), version) for name, version in folders} <= {
        (name, version) for name, version in pins
    }
