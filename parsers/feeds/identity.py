"""Which entry is which: the same article under a new GUID, a new link or a new title is still the same article.

An entry is looked up by GUID, then by its address without tracking, then by title and date. A GUID that is a mere
position (1, 2, 3 …), or that several entries share, proves nothing alone. A wrong match costs a revision too many,
never a text: every changed text is filed.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from parsers.feeds.links import url_key
from parsers.feeds.model import FeedEntry

HASH_VERSION = "1"
"""First sign of every content hash: when what is hashed changes, old hashes are seen to be old."""

_TAG = re.compile(r"<[^<>]{0,2000}>")
_FRAGMENT_COUNTER = re.compile(r"#\d*$")
_WEAK = re.compile(r"\D{0,6}\d{1,4}\D{0,2}")

Standing = Literal["new", "edited", "seen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenEntry:
    """An entry that the desk has met before, as remembered (much longer than its document is kept)."""

    entry_key: str
    guid_key: str | None
    url_key: str | None
    title_key: str
    content_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An entry in today's feed, who it is, and whether its text is new, edited or known.

    `keys` are what the entry goes by today; they may differ from those it was first met under.
    """

    entry: FeedEntry
    standing: Standing
    keys: SeenEntry


def identify(feed_id: str, entries: Iterable[FeedEntry], seen: Iterable[SeenEntry]) -> tuple[Sighting, ...]:
    """Every entry with its lasting key and its standing; of entries that prove to be one, the first counts.

    `feed_id` scopes GUIDs and titles; addresses are the same in every feed.
    """
    entries = tuple(entries)
    sightings: dict[str, Sighting] = {}
    memory = _Memory(seen)
    marks = [keys_of(feed_id, entry) for entry in entries]
    unique = _Unique(marks)
    for entry, mark in zip(entries, marks, strict=True):
        mark = unique.trusted(mark)
        known = memory.find(mark)
        key = known.entry_key if known else mark.entry_key
        standing: Standing = "new" if not known else "seen" if known.content_hash == mark.content_hash else "edited"
        sightings.setdefault(key, Sighting(entry=entry, standing=standing, keys=_renamed(mark, key)))
    return tuple(sightings.values())


def keys_of(feed_id: str, entry: FeedEntry) -> SeenEntry:
    """What an entry goes by, before its feed and the past are looked at."""
    guid = _FRAGMENT_COUNTER.sub("", entry.guid.strip()) if entry.guid else ""
    title = _letters(entry.title) or _letters(_stripped(entry.text))[:200]
    guid_key = _digest(feed_id, "guid", guid) if guid else None
    address = url_key(entry.link)
    title_key = _digest(feed_id, "title", title, entry.published or "")
    return SeenEntry(
        entry_key=_digest("url", address) if address else guid_key or title_key,
        guid_key=f"weak:{guid_key}" if guid_key and _WEAK.fullmatch(guid) else guid_key,
        url_key=address,
        title_key=title_key,
        content_hash=content_hash(entry),
    )


def content_hash(entry: FeedEntry) -> str:
    """A hash of what a reader would read: title, text, authors; not markup, advertising pixels, counters or dates."""
    fields = (("title", entry.title), ("text", _stripped(entry.text)), ("authors", " ".join(entry.authors)))
    said = "\n".join(f"{name}:{letters}" for name, value in fields if (letters := _letters(value)))
    return HASH_VERSION + hashlib.sha256(said.encode()).hexdigest()[:31]


def _stripped(markup: str) -> str:
    return html.unescape(_TAG.sub(" ", markup)) if "<" in markup or "&" in markup else markup


def _letters(text: str) -> str:
    return "".join(text.casefold().split())


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:20]


def _renamed(mark: SeenEntry, key: str) -> SeenEntry:
    return SeenEntry(
        entry_key=key,
        guid_key=mark.guid_key,
        url_key=mark.url_key,
        title_key=mark.title_key,
        content_hash=mark.content_hash,
    )


class _Unique:
    """Marks that one entry alone bears in this feed; what several bear identifies none of them."""

    def __init__(self, marks: list[SeenEntry]) -> None:
        self._guids = Counter(m.guid_key for m in marks)
        self._urls = Counter(m.url_key for m in marks)

    def trusted(self, mark: SeenEntry) -> SeenEntry:
        guid = mark.guid_key if self._guids[mark.guid_key] == 1 else None
        url = mark.url_key if self._urls[mark.url_key] == 1 else None
        if guid == mark.guid_key and url == mark.url_key:
            return mark
        # an address that several entries share is no key; nor is such a GUID: then title and date are
        solid = guid if guid and not guid.startswith("weak:") else None
        key = _digest("url", url) if url else solid or mark.title_key
        return SeenEntry(
            entry_key=key, guid_key=guid, url_key=url, title_key=mark.title_key, content_hash=mark.content_hash
        )


class _Memory:
    """The entries met before, by each of their marks."""

    def __init__(self, seen: Iterable[SeenEntry]) -> None:
        self._guid: dict[str | None, SeenEntry] = {}
        self._url: dict[str | None, SeenEntry] = {}
        self._title: dict[str, list[SeenEntry]] = {}
        self._key: dict[str | None, SeenEntry] = {}
        for entry in seen:
            self._guid[entry.guid_key] = entry
            self._url[entry.url_key] = entry
            self._title.setdefault(entry.title_key, []).append(entry)
            self._key[entry.entry_key] = entry

    def find(self, mark: SeenEntry) -> SeenEntry | None:
        """The entry that bears these marks, or None."""
        by_guid = self._guid.get(mark.guid_key) if mark.guid_key else None
        by_url = self._url.get(mark.url_key) if mark.url_key else None
        if by_guid and mark.guid_key and mark.guid_key.startswith("weak:") and by_guid != by_url:
            by_guid = by_guid if by_guid.title_key == mark.title_key else None
        return by_guid or by_url or self._same_words(mark) or self._key.get(mark.entry_key)

    def _same_words(self, mark: SeenEntry) -> SeenEntry | None:
        """The entry of this title and date; of several, the one that says the same."""
        alike = self._title.get(mark.title_key, [])
        return next((e for e in alike if e.content_hash == mark.content_hash), alike[-1] if alike else None)
