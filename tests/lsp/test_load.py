"""The server under load and attack: it stays alive, and a keystroke is answered soon."""

import asyncio
import json
import time
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import LanguageClient

from matrixlint import lint_text
from tests.lsp.client import DRIVERS
from tests.lsp.conftest import Connect, capabilities
from tests.lsp.requests import TEXT, URI, codes, opened, plain, pulled
from tests.lsp.test_server import at, changed, typed

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

FAR = 2**31 - 1
# A keystroke takes about as long as two lints of the same text. The quickest of several answers
# counts, as the machine may be busy.
MOST_LINTS = 8
# Who had to wait for the reading of six megabytes would wait for most of it.
MOST_OF_A_LINT = 0.25
TRIES = 15


def matrix(drivers: int, features: int) -> str:
    """Return a matrix that is clean but for its last cell, which is at the end."""
    head = "".join(f"[driver.d{each}]\ntitle=D{each}\n" for each in range(drivers))
    cells = "".join(f"driver.d{each}=complete\n" for each in range(drivers))
    body = "".join(
        f"[operation.f{each}]\ntitle=F{each}\nstatus=optional\n{cells}" for each in range(features)
    )
    return head + body.removesuffix("complete\n") + "wrong\n"


def lint_seconds(text: str) -> float:
    """Return how long *text* takes to lint in this process, beside whatever else runs."""
    begun = time.perf_counter()
    lint_text(text)
    return time.perf_counter() - begun


async def alive(client: LanguageClient) -> bool:
    """Say whether a document that is opened now is answered for."""
    uri = "file:///other/support-matrix.ini"
    opened(client, TEXT, uri)
    found = await codes(client, uri) == ["MX301", "MX401"]
    document = types.TextDocumentIdentifier(uri)
    client.text_document_did_close(types.DidCloseTextDocumentParams(document))
    return found


@pytest.mark.asyncio
async def test_a_keystroke_in_50_kb_is_answered_soon(connect: Connect) -> None:
    client = await connect(capabilities("emacs"))
    text = matrix(20, 115)
    assert 50_000 < len(text) < 52_000
    opened(client, text)
    await codes(client)
    taken = []
    for number in range(TRIES):
        reported = asyncio.ensure_future(
            client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        )
        await asyncio.sleep(0.02)
        begun = time.perf_counter()
        changed(client, number + 2, typed(1, 6, "x"))
        assert (await asyncio.wait_for(reported, 30)).version == number + 2
        taken.append(time.perf_counter() - begun)

    assert min(taken) < MOST_LINTS * min(lint_seconds(text) for _ in range(TRIES))


@pytest.mark.asyncio
async def test_a_storm_of_changes_is_weathered(connect: Connect) -> None:
    client = opened(await connect(), matrix(20, 115))
    for number in range(1_000):
        changed(client, number + 2, typed(1, 6, "[\n"[number % 2]))
    diagnostics = await pulled(client)

    assert diagnostics[-1]["range"]["start"]["line"] == 40 + 115 * 23 + 500 - 1


@pytest.mark.parametrize("connect", ["process"], indirect=True)
@pytest.mark.asyncio
async def test_six_megabytes_keep_nobody_waiting(connect: Connect) -> None:
    text = matrix(200, 1_450)
    client = opened(await connect(), text)
    big = asyncio.ensure_future(codes(client))
    taken = []
    for number in range(20):
        changed(client, number + 2, typed(1, 6, "x"))
        begun = time.perf_counter()
        params = types.HoverParams(types.TextDocumentIdentifier("file:///unknown"), at(0, 0))
        assert await client.text_document_hover_async(params) is None
        taken.append(time.perf_counter() - begun)
        await asyncio.sleep(0.05)

    assert await big == ["MX401"]
    assert await codes(client) == ["MX401"]
    assert sorted(taken)[10] < MOST_OF_A_LINT * lint_seconds(text)


@pytest.mark.asyncio
async def test_a_request_that_is_cancelled_is_given_up(connect: Connect) -> None:
    client = opened(await connect(), matrix(200, 300))
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(URI))
    asked = client.protocol.send_request_async(  # type: ignore[no-untyped-call]
        types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, params, msg_id="mine"
    )
    waiting = asyncio.ensure_future(asked)
    await asyncio.sleep(0)
    client.cancel_request(types.CancelParams("mine"))

    with pytest.raises(JsonRpcException, match="canceled"):
        await asyncio.wait_for(waiting, 30)
    assert await alive(client)


