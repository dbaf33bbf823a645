"""What kind of bytes these are."""

from __future__ import annotations

import bz2
import gzip
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers import sniff
from parsers.sniff import EMPTY, FEED, HTML, JSON, JSON_FEED, JSON_LINES, TEXT, UNKNOWN, XML

KINDS: list[tuple[bytes, str | None, str, str]] = [
    (b"", None, "a.txt", EMPTY),
    (b"The port opened on Monday.", None, "a.txt", TEXT),
    ("Порт открылся.".encode(), None, "a", TEXT),
    ("Порт открылся в понедельник.".encode("utf-16"), None, "a", TEXT),
    ("Порт открылся в понедельник.".encode("utf-16-be"), None, "a", TEXT),
    ("The port opened.".encode("utf-16-le"), None, "a", TEXT),
    (b"<p>The port opened.</p>", None, "a.txt", HTML),
    (b"<!DOCTYPE html><title>x</title>", None, "a", HTML),
    (b"\xef\xbb\xbf<!-- made by hand --><html><body>x", None, "a", HTML),
    (b"The port opened.", "text/html", "a", HTML),
    (b"If 3 < 4 and <b>so on", None, "a.txt", TEXT),
    (b'<?xml version="1.0"?><rss version="2.0"><channel>', None, "a", FEED),
    (b'<feed xmlns="http://www.w3.org/2005/Atom">', None, "a", FEED),
    (b'<?xml version="1.0"?><invoice/>', None, "a", XML),
    (b'{"@type": "NewsArticle"}', None, "a", JSON),
    (b'[{"@type": "NewsArticle"}]', None, "a", JSON),
    (b"[1, 2]", None, "a.json", JSON),
    (b'["a"]', "application/json", "a", JSON),
    (b'{"a": 1}\n{"a": 2}\n', None, "a.txt", JSON_LINES),
    (b'{"a": 1}', None, "a.jsonl.gz", JSON_LINES),
    (b'{"version": "https://jsonfeed.org/version/1.1"}', None, "a", JSON_FEED),
    (b"[1] The harbour master's report, page 4.", None, "a.txt", TEXT),
    (b'["No"] was all that she said.', None, "a.txt", TEXT),
    (b"{Editor's note} The port opened.", None, "a.txt", TEXT),
    (b"ID3 sales rose by a fifth, the maker of the car said.", None, "a.txt", TEXT),
    (b"BZhukov arrived on Monday.", None, "a.txt", TEXT),
    (b"RIFF RAFF opens in the old theatre.", None, "a.txt", TEXT),
    (b"ID3\x04\x00\x00", None, "a.txt", "audio/mpeg"),
    (b"RIFF\x10\x00\x00\x00WAVEfmt ", None, "a.txt", "application/x-riff"),
    (bz2.compress(b"The port opened."), None, "a.txt", "application/x-bzip2"),
    (gzip.compress(b"The port opened."), None, "a.txt", "application/gzip"),
    (b"\x89PNG\r\n\x1a\n....", None, "a.txt", "image/png"),
    (bytes(5000), None, "a.txt", UNKNOWN),
    (random.Random(4).randbytes(5000), "text/plain", "a.txt", UNKNOWN),
]


@pytest.mark.parametrize(("payload", "declared", "name", "kind"), KINDS)
def test_kinds_of_bytes(payload: bytes, declared: str | None, name: str, kind: str) -> None:
    """Bytes are taken for what they are; what was declared and the name decide only between kinds of text."""
    assert sniff.sniff(payload, declared, name) == kind


@settings(max_examples=150)
@given(st.binary(max_size=300), st.none() | st.text(max_size=10), st.text(max_size=10))
def test_sniffing_never_raises(payload: bytes, declared: str | None, name: str) -> None:
    """Whatever the bytes and what is said about them, there is an answer."""
    assert "/" in sniff.sniff(payload, declared, name)


def test_the_look_is_bounded() -> None:
    """What lies behind the head changes nothing."""
    head = b"The port opened on Monday. " * 400
    assert sniff.sniff(head + bytes(100_000), None, "a.txt") == TEXT


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(encoding: str) -> None:
    """A byte order mark names its encoding, the longer marks first."""
    assert sniff.bom("port".encode(encoding)) == encoding.removesuffix("-sig")
    assert sniff.bom(b"port") is None


@pytest.mark.parametrize("text", ["The port opened.", "Порт открылся.", "Το λιμάνι άνοιξε.", "הנמל נפתח."])
def test_sixteen_bits_without_a_mark(text: str) -> None:
    """UTF-16 without a byte order mark is known by its high bytes, in the alphabets whose blocks come first."""
    assert sniff.wide(text.encode("utf-16-le")) == "utf-16-le"
    assert sniff.wide(text.encode("utf-16-be")) == "utf-16-be"
    assert sniff.wide(text.encode()) is None
