"""The files for gates: right by the schemas of their readers, and doing what they say."""

import json
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import ROOT

CI = ROOT / "examples" / "ci"
BAD = """\
[driver.kvm]
title=KVM

[operation.attach]
title=Attach
status=optional
driver.kvm=compelte
"""
Command = Callable[..., Any]


def loaded(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


@pytest.fixture
def matrix(folder: Path) -> Path:
    path = folder / "doc" / "source" / "support-matrix.ini"
    path.parent.mkdir(parents=True)
    path.write_text(BAD, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", ROOT / "action.yml"),
        ("vendor.github-workflows", CI / "github-workflow.yml"),
        ("custom.github-workflows-require-timeout", CI / "github-workflow.yml"),
        ("vendor.gitlab-ci", CI / "gitlab-ci.yml"),
    ],
)
def test_file_is_right_by_the_schema_of_its_reader(schema: str, path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, path],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_what_users_give_the_action_is_in_no_script() -> None:
    action = loaded(ROOT / "action.yml")
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    given = [step["env"] for step in action["runs"]["steps"] if "env" in step]

    assert [script for script in scripts if "${{" in script] == []
    assert sorted(name for names in given for name in names) == [
        "ACTION_PATH",
        "ARGUMENTS",
        "PATHS",
    ]


def test_the_workflow_gives_the_action_what_it_takes() -> None:
    action = loaded(ROOT / "action.yml")
    steps = loaded(CI / "github-workflow.yml")["jobs"]["matrixlint"]["steps"]

    assert steps[-1]["with"].keys() <= action["inputs"].keys()


@pytest.mark.usefixtures("matrix")
def test_gitlab_gets_its_report(cli: Command) -> None:
    job = loaded(CI / "gitlab-ci.yml")["matrixlint"]
    words = shlex.split(job["script"][-1])
    run = cli(*words[4:])
    report = json.loads(Path(job["artifacts"]["reports"]["codequality"]).read_text())

    assert (words[:4], run.status) == (["python", "-I", "-m", "matrixlint"], 1)
    assert [(each["check_name"], each["location"]["path"]) for each in report] == [
        ("MX401", "doc/source/support-matrix.ini")
    ]


@pytest.mark.usefixtures("matrix")
def test_zuul_gets_its_comments(cli: Command) -> None:
    (play,) = loaded(CI / "zuul" / "playbooks" / "run.yaml")
    block = play["tasks"][1]["block"][0]
    program, *words = block["ansible.builtin.command"]["argv"]
    run = cli(*words[3:])
    comments = json.loads(run.out)["zuul"]["file_comments"]

    assert (program.rpartition("/")[2], words[:3]) == ("python", ["-I", "-m", "matrixlint"])
    assert run.status == 1
    assert [each["line"] for each in comments["doc/source/support-matrix.ini"]] == [7]


def test_the_zuul_job_runs_on_matrices() -> None:
    import re

    job, _ = loaded(CI / "zuul" / "jobs.yaml")
    (pattern,) = job["job"]["files"]

    assert re.search(pattern, "doc/source/support-matrix.ini")
    assert not re.search(pattern, "doc/source/conf.ini")
