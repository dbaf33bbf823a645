"""Every format at the door: read, or refused by name."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.errors import Rejected
from parsers.formats import reading
from parsers.formats.compressed import gunzip
from parsers.model import Copy, RawDocument, Reason
from parsers.sniff import sniff

TEXT = "The port opened on Monday, the mayor of Larkhaven said."


def read(payload: bytes, name: str = "a.txt", charset: str | None = None) -> Copy:
    """The copy of bytes."""
    raw = RawDocument(raw_document_id="0" * 64, payload=payload, source_uri=name, charset=charset)
    return reading.read(raw, sniff(payload, None, name))


def refusal(payload: bytes, name: str = "a.txt") -> str:
    """The reason why bytes are refused; every refusal says what to do about it."""
    with pytest.raises(Rejected) as caught:
        read(payload, name)
    assert caught.value.detail
    assert caught.value.remedy
    return caught.value.reason


def test_plain_text_is_its_decoded_payload() -> None:
    """Line ends become newlines, nothing else changes, and what was declared is believed."""
    assert read(b"one\r\ntwo  three\n").text == "one\ntwo  three\n"
    copy = read("Порт открыт, à vous".replace("à", "—").encode("cp1251"), charset="windows-1251")
    assert (copy.text, copy.charset, copy.media_type) == ("Порт открыт, — vous", "cp1251", "text/plain")


@pytest.mark.parametrize(
    ("payload", "name", "reason"),
    [
        (b"", "a.txt", Reason.EMPTY),
        (b" \r\n\t", "a.txt", Reason.EMPTY),
        (b"\xef\xbb\xbf", "a.txt", Reason.NO_TEXT),
        (gzip.compress(b""), "a.txt.gz", Reason.EMPTY),
        (b"%PDF-1.7 ...", "a.txt", Reason.MALFORMED),
        (bytes(400), "a.txt", Reason.BINARY),
        (b'<?xml version="1.0"?><invoice/>', "a.xml", Reason.UNSUPPORTED),
        (b"<html><body><script>1</script></body></html>", "a.html", Reason.NO_TEXT),
        (b"a " * (reading.TEXT_LIMIT // 2 + 1), "a.txt", Reason.TOO_LARGE),
        (gzip.compress(b"a " * (reading.TEXT_LIMIT // 2 + 1)), "a.gz", Reason.TOO_LARGE),
        (gzip.compress(gzip.compress(b"port")), "a.gz", Reason.NESTED_COMPRESSION),
        (gzip.compress(b"port" * 99)[:-6], "a.gz", Reason.BROKEN_COMPRESSION),
        (gzip.compress(b"port" * 99)[:12] + b"\xff" * 40, "a.gz", Reason.BROKEN_COMPRESSION),
        (b'{"headline": "x",', "a.json", Reason.MALFORMED),
        (b"[" * 100_000, "a.json", Reason.MALFORMED),
        (b"[1, 2]", "a.json", Reason.UNSUPPORTED),
        (b'{"@type": "NewsArticle", "articleBody": "  "}', "a.json", Reason.NO_TEXT),
        (b'{"articleBody": "<p></p><p></p>"}', "a.json", Reason.NO_TEXT),
    ],
)  # fmt: skip
def test_what_holds_no_article_is_refused_by_name(payload: bytes, name: str, reason: str) -> None:
    """Empty, binary, too large, unsupported, broken: each has its reason and its remedy."""
    assert refusal(payload, name) == reason


def test_news_article_objects() -> None:
    """The body is the text, everything else are statements; a list of one and a graph are looked into."""
    record = {
        "@type": "NewsArticle",
        "headline": "Port opens",
        "articleBody": TEXT,
        "author": [{"name": "Ilse Brandt"}],
    }
    for value in (record, [record], {"@graph": [{"@type": "Person"}, record]}):
        copy = read(json.dumps(value).encode(), "a.json")
        assert copy.text == TEXT
        assert ("author", "Ilse Brandt") in {(s.field, s.value) for s in copy.statements} or "@graph" in str(value)


@pytest.mark.parametrize("key", ["articleBody", "text", "body", "content", "maintext"])
def test_bodies_under_other_names(key: str) -> None:
    """What common extractors call the body is the body."""
    assert read(json.dumps({"articleBody": None, key: TEXT}).encode(), "a.json").text == TEXT


def test_markup_in_a_body_is_read_as_markup() -> None:
    """A body of HTML gives blocks; one that merely has a sign in it does not."""
    copy = read(json.dumps({"articleBody": "<p>One.</p><p>T<b>w</b>o.</p>"}).encode(), "a.json")
    assert (copy.text, len(copy.blocks)) == ("One.\n\nTwo.", 2)
    assert read(json.dumps({"articleBody": "3 < 4, he said."}).encode(), "a.json").text == "3 < 4, he said."


def test_broken_characters_do_not_leave_the_reader() -> None:
    """Half a surrogate pair in a JSON escape, which no database can hold, becomes a replacement character."""
    copy = read(rb'{"headline": "a \udfff", "articleBody": "The \ud800 port \ud83d\ude00."}', "a.json")
    assert copy.text == "The \ufffd port 😀."
    assert [s.value for s in copy.statements] == ["a \ufffd"]


def test_a_page_says_its_encoding() -> None:
    """The declaration in the page is taken where the transport has none."""
    page = (
        "<html><meta charset=windows-1251><body><p>Порт открыт с понедельника, сказали в управлении.</p></body></html>"
    )
    assert "Порт открыт с понедельника" in read(page.encode("cp1251"), "a.html").text


@settings(max_examples=40, deadline=None)
@given(st.lists(st.binary(max_size=200), min_size=1, max_size=5))
def test_members_are_unpacked_one_after_another(parts: list[bytes]) -> None:
    """The unpacked bytes are those of all gzip members; one byte more than allowed is too many."""
    whole = b"".join(parts)
    packed = b"".join(map(gzip.compress, parts))
    if not whole.startswith(b"\x1f\x8b"):
        assert gunzip(packed, len(whole)) == whole
        assert gunzip(packed + bytes(16), len(whole)) == whole
    if whole:
        with pytest.raises(Rejected):
            gunzip(packed, len(whole) - 1)


def test_very_many_members_and_very_much_air() -> None:
    """A hundred thousand small members are read, and a bomb is refused without being unpacked."""
    assert gunzip(gzip.compress(b"a") * 100_000, 200_000) == b"a" * 100_000
    with pytest.raises(Rejected, match="too_large"):
        gunzip(gzip.compress(bytes(50_000_000)), 1_000_000)
