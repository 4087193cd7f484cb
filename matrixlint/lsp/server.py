"""Language server: its documents, and the notifications sent to the client."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from matrixlint import __version__
from matrixlint.lsp import convert
from matrixlint.lsp.analysis import Analysis
from matrixlint.lsp.diagnostics import find_diagnostics
from matrixlint.lsp.protocol import Protocol
from matrixlint.lsp.session import Session

Answer = TypeVar("Answer")
# Files that affect a matrix: configurations, and the baselines and schemas that they name.
_WATCHED_FILES = ("**/{.,}matrixlint.toml", "**/pyproject.toml", "**/*.json")
# Handled here because pygls splits lines where the protocol does not: at U+2028, form feeds etc.
_OWN_METHODS = (
    types.TEXT_DOCUMENT_DID_OPEN,
    types.TEXT_DOCUMENT_DID_CHANGE,
    types.TEXT_DOCUMENT_DID_CLOSE,
)


class Server(LanguageServer):
    """Language server with the open documents of its client."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__(convert.SOURCE, __version__, protocol_cls=Protocol)
        self.session = Session(self.publish)
        for method in _OWN_METHODS:
            del self.protocol.fm.builtin_features[method]

    @property
    def pulls(self) -> bool:
        """Whether the client pulls diagnostics: then none are published."""
        text_document = self.client_capabilities.text_document
        return bool(text_document and text_document.diagnostic)

    @property
    def resolves(self) -> bool:
        """Whether the client resolves the edits of a code action when it is chosen."""
        text_document = self.client_capabilities.text_document
        action = text_document and text_document.code_action
        return bool(
            action and action.resolve_support and "edit" in action.resolve_support.properties
        )

    @property
    def accepts_versions(self) -> bool:
        """Whether the client accepts edits for a version of a document."""
        workspace = self.client_capabilities.workspace
        edit = workspace and workspace.workspace_edit
        return bool(edit and edit.document_changes)

    @property
    def markup(self) -> types.MarkupKind:
        """Format of texts: markdown, or plain text if the client does not accept that."""
        text_document = self.client_capabilities.text_document
        kinds = text_document and text_document.hover and text_document.hover.content_format
        is_plain = bool(kinds) and types.MarkupKind.Markdown not in (kinds or ())
        return types.MarkupKind.PlainText if is_plain else types.MarkupKind.Markdown

    def publish(self, uri: str, analysis: Analysis) -> None:
        """Publish the diagnostics of the document *uri*, unless the client pulls them."""
        if not self.pulls:
            found = convert.diagnostics(uri, analysis.page, find_diagnostics(analysis))
            self._send(uri, found, analysis.page.version)

    def forget(self, uri: str) -> None:
        """Clear the diagnostics of the document *uri*, which is closed."""
        self.session.close(uri)
        if not self.pulls:
            self._send(uri, [], None)

    def refresh(self) -> None:
        """Analyse all documents again, and let a client that pulls diagnostics pull again."""
        self.session.refresh()
        workspace = self.client_capabilities.workspace
        if workspace and workspace.diagnostics and workspace.diagnostics.refresh_support:
            self.workspace_diagnostic_refresh(None)

    def watch(self) -> None:
        """Register for notifications about changes of configurations and related files."""
        workspace = self.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions(
                [types.FileSystemWatcher(pattern) for pattern in _WATCHED_FILES]
            )
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = types.Registration(f"{convert.SOURCE}-files", method, options)
            self.client_register_capability(types.RegistrationParams([registration]))

    async def answer(self, uri: str, ask: Callable[[Analysis], Answer]) -> Answer | None:
        """Return the result of *ask* for the document *uri*, None if it is not open."""
        analysis = await self.session.analysis(uri)
        # In a thread, because large matrices take long.
        return await asyncio.to_thread(ask, analysis) if analysis else None

    def _send(self, uri: str, found: Sequence[types.Diagnostic], version: int | None) -> None:
        params = types.PublishDiagnosticsParams(uri, found, version)
        self.text_document_publish_diagnostics(params)
