"""The promises of the fuzzer notice what breaks them."""

from collections.abc import Callable
from itertools import count

import pytest

from matrixlint import Diagnostic, Span
from matrixlint.diagnostic import Related
from tests.fixes.fixing import done
from tests.fuzz import promise
from tests.fuzz.promise import PROMISES, Answer, BrokenPromiseError, found, hold

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

DATA = b"[driver.a]\ntitle=A\n[operation.x]\ntitle=X\nstatus=optional\ndriver.a=compelte\n"
Found = Callable[[bytes], list[Diagnostic]]


def restless() -> Found:
    turns = count()

    def found_at_times(data: bytes) -> list[Diagnostic]:
        return found(data)[: next(turns) % 2]

    return found_at_times


def beyond(data: bytes) -> list[Diagnostic]:
    related = (Related(Span(99, 1, 99, 1), "nowhere"),)
    return [diagnostic._replace(related=related) for diagnostic in found(data)]


def of_one_end(data: bytes) -> list[Diagnostic]:
    return [] if b"\r" in data else found(data)


def rooted(data: bytes) -> list[Diagnostic]:
    return [diagnostic._replace(line=6) for diagnostic in found(data)]


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (restless(), "two runs differ"),
        (beyond, r"outside of the file: \[Span\(line=99, column=1, end_line=99, end_column=1\)\]"),
        (of_one_end, "CRLF or CR give other answers than LF"),
        (rooted, "changes more than lines"),
    ],
)
def test_what_is_found_otherwise_is_noticed(
    monkeypatch: pytest.MonkeyPatch, broken: Found, message: str
) -> None:
    monkeypatch.setattr(promise, "found", broken)

    with pytest.raises(BrokenPromiseError, match=message):
        hold(DATA)


def test_fixes_that_go_on_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        promise, "done", lambda data, *, unsafe: done(data + b"# more\n", unsafe=unsafe)
    )

    with pytest.raises(BrokenPromiseError, match="fixes go on: unsafe=False"):
        hold(DATA)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (Answer(2, "", "odd"), r"exit status 2 of \w+, expected 1: odd"),
        (Answer(1, "\033[2J", ""), r"\w+ prints what steers a terminal: '\\x1b\[2J'"),
    ],
)
def test_answers_that_break_the_contract_are_noticed(
    monkeypatch: pytest.MonkeyPatch, given: Answer, message: str
) -> None:
    monkeypatch.setattr(promise, "answer", lambda *_: given)

    with pytest.raises(BrokenPromiseError, match=message):
        hold(DATA)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe[\0", b"a\r\nb\n", b"\xef\xbb\xbf[a]\n", b"\0"])
@pytest.mark.parametrize("each", PROMISES)
def test_bytes_that_a_promise_says_nothing_of_pass(
    each: Callable[[bytes], None], data: bytes
) -> None:
    each(data)
