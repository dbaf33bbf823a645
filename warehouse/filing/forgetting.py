"""Taking documents out: their bytes, text, facts, words, and their part in stories. The ledger keeps that and why.

scope (what is named) → preview (what goes) → forget (one transaction) → rewriting of the file, publication (flows)

What is left is as if they had never arrived, apart from the ledger, the history of stories and the learned vocabulary,
which is learned again before the file is rewritten.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from parsers.errors import UsageError
from warehouse.database.store import Arrays, Warehouse, text_array
from warehouse.filing import articles, facts, reprocess, tombstones, word_index
from warehouse.filing.tombstones import Cause
from warehouse.stories import removal, syndication

Kind = Literal["article", "document", "outlet"]

FEWEST_DIGITS = 4
"""Digits of an id that are enough to name an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is to go: articles and documents (raw document ids), each sorted."""

    articles: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would go. `lines` are (article_id, headline, outlet, date), `sources` (address, kind, arrivals).

    `others` is the number of articles that stay in the same stories.
    """

    scope: Scope
    lines: tuple[tuple[Any, ...], ...]
    sources: tuple[tuple[str, str, int], ...]
    rows: tuple[tuple[str, int], ...]
    others: int


def scope(warehouse: Warehouse, name: str, kind: Kind | None = None) -> Scope:
    """What a name denotes: an article's id or its beginning, a document's SHA-256, arrival or source, or an outlet.

    Raises UsageError when it denotes nothing, several articles, or things of two kinds and `kind` does not say which.
    """
    kinds: tuple[Kind, ...] = (kind,) if kind else KINDS
    found: dict[Kind, list[str]] = {each: ids for each in kinds if (ids := _named(warehouse, name, each))}
    if not found:
        raise UsageError(
            f"{name} is no article, document or outlet here; `newsdesk search` and `newsdesk status` help to find it"
        )
    if len(found) > 1:
        raise UsageError(f"{name} is {' and '.join(found)}; say which with --kind")
    ((of, ids),) = found.items()
    if of == "article" and len(ids) > 1:
        raise UsageError(f"{len(ids)} articles' ids begin with {name!r}; give more of it")
    return of_documents(warehouse, ids) if of == "document" else of_articles(warehouse, ids)


KINDS: tuple[Kind, ...] = ("article", "document", "outlet")

ON_ARTICLES = (
    "notes_to_heirs", "tags_to_heirs", "erase_notes", "erase_tags", "erase_judgements", "erase_alerts", "erase_deliveries", "erase_watch_due",
)  # fmt: skip
"""What goes of notes, tags, judgements and alerts, before the articles do."""

QUERIES = {"article": "named_articles", "document": "named_documents", "outlet": "outlet_articles"}


def _named(warehouse: Warehouse, name: str, kind: Kind) -> list[str]:
    if kind == "article" and len(name) < FEWEST_DIGITS:
        return []
    return [row[0] for row in warehouse.rows(QUERIES[kind], {"name": name})]


def is_source(warehouse: Warehouse, source_uri: str) -> bool:
    """Whether something that is not forgotten arrived from this address or path."""
    return bool(warehouse.rows("named_documents", {"name": source_uri}))


def of_articles(warehouse: Warehouse, article_ids: Sequence[str]) -> Scope:
    """Articles with all documents that had their text."""
    found = warehouse.rows("documents_of_articles", incoming=_articles(article_ids)) if article_ids else []
    return Scope(articles=tuple(sorted(article_ids)), documents=tuple(row[0] for row in found))


def of_documents(warehouse: Warehouse, raw_document_ids: Sequence[str]) -> Scope:
    """Documents, and the articles that were read from them with all documents of these."""
    found = [row[0] for row in warehouse.rows("articles_of_documents", incoming=_documents(raw_document_ids))]
    whole = of_articles(warehouse, found)
    return Scope(articles=whole.articles, documents=tuple(sorted({*whole.documents, *raw_document_ids})))


def preview(warehouse: Warehouse, goes: Scope) -> Preview:
    """What goes with a scope. Reads only."""
    named = _articles(goes.articles)
    return Preview(
        scope=goes,
        lines=tuple(warehouse.rows("forgotten_lines", incoming=named)),
        sources=tuple(warehouse.rows("forgotten_sources", incoming=_documents(goes.documents))),
        rows=(("document", len(goes.documents)), *warehouse.rows("forgotten_rows", incoming=named)),
        others=int(warehouse.rows("copies_elsewhere", incoming=named)[0][0]),
    )


def forget(
    warehouse: Warehouse,
    goes: Scope,
    at: datetime,
    *,
    cause: Cause,
    reason: str,
    archive: tuple[str, str] | None = None,
) -> None:
    """Take out everything of a scope; part of the caller's transaction. `archive` is (archive_id, path) it was moved to."""
    if syndication.due(warehouse):
        syndication.settle(warehouse, at)  # what a killed run left would be judged with the articles still there
    story = removal.prepare(warehouse, goes.articles) if goes.articles else None
    if story:
        removal.drop(warehouse, story, syndication.window_days())
    _enter(warehouse, goes, at, cause, reason, archive)
    if story:
        facts.erase_entities(warehouse, goes.articles)
        word_index.erase(warehouse, goes.articles)
        for query in ON_ARTICLES:
            warehouse.run(query, incoming=_articles(goes.articles))
        articles.remove(warehouse, goes.articles)
    warehouse.run("erase_documents", incoming=_documents(goes.documents))
    if story and story.anew:
        reprocess.remake_stories(warehouse, at)
    elif story:
        removal.reconcile(warehouse, story, at)


def _enter(
    warehouse: Warehouse, goes: Scope, at: datetime, cause: Cause, reason: str, archive: tuple[str, str] | None
) -> None:
    archive_id, path = archive or (None, None)
    documents = _documents(goes.documents)
    about = {"at": at, "cause": cause, "reason": reason, "archive_id": archive_id}
    warehouse.run("enter_forgotten", about, incoming=documents)
    said = tombstones.sentence(cause, at, reason, path)
    warehouse.run("note_forgotten", {"sentence": said}, incoming=documents)


def _articles(article_ids: Sequence[str]) -> Arrays:
    return {"article_id": text_array(list(article_ids))}


def _documents(raw_document_ids: Sequence[str]) -> Arrays:
    return {"raw_document_id": text_array(list(raw_document_ids))}
