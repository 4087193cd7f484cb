"""No output is a command to the build server that reads it, whatever is linted, named or set."""

import json
import re
from pathlib import Path

import pytest

from matrixlint.cli import rule as rule_command
from matrixlint.cli.command_names import COMMANDS
from matrixlint.diagnostic import Severity
from matrixlint.output.formats import COMMANDS as COMMANDING
from matrixlint.output.formats import FORMATS
from matrixlint.rules import plugins
from matrixlint.rules.rule import Rule
from tests.conftest import Command, Run

PAYLOADS = {
    "error": "::error::pwn",
    "mask": "::add-mask::pwn",
    "blank": " ::set-output name=x::pwn",
    "azure": "##vso[task.setvariable variable=PATH]/pwn",
    "teamcity": "##teamcity[buildStatus status='FAILURE' text='pwn']",
    "old": "##[add-mask]pwn",
}
BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# What a command of ours begins with, and is followed by a blank.
OWN = re.compile(
    r"::(error|warning|notice) |##vso\[task\.logissue |##teamcity\[(inspection|buildProblem) "
)
TYPE = "##teamcity[inspectionType "
CHECKS: tuple[tuple[str, ...], ...] = (
    *(("--output-format", name) for name in FORMATS if name not in COMMANDING),
    *(("--output-format", name, "--color=always") for name in ("full", "grouped")),
    *(("--output", f"{name}=/dev/stdout", "--quiet") for name in ("concise", "full", "markdown")),
    *(("--show-files",), ("--show-settings",), ("--statistics", "--show-suppressed")),
    *(("--add-ignores",), ("--add-ignores=why",), ("--fix", "--unsafe-fixes"), ("--fix-only",)),
    *(("--write-baseline", "--baseline=b.json"), ("--jobs=2",), ("--exclude=*", "--force-exclude")),
)
CONFIGURATIONS = (
    "select = [{0}]",
    "{0} = 1",
    "{0}.{0} = {0}",
    "levels = {{{0} = 'missing'}}\nstatuses = {{{0} = 'optional'}}\nfields = [{0}]",
    "levels = {{{1} = 'missing'}}\nstatuses = {{{1} = 'optional'}}",
    "fields = [{1}]",
    "levels = {{{0} = {0}}}",
    "severity = {{{0} = {0}}}",
    "dialect = {0}",
    "dialects = {{{0} = {{extends = {0}}}}}",
    "plugins = [{0}]",
    "baseline = {0}",
    "schema = {0}",
    "schema = 'house.json'",
    "include = [{0}]\nexclude = [{0}]",
    "per-file-ignores = {{{0} = [{0}]}}",
    "output-format = {0}",
    "options = {{{0} = {0}}}",
)


def everywhere(payload: str, breaks: str) -> str:
    """Return *payload* at the beginning of the text, and behind each of *breaks*."""
    return payload + "".join(f"{each}{payload}" for each in breaks)


def names(payload: str) -> list[str]:
    """Return names of files that begin with *payload*, and hold it behind breaks of lines."""
    start = payload.replace("/", "-")
    return [
        f"{everywhere(start, breaks)}-support-matrix.ini"
        for breaks in ("", "\n\r", "\v\f", "\x85\u2028", "\x1c\u2029")
    ]


def matrix(payload: str) -> str:
    """Return a matrix all texts of which are *payload*, and that has faults of many kinds."""
    value = f"{everywhere(payload, chr(0x85) + chr(0x2028))}\n {payload}\n {payload}"
    return "\n".join(
        (
            *(payload, "[driver.a]", f"title={value}", f"[driver.{payload}]", f"{payload}={value}"),
            *(f"[{payload}]", f"title={value}", "status=optional", f"driver.a={payload}"),
            *(f"driver.{payload}={payload}", f"driver-notes.a={value}", "driver.a=complete"),
            *(f"[operation.{payload}]", f"title={payload}", f"status=choice({payload})"),
            *(f"driver.a={payload}:2", f"notes={value}", f"[operation.{payload}]", "status=x"),
            *(f"[operation.x]\ntitle={payload}", f"status=condition({payload})", "driver.a=odd"),
            *(f"# matrixlint: ignore[{payload}] -- {payload}", f"{payload}", "driver.a", ""),
        )
    )


def table(payload: str, level: str = "complete") -> str:
    """Return a matrix without faults of reading, which can be exported and compared."""
    # No name of a section holds a bracket, or begins with a blank.
    section = payload.strip().translate({ord("["): "(", ord("]"): ")"})
    return (
        f"[targets]\ndriver-impl-a={payload}\n[{section}]\ntitle={payload}\nstatus=mandatory\n"
        f"notes={payload}\n {payload}\ndriver-impl-a={level}\ndriver-notes-a={payload}\n"
        f" {payload}\n{payload}\n"
    )


