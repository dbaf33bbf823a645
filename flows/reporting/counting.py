"""Numbers of things in words."""

from __future__ import annotations

import re

PLURAL = re.compile(r"(ie)?s\b")


def counted(n: int, things: str) -> str:
    """A number of things: `1,200 stories`, `1 story`; of several words the first plural is the one that changes."""
    if n == 1:
        things = PLURAL.sub(lambda ending: "y" if ending[1] else "", things, count=1)
    return f"{n:,} {things}"


def printed(articles: int, also: int) -> str:
    """How widely something was printed: in how many `articles`, and in how many other outlets; empty for one article."""
    if also:
        return f"also in {counted(also, 'outlets')} ({counted(articles, 'articles')})"
    return counted(articles, "articles") if articles > 1 else ""
