"""Every output format, read back by an ordinary parser: of each finding its place and text."""

import html
import json
import os
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET


class Told(NamedTuple):
    """What a format tells of a finding; the text begins with the rule where it is not apart."""

    path: str
    line: int
    text: str


Reader = Callable[[str], Iterator[Told]]


def _lines(text: str) -> list[str]:
    """Return the lines of *text*, of which each must end."""
    *lines, last = text.split("\n")
    assert last == ""
    return lines


def _matched(pattern: str, line: str) -> re.Match[str]:
    found = re.fullmatch(pattern, line, re.DOTALL)
    assert found, line
    return found


def concise(text: str) -> Iterator[Told]:
    # The expression is that of Zuul's role for tox.
    for line in _lines(text):
        found = _matched(r"^(.*):(\d+):(\d+): (.*)$", line)
        yield Told(found[1], int(found[2]), found[4])


def full(text: str) -> Iterator[Told]:
    for block in text.split("\n\n"):
        head, place, *_ = block.split("\n")
        found = _matched(r" *--> (.*):(\d+):\d+", place)
        hint = re.search(r"\^ (.*)$", block, re.MULTILINE)
        yield Told(found[1], int(found[2]), f"{head}; {hint and hint[1]}")


def grouped(text: str) -> Iterator[Told]:
    for block in text.removesuffix("\n").split("\n\n"):
        path, *diagnostics = block.split("\n")
        for diagnostic in diagnostics:
            found = _matched(r" +(\d+):\d+  \w+ +(.*)", diagnostic)
            yield Told(path, int(found[1]), found[2])


def pylint(text: str) -> Iterator[Told]:
    for line in _lines(text):
        found = _matched(r"(.*):(\d+): \[(\w+)\] (.*)", line)
        yield Told(found[1], int(found[2]), f"{found[3]} {found[4]}")


def _diagnostic(diagnostic: dict[str, Any]) -> Told:
    return Told(
        diagnostic["path"],
        diagnostic["line"],
        _joined(diagnostic["code"], diagnostic["name"], diagnostic),
    )


def _joined(code: str, name: str, diagnostic: dict[str, Any]) -> str:
    return f"{code} {name}: {diagnostic['message']}; {diagnostic['hint']}"


def report(text: str) -> Iterator[Told]:
    yield from map(_diagnostic, json.loads(text)["diagnostics"])


def jsonl(text: str) -> Iterator[Told]:
    yield from (_diagnostic(json.loads(line)) for line in _lines(text))


def sarif(text: str) -> Iterator[Told]:
    (run,) = json.loads(text)["runs"]
    for result in run["results"]:
        (location,) = result["locations"]
        place = location["physicalLocation"]
        path = os.fsdecode(unquote_to_bytes(place["artifactLocation"]["uri"]))
        told = result["message"]["text"].replace("\\](", "](").replace("{{0}}", "{0}")
        yield Told(path, place["region"]["startLine"], f"{result['ruleId']} {told}")


def github(text: str) -> Iterator[Told]:
    def plain(value: str) -> str:
        for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            value = value.replace(code, sign)
        return value

    for line in _lines(text):
        found = _matched(r"::(?:error|warning|notice) ([^:]*)::(.*)", line)
        values = dict(part.split("=", 1) for part in found[1].split(","))
        assert list(values) == ["title", "file", "line", "endLine", "col", "endColumn"]
        told = f"{plain(values['title'])}: {plain(found[2])}"
        yield Told(plain(values["file"]), int(values["line"]), told)


def azure(text: str) -> Iterator[Told]:
    def plain(value: str) -> str:
        for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%3B", ";")):
            value = value.replace(code, sign)
        return value.replace("%AZP25", "%")

    for line in _lines(text):
        found = _matched(r"##vso\[task\.logissue ([^\]]*);\](.*)", line)
        values = dict(part.split("=", 1) for part in found[1].split(";"))
        assert list(values) == ["type", "sourcepath", "linenumber", "columnnumber", "code"]
        told = f"{values['code']} {plain(found[2])}"
        yield Told(plain(values["sourcepath"]), int(values["linenumber"]), told)


def teamcity(text: str) -> Iterator[Told]:
    for line in _lines(text):
        found = _matched(r"##teamcity\[(\w+)((?: \w+='(?:[^'|\[\]]|\|['|\[\]nr])*')+)\]", line)
        pairs = re.findall(r" (\w+)='((?:[^'|]|\|.)*)'", found[2])
        values = {name: re.sub(r"\|(.)", r"\1", value) for name, value in pairs}
        if found[1] == "inspection":
            assert list(values) == ["typeId", "message", "file", "line", "SEVERITY"]
            told = f"{values['typeId']} {values['message']}"
            yield Told(values["file"], int(values["line"]), told)


def gitlab(text: str) -> Iterator[Told]:
    for diagnostic in json.loads(text):
        place = diagnostic["location"]
        yield Told(place["path"], place["lines"]["begin"], diagnostic["description"])


def zuul(text: str) -> Iterator[Told]:
    for path, comments in json.loads(text)["zuul"]["file_comments"].items():
        for comment in comments:
            level, _, told = comment["message"].partition(": ")
            assert level == comment["level"]
            yield Told(path, comment["range"]["start_line"], told)


def rdjson(text: str) -> Iterator[Told]:
    for diagnostic in json.loads(text)["diagnostics"]:
        place = diagnostic["location"]
        told = f"{diagnostic['code']['value']} {diagnostic['message']}"
        yield Told(place["path"], place["range"]["start"]["line"], told)


def _root(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314  our own text, which expands nothing


def junit(text: str) -> Iterator[Told]:
    for suite in _root(text).iter("testsuite"):
        for failure in suite.iter("failure"):
            found = _matched(r"(.*):(\d+):\d+: (.*)", failure.text or "")
            yield Told(suite.attrib["name"], int(found[2]), found[3])


def checkstyle(text: str) -> Iterator[Told]:
    for file in _root(text).iter("file"):
        for error in file.iter("error"):
            code = error.attrib["source"].removeprefix("matrixlint.")
            told = f"{code} {error.attrib['message']}"
            yield Told(file.attrib["name"], int(error.attrib["line"]), told)


def markdown(text: str) -> Iterator[Told]:
    for line in _lines(text)[2:]:
        _, _, place, rule, told, _ = (html.unescape(cell[1:-1]) for cell in line.split("|"))
        found = _matched(r"(.*):(\d+):\d+", place)
        yield Told(found[1], int(found[2]), f"{rule}: {told}")


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
