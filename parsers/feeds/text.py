"""Titles and names of feeds as plain text."""

from __future__ import annotations

import html
import re

MAX_LINE = 1000
"""Characters kept of a title or name: longer ones are bodies in the wrong place."""

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """One line of plain text: tags out, entities resolved (also when escaped twice), spaces single, length bounded."""
    for _ in range(2):
        if "&" in text:
            text = html.unescape(text)
        if "<" in text:
            text = _TAG.sub("", text)
    return _SPACE.sub(" ", text.replace("\0", "")).strip()[:MAX_LINE]