SLOW = (pytest.mark.slow, pytest.mark.no_cover)
# One of each kind of build server reaches all lines.
MARKS: dict[str, pytest.MarkDecorator | tuple[pytest.MarkDecorator, ...]] = {
    "mask": (),
    "azure": pytest.mark.slow,
}


@pytest.fixture(
    params=[
        pytest.param(text, id=name, marks=MARKS.get(name, SLOW)) for name, text in PAYLOADS.items()
    ]
)
def payload(request: pytest.FixtureRequest, folder: Path) -> str:
    """A hostile text, and a repository the names and texts of which are hostile by it."""
    text: str = request.param
    hostile = folder / text.replace("/", "-")
    hostile.mkdir()
    for name in names(text):
        (folder / name).write_text(matrix(text), encoding="utf-8", newline="")
    (hostile / names(text)[0]).write_text(matrix(text), encoding="utf-8", newline="")
    (folder / "old.ini").write_text(table(text), encoding="utf-8")
    (hostile / "new.ini").write_text(table(text, "missing"), encoding="utf-8")
    (folder / "house.json").write_text(json.dumps({"$ref": text, text: text}), encoding="utf-8")
    return text


def obeyed(*outputs: str) -> list[str]:
    """Return the lines that some build server takes for a command."""
    lines = [line for output in outputs for line in BREAK.split(output)]
    plain = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in lines]
    return [line for line in plain if re.match(r"\s*::\w", line) or re.search(r"##\w*\[", line)]


def lint(cli: Command, *words: str) -> Run:
    return cli("--select=ALL", *words, ".")


@pytest.mark.parametrize("words", CHECKS, ids=" ".join)
def test_no_check_is_a_command(cli: Command, payload: str, words: tuple[str, ...]) -> None:
    run = lint(cli, *words)

    assert obeyed(run.out, run.err) == []
    # What is hostile is there, and broken.
    assert payload not in run.out + run.err or payload.lstrip().startswith("::")


def test_what_is_hostile_is_printed(cli: Command, payload: str) -> None:
    outputs = [lint(cli, *words).out for words in CHECKS[: len(FORMATS)]]
    outputs += [cli("--show-files", ".").out, cli("export", "old.ini").out]

    assert [text for text in outputs if "pwn" not in text] == []
    assert obeyed(payload) == [payload]


@pytest.mark.parametrize("name", COMMANDING)
def test_there_are_as_many_commands_as_findings(cli: Command, payload: str, name: str) -> None:
    report = json.loads(lint(cli, "--output-format=json", "missing.ini").out)
    run = lint(cli, "--output-format", name, "missing.ini")
    lines = [line for line in BREAK.split(run.out.removesuffix("\n")) if TYPE not in line]

    assert payload
    assert len(lines) == len(report["diagnostics"]) + len(report["errors"]) > 1
    assert [line for line in lines if not OWN.match(line)] == []
    assert obeyed(*(OWN.sub("", line, count=1) for line in lines), run.err) == []


