"""Clients of the server: of the real process, and of the same server in the tests' own loop."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from threading import Event

import pytest
import pytest_asyncio
from lsprotocol import types
from pygls.io_ import run_async
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import make_test_lsp_client

from matrixlint.lsp.handlers import create_server

Connect = Callable[..., Awaitable[LanguageClient]]
# Who speaks with the process shows that it works; who speaks with the loop, what was run.
WAYS = (pytest.param("process", marks=pytest.mark.slow), "loop")


def capabilities(name: str = "neovim", **changes: object) -> types.ClientCapabilities:
    """Return what an editor can do, those of its *changes* made that are no text."""
    found = client_capabilities(name)
    for attribute, value in changes.items():
        setattr(found, attribute, value)
    return found


async def start(
    client: LanguageClient, reported: types.ClientCapabilities
) -> types.InitializeResult:
    return await client.initialize_session(types.InitializeParams(capabilities=reported))


def made_client() -> LanguageClient:
    """Return a client that remembers what it is asked to tell."""
    client = make_test_lsp_client()
    client.registrations = []  # type: ignore[attr-defined]

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]
    def register(params: types.RegistrationParams) -> None:
        client.registrations.extend(params.registrations)  # type: ignore[attr-defined]

    return client


def received(client: LanguageClient) -> list[types.Registration]:
    """Return what *client* was asked to tell."""
    found: list[types.Registration] = client.registrations  # type: ignore[attr-defined]
    return found


@asynccontextmanager
async def process() -> AsyncIterator[LanguageClient]:
    """Give a client of ``matrixlint lsp``."""
    client = made_client()
    await client.start_io(sys.executable, "-m", "matrixlint", "lsp", "--stdio")
    yield client
    await client.shutdown_session()
    await client.stop()  # type: ignore[no-untyped-call]


@asynccontextmanager
async def loop() -> AsyncIterator[LanguageClient]:
    """Give a client of a server that runs in the same loop."""
    made = create_server()
    stop = Event()
    done = asyncio.Event()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        made.protocol.set_writer(writer)
        await run_async(stop, reader, made.protocol, error_handler=made.report_server_error)
        writer.close()
        done.set()

    listener = await asyncio.start_server(connect, "127.0.0.1", 0, limit=2**24)
    client = made_client()
    await client.start_tcp(*listener.sockets[0].getsockname())
    yield client
    await client.shutdown_async(None)
    assert client.protocol.writer
    client.protocol.writer.close()
    await done.wait()
    await client.stop()  # type: ignore[no-untyped-call]
    listener.close()
    made.shutdown()  # type: ignore[no-untyped-call]


@pytest_asyncio.fixture(params=WAYS)
async def connect(
    request: pytest.FixtureRequest,
    folder: Path,  # noqa: ARG001  the server runs in it
) -> AsyncIterator[Connect]:
    """Return a function that starts a server and gives its client, which has told what it can."""
    async with AsyncExitStack() as stack:

        async def connected(reported: types.ClientCapabilities | None = None) -> LanguageClient:
            way = {"process": process, "loop": loop}[request.param]
            client = await stack.enter_async_context(way())
            await start(client, reported or capabilities())
            return client

        yield connected
