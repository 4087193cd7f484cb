"""The open documents of a client, each analysed anew in the background as it changes."""

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence

from matrixlint.lsp.analysis import Analysis, analyse
from matrixlint.lsp.position_encoding import PositionEncoding
from matrixlint.lsp.positions import PositionMapper
from matrixlint.lsp.text_document import Change, TextDocument

# Keystrokes come in bursts: an analysis waits as long as the last one took, within these.
_LEAST_PAUSE = 0.01
_MOST_PAUSE = 0.5

# What is done with an analysis that is new, of the document of that URI.
Publish = Callable[[str, Analysis], None]


class OpenDocument:
    """
    A document that a client has open, by its *uri*; *path* is its file's, None where it has none.

    *version* is the client's number of the text as it stands in *buffer*. Of what is
    analysed there is one analysis at a time: states that come meanwhile are passed over,
    but for the last, which *publish* is called with.
    """

    def __init__(
        self,
        uri: str,
        path: str | None,
        buffer: TextDocument,
        unit: PositionEncoding,
        publish: Publish,
    ) -> None:
        self.uri = uri
        self.path = path
        self.buffer = buffer
        self.version = 0
        self._unit = unit
        self._publish = publish
        self._wanted = 1
        self._reached = 0
        self._cost = 0.0
        self._analysis: Analysis | None = None
        self._news = asyncio.Event()
        self._haste = asyncio.Event()
        self.task = asyncio.create_task(self._work())

    def touch(self) -> None:
        """Let the text be analysed again."""
        self._wanted += 1
        if self.task.done():
            self.task = asyncio.create_task(self._work())

    async def analysis(self) -> Analysis | None:
        """Return the analysis of the text as it stands now, or of a later one."""
        wanted = self._wanted
        while self._reached < wanted:
            self._haste.set()
            await self._news.wait()
        return self._analysis

    def close(self) -> None:
        """Give up what is not done yet; whoever waits for it gets nothing."""
        self._settle(None, self._wanted)
        self.task.cancel()

    async def _work(self) -> None:
        while self._reached < self._wanted:
            await self._pause()
            wanted, lines, version = self._wanted, list(self.buffer.lines), self.version
            begun = time.monotonic()
            try:
                # A thread of its own: meanwhile keystrokes are taken in.
                found = await asyncio.to_thread(self._analysed, lines, version)
            except Exception:
                # A bug of ours: whoever waits must not do so for ever.
                self._settle(None, self._wanted)
                raise
            self._cost = time.monotonic() - begun
            self._settle(found, wanted)
            if wanted == self._wanted:
                self._publish(self.uri, found)

    def _settle(self, found: Analysis | None, reached: int) -> None:
        self._analysis, self._reached = found, reached
        self._news.set()
        self._news = asyncio.Event()

    def _analysed(self, lines: Sequence[str], version: int) -> Analysis:
        return analyse(self.path, PositionMapper(lines, self._unit, version))

    async def _pause(self) -> None:
        pause = min(max(self._cost, _LEAST_PAUSE), _MOST_PAUSE)
        try:
            await asyncio.wait_for(self._haste.wait(), pause)
        except TimeoutError:
            return
        self._haste.clear()


class Session:
    """The documents that a client has open; *publish* is called with each new analysis of one."""

    def __init__(self, publish: Publish) -> None:
        self._publish = publish
        self._documents: dict[str, OpenDocument] = {}
        self.unit = PositionEncoding.UTF16

    def __iter__(self) -> Iterator[OpenDocument]:
        return iter(self._documents.values())

    def open(self, uri: str, path: str | None, text: str, version: int) -> None:
        """Take the document *uri*, whose text the client answers for from now on."""
        self.close(uri)
        buffer = TextDocument(text, self.unit)
        document = OpenDocument(uri, path, buffer, self.unit, self._publish)
        document.version = version
        self._documents[uri] = document

    def change(self, uri: str, changes: Sequence[Change], version: int) -> None:
        """Make *changes* in the document *uri*; of one that is not open nothing is known."""
        document = self._documents.get(uri)
        if document:
            document.buffer.change(changes)
            document.version = version
            document.touch()

    def close(self, uri: str) -> None:
        """Forget the document *uri*."""
        document = self._documents.pop(uri, None)
        if document:
            document.close()

    def refresh(self) -> None:
        """Analyse all documents again: what holds for them may be another configuration."""
        for document in self:
            document.touch()

    async def analysis(self, uri: str) -> Analysis | None:
        """Return the analysis of the document *uri* as it stands, None where it is not open."""
        document = self._documents.get(uri)
        return await document.analysis() if document else None
