"""Every output format, read back by an ordinary parser: of each finding its place and text."""

import html
import json
import os
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET


class Reported(NamedTuple):
    """What a format tells of a finding; the text begins with the rule where it is not apart."""

    path: str
    line: int
    text: str


Reader = Callable[[str], Iterator[Reported]]


def _lines(text: str) -> list[str]:
    """Return the lines of *text*, of which each must end."""
    *lines, last = text.split("\n")
    assert last == ""
    return lines


def _matched(pattern: str, line: str) -> re.Match[str]:
    found = re.fullmatch(pattern, line, re.DOTALL)
    assert found, line
    return found


def concise(text: str) -> Iterator[Reported]:
    # The expression is that of Zuul's role for tox.
    for line in _lines(text):
        found = _matched(r"^(.*):(\d+):(\d+): (.*)$", line)
        yield Reported(found[1], int(found[2]), found[4])


def full(text: str) -> Iterator[Reported]:
    for block in text.split("\n\n"):
        head, place, *_ = block.split("\n")
        found = _matched(r" *--> (.*):(\d+):\d+", place)
        hint = re.search(r"\^ (.*)$", block, re.MULTILINE)
        yield Reported(found[1], int(found[2]), f"{head}; {hint and hint[1]}")


def grouped(text: str) -> Iterator[Reported]:
    for block in text.removesuffix("\n").split("\n\n"):
        path, *diagnostics = block.split("\n")
        for diagnostic in diagnostics:
            found = _matched(r" +(\d+):\d+  \w+ +(.*)", diagnostic)
            yield Reported(path, int(found[1]), found[2])


def pylint(text: str) -> Iterator[Reported]:
    for line in _lines(text):
        found = _matched(r"(.*):(\d+): \[(\w+)\] (.*)", line)
        yield Reported(found[1], int(found[2]), f"{found[3]} {found[4]}")


def _diagnostic(diagnostic: dict[str, Any]) -> Reported:
    return Reported(
        diagnostic["path"],
        diagnostic["line"],
        _joined(diagnostic["code"], diagnostic["name"], diagnostic),
    )


def _joined(code: str, name: str, diagnostic: dict[str, Any]) -> str:
    return f"{code} {name}: {diagnostic['message']}; {diagnostic['hint']}"


def report(text: str) -> Iterator[Reported]:
    yield from map(_diagnostic, json.loads(text)["diagnostics"])


def jsonl(text: str) -> Iterator[Reported]:
    yield from (_diagnostic(json.loads(line)) for line in _lines(text))


def sarif(text: str) -> Iterator[Reported]:
    (run,) = json.loads(text)["runs"]
    for result in run["results"]:
        (location,) = result["locations"]
        place = location["physicalLocation"]
        path = os.fsdecode(unquote_to_bytes(place["artifactLocation"]["uri"]))
        reported = result["message"]["text"].replace("\\](", "](").replace("{{0}}", "{0}")
        yield Reported(path, place["region"]["startLine"], f"{result['ruleId']} {reported}")


def github(text: str) -> Iterator[Reported]:
    def plain(value: str) -> str:
        for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            value = value.replace(code, sign)
        return value

    for line in _lines(text):
        found = _matched(r"::(?:error|warning|notice) ([^:]*)::(.*)", line)
        values = dict(part.split("=", 1) for part in found[1].split(","))
        assert list(values) == ["title", "file", "line", "endLine", "col", "endColumn"]
        reported = f"{plain(values['title'])}: {plain(found[2])}"
        yield Reported(plain(values["file"]), int(values["line"]), reported)


def azure(text: str) -> Iterator[Reported]:
    def plain(value: str) -> str:
        for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%3B", ";")):
            value = value.replace(code, sign)
        return value.replace("%AZP25", "%")

    for line in _lines(text):
        found = _matched(r"##vso\[task\.logissue ([^\]]*);\](.*)", line)
        values = dict(part.split("=", 1) for part in found[1].split(";"))
        assert list(values) == ["type", "sourcepath", "linenumber", "columnnumber", "code"]
        reported = f"{values['code']} {plain(found[2])}"
        yield Reported(plain(values["sourcepath"]), int(values["linenumber"]), reported)


def teamcity(text: str) -> Iterator[Reported]:
    for line in _lines(text):
        found = _matched(r"##teamcity\[(\w+)((?: \w+='(?:[^'|\[\]]|\|['|\[\]nr])*')+)\]", line)
        pairs = re.findall(r" (\w+)='((?:[^'|]|\|.)*)'", found[2])
        values = {name: re.sub(r"\|(.)", r"\1", value) for name, value in pairs}
        if found[1] == "inspection":
            assert list(values) == ["typeId", "message", "file", "line", "SEVERITY"]
            reported = f"{values['typeId']} {values['message']}"
            yield Reported(values["file"], int(values["line"]), reported)


def gitlab(text: str) -> Iterator[Reported]:
    for diagnostic in json.loads(text):
        place = diagnostic["location"]
        yield Reported(place["path"], place["lines"]["begin"], diagnostic["description"])


def zuul(text: str) -> Iterator[Reported]:
    for path, comments in json.loads(text)["zuul"]["file_comments"].items():
        for comment in comments:
            level, _, reported = comment["message"].partition(": ")
            assert level == comment["level"]
            yield Reported(path, comment["range"]["start_line"], reported)


def rdjson(text: str) -> Iterator[Reported]:
    for diagnostic in json.loads(text)["diagnostics"]:
        place = diagnostic["location"]
        reported = f"{diagnostic['code']['value']} {diagnostic['message']}"
        yield Reported(place["path"], place["range"]["start"]["line"], reported)


def _root(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314  our own text, which expands nothing


def junit(text: str) -> Iterator[Reported]:
    for suite in _root(text).iter("testsuite"):
        for failure in suite.iter("failure"):
            found = _matched(r"(.*):(\d+):\d+: (.*)", failure.text or "")
            yield Reported(suite.attrib["name"], int(found[2]), found[3])


def checkstyle(text: str) -> Iterator[Reported]:
    for file in _root(text).iter("file"):
        for error in file.iter("error"):
            code = error.attrib["source"].removeprefix("matrixlint.")
            reported = f"{code} {error.attrib['message']}"
            yield Reported(file.attrib["name"], int(error.attrib["line"]), reported)


def markdown(text: str) -> Iterator[Reported]:
    for line in _lines(text)[2:]:
        _, _, place, rule, reported, _ = (html.unescape(cell[1:-1]) for cell in line.split("|"))
        found = _matched(r"(.*):(\d+):\d+", place)
        yield Reported(found[1], int(found[2]), f"{rule}: {reported}")


READERS: dict[str, Reader] = {
    "azure": azure,
    "checkstyle": checkstyle,
    "concise": concise,
    "full": full,
    "github": github,
    "gitlab": gitlab,
    "grouped": grouped,
    "json": report,
    "jsonl": jsonl,
    "junit": junit,
    "markdown": markdown,
    "pylint": pylint,
    "rdjson": rdjson,
    "sarif": sarif,
    "teamcity": teamcity,
    "zuul": zuul,
}