def test_github_is_given_its_commands_behind_the_text(
    cli: Command, payload: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = len(json.loads(lint(cli, "--output-format=json").out)["diagnostics"])
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    run = lint(cli, "--output-format=auto")
    lines = run.out.splitlines()
    fixed = cli("--fix", "--select=ALL", "--output-format=auto", "-", stdin=payload.encode())

    assert len(lines) == 2 * count
    assert obeyed(*lines[:count], run.err) == []
    assert all(map(OWN.match, lines[count:]))
    # The text itself was asked for: what is found in it goes to the other stream.
    assert [bool(OWN.match(line)) for line in obeyed(fixed.err)] == [True] * len(obeyed(fixed.err))
    assert "::error " in fixed.err


@pytest.mark.parametrize("text", CONFIGURATIONS)
def test_no_configuration_makes_a_command(
    cli: Command, folder: Path, payload: str, text: str
) -> None:
    value = json.dumps(everywhere(payload, "\n\r\v\f\x85\u2028"))
    (folder / "matrixlint.toml").write_text(
        text.format(value, json.dumps(payload)), encoding="utf-8"
    )
    runs = [cli(*words) for words in ((".",), ("--show-settings", "."), ("rule", payload))]
    runs += [cli("export", "old.ini"), cli("diff", "old.ini", "old.ini")]
    runs.append(cli("--output-format=json", "."))

    assert obeyed(*(text for run in runs for text in (run.out, run.err))) == []


def test_no_word_of_the_command_line_makes_a_command(cli: Command, payload: str) -> None:
    evil = everywhere(payload, "\n\r\v\f\x85\u2028")
    listed = "\n".join((*names(payload), "missing\r" + evil, "")).encode()
    runs = [
        cli(evil),
        cli(f"{evil}/x", "."),
        cli(f"--{evil}", "."),
        *(cli(option, evil, ".") for option in ("--select", "--ignore", "--config", "--dialect")),
        *(cli(option, evil, ".") for option in ("--baseline", "--output-format", "--severity")),
        *(cli(option, evil, ".") for option in ("--files-from", "--jobs", "--min-severity")),
        *(cli("--output", text, ".") for text in (f"{evil}={evil}", f"json={evil}/{evil}")),
        *(cli("--config", text, ".") for text in (f"{evil}=1", f"select=['{evil}']")),
        *(cli("--files-from=-", *words, stdin=listed) for words in ((), ("--show-files",))),
        cli("--stdin-filename", evil, "-", stdin=matrix(payload).encode()),
        cli("--add-ignores", evil, "."),
        *(cli(command, *words) for command in COMMANDS for words in ((evil,), (f"--{evil}",))),
        *(cli(command, evil, evil) for command in COMMANDS),
        cli("export", "--format", evil, "old.ini"),
        cli("export", "--output", f"{evil}/x", "old.ini"),
        cli("diff", "--since", evil, names(payload)[0]),
        cli("migrate", evil, "--to", evil),
    ]

    assert obeyed(*(text for run in runs for text in (run.out, run.err))) == []


@pytest.mark.parametrize("name", ["csv", "html", "json", "markdown", "table"])
def test_no_export_is_a_command(cli: Command, payload: str, name: str) -> None:
    for path in ("old.ini", *names(payload)):
        for color in ("always", "never"):
            run = cli("export", "--format", name, f"--color={color}", path)
            # Within the cells of CSV they are data.
            shown = run.out.replace("##", "#") if name == "csv" else run.out

            assert obeyed(shown, run.err) == []


@pytest.mark.parametrize("name", ["json", "markdown", "text"])
def test_no_difference_is_a_command(cli: Command, payload: str, name: str) -> None:
    new = f"{payload.replace('/', '-')}/new.ini"
    runs = [cli("diff", "--format", name, *paths) for paths in (("old.ini", new), (new, "old.ini"))]
    runs += [cli("diff", "--format", name, "old.ini", path) for path in names(payload)]

    assert "1 regression" in runs[0].out or '"regressions": 1' in runs[0].out
    assert obeyed(*(text for run in runs for text in (run.out, run.err))) == []


def test_what_is_said_of_a_migration_is_no_command(cli: Command, payload: str) -> None:
    for path in ("old.ini", *names(payload)):
        # The new text is the user's own, and was asked for.
        for words in ((), ("--rename-sections",), ("--diff",)):
            assert obeyed(cli("migrate", path, "--to=driver", *words).err) == []
        run = cli("migrate", path, "--to=driver", "--output", f"{path}.new")
        again = cli("migrate", f"{path}.new", "--to=driver", "--output=again")

        assert obeyed(run.out, run.err, again.out, again.err) == []


def test_what_is_stale_is_no_command(cli: Command, folder: Path, payload: str) -> None:
    lint(cli, "--write-baseline", "--baseline=b.json")
    for path in folder.rglob("*support-matrix.ini"):
        path.write_text("[driver.a]\ntitle=A\n", encoding="utf-8")
    run = lint(cli, "--baseline=b.json")

    assert ": stale: " in run.err
    assert "pwn" in run.err
    assert obeyed(payload) != obeyed(run.out, run.err) == []


def test_no_page_of_a_plugin_is_a_command(
    cli: Command, payload: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = everywhere(payload, "\n\r\v\f\x85\u2028") + f"\n~~~ini\n{payload}\n~~~\n\x1b[2J\n"
    rules = (Rule("MX401", "x", Severity.ERROR, page, lambda _: iter(())),)
    monkeypatch.setattr(rule_command, "ALL", rules)
    monkeypatch.setattr(plugins, "ALL", rules)
    outputs = [
        cli("rule", "--all", "--output-format", name).out for name in ("text", "markdown", "json")
    ]

    assert [text for text in outputs if "pwn" not in text or "\x1b" in text] == []
    assert obeyed(*outputs) == []


def test_what_we_print_of_our_own_is_left_as_it_is(cli: Command) -> None:
    runs = [cli("completion", shell) for shell in ("bash", "fish", "zsh")]
    runs += [cli("schema", name) for name in ("config", "difference", "matrix", "report")]
    runs += [cli("rule", "--all"), cli("config"), *(cli(name, "--help") for name in COMMANDS)]

    assert [run.status for run in runs] == [0] * len(runs)
    assert obeyed(*(run.out for run in runs)) == []
