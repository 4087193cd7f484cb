"""The language server as an editor meets it: the real process, and whole answers."""

from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import LanguageClient

from matrixlint.lsp.position_encoding import PositionEncoding
from tests.lsp.conftest import Connect, capabilities
from tests.lsp.requests import (
    DOCUMENT,
    PUSHED,
    STATUS,
    TEXT,
    UNKNOWN,
    URI,
    codes,
    opened,
    part,
    plain,
    pulled,
)


def at(line: int, column: int) -> types.Position:
    return types.Position(line, column)


def changed(client: LanguageClient, version: int, *changes: object, uri: str = URI) -> None:
    document = types.VersionedTextDocumentIdentifier(version, uri)
    client.text_document_did_change(types.DidChangeTextDocumentParams(document, changes))  # type: ignore[arg-type]


def typed(line: int, column: int, text: str) -> types.TextDocumentContentChangePartial:
    return types.TextDocumentContentChangePartial(
        types.Range(at(line, column), at(line, column)), text
    )


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("encoding", "end"),
    [
        (PositionEncoding.UTF8, 12),
        (PositionEncoding.UTF16, 10),
        (PositionEncoding.UTF32, 9),
        (None, 10),
    ],
)
async def test_columns_are_in_the_units_that_were_agreed(
    connect: Connect, encoding: PositionEncoding | None, end: int
) -> None:
    kinds = [types.PositionEncodingKind(encoding.value)] if encoding else None
    general = types.GeneralClientCapabilities(position_encodings=kinds)
    client = await connect(capabilities(general=general))
    opened(client, TEXT.replace("Optional", "😀x"))

    assert [each["range"] for each in await pulled(client)] == [part(6, 7, end), part(7, 9, 17)]


@pytest.mark.asyncio
async def test_changes_are_followed(connect: Connect) -> None:
    client = opened(await connect())
    whole = types.TextDocumentContentChangeWholeDocument(TEXT.replace("Optional", "optional"))
    changed(client, 2, whole, typed(8, 9, "x"))
    assert await codes(client) == ["MX401", "MX401"]
    changed(client, 3, typed(0, 0, "\u2028\x0c# \ud800\n"))
    assert [each["range"]["start"]["line"] for each in await pulled(client)] == [0, 8, 9]


@pytest.mark.asyncio
async def test_quick_fixes_and_all_fixes(connect: Connect) -> None:
    client = opened(await connect(capabilities(PUSHED)))
    changed(client, 5, typed(0, 0, ""))
    client_resolves = client.capabilities.text_document.code_action.resolve_support is not None  # type: ignore[union-attr]

    def edit(*own: object) -> dict[str, Any]:
        document = {"uri": URI, "version": 5}
        return {"documentChanges": [{"textDocument": document, "edits": [*own]}]}

    async def actions(*only: str, is_reported: bool = True) -> Any:
        context = types.CodeActionContext([], only=[*only] if is_reported else None)
        where = types.Range(at(6, 8), at(7, 9))
        params = types.CodeActionParams(DOCUMENT, where, context)
        return await client.text_document_code_action_async(params)

    quick = [
        {
            "title": "MX301: write 'optional'",
            "kind": "quickfix",
            "isPreferred": True,
            "diagnostics": [STATUS],
            "edit": edit({"range": part(6, 7, 15), "newText": "optional"}),
        },
        {
            "title": "MX401: write 'complete' (unsafe)",
            "kind": "quickfix",
            "isPreferred": False,
            "diagnostics": [UNKNOWN],
            "edit": edit({"range": part(7, 9, 17), "newText": "complete"}),
        },
    ]
    line = edit({"range": part(6, 0, 0, 7), "newText": "status=optional\n"})
    every = {"title": "make all safe fixes", "kind": "source.fixAll.matrixlint"}
    every |= {"data": URI} if client_resolves else {"edit": line}  # type: ignore[dict-item]
    assert plain(await actions(is_reported=False)) == [*quick, every]
    assert plain(await actions()) == [*quick, every]
    assert plain(await actions("quickfix")) == quick
    assert plain(await actions("source.fixAll")) == [every]
    assert plain(await actions("")) == [*quick, every]
    assert plain(await actions("refactor", "quickfix")) == quick
    assert plain(await actions("refactor")) == []


@pytest.mark.asyncio
async def test_all_fixes_are_made_when_they_are_chosen(connect: Connect) -> None:
    client = opened(await connect())
    context = types.CodeActionContext([], only=["source.fixAll.matrixlint"])
    where = types.Range(at(0, 0), at(0, 0))
    params = types.CodeActionParams(DOCUMENT, where, context)
    found = await client.text_document_code_action_async(params)

    assert found
    (action,) = found
    assert isinstance(action, types.CodeAction)
    assert action.edit is None
    done = plain(await client.code_action_resolve_async(action))
    assert done["edit"] == {
        "changes": {URI: [{"range": part(6, 0, 0, 7), "newText": "status=optional\n"}]}
    }
    other = types.CodeAction("another")
    assert plain(await client.code_action_resolve_async(other)) == {"title": "another"}


@pytest.mark.asyncio
async def test_formatting_makes_the_safe_fixes(connect: Connect) -> None:
    client = opened(await connect())
    params = types.DocumentFormattingParams(
        DOCUMENT, types.FormattingOptions(4, insert_spaces=True)
    )

    assert plain(await client.text_document_formatting_async(params)) == [
        {"range": part(6, 0, 0, 7), "newText": "status=optional\n"}
    ]