# A start takes a second: attacks are made on the real process alone.
PROCESS = pytest.mark.parametrize("connect", ["process"], indirect=True)
REQUESTS: tuple[tuple[str, Any], ...] = (
    (types.TEXT_DOCUMENT_HOVER, types.HoverParams),
    (types.TEXT_DOCUMENT_COMPLETION, types.CompletionParams),
    (types.TEXT_DOCUMENT_DEFINITION, types.DefinitionParams),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, types.PrepareRenameParams),
)
WHOLE: tuple[tuple[str, Any], ...] = (
    (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, types.DocumentSymbolParams),
    (types.TEXT_DOCUMENT_FOLDING_RANGE, types.FoldingRangeParams),
    (types.TEXT_DOCUMENT_DIAGNOSTIC, types.DocumentDiagnosticParams),
)
URIS = (
    "file:///closed/support-matrix.ini",
    "untitled:Untitled-1",
    "git:/a/support-matrix.ini?x",
    "file://[bad",
    "file:///a%00/support-matrix.ini",
    "",
    "\ud800",
)


async def asked(client: LanguageClient, uri: str, position: types.Position) -> list[Any]:
    """Return all answers on one place of one document."""
    document = types.TextDocumentIdentifier(uri)
    made = [(method, kind(document, position)) for method, kind in REQUESTS]
    made += [(method, kind(document)) for method, kind in WHOLE]
    made.append(
        (
            types.TEXT_DOCUMENT_CODE_ACTION,
            types.CodeActionParams(
                document, types.Range(position, position), types.CodeActionContext([])
            ),
        )
    )
    made.append(
        (
            types.TEXT_DOCUMENT_REFERENCES,
            types.ReferenceParams(
                types.ReferenceContext(include_declaration=True), document, position
            ),
        )
    )
    made.append(
        (
            types.TEXT_DOCUMENT_FORMATTING,
            types.DocumentFormattingParams(
                document, types.FormattingOptions(4, insert_spaces=True)
            ),
        )
    )
    made.append((types.TEXT_DOCUMENT_RENAME, types.RenameParams(document, position, "x")))
    found = []
    for method, params in made:
        try:
            answer = client.protocol.send_request_async(method, params)  # type: ignore[no-untyped-call]
            found.append(await answer)
        except JsonRpcException as error:
            found.append(str(error))
    return found


@PROCESS
@pytest.mark.asyncio
@pytest.mark.parametrize("uri", URIS)
async def test_a_document_that_is_not_open_has_no_answers(connect: Connect, uri: str) -> None:
    client = await connect()
    nothing = {"items": [], "kind": "full"}
    changed(client, 2, typed(0, 0, "x"), uri=uri)

    found = [plain(each) for each in await asked(client, uri, at(0, 0))]
    assert found == [*[None] * 6, nothing, *[None] * 4]
    document = types.TextDocumentIdentifier(uri)
    client.text_document_did_close(types.DidCloseTextDocumentParams(document))
    assert await alive(client)


@PROCESS
@pytest.mark.asyncio
@pytest.mark.parametrize("uri", URIS)
async def test_whatever_is_opened_is_answered_for(connect: Connect, uri: str) -> None:
    client = opened(await connect(), TEXT, uri)
    found = plain(await asked(client, uri, at(0, 8)))

    assert found[0]["range"] == found[2][0]["range"] == found[3]
    assert await alive(client)


@PROCESS
@pytest.mark.asyncio
@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ud800",
        f"{DRIVERS}[operation.\ud800x]\ntitle=\udfff\nstatus=\ud83d\ndriver.a=\ude00\n",
        "\ufeff",
        "\ufeff\ufeff" + TEXT,
        "\0\x0b\x0c\u2028\u0085" + TEXT.replace("\n", "\r"),
        "[" * 5_000,
        "[driver.a" * 2_000,
        "\r\n\r" * 1_000,
        TEXT.replace("\n", "\r\n").replace("=", "\u200b=\u200b"),
        "x" * 1_000_000,
    ],
)
async def test_hostile_texts_are_answered_for(connect: Connect, text: str) -> None:
    client = opened(await connect(), text)
    for position in (at(0, 0), at(0, 1), at(FAR, FAR), at(5, FAR), at(6, 8)):
        await asyncio.wait_for(asked(client, URI, position), 60)
    huge = types.Range(at(FAR, FAR), at(FAR, FAR))
    changed(client, 2, types.TextDocumentContentChangePartial(huge, "\ud800\n"))
    backwards = types.Range(at(3, FAR), at(0, 1))
    changed(client, 3, types.TextDocumentContentChangePartial(backwards, "x"))

    assert await pulled(client) is not None
    assert await alive(client)


@PROCESS
@pytest.mark.asyncio
@pytest.mark.parametrize(
    "body",
    [
        b"nonsense",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {}}',
        b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": null}',
        json.dumps(
            {
                "jsonrpc": "2.0",
                "method": "textDocument/hover",
                "id": 7,
                "params": {
                    "textDocument": {"uri": URI},
                    "position": {"line": -1, "character": "x"},
                },
            }
        ).encode(),
    ],
)
async def test_a_message_that_is_none_is_passed_over(connect: Connect, body: bytes) -> None:
    client = await connect()
    # What the client is told of it is none of its failures.
    client.error = None
    client.report_server_error = lambda *_: None  # type: ignore[method-assign]
    assert client.protocol.writer
    client.protocol.writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))

    assert await alive(client)
