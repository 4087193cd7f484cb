"""The order of a conversation: every request is answered, those out of time are refused."""

import asyncio
import io
import json
import re
from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest
from pygls.io_ import StdoutWriter, run_async

from matrixlint.lsp.handlers import create_server
from tests.conftest import Command

pytestmark = pytest.mark.slow

# What is sent, and what comes back: the answers, then the exit status.
Talk = Callable[..., tuple[list[Any], int]]


def request(number: int, method: str, **params: object) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}


def notice(method: str, **params: object) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "method": method, "params": params}


def bare(message: dict[str, Any]) -> dict[str, Any]:
    """Return *message* without what it tells."""
    return {name: message[name] for name in message.keys() - {"params"}}


HOVER = {"textDocument": {"uri": "file:///a.ini"}, "position": {"line": 0, "character": 0}}
START = request(1, "initialize", processId=None, rootUri=None, capabilities={})
SHUTDOWN = bare(request(2, "shutdown"))
EXIT = bare(notice("exit"))


class Sink(io.BytesIO):
    """What is written, which can be read after the end."""

    def close(self) -> None:
        """Stay open."""


def looped(data: bytes) -> tuple[bytes, int]:
    """Return what a server in this process says to *data*, and its status."""
    made, sink = create_server(), Sink()
    made.protocol.set_writer(StdoutWriter(sink))

    async def talk() -> None:
        reader = asyncio.StreamReader(limit=2**24)
        reader.feed_data(data)
        reader.feed_eof()
        await run_async(Event(), reader, made.protocol, error_handler=made.report_server_error)

    try:
        asyncio.run(talk())
    except SystemExit:
        return sink.getvalue(), made.protocol.status
    return sink.getvalue(), made.protocol.status


def messages(text: str) -> Iterator[Any]:
    for body in re.split(r"Content-Length: \d+\r\n(?:[^\r\n]+\r\n)*\r\n", text)[1:]:
        yield json.loads(body)


@pytest.fixture(params=["process", "loop"])
def talk(request: pytest.FixtureRequest, process: Command) -> Talk:
    """Return a function that sends messages and returns what is said to them."""

    def said(*reported: object) -> tuple[list[Any], int]:
        bodies = [json.dumps(each).encode() for each in reported]
        data = b"".join(b"Content-Length: %d\r\n\r\n%b" % (len(body), body) for body in bodies)
        if request.param == "loop":
            out, status = looped(data)
            return list(messages(out.decode())), status
        run = process("lsp", stdin=data)
        return list(messages(run.out)), run.status

    return said


def errors(answers: list[Any]) -> list[tuple[int, int, str]]:
    return [(each["id"], each["error"]["code"], each["error"]["message"]) for each in answers]


def test_what_is_asked_before_the_start_is_refused(talk: Talk) -> None:
    opened = {"uri": "file:///a.ini", "languageId": "ini", "version": 1, "text": "x"}
    early = notice("textDocument/didOpen", textDocument=opened)
    answers, status = talk(request(7, "textDocument/hover", **HOVER), early, START)

    assert errors(answers[:1]) == [(7, -32002, "the server is not initialized")]
    assert [each["id"] for each in answers] == [7, 1]
    assert status == 0


def test_it_starts_once(talk: Talk) -> None:
    answers, _ = talk(START, START | {"id": 7})

    assert errors(answers[1:]) == [(7, -32600, "the server is initialized")]


def test_what_is_asked_after_the_shutdown_is_refused(talk: Talk) -> None:
    late = request(7, "textDocument/hover", **HOVER)
    answers, status = talk(START, SHUTDOWN, late, SHUTDOWN | {"id": 8}, notice("initialized"), EXIT)

    assert answers[1] == {"jsonrpc": "2.0", "id": 2, "result": None}
    message = "the server is shut down"
    assert errors(answers[2:]) == [(7, -32600, message), (8, -32600, message)]
    assert status == 0


@pytest.mark.parametrize(
    ("reported", "status"),
    [([START, SHUTDOWN, EXIT], 0), ([START, EXIT], 1), ([EXIT], 1), ([START], 0)],
)
def test_the_status_says_whether_it_was_shut_down(
    talk: Talk, reported: list[object], status: int
) -> None:
    assert talk(*reported)[1] == status


@pytest.mark.parametrize(
    "params",
    [
        None,
        {},
        HOVER | {"position": {"line": -1, "character": "x"}},
        HOVER | {"textDocument": None},
    ],
)
def test_a_request_that_is_none_is_answered(talk: Talk, params: object) -> None:
    asked = {"jsonrpc": "2.0", "id": "x", "method": "textDocument/hover", "params": params}
    answers, _ = talk(START, asked)

    assert answers[1:] == [
        {"jsonrpc": "2.0", "id": "x", "error": {"code": -32602, "message": "Invalid Params"}}
    ]


def test_a_notification_that_is_none_is_reported_to_the_user(talk: Talk) -> None:
    answers, _ = talk(START, notice("textDocument/didOpen"), SHUTDOWN)

    shown = {"type": 1, "message": "Error in server: Invalid Params"}
    assert [each.get("params") for each in answers[1:]] == [shown, None]
    assert answers[2]["id"] == 2


def test_a_method_that_is_none_is_answered(talk: Talk) -> None:
    answers, _ = talk(START, request(7, "textDocument/moniker", **HOVER), notice("$/other"))

    message = "Method Not Found: textDocument/moniker"
    assert errors(answers[1:]) == [(7, -32601, message)]
