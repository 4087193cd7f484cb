"""What a client may ask and tell, each handed to what knows the answer."""

from collections.abc import Iterable, Sequence

from lsprotocol import types

from matrixlint.errors import RenameError
from matrixlint.lsp import wire
from matrixlint.lsp.analysis import Analysis
from matrixlint.lsp.completion import completions
from matrixlint.lsp.folding import folds
from matrixlint.lsp.hover import hover
from matrixlint.lsp.mend import has_safe_fix, mended, mends
from matrixlint.lsp.notice import notices
from matrixlint.lsp.outline import symbols
from matrixlint.lsp.protocol import Refusal
from matrixlint.lsp.reference import definition, references
from matrixlint.lsp.rename import renamed
from matrixlint.lsp.server import Server
from matrixlint.lsp.unit import Unit
from matrixlint.lsp.uri import path
from matrixlint.text.span import Edit


def server() -> Server:
    """Return a server that answers all that is asked below."""
    made = Server()
    for method, handler, options in _HANDLERS:
        made.feature(method, options)(handler)
    return made


def _initialize(ls: Server, _: types.InitializeParams) -> None:
    ls.session.unit = Unit(ls.workspace.position_encoding or "utf-16")


def _initialized(ls: Server, _: types.InitializedParams) -> None:
    ls.watch()


def _open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    uri, version = params.text_document.uri, params.text_document.version
    ls.session.open(uri, path(uri), params.text_document.text, version)


def _change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    document = params.text_document
    ls.session.change(document.uri, wire.changes(params.content_changes), document.version)


def _close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.forget(params.text_document.uri)


def _settle(
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
        return wire.diagnostics(uri, analysis.page, notices(analysis))

    return types.RelatedFullDocumentDiagnosticReport(await ls.answer(uri, ask) or [])


async def _code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    uri, only = params.text_document.uri, params.context.only

    def ask(analysis: Analysis) -> list[types.CodeAction]:
        found = []
        if _is_asked(types.CodeActionKind.QuickFix, only):
            span = wire.span(analysis.page, params.range)
            for each in mends(analysis, span):
                edit = _edit(ls, uri, analysis, each.edits)
                found.append(wire.quick_fix(uri, analysis, each, edit))
        if _is_asked(wire.FIX_ALL, only) and has_safe_fix(analysis):
            # Making all of them takes long, and few want that.
            whole = None if ls.resolves else _mended(ls, uri, analysis)
            found.append(wire.fix_all(uri, whole))
        return found

    return await ls.answer(uri, ask)


def _is_asked(kind: str, only: Sequence[str] | None) -> bool:
    if not only:
        return True
    return any(each in ("", kind) or kind.startswith(f"{each}.") for each in only)


def _mended(ls: Server, uri: str, analysis: Analysis) -> types.WorkspaceEdit:
    return _edit(ls, uri, analysis, mended(analysis))


def _edit(ls: Server, uri: str, analysis: Analysis, edits: Iterable[Edit]) -> types.WorkspaceEdit:
    return wire.workspace_edit(uri, analysis.page, edits, is_numbered=ls.numbers)


async def _resolve(ls: Server, action: types.CodeAction) -> types.CodeAction:
    if isinstance(action.data, str):
        uri = action.data
        action.edit = await ls.answer(uri, lambda analysis: _mended(ls, uri, analysis))
    return action


async def _formatting(
    ls: Server, params: types.DocumentFormattingParams
) -> list[types.TextEdit] | None:
    def ask(analysis: Analysis) -> list[types.TextEdit]:
        return wire.edits(analysis.page, mended(analysis))

    return await ls.answer(params.text_document.uri, ask)


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    def ask(analysis: Analysis) -> types.Hover | None:
        found = hover(analysis, wire.place(analysis.page, params.position))
        return found and wire.hover(analysis.page, found, ls.markup)

    return await ls.answer(params.text_document.uri, ask)


async def _completion(
    ls: Server, params: types.CompletionParams
) -> list[types.CompletionItem] | None:
    def ask(analysis: Analysis) -> list[types.CompletionItem]:
        found = completions(analysis, wire.place(analysis.page, params.position))
        return [wire.completion(analysis.page, *each) for each in enumerate(found)]

    return await ls.answer(params.text_document.uri, ask)


async def _definition(ls: Server, params: types.DefinitionParams) -> list[types.Location] | None:
    uri = params.text_document.uri

    def ask(analysis: Analysis) -> list[types.Location]:
        found = definition(analysis, wire.place(analysis.page, params.position))
        return wire.locations(uri, analysis.page, found)

    return await ls.answer(uri, ask)


async def _references(ls: Server, params: types.ReferenceParams) -> list[types.Location] | None:
    uri, declarations = params.text_document.uri, params.context.include_declaration

    def ask(analysis: Analysis) -> list[types.Location]:
        place = wire.place(analysis.page, params.position)
        found = references(analysis, place, declarations=declarations)
        return wire.locations(uri, analysis.page, found)

    return await ls.answer(uri, ask)


async def _prepare_rename(ls: Server, params: types.PrepareRenameParams) -> types.Range | None:
    def ask(analysis: Analysis) -> types.Range | None:
        mention = analysis.mentions.at(wire.place(analysis.page, params.position))
        return mention and wire.part(analysis.page, mention.span)

    return await ls.answer(params.text_document.uri, ask)


async def _rename(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
    uri = params.text_document.uri

    def ask(analysis: Analysis) -> types.WorkspaceEdit:
        place = wire.place(analysis.page, params.position)
        edits = renamed(analysis, place, params.new_name)
        return _edit(ls, uri, analysis, edits)

    try:
        return await ls.answer(uri, ask)
    except RenameError as error:
        raise Refusal(str(error)) from error


async def _symbols(
    ls: Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | None:
    def ask(analysis: Analysis) -> list[types.DocumentSymbol]:
        return [wire.symbol(analysis.page, each) for each in symbols(analysis)]

    return await ls.answer(params.text_document.uri, ask)


async def _folding(ls: Server, params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
    def ask(analysis: Analysis) -> list[types.FoldingRange]:
        return [wire.fold(each) for each in folds(analysis)]

    return await ls.answer(params.text_document.uri, ask)


_DIAGNOSTICS = types.DiagnosticOptions(
    inter_file_dependencies=False, workspace_diagnostics=False, identifier=wire.SOURCE
)
_ACTIONS = types.CodeActionOptions(
    [types.CodeActionKind.QuickFix, wire.FIX_ALL], resolve_provider=True
)
_HANDLERS = (
    (types.INITIALIZE, _initialize, None),
    (types.INITIALIZED, _initialized, None),
    (types.TEXT_DOCUMENT_DID_OPEN, _open, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, _change, None),
    (types.TEXT_DOCUMENT_DID_CLOSE, _close, None),
    (types.TEXT_DOCUMENT_DID_SAVE, _settle, types.SaveOptions(include_text=False)),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, _settle, None),
    (types.WORKSPACE_DID_CHANGE_CONFIGURATION, _settle, None),
    (types.TEXT_DOCUMENT_DIAGNOSTIC, _diagnostic, _DIAGNOSTICS),
    (types.TEXT_DOCUMENT_CODE_ACTION, _code_action, _ACTIONS),
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
