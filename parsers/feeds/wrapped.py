"""A feed in something else: in a web page, below the warning of a program, or escaped in a `<pre>` as browsers and proxies show one."""

from __future__ import annotations

import html
import re

ROOT = re.compile(
    r"<(?:[A-Za-z_][\w.-]{0,40}:)?(?:rss|feed|rdf|channel)[\s>]|<!DOCTYPE\s{1,20}(?:rss|feed|rdf:RDF)[\s>\[]", re.I
)
"""How the first element of a feed, or the declaration of its type, begins, whatever the prefix."""

_INSIDE = re.compile(
    r"<((?:[A-Za-z_][\w.-]{0,40}:)?(?:rss|feed|rdf))\b(?=[^<>]{0,4000}(?:\bversion\s*=|\bxmlns\b))[^<>]{0,4000}>", re.I
)
_FURNISHED = re.compile(r"\s+|<(?:title|style)\b[^<>]{0,200}>[^<>]{0,2000}</(?:title|style)>|<[^<>]{1,1000}>", re.I)
_ESCAPED = re.compile(r"&lt;(?:\?xml\b|!--|rss\b|feed\b|rdf:RDF\b)", re.I)
_ALONE = re.compile(
    r"<(?:entry\b[^<>]{0,1000}w3\.org/2005/Atom|(?:entry|item)\b[^<>]{0,1000}>\s*(?:<(?:title|link|guid|id|pubDate|description|published|updated)\b[^<>]{0,1000}>(?:[^<]|<!\[CDATA\[){0,2000}?(?:\]\]>)?(?:</\w+>)?\s*){2})",
    re.I,
)
_CLOSED = ("script", "style", "textarea", "code")
"""Elements whose text is none of the page's."""

_TAG = re.compile(r"<[^<>]{0,2000}>")

FURNITURE = 600
"""Characters of text that may be before a feed in a page: a title, a warning. An article about feeds has more."""


def is_wrapped(head: str) -> bool:
    """Whether the head of a text that does not begin as a feed holds one: raw, escaped, or as entries without a feed around them."""
    return _ALONE.match(head) is not None or _start(head) is not None or _escaped(head) is not None


def unwrapped(text: str) -> str:
    """The feed alone, where a text wraps it in something else; other text as it is."""
    if ROOT.match(text):
        return text
    if _ALONE.match(text):
        return _around(text)
    if found := _start(text):
        close = text.lower().rfind(f"</{found[1].lower()}")
        return text[found.start() : close] + f"</{found[1]}>" if close > found.end() else text[found.start() :]
    if (at := _escaped(text)) is not None:
        return html.unescape(_TAG.sub("", text[at:])).strip()
    return text


def _escaped(text: str) -> int | None:
    """Where the text of a page begins, when it begins as the source of a feed."""
    at = 0
    while found := _FURNISHED.match(text, at):
        at = found.end()
    return at if _ESCAPED.match(text, at) else None


def _around(text: str) -> str:
    """Entries without a feed around them, in one."""
    if text[1:6].lower() == "entry":
        return f'<feed xmlns="http://www.w3.org/2005/Atom">{text}</feed>'
    return f"<rss><channel>{text}</channel></rss>"


def _start(text: str) -> re.Match[str] | None:
    """Where a feed begins behind a little text of something else; not in a script, nor in an article about feeds."""
    found = _INSIDE.search(text, 0, 16_384)
    if found is None:
        return None
    before = text[: found.start()]
    return None if _is_open(before.lower()) or len("".join(_TAG.sub("", before).split())) > FURNITURE else found


def _is_open(before: str) -> bool:
    """Whether a text ends inside of a script or the like."""
    return any(before.rfind(f"<{name}") > before.rfind(f"</{name}") for name in _CLOSED)
