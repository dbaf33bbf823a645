"""feedparser for what is no XML: half feeds, crossed tags, RSS written by hand.

Its sanitiser (quadratic on `<!--`) and its URI code are off; it gets text that is already decoded, and of its dates
only the printed form is used, because it fills missing parts from today's date and ignores the region's zones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from parsers import references
from parsers.feeds.links import MAX_URL, absolute
from parsers.feeds.model import Feed, FeedEntry, FeedFormat, NotAFeed, TextKind
from parsers.feeds.text import plain

MAX_ENTRIES = 2000
MAX_CATEGORIES = 50

_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What feedparser raises over damaged feeds."""

_NAMESPACE = re.compile(r"""(\bxmlns(?::[\w.-]{1,80})?\s{0,9}=\s{0,9})(?:"([^"<>]{0,400})"|'([^'<>]{0,400})')""")
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
    base = absolute(_said(head, "link"), url) or url
    return Feed(
        format=form,
        charset=charset,
        well_formed=False,
        title=plain(_said(head, "title")),
        link=absolute(_said(head, "link"), url),
        language=_said(head, "language") or None,
        publisher=plain(_said(head, "publisher")) or None,
        ttl=int(_said(head, "ttl")) if _said(head, "ttl").isdecimal() else None,
        entries=tuple(_entry(e, base) for e in found.entries[:most]),
        dropped=(("too_many_entries", len(found.entries) - most),) if len(found.entries) > most else (),
    )


def _parsed(text: str) -> Any:  # noqa: ANN401 - feedparser's
    import feedparser  # only damaged feeds need it

    return feedparser.parse(
        BytesIO(_without_blanks(references.valid(text)).encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _without_blanks(text: str) -> str:
    """The text with no blank in the name of a namespace: feedparser takes what is behind one for a part of its own."""
    return _NAMESPACE.sub(lambda m: f'{m[1]}"{"".join((m[2] or m[3] or "").split())}"', text)


def _said(found: Mapping[str, Any], name: str) -> str:
    """A value that is text, else nothing: an element with attributes that feedparser does not know becomes a mapping of them."""
    value = found.get(name)
    return value if isinstance(value, str) else ""


def _within(found: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """A value that is a mapping, else an empty one."""
    value = found.get(name)
    return value if isinstance(value, Mapping) else {}


def _each(found: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """The mappings of a value that is a list of them."""
    value = found.get(name)
    return [x for x in value if isinstance(x, Mapping)] if isinstance(value, list) else []


def _entry(entry: dict[str, Any], base: str | None) -> FeedEntry:
    contents = sorted(_each(entry, "content"), key=lambda c: len(_said(c, "value")))
    content = contents[-1] if contents else {}
    summary = _within(entry, "summary_detail")
    names = [_said(a, "name") for a in _each(entry, "authors")] or [_said(entry, "author")]
    source = _within(entry, "source")
    guid = _said(entry, "id")
    # feedparser gives the content as the summary when there is no summary
    same = summary.get("value") == content.get("value")
    terms = [plain(term) for tag in _each(entry, "tags") if (term := _said(tag, "term"))]
    return FeedEntry(
        guid=guid[:MAX_URL] or None,
        link=absolute(_said(entry, "feedburner_origlink") or _said(entry, "link"), base),
        title=plain(_said(entry, "title")),
        content=_said(content, "value").strip(),
        content_kind=_kind(content),
        summary="" if same else _said(summary, "value").strip(),
        summary_kind=_kind(summary),
        authors=tuple(dict.fromkeys(n for n in map(plain, names) if n)),
        published=_said(entry, "published") or _said(entry, "created") or None,
        updated=_own(entry, "updated"),
        language=_said(content or summary, "language") or None,
        categories=tuple(dict.fromkeys(terms))[:MAX_CATEGORIES],
        source_title=plain(_said(source, "title")) or None,
        source_link=absolute(_said(source, "href")),
    )


def _own(entry: dict[str, Any], name: str) -> str | None:
    """A text of the entry itself: `get` of feedparser's entries puts the publication date where `updated` is missing."""
    value = dict.get(entry, name)
    return value if isinstance(value, str) and value else None


def _kind(detail: Mapping[str, Any]) -> TextKind:
    # RSS descriptions are markup whatever feedparser guesses from a look at them
    return "text" if detail.get("type") == "text/plain" and "<" not in _said(detail, "value") else "html"
