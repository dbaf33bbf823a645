"""feedparser for what is no XML: half feeds, crossed tags, RSS written by hand.

Its sanitiser (quadratic on `<!--`) and its URI code are off; it gets text that is already decoded, and of its dates
only the printed form is used, because it fills missing parts from today's date and ignores the region's zones.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from parsers import references
from parsers.feeds.links import MAX_URL, absolute
from parsers.feeds.model import Feed, FeedEntry, FeedFormat, NotAFeed, TextKind
from parsers.feeds.text import plain

MAX_ENTRIES = 2000

_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What feedparser raises over damaged feeds."""

_ENTRIES = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)[\s>]", re.I)


def read_loosely(text: str, url: str | None, charset: str, most: int = MAX_ENTRIES) -> Feed | NotAFeed:
    """The feed that feedparser finds in decoded text, marked as not well-formed."""
    try:
        found = _parsed(text)
    except _FAULTS as error:
        return NotAFeed(kind="xml", detail=f"the answer is a damaged feed: its reader failed on it ({error})"[:300])
    if not found.get("version") and not found.entries:
        return NotAFeed(kind="xml", detail="the answer begins like a feed and cannot be read as one")
    if not found.entries and _ENTRIES.search(text):
        return NotAFeed(kind="xml", detail="the answer is a damaged feed: it has entries, and none of them can be read")
    version = found.get("version") or "rss"
    head = found.feed
    form: FeedFormat = "atom" if version.startswith("atom") else "rdf" if version in ("rss10", "rss090") else "rss"
    base = absolute(head.get("link"), url) or url
    return Feed(
        format=form,
        charset=charset,
        well_formed=False,
        title=plain(head.get("title") or ""),
        link=absolute(head.get("link"), url),
        language=head.get("language") or None,
        publisher=plain(head.get("publisher") or "") or None,
        ttl=int(head.ttl) if str(head.get("ttl", "")).isdigit() else None,
        entries=tuple(_entry(e, base) for e in found.entries[:most]),
        dropped=(("too_many_entries", len(found.entries) - most),) if len(found.entries) > most else (),
    )


def _parsed(text: str) -> Any:  # noqa: ANN401 - feedparser's
    import feedparser  # only damaged feeds need it

    return feedparser.parse(
        BytesIO(references.valid(text).encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _entry(entry: dict[str, Any], base: str | None) -> FeedEntry:
    contents = sorted(entry.get("content", ()), key=lambda c: len(c.get("value") or ""))
    content = contents[-1] if contents else {}
    summary = entry.get("summary_detail", {})
    names = [a.get("name") or "" for a in entry.get("authors", ())] or [entry.get("author") or ""]
    source = entry.get("source", {})
    guid = str(entry.get("id", ""))
    # feedparser gives the content as the summary when there is no summary
    same = summary.get("value") == content.get("value")
    return FeedEntry(
        guid=guid[:MAX_URL] or None,
        link=absolute(entry.get("feedburner_origlink") or entry.get("link"), base),
        title=plain(entry.get("title") or ""),
        content=(content.get("value") or "").strip(),
        content_kind=_kind(content),
        summary="" if same else (summary.get("value") or "").strip(),
        summary_kind=_kind(summary),
        authors=tuple(dict.fromkeys(n for n in map(plain, names) if n)),
        published=entry.get("published") or entry.get("created") or None,
        updated=dict.get(entry, "updated") or None,  # its own get() puts the publication date there
        language=(content or summary).get("language") or None,
        categories=tuple(dict.fromkeys(plain(t.get("term") or "") for t in entry.get("tags", ()) if t.get("term")))[
            :50
        ],
        source_title=plain(source.get("title") or "") or None,
        source_link=absolute(source.get("href")),
    )


def _kind(detail: dict[str, Any]) -> TextKind:
    # RSS descriptions are markup whatever feedparser guesses from a look at them
    return "text" if detail.get("type") == "text/plain" and "<" not in (detail.get("value") or "") else "html"
