"""Convert values to and from types of the protocol, in the client's units."""

from collections.abc import Iterable

from lsprotocol import types

from matrixlint.diagnostic import Severity
from matrixlint.lsp.analysis import Analysis
from matrixlint.lsp.code_actions import CodeAction
from matrixlint.lsp.completion.item import ItemKind
from matrixlint.lsp.completion.provider import Completion
from matrixlint.lsp.diagnostics import PublishedDiagnostic, make_diagnostic
from matrixlint.lsp.document_symbols import Role, Symbol
from matrixlint.lsp.folding import Fold
from matrixlint.lsp.hover import Hover
from matrixlint.lsp.positions import Location, PositionMapper
from matrixlint.lsp.text_document import Change, Position, Range
from matrixlint.text.span import Edit, Span

SOURCE = "matrixlint"
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.{SOURCE}"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_COMPLETION_KINDS = {
    ItemKind.DRIVER: types.CompletionItemKind.Property,
    ItemKind.NOTE: types.CompletionItemKind.Text,
    ItemKind.FIELD: types.CompletionItemKind.Field,
    ItemKind.LEVEL: types.CompletionItemKind.EnumMember,
    ItemKind.STATUS: types.CompletionItemKind.Enum,
    ItemKind.GROUP: types.CompletionItemKind.Reference,
    ItemKind.FEATURE: types.CompletionItemKind.Class,
    ItemKind.RULE: types.CompletionItemKind.Constant,
    ItemKind.KEYWORD: types.CompletionItemKind.Keyword,
}
_SYMBOL_KINDS = {
    Role.DRIVER: types.SymbolKind.Module,
    Role.FEATURE: types.SymbolKind.Class,
    Role.SECTION: types.SymbolKind.Namespace,
    Role.ENTRY: types.SymbolKind.Property,
}


def place(page: PositionMapper, position: types.Position) -> Location:
    """Return *position* of the client as a location."""
    return page.place(_convert_position(position))


def span(page: PositionMapper, part: types.Range) -> Span:
    """Return *part*, a range of the client, as a span."""
    return page.span(_convert_range(part))


def changes(events: Iterable[types.TextDocumentContentChangeEvent]) -> list[Change]:
    """Return the content changes of a client."""
    return [
        Change(each.text, _convert_range(each.range))
        if isinstance(each, types.TextDocumentContentChangePartial)
        else Change(each.text)
        for each in events
    ]


def part(page: PositionMapper, own: Span) -> types.Range:
    """Return the span *own* as a range of the protocol."""
    return _to_protocol_range(page.range(own))


def locations(uri: str, page: PositionMapper, spans: Iterable[Span]) -> list[types.Location]:
    """Return *spans* of the document *uri* as locations of the protocol."""
    return [types.Location(uri, part(page, each)) for each in spans]


def edits(page: PositionMapper, own: Iterable[Edit]) -> list[types.TextEdit]:
    """Return edits as text edits of the protocol."""
    return [types.TextEdit(_to_protocol_range(page.edit_range(each)), each.text) for each in own]


def diagnostics(
    uri: str, page: PositionMapper, notices: Iterable[PublishedDiagnostic]
) -> list[types.Diagnostic]:
    """Return the diagnostics of the document *uri*."""
    return [_convert_diagnostic(uri, page, each) for each in notices]


def _convert_diagnostic(
    uri: str, page: PositionMapper, published: PublishedDiagnostic
) -> types.Diagnostic:
    # Columns in another file cannot be converted to the client's units without its text.
    related = [
        types.DiagnosticRelatedInformation(types.Location(uri, part(page, own)), message)
        for own, message, path in published.related
        if path is None
    ]
    return types.Diagnostic(
        range=part(page, published.span),
        message=published.message,
        severity=_SEVERITIES[published.severity],
        code=published.code,
        source=SOURCE,
        related_information=related or None,
    )


def hover(page: PositionMapper, own: Hover, kind: types.MarkupKind) -> types.Hover:
    """Return the hover *own* as text of *kind*."""
    contents = types.MarkupContent(kind, own.text)
    return types.Hover(contents, part(page, own.span))


def completion(page: PositionMapper, order: int, own: Completion) -> types.CompletionItem:
    """Return a completion item, to be displayed as number *order* (0-based)."""
    item = own.item
    return types.CompletionItem(
        label=item.label,
        kind=_COMPLETION_KINDS[item.kind],
        detail=item.detail or None,
        sort_text=f"{order:06}",
        filter_text=item.label,
        text_edit=types.TextEdit(part(page, own.span), item.insert_text),
    )


def symbol(page: PositionMapper, own: Symbol) -> types.DocumentSymbol:
    """Return a document symbol with its children."""
    return types.DocumentSymbol(
        name=own.name,
        detail=own.detail or None,
        kind=_SYMBOL_KINDS[own.role],
        range=part(page, own.span),
        selection_range=part(page, own.head),
        children=[symbol(page, each) for each in own.children],
    )


def fold(own: Fold) -> types.FoldingRange:
    """Return a folding range; its lines are 0-based."""
    kind = types.FoldingRangeKind.Comment if own.is_comment else types.FoldingRangeKind.Region
    return types.FoldingRange(own.start - 1, own.end - 1, kind=kind)


def quick_fix(
    uri: str, analysis: Analysis, own: CodeAction, edit: types.WorkspaceEdit
) -> types.CodeAction:
    """Return the code action of a diagnostic's fix, with its *edit*."""
    return types.CodeAction(
        title=own.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=diagnostics(uri, analysis.page, [make_diagnostic(own.diagnostic)]),
        is_preferred=own.is_safe,
        edit=edit,
    )


def fix_all(uri: str, edit: types.WorkspaceEdit | None) -> types.CodeAction:
    """Return the action of all safe fixes; without *edit* it is to be resolved."""
    title, data = "make all safe fixes", None if edit else uri
    return types.CodeAction(title, FIX_ALL, edit=edit, data=data)


def workspace_edit(
    uri: str, page: PositionMapper, own: Iterable[Edit], *, is_versioned: bool
) -> types.WorkspaceEdit:
    """Return edits of the document *uri*; if *is_versioned*, for this version only."""
    text_edits = edits(page, own)
    if not is_versioned:
        return types.WorkspaceEdit(changes={uri: text_edits})
    document = types.OptionalVersionedTextDocumentIdentifier(uri, page.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, text_edits)])


def _convert_position(position: types.Position) -> Position:
    return Position(position.line, position.character)


def _convert_range(part: types.Range) -> Range:
    return Range(_convert_position(part.start), _convert_position(part.end))


def _to_protocol_range(own: Range) -> types.Range:
    start, end = (types.Position(*each) for each in own)
    return types.Range(start, end)
