"""Requests of a client, and a document."""

import asyncio
from typing import Any

from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient

from tests.lsp.client import DRIVERS

URI = "file:///nowhere/support-matrix.ini"


TEXT = f"{DRIVERS}[operation.x]\ntitle=😀\nstatus=Optional\ndriver.a=compelte\ndriver.b=missing\n"


DOCUMENT = types.TextDocumentIdentifier(URI)


PUSHED = "emacs"


_CONVERTER = default_converter()  # type: ignore[no-untyped-call]


def plain(answer: object) -> Any:
    """Return *answer* as it went over the wire."""
    if isinstance(answer, list | tuple):
        return [plain(each) for each in answer]
    return _CONVERTER.unstructure(answer)


def part(line: int, start: int, end: int, end_line: int | None = None) -> dict[str, Any]:
    """Return a range, of one line where no other is given."""
    last = line if end_line is None else end_line
    return {
        "start": {"line": line, "character": start},
        "end": {"line": last, "character": end},
    }


def opened(client: LanguageClient, text: str = TEXT, uri: str = URI) -> LanguageClient:
    item = types.TextDocumentItem(uri, "ini", 1, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    return client


async def pulled(client: LanguageClient, uri: str = URI) -> list[Any]:
    params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
    report = await asyncio.wait_for(client.text_document_diagnostic_async(params), 30)
    found: list[Any] = plain(report.items)  # type: ignore[union-attr]
    return found


async def codes(client: LanguageClient, uri: str = URI) -> list[str]:
    return [each["code"] for each in await pulled(client, uri)]


UNKNOWN = {
    "code": "MX401",
    "message": "unknown-level: driver 'a' is 'compelte'; expected complete, partial, missing or"
    " unknown; did you mean 'complete'?",
    "range": part(7, 9, 17),
    "severity": 1,
    "source": "matrixlint",
}


STATUS = {
    "code": "MX301",
    "message": "unknown-status: status is 'Optional'; expected mandatory, optional, choice,"
    " condition, mature or immature; did you mean 'optional'?",
    "range": part(6, 7, 15),
    "severity": 1,
    "source": "matrixlint",
}
