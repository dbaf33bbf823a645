"""Sound, video and transcripts that entries of feeds come with: named with the article, and no part of its bytes."""

from __future__ import annotations

import io
import json

import pytest

from parsers.feeds.enclosures import is_line
from parsers.formats.pieces import Member
from parsers.formats.reading import read, recognise
from parsers.formats.split import split
from parsers.model import RawDocument

TEXT = "The ferry to Osk sails again from Monday, and in this talk its captain tells why it took so long."
SPACES = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"'


def rss(inside: str) -> str:
    """A feed of one entry."""
    return f'<rss version="2.0" {SPACES}><channel><title>Osk Talk</title><link>https://osk.example/</link><item><title>The ferry</title><guid>1</guid><description>{TEXT}</description>{inside}</item></channel></rss>'


def atom(inside: str) -> str:
    """The same in Atom."""
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Osk Talk</title><entry><title>The ferry</title><id>urn:1</id><updated>2024-03-01T08:00:00Z</updated><summary>{TEXT}</summary>{inside}</entry></feed>'


def of_json(*attachments: object) -> str:
    """The same as a JSON Feed."""
    item = {"id": "1", "title": "The ferry", "content_text": TEXT, "attachments": list(attachments)}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Osk Talk", "items": [item]})


def filed(feed: str) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of the entry, and what is noted of it."""
    (member,) = split(io.BytesIO(feed.encode()), "feed")
    assert isinstance(member, Member)
    raw = RawDocument(raw_document_id="x", payload=member.payload, source_uri="feed#1", media_type=member.media_type, statements=member.statements)  # fmt: skip
    copy = read(raw, recognise(raw))
    assert copy.text == TEXT
    assert not any(s.field == "enclosure" for s in copy.statements)
    return member.payload, copy.notes


@pytest.mark.parametrize(
    ("feed", "noted"),
    [
        (rss('<enclosure url="https://osk.example/1.mp3" type="audio/mpeg" length="123456"/><itunes:duration>12:30</itunes:duration>'), "enclosure: https://osk.example/1.mp3 (audio/mpeg, 123,456 bytes, 12:30)"),
        (rss('<enclosure url="/1.mp3" type="audio/mpeg" length="unknown"/>'), "enclosure: https://osk.example/1.mp3 (audio/mpeg)"),
        (rss('<media:content url="https://osk.example/1.mp4" type="video/mp4" duration="90"/>'), "enclosure: https://osk.example/1.mp4 (video/mp4, 90)"),
        (rss('<podcast:transcript url="https://osk.example/1.vtt" type="text/vtt"/>'), "transcript: https://osk.example/1.vtt (text/vtt)"),
        (atom('<link rel="enclosure" href="https://osk.example/1.ogg" type="audio/ogg" length="77"/>'), "enclosure: https://osk.example/1.ogg (audio/ogg, 77 bytes)"),
        (of_json({"url": "https://osk.example/1.m4a", "mime_type": "audio/x-m4a", "size_in_bytes": 1234, "duration_in_seconds": 90.5}), "enclosure: https://osk.example/1.m4a (audio/x-m4a, 1,234 bytes, 90)"),
    ],
)  # fmt: skip
def test_what_is_played_or_transcribed_is_noted(feed: str, noted: str) -> None:
    """Address, media type, length and duration are in the arrival's note, whatever kind of feed says them."""
    assert filed(feed)[1] == (noted,)
    assert is_line(noted)


@pytest.mark.parametrize(
    "feed",
    [
        rss('<enclosure url="https://osk.example/1.jpg" type="image/jpeg" length="9"/>'),
        rss('<media:content url="https://osk.example/1.jpg" medium="image"/>'),
        rss('<enclosure url="javascript:play()" type="audio/mpeg"/>'),
        of_json({"url": "https://osk.example/a.pdf", "mime_type": "application/pdf"}, "x", {"url": 7}),
    ],
)
def test_pictures_and_what_has_no_address_are_not_noted(feed: str) -> None:
    """Most entries of news have a picture: it is no news."""
    assert filed(feed)[1] == ()


def test_an_entry_whose_attachment_moved_is_the_same_entry() -> None:
    """Hosts write a new token into each address; the entry's bytes do not change with it."""
    one, other = (rss(f'<enclosure url="https://osk.example/1.mp3?t={n}" type="audio/mpeg"/>') for n in (1, 2))
    assert filed(one)[0] == filed(other)[0]
