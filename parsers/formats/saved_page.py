"""Pages that a program saved: the comment at their head says where they came from."""

from __future__ import annotations

import re

from parsers.formats import said
from parsers.model import RawDocument, Statement

LOOK = 4096

_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d{1,5}\)|Mirrored from |Page saved with SingleFile\s+url:\s*|Source URL:\s*|Archived from\s+)(?P<url>(?:https?://)?[^\s<>]{4,2000})",
    re.I,
)
"""Browsers of the Internet Explorer family and Chromium, HTTrack, SingleFile."""


def address(raw: RawDocument, markup: str) -> str | None:
    """Where a page that lies in a file came from: by its archive, or by the comment at its head."""
    archived = next((s.value for s in raw.statements if s.field == "url" and s.value.startswith("http")), None)
    return archived or next((s.value for s in statements(markup)), None)


def statements(markup: str) -> tuple[Statement, ...]:
    """What the comment at the head says: the address; the day of saving is no day of publication."""
    found = _FROM.search(markup, 0, LOOK)
    if found is None:
        return ()
    url = found["url"].removesuffix("by")
    return said.all_said(
        [("url", url if "://" in url else f"http://{url}" if "." in url.partition("/")[0] else None)], "html"
    )
