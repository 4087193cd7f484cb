"""What the server sends: diagnostics, and what it asks of the client."""

import asyncio
import os
from pathlib import Path

import pytest
from lsprotocol import types

from matrixlint.diagnostic import Related, Severity
from matrixlint.lsp import convert
from matrixlint.lsp.diagnostics import PublishedDiagnostic
from matrixlint.text.span import Span
from tests.lsp.client import page
from tests.lsp.conftest import Connect, capabilities, received
from tests.lsp.requests import (
    DOCUMENT,
    PUSHED,
    STATUS,
    TEXT,
    UNKNOWN,
    URI,
    codes,
    opened,
    part,
    plain,
    pulled,
)


@pytest.mark.asyncio
async def test_findings_are_given_to_who_asks(connect: Connect) -> None:
    client = opened(await connect())

    assert await pulled(client) == [STATUS, UNKNOWN]
    assert client.diagnostics == {}


@pytest.mark.asyncio
async def test_findings_are_sent_to_who_does_not_and_taken_back(connect: Connect) -> None:
    client = await connect(capabilities(PUSHED))
    reported = asyncio.ensure_future(
        client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    )
    await asyncio.sleep(0)
    opened(client)
    params = await asyncio.wait_for(reported, 30)

    assert (params.uri, params.version) == (URI, 1)
    assert plain(params.diagnostics) == [STATUS, UNKNOWN]
    client.text_document_did_close(types.DidCloseTextDocumentParams(DOCUMENT))
    # An answer comes behind what was sent before.
    assert await pulled(client) == []
    assert plain(client.diagnostics[URI]) == []


@pytest.mark.asyncio
async def test_a_changed_configuration_is_received_of(connect: Connect, folder: Path) -> None:
    client = await connect()
    uri = (folder / "support-matrix.ini").as_uri()
    opened(client, TEXT, uri)
    assert await codes(client, uri) == ["MX301", "MX401"]

    (folder / "matrixlint.toml").write_text("ignore = ['MX301']\n", encoding="utf-8")
    event = types.FileEvent((folder / "matrixlint.toml").as_uri(), types.FileChangeType.Changed)
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    assert await codes(client, uri) == ["MX401"]

    (folder / "matrixlint.toml").write_text("nonsense", encoding="utf-8")
    client.workspace_did_change_configuration(types.DidChangeConfigurationParams({}))
    (reported,) = await pulled(client, uri)
    assert reported["message"].startswith("matrixlint.toml:1: is no TOML: ")
    (folder / "matrixlint.toml").unlink()
    document = types.TextDocumentIdentifier(uri)
    client.text_document_did_save(types.DidSaveTextDocumentParams(document))
    assert await codes(client, uri) == ["MX301", "MX401"]


@pytest.mark.asyncio
async def test_a_changed_baseline_is_received_of(connect: Connect, folder: Path) -> None:
    held = folder / "held.json"
    held.write_text('[{"matrixlint-baseline": 1}\n]\n', encoding="utf-8")
    (folder / "matrixlint.toml").write_text("baseline = 'held.json'\n", encoding="utf-8")
    client = await connect()
    uri = (folder / "support-matrix.ini").as_uri()
    opened(client, TEXT, uri)
    assert await codes(client, uri) == ["MX301", "MX401"]

    held.unlink()
    event = types.FileEvent(held.as_uri(), types.FileChangeType.Deleted)
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    (missing, *found) = await pulled(client, uri)
    assert missing["message"].startswith("held.json")
    assert found == []


PLUGIN = """
from matrixlint import Finding, Severity, Span, rule

print("loaded", end="", flush=True)

@rule("HR001", "house-rule", severity=Severity.ERROR)
def check(matrix):
    "A page."
    print("asked", end="", flush=True)
    yield Finding(Span(1, 1, 1, 5), "it is there")
"""


@pytest.mark.asyncio
@pytest.mark.parametrize("connect", ["process"], indirect=True)
async def test_what_a_plugin_prints_is_no_answer(
    connect: Connect, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = folder / "site"
    (site / "package-1.0.dist-info").mkdir(parents=True)
    for name, text in {
        "plugged.py": PLUGIN,
        "package-1.0.dist-info/entry_points.txt": "[matrixlint.rules]\nown = plugged:check\n",
        "package-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: package\nVersion: 1.0\n",
        "../matrixlint.toml": "plugins = ['own']\nselect = ['HR']\n",
    }.items():
        (site / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", f"{os.environ['PYTHONPATH']}{os.pathsep}{site}")
    client = await connect()
    uri = (folder / "support-matrix.ini").as_uri()

    assert await codes(opened(client, TEXT, uri), uri) == ["HR001"]


@pytest.mark.asyncio
async def test_related_places_are_of_the_same_document(connect: Connect) -> None:
    client = opened(await connect(), f"{TEXT}status=optional\n")
    found = [each.get("relatedInformation") for each in await pulled(client)]

    message = "first given here, and this value holds"
    assert found == [
        *(None, None),
        [{"location": {"uri": URI, "range": part(6, 0, 6)}, "message": message}],
    ]


def test_places_of_other_files_are_not_taken_for_the_document_s() -> None:
    there = Related(Span(900, 1, 900, 2), "there", "other.ini")
    here = Related(Span(1, 2, 1, 3), "here")
    reported = PublishedDiagnostic(Span(1, 1, 1, 2), "odd", Severity.INFO, "HR001", (there, here))
    (found,) = plain(convert.diagnostics(URI, page(TEXT), [reported]))

    assert found["relatedInformation"] == [
        {"location": {"uri": URI, "range": part(0, 1, 2)}, "message": "here"}
    ]


@pytest.mark.asyncio
async def test_the_client_is_asked_to_report_of_configurations(connect: Connect) -> None:
    client = opened(await connect(capabilities(PUSHED)))
    # An answer comes behind what was asked before.
    await pulled(client)
    (registration,) = received(client)

    assert plain(registration)["method"] == "workspace/didChangeWatchedFiles"
    assert plain(registration)["registerOptions"] == {
        "watchers": [
            {"globPattern": "**/{.,}matrixlint.toml"},
            {"globPattern": "**/pyproject.toml"},
            {"globPattern": "**/*.json"},
        ]
    }


@pytest.mark.asyncio
async def test_who_asks_is_reported_to_ask_again(connect: Connect) -> None:
    reported = capabilities()
    assert reported.workspace
    reported.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(
        refresh_support=True
    )
    client = opened(await connect(reported))
    client.workspace_did_change_configuration(types.DidChangeConfigurationParams({}))
    await pulled(client)

    assert client.diagnostic_refresh_count == 1
