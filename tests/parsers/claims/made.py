"""Claims of made-up texts, as the pipeline makes them."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from parsers.alignment import Alignment
from parsers.claims.model import Claim
from parsers.claims.reading import claims
from parsers.facts import evidence, extract
from parsers.model import Article, Passage


def claimed(body: str, *, headline: str | None = None, outlet: str | None = None, day: int = 3) -> tuple[Claim, ...]:
    """All claims of an article published on a day of March 2025."""
    article = Article(
        article_id=hashlib.sha256(f"{body}{headline}{day}".encode()).hexdigest()[:20], raw_document_id="", article_body=body, word_count=1,
        parser_version="1", headline=headline, publisher=outlet, in_language="en", date_published=datetime(2025, 3, day, 12, tzinfo=UTC),
    )  # fmt: skip
    found = extract(article, (Passage(ordinal=0, kind="paragraph", start_char=0, end_char=len(body)),))
    facts = evidence.attach(found.facts, article, Alignment.of(()))
    return claims(article, facts, found.mentions)


def figure(body: str, *, headline: str | None = None, outlet: str | None = None, day: int = 3) -> Claim:
    """The first figure that an article claims."""
    return next(c for c in claimed(body, headline=headline, outlet=outlet, day=day) if c.kind == "figure")


def first(kind: str, body: str, *, day: int = 3) -> Claim:
    """The first claim of a kind."""
    return next(c for c in claimed(body, day=day) if c.kind == kind)
