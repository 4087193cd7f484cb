"""MX702 malformed-url."""

import pytest

from tests.finding import everything, places
from tests.rules.snippet import feature, named, reported
from tests.rules.text.samples import CELL, HEAD, noted, said


@pytest.mark.parametrize(
    ("url", "message", "hint"),
    [
        ("http:/example.org/x", "has one slash behind the colon; expected two", "http://"),
        ("https:/x", "has one slash behind the colon; expected two", "https://"),
        ("htp://x.org", "begins with 'htp'; expected 'http' or 'https'", "http://"),
        ("htps:/x.org", "begins with 'htps'; expected 'http' or 'https'", "https://"),
        ("htttps://x.org/a", "begins with 'htttps'; expected 'http' or 'https'", "https://"),
        ("httx://x.org/a", "begins with 'httx'; expected 'http' or 'https'", "http://"),
        ("xhttp://x.org/a", "begins with 'xhttp'; expected 'http' or 'https'", "http://"),
        ("hhttps://x.org/a", "begins with 'hhttps'; expected 'http' or 'https'", "https://"),
        ("http://", "has no host", None),
        ("https://:80", "has no host", None),
        ("https://user@", "has no host", None),
        ("http://exam]ple.org/x", "has a stray ']' in its host", None),
        *((f"http://host{sign}x", f"has a stray {sign!r} in its host", None) for sign in ")]}>"),
        *((f"http://{sign}host", f"has a stray {sign!r} in its host", None) for sign in "([{<"),
        ("http://<host/x", "has a stray '<' in its host", None),
        ("http://docs .example.org/", "has a blank in its host", None),
        ("http://docs .o/", "has a blank in its host", None),
        ("http://docs.example .org/", "has a blank in its host", None),
        ("http://. example.org/", "has a blank in its host", None),
        ("http://example.org)x", "has a stray ')' in its host", None),
        ("http://docs. example.org/", "has a blank in its host", None),
        ("http://exa mple.org/", "has a blank in its host", None),
    ],
)
def test_urls_that_lead_nowhere_are_reported(url: str, message: str, hint: str | None) -> None:
    expected = [f"8:11-{11 + len(url)} MX702 warning {url!r} {message}"]
    expected += [f"= did you mean {hint!r}?"] if hint else []

    assert said(f"see {url}") == expected
    assert named(noted(f"see {url}"), "MX") == [("MX702", "notes", None, url)]


def test_a_quote_behind_a_port_is_none_that_speaks_of_addresses() -> None:
    assert said("see 'http://:80'") == ["8:12-22 MX702 warning 'http://:80' has no host"]


@pytest.mark.parametrize(
    "text",
    [
        "http://<host>/x and http://<your host>/x and http://{host}:8080/",
        "http://[::1]:80/ and http://$(hostname) and http://%%s/ and http://$HOST",
        "http://user:word@host:80/x?y#z",
        "http://<host>/ and http://a.org docs.a.org/x",
        "(see http://host) [--url http://host] <http://host>",
        *(f"{pair[0]}see http://host{pair[1]}x" for pair in ("()", "[]", "{}", "<>")),
        "[http://example.org/a](http://example.org/a )",
        f"(see http://host)x {'and more ' * 50}",
        "http://host] and http://host>; so",
        "'http://' and \"https://\" and `http://`",
        "http://host example and http://localhost and/or http://host.org then a.b/c",
        "http://... is how it begins",
        "clone http://host ./folder/",
        "ftp://x sftp://x smtp://x rtsp://x file:/x s3://x git+http://x HTTP://x hxxp://x",
        "and/or: either:/ http:/",
        "http://host[:port]/x",
    ],
)
def test_urls_that_may_be_meant_are_not_reported(text: str) -> None:
    assert reported(noted(text), "MX702") == []


def test_urls_are_looked_at_in_every_value_but_in_no_comment() -> None:
    text = noted("x", "# http:/x").replace("title=Driver a", "title=Driver a\nlink=http:/x")

    assert places(everything(text + "cli=a http:/x\napi=http:/x\n")) == [
        (4, "MX702"),
        (12, "MX702"),
        (13, "MX702"),
    ]


def test_keys_that_are_read_as_others_are_reported_once() -> None:
    text = HEAD + feature("x", "optional", "ntoes=http:/x", CELL)

    assert places(everything(text)) == [(8, "MX203"), (8, "MX702")]
