"""The language server as an editor meets it."""

import pytest
from lsprotocol import types

from tests.lsp.conftest import Connect

URI = "file:///nowhere/support-matrix.ini"
TEXT = """\
[driver.a]
title=A
[driver.b]
title=B
[operation.x]
title=X
status=optional
driver.a=compelte
driver.b=missing
"""


@pytest.mark.asyncio
async def test_findings_are_pushed(connect: Connect) -> None:
    from tests.lsp.conftest import capabilities

    client = await connect(capabilities("emacs"))
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(URI, "ini", 1, TEXT))
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    print(client.diagnostics[URI])
    for p in [(7, 12), (0, 9), (4, 3)]:
        print(
            await client.text_document_hover_async(
                types.HoverParams(types.TextDocumentIdentifier(URI), types.Position(*p))
            )
        )
    print(
        await client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(URI),
                types.Range(types.Position(7, 9), types.Position(7, 9)),
                types.CodeActionContext([]),
            )
        )
    )
    print(
        await client.text_document_document_symbol_async(
            types.DocumentSymbolParams(types.TextDocumentIdentifier(URI))
        )
    )
    print(
        await client.text_document_rename_async(
            types.RenameParams(types.TextDocumentIdentifier(URI), types.Position(0, 9), "zed")
        )
    )
    print(
        await client.text_document_completion_async(
            types.CompletionParams(types.TextDocumentIdentifier(URI), types.Position(7, 9))
        )
    )
    assert 0
