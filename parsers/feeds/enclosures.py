"""Sound, video and transcripts that a feed attaches to an entry: RSS `enclosure`, Media RSS, Atom, Podcasting 2.0, JSON Feed.

They are no text, and are named with the article: address, media type, length in bytes, duration. Pictures are left out.
Sources: RSS 2.0; RFC 4287, 4.2.7.2; Media RSS 1.5.1; podcast:transcript; JSON Feed 1.1, `attachments`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from parsers.feeds.links import absolute
from parsers.feeds.model import Enclosure

if TYPE_CHECKING:  # processes that wait know what such a line is, and load no parsers
    from lxml import etree

MOST = 10
"""Attachments of one entry that are named."""

_PLAYED = ("audio/", "video/", "application/ogg", "application/x-mpegurl", "application/vnd.apple.mpegurl")
_PLAYED_MEDIUMS = ("audio", "video")

Parts: TypeAlias = "Mapping[str, list[etree._Element]]"


def of_parts(parts: Parts, base: str | None) -> tuple[Enclosure, ...]:
    """The attachments of an entry of an XML feed, each once."""
    duration = next((e.text.strip() for e in parts.get("itunes:duration", ()) if e.text and e.text.strip()), None)
    found = [
        _made(e.get("url"), e.get("type"), e.get("length"), duration, base) for e in parts.get("core:enclosure", ())
    ]
    for key in ("atom:link", "core:link"):
        links = (e for e in parts.get(key, ()) if (e.get("rel") or "") == "enclosure")
        found += [_made(e.get("href"), e.get("type"), e.get("length"), duration, base) for e in links]
    for e in parts.get("media:content", ()):
        kind = e.get("type") or (f"{e.get('medium')}/*" if e.get("medium") in _PLAYED_MEDIUMS else None)
        found.append(
            _made(e.get("url"), kind, e.get("filesize") or e.get("fileSize"), e.get("duration") or duration, base)
        )
    found += [
        _made(e.get("url"), e.get("type"), None, None, base, transcript=True)
        for e in parts.get("podcast:transcript", ())
    ]
    return _each_once(found)


def of_attachments(attachments: object, base: str | None) -> tuple[Enclosure, ...]:
    """The attachments of an item of a JSON Feed, each once."""
    listed: list[Any] = attachments if isinstance(attachments, list) else []
    items = (a for a in listed[:MOST] if isinstance(a, Mapping))
    return _each_once(
        _made(_text(a.get("url")), _text(a.get("mime_type")), _text(a.get("size_in_bytes")), _text(a.get("duration_in_seconds")), base)
        for a in items
    )  # fmt: skip


def _text(value: object) -> str | None:
    if isinstance(value, bool) or value is None:
        return None
    return str(int(value)) if isinstance(value, float) else str(value) if isinstance(value, str | int) else None


def _made(
    url: str | None,
    media_type: str | None,
    length: str | None,
    duration: str | None,
    base: str | None,
    *,
    transcript: bool = False,
) -> Enclosure | None:
    """An attachment; None for one without an address, and for what is neither played nor a transcript."""
    address = absolute(url, base)
    kind = (media_type or "").partition(";")[0].strip().lower()
    if address is None or not (transcript or kind.startswith(_PLAYED)):
        return None
    size = int(length) if length and length.strip().isdecimal() and len(length) < 16 else 0
    return Enclosure(
        url=address,
        media_type=kind or None,
        byte_length=size or None,
        duration=(duration or "")[:20] or None,
        transcript=transcript,
    )


def _each_once(found: Iterable[Enclosure | None]) -> tuple[Enclosure, ...]:
    return tuple({e.url: e for e in found if e is not None}.values())[:MOST]


def line(enclosure: Enclosure) -> str:
    """An attachment as a line: `enclosure: https://… (audio/mpeg, 1,234 bytes, 12:30)`."""
    size = f"{enclosure.byte_length:,} bytes" if enclosure.byte_length else None
    about = ", ".join(part for part in (enclosure.media_type, size, enclosure.duration) if part)
    return f"{'transcript' if enclosure.transcript else 'enclosure'}: {enclosure.url}{f' ({about})' if about else ''}"


def is_line(note: str) -> bool:
    """Whether a note is such a line: it says what there is, and nothing that a person has to look at."""
    return note.startswith(("enclosure: http", "transcript: http"))
