"""Everything derived again from the stored bytes, in batches that are each replaced in one transaction.

begin → (due → … parse … → refile) per batch → retell (only if stories depend on what changed) → end

Articles keep their ids, when they were filed, their arrivals with their outcomes, and what people decided about
stories. Readers see the published file, so they notice the result and nothing before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from parsers.identity import article_id
from parsers.model import Article, Outcome, Parsed, RawDocument, Rejection
from parsers.syndication import fingerprint
from warehouse.database.store import Warehouse, text_array
from warehouse.filing import articles
from warehouse.filing.ledger import Pending, pending_of
from warehouse.filing.rows import ARTICLE, Filing, known_by
from warehouse.stories import alterations, claims, syndication

STORY_FIELDS = (
    "headline",
    "publisher",
    "republisher",
    "url",
    "canonical_url",
    "date_published",
    "credit_text",
    "dateline",
)
"""Fields of an article that stories depend on, beside its text."""

STORY_BATCH = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprocess:
    """A reprocessing under way: how far it is, and what it found. `after` is the id of the last article done."""

    reprocess_id: str
    parser_version: str
    old_only: bool
    after: str = ""
    articles: int = 0
    changed: int = 0
    rejected: int = 0
    stories_stale: bool = False


@dataclass(frozen=True, slots=True)
class _Standing:
    """An article as it is filed: when, in which story, and what stories depend on."""

    recorded_at: datetime
    story_id: str | None
    body_hash: str
    fields: tuple[object, ...]


def begin(warehouse: Warehouse, reprocess_id: str, parser_version: str, old_only: bool, at: datetime) -> Reprocess:
    """Begin, or take up what was left unfinished by the same version of the parsers."""
    found = warehouse.rows("reprocess_open", {"parser_version": parser_version, "old_only": old_only})
    if found:
        left, after, done, changed, rejected, stale = found[0]
        return Reprocess(
            reprocess_id=left, parser_version=parser_version, old_only=old_only, after=after,
            articles=done, changed=changed, rejected=rejected, stories_stale=stale,
        )  # fmt: skip
    warehouse.append(
        "reprocess",
        ("reprocess_id", "parser_version", "old_only", "started_at", "last_article_id", "articles", "changed", "rejected", "stories_stale"),
        [(reprocess_id, parser_version, old_only, at, "", 0, 0, 0, False)],
    )  # fmt: skip
    return Reprocess(reprocess_id=reprocess_id, parser_version=parser_version, old_only=old_only)


def due(warehouse: Warehouse, task: Reprocess, most: int) -> tuple[Pending, ...]:
    """The next documents, in the order of their articles' ids."""
    return tuple(pending_of(row) for row in warehouse.rows("reprocess_batch", {**_scope(task), "most": most}))


def moved(task: Reprocess, documents: Sequence[Pending]) -> Reprocess:
    """Where the next batch begins, when these documents are under way."""
    return replace(task, after=max(article_id(d.raw.raw_document_id) for d in documents))


def left(warehouse: Warehouse, task: Reprocess) -> int:
    """How many articles are still to be done."""
    return int(warehouse.rows("reprocess_left", _scope(task))[0][0])


def _scope(task: Reprocess) -> dict[str, object]:
    return {"after": task.after, "old_only": task.old_only, "parser_version": task.parser_version}


def refile(
    warehouse: Warehouse,
    task: Reprocess,
    documents: Sequence[RawDocument],
    results: Sequence[Filing | Rejection],
    at: datetime,
) -> Reprocess:
    """Replace a batch of articles by what the parsers make of them now, and note how far we are. All or nothing.

    An article that a parser fails on stays as it was; one that is rejected now is taken out, and its arrivals say why.
    """
    ids = [article_id(d.raw_document_id) for d in documents]
    gone = {
        i: r for i, r in zip(ids, results, strict=True) if isinstance(r, Rejection) and r.outcome == Outcome.REJECTED
    }
    with warehouse.transaction():
        before = _standing(warehouse, ids)
        filings = [_as_filed(r, before, at) for r in results if isinstance(r, Filing)]
        parsed = [f.parsed for f in filings]
        articles.remove(warehouse, [p.article.article_id for p in parsed] + list(gone))
        articles.insert(warehouse, filings, at)
        _keep_filing(warehouse, before, [p.article.article_id for p in parsed])
        _reject(warehouse, gone)
        changed = sum(_changed(p, before.get(p.article.article_id)) for p in parsed)
        done = replace(
            task,
            after=max(ids),
            articles=task.articles + len(ids),
            changed=task.changed + changed,
            rejected=task.rejected + len(gone),
            stories_stale=task.stories_stale or changed > 0 or bool(gone),
        )
        _mark(warehouse, done)
    return done


