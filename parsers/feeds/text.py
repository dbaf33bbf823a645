"""Titles and names of feeds as plain text."""

from __future__ import annotations

import html
import re

MAX_LINE = 1000
"""Characters kept of a title or name: longer ones are bodies in the wrong place."""

_INLINE = "a|abbr|b|bdi|big|cite|code|del|dfn|em|font|h[1-6]|i|ins|kbd|mark|p|div|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var"
"""Elements that titles are marked up with (https://html.spec.whatwg.org/#text-level-semantics, and what was used before)."""

_PAIR = re.compile(rf"<({_INLINE})(?:\s[^<>]{{0,300}})?>([^<>]*)</\1\s*>", re.I)
_BREAK = re.compile(r"<(?:br|wbr|hr|/p|/div)\s*/?>", re.I)
_VOID = re.compile(r"<(?:img|input|source|embed)\s[^<>]{0,1000}>|<!--.*?-->", re.I)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.I)

_STRAY = re.compile(rf"(?<=\S)</(?:{_INLINE})\s*>", re.I)
_ESCAPED_PAIR = re.compile(rf"<({_INLINE})(?:\s[^<>]{{0,300}})?>(\S(?:[^<>]*\S)?)</\1\s*>", re.I)

NESTED = 4
"""Elements in elements that are taken off a title."""


def plain(text: str, *, markup: bool = True) -> str:
    """One line of plain text: markup off, entities resolved (also when escaped twice), spaces single, length bounded.

    What marks up is a pair of tags of an inline element, a line break or a picture. A tag that is alone
    or is of no such element is spoken of and stays (`Why <b> tags still break`).
    """
    if "&" not in text and not (markup and "<" in text):  # most titles
        return " ".join(text.split()).replace("\0", "").strip()[:MAX_LINE]
    if markup and "<" in text:
        text = _STRAY.sub("", _unpaired(_PAIR, _VOID.sub(" ", _BREAK.sub(" ", text))))
    for _ in range(3):
        if "&" not in text or not _ENTITY.search(text):
            break
        text = html.unescape(text)
        text = _unpaired(_ESCAPED_PAIR, text) if markup and "<" in text else text
    return " ".join((html.unescape(text) if "&" in text else text).split()).replace("\0", "").strip()[:MAX_LINE]


def without_tags(text: str) -> str:
    """A text as it is, but as `plain` makes it where tags may be in it: publishing systems leave them in headlines."""
    return plain(text) if "<" in text else text


def _unpaired(pair: re.Pattern[str], text: str) -> str:
    """The text without the tags of elements that begin and end in it."""
    for _ in range(NESTED):
        text, found = pair.subn(r"\2", text)
        if not found:
            break
    return text
