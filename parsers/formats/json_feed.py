"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), from bytes."""

from __future__ import annotations

import json
from typing import Any

from parsers.charset import whole
from parsers.feeds import enclosures
from parsers.feeds.decode import decode
from parsers.feeds.links import MAX_URL, absolute
from parsers.feeds.model import Feed, FeedEntry, NotAFeed
from parsers.feeds.text import plain
from parsers.formats.feed import MAX_ENTRIES

MEDIA_TYPES = ("application/feed+json",)


def looks_like_json(payload: bytes) -> bool:
    """Whether the first sign in the bytes opens a JSON object."""
    return payload[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") or payload[:4] in (
        b"{\0",
        b"\xff\xfe{\0",
    )


def read_json_feed(
    payload: bytes, *, url: str | None = None, charset: str | None = None, most: int = MAX_ENTRIES
) -> Feed | NotAFeed:
    """A JSON Feed from its bytes; `url` is where they came from. What is no JSON Feed is named, nothing is raised.

    At most `most` entries are read; the rest is counted in `Feed.dropped`.
    """
    text, found = decode(payload, charset)
    try:
        data = json.loads(text.replace("\0", ""))
    except (ValueError, RecursionError):
        return NotAFeed(kind="json", detail="the address answers with JSON that cannot be read")
    if not isinstance(data, dict) or not _is_feed(data):
        return NotAFeed(kind="json", detail="the address answers with JSON that is no JSON Feed")
    items = [item for item in data["items"] if isinstance(item, dict)]
    base = absolute(_string(data, "home_page_url"), url) or url
    return Feed(
        format="json",
        charset=found,
        title=plain(_string(data, "title")),
        link=absolute(_string(data, "home_page_url"), url),
        self_link=absolute(_string(data, "feed_url"), url),
        next_link=absolute(_string(data, "next_url"), url),
        language=_string(data, "language") or None,
        hubs=_hubs(data, url),
        publisher=next(iter(_authors(data)), None),
        entries=tuple(_entry(item, base) for item in items[:most]),
        dropped=_dropped(len(data["items"]) - len(items), len(items) - most),
    )


def _hubs(data: dict[str, Any], url: str | None) -> tuple[str, ...]:
    """Its WebSub hubs (hubs of other types, as rssCloud, are left out)."""
    listed = data.get("hubs")
    named = [h for h in listed if isinstance(h, dict)] if isinstance(listed, list) else []
    return tuple(
        a for h in named[:10] if _string(h, "type").lower() == "websub" and (a := absolute(_string(h, "url"), url))
    )


def _is_feed(data: dict[str, Any]) -> bool:
    """By its version line, or by what only a JSON Feed has: items with an id or an address, and a text or a title."""
    items = data.get("items")
    if not isinstance(items, list):
        return False
    return "jsonfeed.org/version" in str(data.get("version", "")) or is_feed(data)


def is_feed(data: object) -> bool:
    """Whether JSON without a version line is a JSON Feed all the same."""
    items = data.get("items") if isinstance(data, dict) else None
    if not isinstance(items, list) or not isinstance(data, dict) or not items:
        return False
    headed = isinstance(data.get("title"), str) and any(isinstance(data.get(k), str) for k in _HEAD)
    return headed and all(isinstance(i, dict) and _ID & i.keys() and _TEXT & i.keys() for i in items[:5])


_HEAD = ("home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "language")
_ID = frozenset(("id", "url", "external_url"))
_TEXT = frozenset(("content_html", "content_text", "summary", "title"))


def _dropped(malformed: int, surplus: int) -> tuple[tuple[str, int], ...]:
    return tuple((reason, n) for reason, n in (("malformed_entry", malformed), ("too_many_entries", surplus)) if n > 0)


def _string(data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    return whole(value.strip()) if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def _entry(item: dict[str, Any], base: str | None) -> FeedEntry:
    markup, text = _string(item, "content_html"), _string(item, "content_text")
    if len(text) > len(markup):  # a picture or a teaser in one, the text in the other
        markup = ""
    tags = item.get("tags")
    return FeedEntry(
        guid=_string(item, "id")[:MAX_URL] or None,
        link=absolute(_string(item, "url"), base) or absolute(_string(item, "external_url"), base) or _permalink(item),
        title=plain(_string(item, "title")),
        content=markup or text,
        content_kind="html" if markup else "text",
        summary=_string(item, "summary"),
        summary_kind="text",
        authors=_authors(item),
        published=_string(item, "date_published") or None,
        updated=_string(item, "date_modified") or None,
        language=_string(item, "language") or None,
        categories=tuple(dict.fromkeys(plain(whole(t)) for t in tags if isinstance(t, str)))[:50]
        if isinstance(tags, list)
        else (),
        enclosures=enclosures.of_attachments(item.get("attachments"), base),
    )


def _permalink(item: dict[str, Any]) -> str | None:
    """The id, when it is an address: the specification asks for one."""
    identity = _string(item, "id")
    return absolute(identity) if identity.startswith(("http://", "https://")) else None


def _authors(data: dict[str, Any]) -> tuple[str, ...]:
    """Names from `authors` (1.1) or `author` (1.0)."""
    listed = data.get("authors")
    people = listed if isinstance(listed, list) else [data.get("author")]
    return tuple(dict.fromkeys(n for p in people if isinstance(p, dict) and (n := plain(_string(p, "name")))))
