"""What a matrix or the name of a file says breaks no output format, and steers no reader."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matrixlint.diagnostic import Diagnostic, Fix, Related, Severity
from matrixlint.output.formats import FORMATS, render
from matrixlint.output.report import Report
from matrixlint.text.escape import escape_control
from matrixlint.text.span import Edit, Span
from tests.output.formats.reading import READERS, Reported
from tests.output.formats.sample import LEVEL

ATTACKS = {
    "line feed": "a\n::error::b\nc.ini:1:1: MX401 d",
    "carriage return": "a\r\n##vso[task.complete result=Failed;]b\rc",
    "command of GitHub": "::error file=b.ini,line=1::c",
    "command of GitHub behind blanks": "  ::stop-commands::x",
    "old command of GitHub": "a ##[add-mask]b ###[group]c",
    "command of Azure": "a ##vso[task.setvariable variable=PATH]b",
    "command of TeamCity": "a ##teamcity[buildStop comment='b' readdToQueue='false'] c",
    "escapes of TeamCity": "|n|r|'|]|||x|0x000A",
    "properties": "a,line=9;code=b]c[d'e=f",
    "escapes of commands": "%0A%0D%25%3A%2C%5D%3B%AZP25%AZP0A",
    "tags": "</testsuite></file><error line='1'/>",
    "sections of XML": "a]]><![CDATA[b]]>&lt;&#10;&b;<!--c-->--><?d?>",
    "quotes": "\"a' b\\\" c\\' \\u000a \\",
    "terminal": "\x1b[2J\x1b]0;a\x07\x9b1mb\x7f",
    "NUL": "a\0b",
    "bidirectional": "\u202ea\u2066b\u2069\u200fc",
    "invisible": "a\u200bb\ufeffc\u2028d\u2029e\x85f",
    "surrogate": "a\ud800b",
    "byte of no text": "a\udcffb",
    "no characters of XML": "a\ufffeb\uffffc\x01d",
    "wide": "\U0001f600\u4e2d\u0301",
    "table": "a | b || c\\| d \\",
    "code": "`a` ``b`` ```c",
    "markup": "*a* _b_ ~~c~~ # d <script>e</script> ![f](g) @h $i$ {j}",
    "link": "[a](https://example.org) [b]: c",
    "placeholder": "{0} {{1}} %s ${a}",
    "place": "b.ini:7:7: MX401 unknown-level: c",
}
CALM = Diagnostic(
    "a.ini", 1, 1, "MX401", "wrong", 1, 2, LEVEL.name, Severity.ERROR, hint="right", section="s"
)
# Formats that hold what was said as it is, in the terms of their documents.
EXACT = ("json", "jsonl")
# Formats of lines, in which a path is shown like any other text.
LINES = ("azure", "concise", "full", "github", "grouped", "markdown", "pylint", "teamcity")
XML = ("checkstyle", "junit")
NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")
NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def hostile(attack: str) -> Diagnostic:
    """Return a finding every text of which is the attack."""
    # No name of a file holds a surrogate that stands for no byte.
    path = NO_BYTE.sub("?", attack) + "b.ini"
    return CALM._replace(
        path=path,
        message=attack,
        hint=attack,
        section=attack,
        key=attack,
        driver=attack,
        value=attack,
        related=(Related(Span(2, 1, 2, 2), attack),),
        fix=Fix(attack, (Edit(Span(1, 1, 1, 2), attack),)),
    )


def diagnostics(attack: str) -> list[Diagnostic]:
    return [CALM, hostile(attack), CALM._replace(path="c.ini", line=2, end_line=2)]


def rendered(name: str, attack: str) -> str:
    found = diagnostics(attack)
    lines = {diagnostic.path: [attack.replace("\n", ""), ""] for diagnostic in found}
    paths = [diagnostic.path for diagnostic in found]
    return render(name, Report(found, paths=paths, lines=lines, rules=[LEVEL]))


def expected(name: str, attack: str) -> Iterator[Reported]:
    for diagnostic in diagnostics(attack):
        path = diagnostic.path
        reported = f"{diagnostic.code} {diagnostic.name}: {diagnostic.message}; {diagnostic.hint}"
        if name not in EXACT:
            reported = escape_control(reported)
        if name == "sarif":
            reported = reported.replace(f" {diagnostic.name}: ", " ", 1).replace("{{1}}", "{{{1}}}")
        elif name == "teamcity":
            reported = reported.replace(f" {diagnostic.name}: ", " ", 1)
        if name in ("concise", "junit"):
            reported = re.sub(r":(\d+:\d+: )", r"\\x3a\1", reported)
        if name in LINES:
            path = escape_control(path)
        elif name in XML:
            path = NO_XML.sub("", path)
        elif name not in (*EXACT, "sarif"):
            path = re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):x}", path)
        if name in ("concise", "grouped", "pylint") and path.lstrip().startswith("::"):
            path = f"./{path}"
        yield Reported(path, diagnostic.line, reported)


def test_every_format_is_read() -> None:
    assert sorted(READERS) == sorted(FORMATS)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize("name", FORMATS)
def test_every_finding_is_read_back_as_it_was(name: str, attack: str) -> None:
    text = rendered(name, attack)

    assert list(READERS[name](text)) == list(expected(name, attack))


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize("name", FORMATS)
def test_nothing_steers_who_reads_the_log(name: str, attack: str) -> None:
    lines = rendered(name, attack).split("\n")
    own = {"azure": r"##vso\[task\.logissue ", "teamcity": r"##teamcity\[inspection"}.get(name)
    rest = [re.sub(f"^{own}", "", line) if own else line for line in lines]

    assert [line for line in rest if not line.isprintable()] == []
    assert [line for line in rest if re.search(r"##\w*\[", line)] == []
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert len(commands) == (3 if name == "github" else 0)


@given(st.text(min_size=1), st.sampled_from(FORMATS))
def test_any_text_is_read_back(attack: str, name: str) -> None:
    found = list(READERS[name](rendered(name, attack)))

    assert [each.line for each in found] == [1, 1, 2]
    assert found == list(expected(name, attack))
