"""Open documents of a client; each is analysed in the background when it changes."""

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence

from matrixlint.lsp.analysis import Analysis, analyse
from matrixlint.lsp.position_encoding import PositionEncoding
from matrixlint.lsp.positions import PositionMapper
from matrixlint.lsp.text_document import Change, TextDocument

# Keystrokes come in bursts: an analysis waits as long as the last one took, within these bounds.
_MIN_PAUSE = 0.01
_MAX_PAUSE = 0.5

# Called with the URI of a document and its new analysis.
Publish = Callable[[str, Analysis], None]


class OpenDocument:
    """
    Open document of a client.

    *uri* is the client's name for it, *path* that of its file, None without one. *version* is
    the client's version number of the text in *buffer*. One analysis runs at a time; versions
    that arrive meanwhile are skipped except the last one. *publish* is called with the
    analysis of the latest version.
    """

    def __init__(
        self,
        uri: str,
        path: str | None,
        buffer: TextDocument,
        encoding: PositionEncoding,
        publish: Publish,
    ) -> None:
        self.uri = uri
        self.path = path
        self.buffer = buffer
        self.version = 0
        self._encoding = encoding
        self._publish = publish
        self._requested = 1
        self._completed = 0
        self._duration = 0.0
        self._analysis: Analysis | None = None
        self._has_result = asyncio.Event()
        self._is_urgent = asyncio.Event()
        self.task = asyncio.create_task(self._analyse_until_current())

    def touch(self) -> None:
        """Request a new analysis of the text."""
        self._requested += 1
        if self.task.done():
            self.task = asyncio.create_task(self._analyse_until_current())

    async def analysis(self) -> Analysis | None:
        """Return the analysis of the current text, or of a later one."""
        requested = self._requested
        while self._completed < requested:
            self._is_urgent.set()
            await self._has_result.wait()
        return self._analysis

    def close(self) -> None:
        """Cancel a pending analysis; requests that wait for it get None."""
        self._set_result(None, self._requested)
        self.task.cancel()

    async def _analyse_until_current(self) -> None:
        while self._completed < self._requested:
            await self._wait()
            requested, lines, version = self._requested, list(self.buffer.lines), self.version
            start = time.monotonic()
            try:
                # In a thread, so that keystrokes are handled meanwhile.
                found = await asyncio.to_thread(self._analyse, lines, version)
            except Exception:
                # A bug of the server: no request must wait for the analysis forever.
                self._set_result(None, self._requested)
                raise
            self._duration = time.monotonic() - start
            self._set_result(found, requested)
            if requested == self._requested:
                self._publish(self.uri, found)

    def _set_result(self, found: Analysis | None, completed: int) -> None:
        self._analysis, self._completed = found, completed
        self._has_result.set()
        self._has_result = asyncio.Event()

    def _analyse(self, lines: Sequence[str], version: int) -> Analysis:
        return analyse(self.path, PositionMapper(lines, self._encoding, version))

    async def _wait(self) -> None:
        pause = min(max(self._duration, _MIN_PAUSE), _MAX_PAUSE)
        try:
            await asyncio.wait_for(self._is_urgent.wait(), pause)
        except TimeoutError:
            return
        self._is_urgent.clear()


class Session:
    """Open documents of a client; *publish* is called with each new analysis."""

    def __init__(self, publish: Publish) -> None:
        self._publish = publish
        self._documents: dict[str, OpenDocument] = {}
        self.encoding = PositionEncoding.UTF16

    def __iter__(self) -> Iterator[OpenDocument]:
        return iter(self._documents.values())

    def open(self, uri: str, path: str | None, text: str, version: int) -> None:
        """Open the document *uri*; from now on, its text is that of the client."""
        self.close(uri)
        buffer = TextDocument(text, self.encoding)
        document = OpenDocument(uri, path, buffer, self.encoding, self._publish)
        document.version = version
        self._documents[uri] = document

    def change(self, uri: str, changes: Sequence[Change], version: int) -> None:
        """Apply *changes* to the document *uri*; ignore one that is not open."""
        document = self._documents.get(uri)
        if document:
            document.buffer.change(changes)
            document.version = version
            document.touch()

    def close(self, uri: str) -> None:
        """Close the document *uri*."""
        document = self._documents.pop(uri, None)
        if document:
            document.close()

    def refresh(self) -> None:
        """Analyse all documents again, because the configuration may have changed."""
        for document in self:
            document.touch()

    async def analysis(self, uri: str) -> Analysis | None:
        """Return the analysis of the current document *uri*, None if it is not open."""
        document = self._documents.get(uri)
        return await document.analysis() if document else None
