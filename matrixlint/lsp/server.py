"""The server: the documents of a client, and what is sent to it unasked."""

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
# What may change what holds for a matrix: configurations, and the baselines and schemas they name.
_WATCHED = ("**/{.,}matrixlint.toml", "**/pyproject.toml", "**/*.json")
# pygls splits lines where the protocol does not: at U+2028, form feeds and others.
_OWN = (
    types.TEXT_DOCUMENT_DID_OPEN,
    types.TEXT_DOCUMENT_DID_CHANGE,
    types.TEXT_DOCUMENT_DID_CLOSE,
)


class Server(LanguageServer):
    """A language server with the documents of its client."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__(convert.SOURCE, __version__, protocol_cls=Protocol)
        self.session = Session(self.publish)
        for method in _OWN:
            del self.protocol.fm.builtin_features[method]

    @property
    def pulls(self) -> bool:
        """Say whether the client asks for diagnostics: then none are sent unasked."""
        text_document = self.client_capabilities.text_document
        return bool(text_document and text_document.diagnostic)

    @property
    def resolves(self) -> bool:
        """Say whether the client asks for the edits of an action when it is chosen."""
        text_document = self.client_capabilities.text_document
        action = text_document and text_document.code_action
        return bool(
            action and action.resolve_support and "edit" in action.resolve_support.properties
        )

    @property
    def numbers(self) -> bool:
        """Say whether the client takes edits that name the version of the text they are of."""
        workspace = self.client_capabilities.workspace
        edit = workspace and workspace.workspace_edit
        return bool(edit and edit.document_changes)

    @property
    def markup(self) -> types.MarkupKind:
        """What texts are sent as: markdown, unless the client takes no such thing."""
        text_document = self.client_capabilities.text_document
        kinds = text_document and text_document.hover and text_document.hover.content_format
        is_plain = bool(kinds) and types.MarkupKind.Markdown not in (kinds or ())
        return types.MarkupKind.PlainText if is_plain else types.MarkupKind.Markdown

    def publish(self, uri: str, analysis: Analysis) -> None:
        """Send what is to be told of the document *uri*, unless the client will ask for it."""
        if not self.pulls:
            found = convert.diagnostics(uri, analysis.page, find_diagnostics(analysis))
            self._send(uri, found, analysis.page.version)

    def forget(self, uri: str) -> None:
        """Take back what was told of the document *uri*, which is closed."""
        self.session.close(uri)
        if not self.pulls:
            self._send(uri, [], None)

    def refresh(self) -> None:
        """Look at all documents anew, and let a client that asks for diagnostics ask again."""
        self.session.refresh()
        workspace = self.client_capabilities.workspace
        if workspace and workspace.diagnostics and workspace.diagnostics.refresh_support:
            self.workspace_diagnostic_refresh(None)

    def watch(self) -> None:
        """Ask the client to tell of changes in what holds for a matrix."""
        workspace = self.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions(
                [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
            )
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = types.Registration(f"{convert.SOURCE}-files", method, options)
            self.client_register_capability(types.RegistrationParams([registration]))

    async def answer(self, uri: str, ask: Callable[[Analysis], Answer]) -> Answer | None:
        """Return what *ask* makes of the document *uri*, None where it is not open."""
        analysis = await self.session.analysis(uri)
        # In a large matrix there is much to look through.
        return await asyncio.to_thread(ask, analysis) if analysis else None

    def _send(self, uri: str, found: Sequence[types.Diagnostic], version: int | None) -> None:
        params = types.PublishDiagnosticsParams(uri, found, version)
        self.text_document_publish_diagnostics(params)
