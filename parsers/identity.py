"""The id of an article."""

from __future__ import annotations


def article_id(raw_document_id: str) -> str:
    """The first 20 hex digits of its document's SHA-256, so the same bytes always give the same id."""
    return raw_document_id[:20]
