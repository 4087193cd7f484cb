"""Open documents: analysed in the background, each state or a later one."""

import asyncio
from typing import NoReturn

import pytest

from matrixlint.lsp.analysis import Analysis
from matrixlint.lsp.session import Session
from matrixlint.lsp.text_document import Change
from tests.lsp.client import PATH

URI = f"file://{PATH}"


class Ear:
    """What a session tells: the version of each analysis, and its text; and that it did."""

    def __init__(self) -> None:
        self.received: list[tuple[int, str]] = []
        self.news = asyncio.Event()

    def __call__(self, _: str, analysis: Analysis) -> None:
        self.received.append((analysis.page.version, analysis.page.text))
        self.news.set()


@pytest.mark.asyncio
async def test_who_waits_gets_the_analysis_of_the_text_as_it_stands() -> None:
    ear = Ear()
    session = Session(ear)
    session.open(URI, PATH, "a", 1)
    first = await session.analysis(URI)
    session.change(URI, [Change("b")], 2)
    second = await session.analysis(URI)

    assert first
    assert second
    assert (first.page.text, second.page.text) == ("a", "b")
    assert ear.received == [(1, "a"), (2, "b")]


@pytest.mark.asyncio
async def test_a_state_that_is_passed_is_not_reported() -> None:
    ear = Ear()
    session = Session(ear)
    session.open(URI, PATH, "a", 1)
    for version in range(2, 1002):
        session.change(URI, [Change(f"{version}")], version)
    await session.analysis(URI)

    assert ear.received == [(1001, "1001")]


@pytest.mark.asyncio
async def test_nobody_has_to_ask() -> None:
    ear = Ear()
    session = Session(ear)
    session.open(URI, PATH, "a", 1)
    await asyncio.wait_for(ear.news.wait(), 30)

    assert ear.received == [(1, "a")]


@pytest.mark.asyncio
async def test_a_change_during_an_analysis_is_followed_by_another() -> None:
    ear = Ear()
    session = Session(ear)
    session.open(URI, PATH, "a\n" * 20_000, 1)
    waiting = asyncio.create_task(session.analysis(URI))
    await asyncio.sleep(0.005)
    session.change(URI, [Change("b")], 2)
    found = await session.analysis(URI)

    assert found
    assert found.page.text == "b"
    assert await waiting
    assert ear.received == [(2, "b")]


@pytest.mark.asyncio
async def test_a_closed_document_has_no_analysis() -> None:
    session = Session(Ear())
    session.open(URI, PATH, "a", 1)
    waiting = asyncio.create_task(session.analysis(URI))
    await asyncio.sleep(0)
    session.close(URI)
    session.close(URI)
    session.change(URI, [Change("b")], 2)

    assert await waiting is None
    assert await session.analysis(URI) is None


@pytest.mark.asyncio
async def test_a_document_that_is_opened_twice_is_the_last_one() -> None:
    session = Session(Ear())
    session.open(URI, PATH, "a", 1)
    session.open(URI, PATH, "b", 1)
    found = await session.analysis(URI)

    assert found
    assert found.page.text == "b"
    assert [document.uri for document in session] == [URI]


@pytest.mark.asyncio
async def test_all_are_analysed_again_on_demand() -> None:
    ear = Ear()
    session = Session(ear)
    session.open(URI, PATH, "a", 1)
    await session.analysis(URI)
    session.refresh()
    await session.analysis(URI)

    assert ear.received == [(1, "a"), (1, "a")]


@pytest.mark.asyncio
async def test_a_bug_of_ours_leaves_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> NoReturn:
        raise ZeroDivisionError("oh")

    session = Session(Ear())
    with monkeypatch.context() as patch:
        patch.setattr("matrixlint.lsp.session.analyse", fail)
        session.open(URI, PATH, "a", 1)
        assert await session.analysis(URI) is None
    (document,) = session
    assert isinstance(document.task.exception(), ZeroDivisionError)
    session.change(URI, [Change("b")], 2)
    assert await session.analysis(URI)
