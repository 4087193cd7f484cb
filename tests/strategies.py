"""Strategies for hypothesis: clean matrices, and texts that went wrong in some way."""

import os
import re
from collections.abc import Callable, Sequence
from functools import cache
from random import Random

from hypothesis import settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.generator import DIALECTS, clean_matrix

settings.register_profile("matrixlint", deadline=None, derandomize=True, database=None)
PROFILE = settings.get_profile("matrixlint")

LINES = (
    "",
    " ",
    "# remark",
    "; remark",
    "[operation.x]",
    "[driver.alpha]",
    "[driver.alpha ]",
    "[operation.x",
    "[operation.x] stray",
    "  [operation.x]",
    "operation.x]",
    "[]",
    "[a;b]",
    "[x] # a]",
    "[targets]",
    "[target.alpha]",
    "[backends]",
    "[grades]",
    "[DEFAULT]",
    "title=One",
    "Title: One",
    "status=mandatory",
    "status=choice(console)",
    "status=choice()",
    "status=condition(operation.x==complete)",
    "status=condition(operation.y!=missing)",
    "status=conditional(operation.x==missing)",
    "maturity=complete",
    "notes=More at http://example.org/a.",
    "notes=%(title)s",
    "notes=%(notes)s",
    "notes=100%",
    "driver.alpha=complete",
    "driver.alpha=partial",
    "driver.alpha=missing",
    "driver.alpha=unknown",
    "driver.aplha=compelte",
    "driver.=complete",
    "driver-notes.alpha=Some.",
    "driver-impl-alpha=complete",
    "driver-notes-alpha=",
    "backend-impl-alpha=Alpha",
    "valid-grades=a,b,c",
    "alpha=complete:queens",
    "  driver.alpha=missing",
    "\ttitle=Two",
    "  https://example.org/a=b",
    "=value",
    "garbage",
    "key = value = more",
    "<<<<<<< HEAD",
    "|||||||",
    "=======",
    ">>>>>>> topic",
    "# matrixlint: ignore[MX406]",
    "# matrixlint: ignore",
    "# matrixlint: ignore-file[MX503, nonsense] -- so",
)
CHARACTERS = "[]()%=:;#.-_ \t\n\r\0\x0b\x0c\x1c\x85\u00a0\u200b\u2028\ufeff\ufffdaAé\U0001f600"
ENDS = ("\n", "\r\n", "\r")
EXAMPLES = ("support-matrix.ini", "nova-2016/support-matrix.ini")
# Any INI file: what may stand between words, and words that mean something or nothing.
BLANKS = ("", " ", "  ", "\t")
DELIMITERS = ("=", ":", " = ", ": ", "==", " ")
NAMES = (
    *("driver.alpha", "driver.Beta", "operation.x", "operation.y-z", "targets", "target.alpha"),
    *("backends", "grades", "DEFAULT", "a;b", "a]b", ""),
)
KEYS = (
    *("title", "status", "maturity", "notes", "cli", "label", "valid-grades"),
    *("driver.alpha", "Driver.Beta", "driver-notes.alpha", "driver-impl-alpha", "a b", ""),
)
VALUES = (
    *("complete", "partial", "missing", "compelte", "mandatory", "choice(a)", "choice(", "a,b,c"),
    *("condition(operation.x==complete)", "condition(operation.y-z!=missing)", "condition(x)"),
    *("See http://example.org/a#b.", "100%", "%(title)s", "# text", "[text]", "key=value", ""),
)

