"""Many files linted on a cluster of Dask's, as one process lints them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from matrixlint.cli import main
from tests.conftest import ROOT
from tests.parsed import CLEAN

pytestmark = pytest.mark.external
pytest.importorskip("distributed", reason="needs Dask: tests/external/install")

EXAMPLE = ROOT / "examples" / "many-repositories"
# 10,000 take a minute and a half: MATRIXLINT_MANY=10000 has them all linted.
FILES = int(os.environ.get("MATRIXLINT_MANY", "400"))
TEXTS = (
    CLEAN.encode(),
    CLEAN.replace("complete", "compelte").encode(),
    CLEAN.replace("title=X", "title=\xdc 中").encode(),
    b"[driver.a\ntitle=\xff\n",
    b"",
    CLEAN.replace("\n", "\r\n").replace("optional", "odd").encode(),
)
# A file of this name takes down whoever lints it.
DEADLY = """
import os, signal, sys
import cluster

def work(path):
    if path.startswith("poison"):
        os.kill(os.getpid(), signal.SIGKILL)
    return cluster.linted(path)

if __name__ == "__main__":
    sys.exit(cluster.main([], work))
"""


@pytest.fixture
def paths(folder: Path) -> list[str]:
    """The paths of many files, none in the order of their names."""
    made = []
    for at in range(FILES):
        path = Path(f"repository-{at % 40}", f"support-matrix-{at}.ini")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(TEXTS[at % len(TEXTS)])
        made.append(str(path))
    assert folder.exists()
    return made


def run(script: str | Path, paths: list[str]) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(EXAMPLE))),
        # A worker that is taken down is no reason to wait for long.
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
    }
    return subprocess.run(
        [sys.executable, str(script)],
        input="".join(f"{path}\n" for path in paths),
        capture_output=True,
        check=False,
        text=True,
        env=environment,
        timeout=600,
    )


def test_a_cluster_says_what_one_process_says(
    paths: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    status = main(["--isolated", "--output-format=jsonl", *paths])
    alone = capfd.readouterr().out
    done = run(EXAMPLE / "cluster.py", paths)

    # The command sorts by path; a cluster keeps the order that it was asked in.
    assert sorted(done.stdout.splitlines()) == sorted(alone.splitlines())
    reported = list(dict.fromkeys(json.loads(line)["path"] for line in done.stdout.splitlines()))
    assert reported == [path for path in paths if path in set(reported)]
    assert (done.returncode, status) == (1, 1)


def test_git_names_the_files_and_processes_share_them(
    paths: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    os.rmdir(".git")
    subprocess.run("git init --quiet && git add .", shell=True, check=True)  # noqa: S602
    main(["--isolated", "--output-format=jsonl", *paths])
    alone = capfd.readouterr().out
    command = "git ls-files -z '*support[-_]matrix*.ini' '*feature[-_]matrix*.ini' | "
    command += f"{sys.executable} -m matrixlint --files-from - -0 --jobs 8 --output-format jsonl"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, text=True)

    assert done.stdout == alone
    assert command.partition(" | ")[0] in (EXAMPLE / "README.md").read_text(encoding="utf-8")


def test_a_poisoned_file_costs_itself_only(folder: Path, paths: list[str]) -> None:
    (folder / "deadly.py").write_text(DEADLY, encoding="utf-8")
    (folder / "poison.ini").write_text(CLEAN, encoding="utf-8")
    some = paths[:60]
    whole = run(EXAMPLE / "cluster.py", some)

    done = run("deadly.py", [*some[:30], "poison.ini", "lost.ini", *some[30:]])

    assert (done.returncode, done.stdout) == (2, whole.stdout)
    assert "\npoison.ini: KilledWorker(" in done.stderr
    assert "\nlost.ini: [Errno 2] No such file or directory: 'lost.ini'\n" in done.stderr
