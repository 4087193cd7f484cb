"""Handlers of the requests and notifications of a client."""

from collections.abc import Iterable, Sequence

from lsprotocol import types

from matrixlint.errors import RenameError
from matrixlint.lsp import convert
from matrixlint.lsp.analysis import Analysis
from matrixlint.lsp.code_actions import find_actions, fix_all_edits, has_safe_fix
from matrixlint.lsp.completion.provider import complete
from matrixlint.lsp.diagnostics import find_diagnostics
from matrixlint.lsp.document_symbols import find_symbols
from matrixlint.lsp.folding import find_folds
from matrixlint.lsp.hover import get_hover
from matrixlint.lsp.position_encoding import PositionEncoding
from matrixlint.lsp.protocol import RequestRefused
from matrixlint.lsp.references import find_definition, find_references
from matrixlint.lsp.rename import rename_symbol
from matrixlint.lsp.server import Server
from matrixlint.lsp.uris import uri_to_path
from matrixlint.text.span import Edit


def create_server() -> Server:
    """Return a server with all handlers registered."""
    server = Server()
    for method, handler, options in _HANDLERS:
        server.feature(method, options)(handler)
    return server


def _initialize(ls: Server, _: types.InitializeParams) -> None:
    ls.session.encoding = PositionEncoding(ls.workspace.position_encoding or "utf-16")


def _initialized(ls: Server, _: types.InitializedParams) -> None:
    ls.watch()


def _open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    uri, version = params.text_document.uri, params.text_document.version
    ls.session.open(uri, uri_to_path(uri), params.text_document.text, version)


def _change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    document = params.text_document
    ls.session.change(document.uri, convert.changes(params.content_changes), document.version)


def _close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.forget(params.text_document.uri)


def _refresh(
    ls: Server,
    _: types.DidSaveTextDocumentParams
    | types.DidChangeWatchedFilesParams
    | types.DidChangeConfigurationParams,
) -> None:
    ls.refresh()


async def _diagnostic(
    ls: Server, params: types.DocumentDiagnosticParams
) -> types.RelatedFullDocumentDiagnosticReport:
    uri = params.text_document.uri

    def ask(analysis: Analysis) -> list[types.Diagnostic]:
        return convert.diagnostics(uri, analysis.page, find_diagnostics(analysis))

    return types.RelatedFullDocumentDiagnosticReport(await ls.answer(uri, ask) or [])


async def _code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    uri, only = params.text_document.uri, params.context.only

    def ask(analysis: Analysis) -> list[types.CodeAction]:
        found = []
        if _is_requested(types.CodeActionKind.QuickFix, only):
            span = convert.span(analysis.page, params.range)
            for each in find_actions(analysis, span):
                edit = _make_edit(ls, uri, analysis, each.edits)
                found.append(convert.quick_fix(uri, analysis, each, edit))
        if _is_requested(convert.FIX_ALL, only) and has_safe_fix(analysis):
            # Computing all fixes is slow, and few clients use them.
            all_fixes = None if ls.resolves else _make_fix_all_edit(ls, uri, analysis)
            found.append(convert.fix_all(uri, all_fixes))
        return found

    return await ls.answer(uri, ask)


def _is_requested(kind: str, only: Sequence[str] | None) -> bool:
    if not only:
        return True
    return any(each in ("", kind) or kind.startswith(f"{each}.") for each in only)


def _make_fix_all_edit(ls: Server, uri: str, analysis: Analysis) -> types.WorkspaceEdit:
    return _make_edit(ls, uri, analysis, fix_all_edits(analysis))


def _make_edit(
    ls: Server, uri: str, analysis: Analysis, edits: Iterable[Edit]
) -> types.WorkspaceEdit:
    return convert.workspace_edit(uri, analysis.page, edits, is_versioned=ls.accepts_versions)


async def _resolve(ls: Server, action: types.CodeAction) -> types.CodeAction:
    if isinstance(action.data, str):
        uri = action.data
        action.edit = await ls.answer(uri, lambda analysis: _make_fix_all_edit(ls, uri, analysis))
    return action


async def _formatting(
    ls: Server, params: types.DocumentFormattingParams
) -> list[types.TextEdit] | None:
    def ask(analysis: Analysis) -> list[types.TextEdit]:
        return convert.edits(analysis.page, fix_all_edits(analysis))

    return await ls.answer(params.text_document.uri, ask)


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    def ask(analysis: Analysis) -> types.Hover | None:
        found = get_hover(analysis, convert.place(analysis.page, params.position))
        return found and convert.hover(analysis.page, found, ls.markup)

    return await ls.answer(params.text_document.uri, ask)