@pytest.mark.asyncio
async def test_hover_shows_what_stands_there(connect: Connect) -> None:
    client = opened(await connect())
    params = types.HoverParams(DOCUMENT, at(0, 9))

    assert plain(await client.text_document_hover_async(params)) == {
        "contents": {"kind": "markdown", "value": "**A**, driver `a`\n\nFeatures: 1 complete"},
        "range": part(0, 8, 9),
    }
    assert await client.text_document_hover_async(types.HoverParams(DOCUMENT, at(1, 0))) is None


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("kinds", "sent"),
    [
        (None, "markdown"),
        ([], "markdown"),
        (["plaintext", "markdown"], "markdown"),
        (["plaintext"], "plaintext"),
    ],
)
async def test_hover_is_what_the_client_can_show(
    connect: Connect, kinds: list[str] | None, sent: str
) -> None:
    reported = capabilities()
    assert reported.text_document
    formats = None if kinds is None else [types.MarkupKind(each) for each in kinds]
    reported.text_document.hover = types.HoverClientCapabilities(content_format=formats)
    client = opened(await connect(reported))
    found = await client.text_document_hover_async(types.HoverParams(DOCUMENT, at(0, 9)))

    assert plain(found)["contents"]["kind"] == sent


@pytest.mark.asyncio
async def test_completion_offers_what_may_follow(connect: Connect) -> None:
    client = opened(await connect(), TEXT.replace("driver.b=missing\n", "dri\n"))
    params = types.CompletionParams(DOCUMENT, at(8, 3))
    details = {"driver.b=": (10, "B"), "api=": (5, None), "cli=": (5, None), "notes=": (5, None)}

    def item(order: int, text: str, kind: int, detail: str | None) -> dict[str, Any]:
        label = text.rstrip("=")
        found = {
            "label": label,
            "kind": kind,
            "sortText": f"{order:06}",
            "filterText": label,
            "textEdit": {"range": part(8, 0, 3), "newText": text},
        }
        return {**found, "detail": detail} if detail else found

    assert plain(await client.text_document_completion_async(params)) == [
        *(
            item(order, text, *reported)
            for order, (text, reported) in enumerate(
                [
                    ("driver.b=", details["driver.b="]),
                    ("driver-notes.a=", (1, "A")),
                    *((each, details[each]) for each in ("api=", "cli=", "notes=")),
                ]
            )
        )
    ]


@pytest.mark.asyncio
async def test_definition_and_references(connect: Connect) -> None:
    client = opened(await connect())
    declared, entered = ({"uri": URI, "range": part(*place)} for place in ((0, 8, 9), (7, 7, 8)))

    async def references(*, declaration: bool) -> Any:
        context = types.ReferenceContext(include_declaration=declaration)
        params = types.ReferenceParams(context, DOCUMENT, at(7, 7))
        return plain(await client.text_document_references_async(params))

    params = types.DefinitionParams(DOCUMENT, at(7, 7))
    assert plain(await client.text_document_definition_async(params)) == [declared]
    assert await references(declaration=True) == [declared, entered]
    assert await references(declaration=False) == [entered]


@pytest.mark.asyncio
async def test_rename(connect: Connect, caplog: pytest.LogCaptureFixture) -> None:
    client = opened(await connect())
    params = types.PrepareRenameParams(DOCUMENT, at(7, 7))
    assert plain(await client.text_document_prepare_rename_async(params)) == part(7, 7, 8)
    params.position = at(1, 1)
    assert await client.text_document_prepare_rename_async(params) is None

    rename = types.RenameParams(DOCUMENT, at(7, 7), "disk")
    assert plain(await client.text_document_rename_async(rename)) == {
        "changes": {
            URI: [{"range": part(*each), "newText": "disk"} for each in ((0, 8, 9), (7, 7, 8))]
        }
    }
    rename.new_name = "b"
    message = "would be another if driver 'a' were called 'b'"
    with pytest.raises(JsonRpcException, match=message) as reported:
        await client.text_document_rename_async(rename)
    assert reported.value.code == types.LSPErrorCodes.RequestFailed
    assert caplog.messages == []


@pytest.mark.asyncio
async def test_symbols_and_folds(connect: Connect) -> None:
    client = opened(await connect(), "# One\n# two\n[driver.a]\ntitle=A\n[other]\n")
    params = types.DocumentSymbolParams(DOCUMENT)
    title = {
        "name": "title",
        "detail": "A",
        "kind": 7,
        "range": part(3, 0, 7),
        "selectionRange": part(3, 0, 5),
        "children": [],
    }

    assert plain(await client.text_document_document_symbol_async(params)) == [
        {
            "name": "driver.a",
            "detail": "A",
            "kind": 2,
            "range": part(2, 0, 7, 3),
            "selectionRange": part(2, 0, 10),
            "children": [title],
        },
        {
            "name": "other",
            "kind": 3,
            "range": part(4, 0, 7),
            "selectionRange": part(4, 0, 7),
            "children": [],
        },
    ]
    folds = await client.text_document_folding_range_async(types.FoldingRangeParams(DOCUMENT))
    assert plain(folds) == [
        {"startLine": 0, "endLine": 1, "kind": "comment"},
        {"startLine": 2, "endLine": 3, "kind": "region"},
    ]
