"""Our answers in the terms of the protocol, their places in the units of the client."""

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
_WORDS = {
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
_ROLES = {
    Role.DRIVER: types.SymbolKind.Module,
    Role.FEATURE: types.SymbolKind.Class,
    Role.SECTION: types.SymbolKind.Namespace,
    Role.ENTRY: types.SymbolKind.Property,
}


def place(page: PositionMapper, position: types.Position) -> Location:
    """Return the place that a client speaks of."""
    return page.place(_position(position))


def span(page: PositionMapper, part: types.Range) -> Span:
    """Return the span that a client speaks of."""
    return page.span(_range(part))


def changes(position: Iterable[types.TextDocumentContentChangeEvent]) -> list[Change]:
    """Return what a client has changed."""
    return [
        Change(each.text, _range(each.range))
        if isinstance(each, types.TextDocumentContentChangePartial)
        else Change(each.text)
        for each in position
    ]


def part(page: PositionMapper, own: Span) -> types.Range:
    """Return a span of ours."""
    return _sent(page.range(own))


def locations(uri: str, page: PositionMapper, spans: Iterable[Span]) -> list[types.Location]:
    """Return places of the document *uri*."""
    return [types.Location(uri, part(page, each)) for each in spans]


def edits(page: PositionMapper, own: Iterable[Edit]) -> list[types.TextEdit]:
    """Return edits of ours."""
    return [types.TextEdit(_sent(page.edited(each)), each.text) for each in own]


def diagnostics(
    uri: str, page: PositionMapper, notices: Iterable[PublishedDiagnostic]
) -> list[types.Diagnostic]:
    """Return what is told of the document *uri*."""
    return [_diagnostic(uri, page, each) for each in notices]


def _diagnostic(uri: str, page: PositionMapper, position: PublishedDiagnostic) -> types.Diagnostic:
    # In what units to count in another file is not known without its text.
    related = [
        types.DiagnosticRelatedInformation(types.Location(uri, part(page, own)), message)
        for own, message, path in position.related
        if path is None
    ]
    return types.Diagnostic(
        range=part(page, position.span),
        message=position.message,
        severity=_SEVERITIES[position.severity],
        code=position.code,
        source=SOURCE,
        related_information=related or None,
    )


def hover(page: PositionMapper, own: Hover, kind: types.MarkupKind) -> types.Hover:
    """Return what is shown of a place, said to be text of *kind*."""
    contents = types.MarkupContent(kind, own.text)
    return types.Hover(contents, part(page, own.span))


def completion(page: PositionMapper, order: int, own: Completion) -> types.CompletionItem:
    """Return what may be written, to be shown as number *order*."""
    offer = own.offer
    return types.CompletionItem(
        label=offer.label,
        kind=_WORDS[offer.word],
        detail=offer.detail or None,
        sort_text=f"{order:06}",
        filter_text=offer.label,
        text_edit=types.TextEdit(part(page, own.span), offer.written),
    )


def symbol(page: PositionMapper, own: Symbol) -> types.DocumentSymbol:
    """Return a part of the text."""
    return types.DocumentSymbol(
        name=own.name,
        detail=own.detail or None,
        kind=_ROLES[own.role],
        range=part(page, own.span),
        selection_range=part(page, own.head),
        children=[symbol(page, each) for each in own.children],
    )


def fold(own: Fold) -> types.FoldingRange:
    """Return lines that fold."""
    kind = types.FoldingRangeKind.Comment if own.is_comment else types.FoldingRangeKind.Region
    return types.FoldingRange(own.start - 1, own.end - 1, kind=kind)


def quick_fix(
    uri: str, analysis: Analysis, own: CodeAction, edit: types.WorkspaceEdit
) -> types.CodeAction:
    """Return the fix of a finding, which *edit* makes."""
    return types.CodeAction(
        title=own.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=diagnostics(uri, analysis.page, [make_diagnostic(own.diagnostic)]),
        is_preferred=own.is_safe,
        edit=edit,
    )


def fix_all(uri: str, edit: types.WorkspaceEdit | None) -> types.CodeAction:
    """Return all safe fixes at once, *edit*; without it the client will ask for that."""
    title, data = "make all safe fixes", None if edit else uri
    return types.CodeAction(title, FIX_ALL, edit=edit, data=data)


def workspace_edit(
    uri: str, page: PositionMapper, own: Iterable[Edit], *, is_numbered: bool
) -> types.WorkspaceEdit:
    """Return edits of the document *uri*; if *is_numbered*, they are of this version alone."""
    made = edits(page, own)
    if not is_numbered:
        return types.WorkspaceEdit(changes={uri: made})
    document = types.OptionalVersionedTextDocumentIdentifier(uri, page.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, made)])


def _position(position: types.Position) -> Position:
    return Position(position.line, position.character)


def _range(position: types.Range) -> Range:
    return Range(_position(position.start), _position(position.end))


def _sent(own: Range) -> types.Range:
    start, end = (types.Position(*each) for each in own)
    return types.Range(start, end)