async def _completion(
    ls: Server, params: types.CompletionParams
) -> list[types.CompletionItem] | None:
    def ask(analysis: Analysis) -> list[types.CompletionItem]:
        found = complete(analysis, convert.place(analysis.page, params.position))
        return [convert.completion(analysis.page, *each) for each in enumerate(found)]

    return await ls.answer(params.text_document.uri, ask)


async def _definition(ls: Server, params: types.DefinitionParams) -> list[types.Location] | None:
    uri = params.text_document.uri

    def ask(analysis: Analysis) -> list[types.Location]:
        found = find_definition(analysis, convert.place(analysis.page, params.position))
        return convert.locations(uri, analysis.page, found)

    return await ls.answer(uri, ask)


async def _references(ls: Server, params: types.ReferenceParams) -> list[types.Location] | None:
    uri, declarations = params.text_document.uri, params.context.include_declaration

    def ask(analysis: Analysis) -> list[types.Location]:
        place = convert.place(analysis.page, params.position)
        found = find_references(analysis, place, declarations=declarations)
        return convert.locations(uri, analysis.page, found)

    return await ls.answer(uri, ask)


async def _prepare_rename(ls: Server, params: types.PrepareRenameParams) -> types.Range | None:
    def ask(analysis: Analysis) -> types.Range | None:
        reference = analysis.references.find_at(convert.place(analysis.page, params.position))
        return reference and convert.part(analysis.page, reference.span)

    return await ls.answer(params.text_document.uri, ask)


async def _rename(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
    uri = params.text_document.uri

    def ask(analysis: Analysis) -> types.WorkspaceEdit:
        place = convert.place(analysis.page, params.position)
        edits = rename_symbol(analysis, place, params.new_name)
        return _make_edit(ls, uri, analysis, edits)

    try:
        return await ls.answer(uri, ask)
    except RenameError as error:
        raise RequestRefused(str(error)) from error


async def _symbols(
    ls: Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | None:
    def ask(analysis: Analysis) -> list[types.DocumentSymbol]:
        return [convert.symbol(analysis.page, each) for each in find_symbols(analysis)]

    return await ls.answer(params.text_document.uri, ask)


async def _folding(ls: Server, params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
    def ask(analysis: Analysis) -> list[types.FoldingRange]:
        return [convert.fold(each) for each in find_folds(analysis)]

    return await ls.answer(params.text_document.uri, ask)


_DIAGNOSTIC_OPTIONS = types.DiagnosticOptions(
    inter_file_dependencies=False, workspace_diagnostics=False, identifier=convert.SOURCE
)
_CODE_ACTION_OPTIONS = types.CodeActionOptions(
    [types.CodeActionKind.QuickFix, convert.FIX_ALL], resolve_provider=True
)
_HANDLERS = (
    (types.INITIALIZE, _initialize, None),
    (types.INITIALIZED, _initialized, None),
    (types.TEXT_DOCUMENT_DID_OPEN, _open, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, _change, None),
    (types.TEXT_DOCUMENT_DID_CLOSE, _close, None),
    (types.TEXT_DOCUMENT_DID_SAVE, _refresh, types.SaveOptions(include_text=False)),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, _refresh, None),
    (types.WORKSPACE_DID_CHANGE_CONFIGURATION, _refresh, None),
    (types.TEXT_DOCUMENT_DIAGNOSTIC, _diagnostic, _DIAGNOSTIC_OPTIONS),
    (types.TEXT_DOCUMENT_CODE_ACTION, _code_action, _CODE_ACTION_OPTIONS),
    (types.CODE_ACTION_RESOLVE, _resolve, None),
    (types.TEXT_DOCUMENT_FORMATTING, _formatting, None),
    (types.TEXT_DOCUMENT_HOVER, _hover, None),
    (
        types.TEXT_DOCUMENT_COMPLETION,
        _completion,
        types.CompletionOptions(trigger_characters=["=", "(", "[", ".", "-", " "]),
    ),
    (types.TEXT_DOCUMENT_DEFINITION, _definition, None),
    (types.TEXT_DOCUMENT_REFERENCES, _references, None),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, _prepare_rename, None),
    (types.TEXT_DOCUMENT_RENAME, _rename, types.RenameOptions(prepare_provider=True)),
    (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, _symbols, None),
    (types.TEXT_DOCUMENT_FOLDING_RANGE, _folding, None),
)