Edit = Callable[[str, str], Sequence[str]]
EDITS: tuple[Edit, ...] = (
    lambda _, __: [],
    lambda line, _: [line, line],
    lambda line, _: ["  " + line],
    lambda line, _: [line.lstrip()],
    lambda line, _: [line.upper()],
    lambda line, _: [line.swapcase()],
    lambda line, other: [other, line],
    lambda line, _: [line.replace("=", " ", 1)],
    lambda line, _: [line.partition("=")[0] + "="],
    lambda line, _: [line.replace("[", "", 1)],
    lambda line, _: [line.replace("]", "", 1)],
    lambda line, _: [line.replace(".", "-", 1)],
    lambda line, _: [line + "%"],
    lambda line, _: [line + " # remark"],
    lambda line, _: [line + " ]"],
    lambda _, other: [other],
)


def matrices(*dialects: str) -> st.SearchStrategy[str]:
    """Return the clean matrices of the dialects, of all where none is named."""

    def made(seed: int, dialect: str, drivers: int, features: int) -> str:
        random = Random(f"{dialect} {seed}")  # noqa: S311  no secret is made of it
        return clean_matrix(random, dialect, drivers=drivers, features=features)

    return st.builds(
        made,
        st.integers(0, 9999),
        st.sampled_from(dialects or DIALECTS),
        st.integers(1, 6),
        st.integers(1, 12),
    )


@st.composite
def broken(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """Draw one of *texts* with up to four edits; its lines end at LF."""
    lines = re.split(r"\r\n|\r|\n", draw(texts))
    for _ in range(draw(st.integers(0, 4))):
        number = draw(st.integers(0, len(lines) - 1))
        line = lines[number]
        if draw(st.booleans()):
            at = draw(st.integers(0, len(line)))
            character = draw(st.sampled_from(("", *CHARACTERS)))
            lines[number] = line[:at] + character + line[at + 1 :]
            continue
        edit = draw(st.sampled_from(EDITS))
        other = draw(st.sampled_from((*LINES, *lines[:20])))
        lines[number : number + 1] = edit(line, other) or ["#"]
    return "\n".join(lines)


@cache
def _files() -> tuple[str, ...]:
    corpus = os.environ.get("MATRIXLINT_CORPUS", "")
    names = sorted(os.listdir(corpus)) if corpus else []
    paths = [os.path.join(ROOT, "examples", name) for name in EXAMPLES]
    paths += [os.path.join(corpus, name) for name in names if name.endswith(".ini")]
    found = []
    for path in paths:
        with open(path, encoding="utf-8", newline="") as file:
            found.append(file.read())
    return tuple(found)


def files() -> st.SearchStrategy[str]:
    """Return the examples, and the real files of the folder that may be named."""
    return st.deferred(lambda: st.sampled_from(_files()))


@st.composite
def inis(draw: st.DrawFn) -> str:
    """Draw an INI file of sections, keys, long values and remarks, sound or nearly so."""
    lines: list[str] = []
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=6)):
        lines.append(f"{draw(st.sampled_from(BLANKS[:2]))}[{name}]")
        for key in draw(st.lists(st.sampled_from(KEYS), max_size=5)):
            delimiter, value = draw(st.sampled_from(DELIMITERS)), draw(st.sampled_from(VALUES))
            lines.append(f"{key}{delimiter}{value}")
            more = draw(st.lists(st.sampled_from(VALUES), max_size=2))
            lines += [draw(st.sampled_from(("", "  ", "\t", "# ", "  ; "))) + each for each in more]
        lines += draw(st.lists(st.sampled_from(("", "# remark", "[", "stray")), max_size=2))
    return draw(st.sampled_from(ENDS)).join(lines)


def soups() -> st.SearchStrategy[str]:
    """Return texts of lines that belong to matrices, in no sensible order."""
    return st.lists(st.sampled_from(LINES), max_size=20).map("\n".join)


def texts() -> st.SearchStrategy[str]:
    """Return texts of every kind, from clean matrices down to noise."""
    letters = st.sampled_from([*CHARACTERS, "title=", "[driver.a]", "\r\n"])
    noise = st.lists(letters, max_size=30).map("".join)
    return st.one_of(
        broken(matrices()), broken(soups()), soups(), inis(), noise, st.text(max_size=60)
    )