def _as_filed(filed: Filing, before: dict[str, _Standing], at: datetime) -> Filing:
    """What is filed anew, with the dates that could be known when the article was filed first."""
    standing = before.get(filed.parsed.article.article_id)
    return known_by(filed, standing.recorded_at if standing else at)


def _standing(warehouse: Warehouse, ids: Sequence[str]) -> dict[str, _Standing]:
    with warehouse.incoming({"article_id": text_array(ids)}):
        rows = warehouse.rows("current_articles")
    return {i: _Standing(at, story, body, tuple(fields)) for i, at, story, body, *fields in rows}


def _keep_filing(warehouse: Warehouse, before: dict[str, _Standing], ids: Sequence[str]) -> None:
    kept = [(i, before[i]) for i in ids if i in before]
    if not kept:
        return
    arrays = {
        "article_id": text_array([i for i, _ in kept]),
        "story_id": text_array([b.story_id for _, b in kept]),
        "recorded_at": text_array([b.recorded_at for _, b in kept]),
    }
    with warehouse.incoming(arrays):
        warehouse.run("keep_filing")


def _reject(warehouse: Warehouse, gone: dict[str, Rejection]) -> None:
    if not gone:
        return
    arrays = {
        "article_id": text_array(list(gone)),
        "outcome": text_array([str(r.outcome) for r in gone.values()]),
        "reason": text_array([r.sentence() for r in gone.values()]),
    }
    with warehouse.incoming(arrays):
        warehouse.run("reject_articles")


def _changed(parsed: Parsed, before: _Standing | None) -> bool:
    """Whether what stories depend on came out otherwise."""
    if before is None:
        return True
    fields = tuple(getattr(parsed.article, name) for name in STORY_FIELDS)
    return parsed.fingerprint.exact != before.body_hash or fields != before.fields


def _mark(warehouse: Warehouse, task: Reprocess) -> None:
    warehouse.run(
        "reprocess_mark",
        {
            "id": task.reprocess_id, "last": task.after, "articles": task.articles, "changed": task.changed,
            "rejected": task.rejected, "stale": task.stories_stale,
        },
    )  # fmt: skip


def retell(warehouse: Warehouse, at: datetime) -> None:
    """Rebuild all stories from the current articles, in one transaction; people's decisions are kept."""
    with warehouse.transaction():
        remake_stories(warehouse, at)


def remake_stories(warehouse: Warehouse, at: datetime) -> None:
    """The same as part of the caller's transaction."""
    syndication.forget(warehouse)
    for batch in _all_articles(warehouse):
        syndication.judge_batch(warehouse, batch, at)
    syndication.settle(warehouse, at)


def compare(warehouse: Warehouse) -> None:
    """Compare copies with their originals, and claims, where something was read anew; in one transaction."""
    with warehouse.transaction():
        alterations.compare(warehouse)
        claims.meet(warehouse)


def _all_articles(warehouse: Warehouse) -> Iterator[list[Parsed]]:
    """Every filed article with its fingerprint, which is all that stories are made of."""
    columns = ", ".join(ARTICLE)
    after = ""
    while True:
        rows = warehouse.connection.execute(
            f"select {columns} from article where article_id > ? order by article_id limit ?", [after, STORY_BATCH]
        ).fetchall()
        if not rows:
            return
        batch = [_as_parsed(dict(zip(ARTICLE, row, strict=True))) for row in rows]
        after = batch[-1].article.article_id
        yield batch


def _as_parsed(values: dict[str, Any]) -> Parsed:
    article = Article(**{**values, "author": tuple(values["author"] or ())})
    return Parsed(
        article=article,
        media_type="",
        charset="",
        passages=(),
        repairs=(),
        facts=(),
        mentions=(),
        fingerprint=fingerprint(article.article_body),
    )


def end(warehouse: Warehouse, at: datetime) -> None:
    """The reprocessing is done."""
    warehouse.run("reprocess_end", {"at": at})
