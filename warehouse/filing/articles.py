"""Articles, passages and repairs: filing what the parsers made of a batch, once, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

import numpy as np

from parsers.model import Outcome, Parsed, Rejection
from warehouse.database.store import Warehouse, text_array
from warehouse.filing import facts, ledger, tombstones, word_index
from warehouse.filing.ledger import Pending, Settled
from warehouse.filing.rows import ARTICLE, COLUMNS, LISTED, Filing, article_row, known_by
from warehouse.stories import alterations, syndication

NO_TWINS: Mapping[str, Sequence[Pending]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A pending document and what the parsers made of it."""

    pending: Pending
    result: Filing | Rejection


def record(
    warehouse: Warehouse, batch: Sequence[Finished], at: datetime, twins: Mapping[str, Sequence[Pending]] = NO_TWINS
) -> tuple[Settled, ...]:
    """File a batch: articles, facts, copies and outcomes, all or nothing. Filing the same batch again changes nothing.

    `twins` are further arrivals of the same bytes, by raw document id; they end as the document does.
    """
    with warehouse.transaction():
        ends = tombstones.ends(warehouse, [f.pending.raw.raw_document_id for f in batch])
        batch, gone = _apart(batch, ends)
        filings = [(f.pending, known_by(f.result, at)) for f in batch if isinstance(f.result, Filing)]
        parsed = [(p, f.parsed) for p, f in filings]
        filed = _filed(warehouse, parsed)
        insert(warehouse, [f for _, f in filings if f.parsed.article.article_id not in filed], at)
        new = [(p, r) for p, r in parsed if r.article.article_id not in filed]
        if new:
            warehouse.run(
                "enter_watch_due", incoming={"article_id": text_array([r.article.article_id for _, r in new])}
            )
        syndication.same_entries(warehouse, _versions(warehouse, new), at)
        relations = syndication.judge_batch(warehouse, [r for _, r in new], at)
        settled = [_settled(p, r, filed, relations) for p, r in parsed]
        settled += [_rejected(f.pending, f.result) for f in batch if isinstance(f.result, Rejection)]
        settled += [_gone(f.pending, ends) for f in gone]
        settled += _twins([*batch, *gone], settled, twins)
        ledger.settle(warehouse, settled)
        _describe(warehouse, batch)
    return tuple(settled)


def _apart(batch: Sequence[Finished], ends: Mapping[str, tuple[Outcome, str]]) -> tuple[list[Finished], list[Finished]]:
    """The documents to file, and those that were taken out while they were parsed."""
    gone = [f for f in batch if f.pending.raw.raw_document_id in ends]
    return [f for f in batch if f.pending.raw.raw_document_id not in ends], gone


def _gone(pending: Pending, ends: Mapping[str, tuple[Outcome, str]]) -> Settled:
    outcome, reason = ends[pending.raw.raw_document_id]
    return Settled(arrival_id=pending.arrival_id, source_uri=pending.raw.source_uri, outcome=outcome, reason=reason)


def _versions(warehouse: Warehouse, new: Sequence[tuple[Pending, Parsed]]) -> list[tuple[str, str]]:
    """Which of the new articles are versions of which: entries of feeds under one key, here and in the batch itself."""
    keyed = [(s.value, r.article.article_id) for p, r in new for s in p.raw.statements if s.field == "entry_key"]
    if not keyed:
        return []
    with warehouse.incoming(
        {"entry_key": text_array([k for k, _ in keyed]), "article_id": text_array([i for _, i in keyed])}
    ):
        pairs = dict(warehouse.rows("versions_of_entries"))
    last: dict[str, str] = {}
    for key, article_id in keyed:
        if key in last and last[key] != article_id:
            pairs[article_id] = last[key]
        last[key] = article_id
    return sorted(pairs.items())


def _filed(warehouse: Warehouse, parsed: Sequence[tuple[Pending, Parsed]]) -> dict[str, str]:
    """Which of a batch are filed already, by article id: as the same bytes, or as the same text of the same outlet."""
    if not parsed:
        return {}
    articles = [r.article for _, r in parsed]
    arrays = {
        "position": np.arange(len(parsed), dtype=np.int32),
        "article_id": text_array([a.article_id for a in articles]),
        "body_hash": text_array([r.fingerprint.exact for _, r in parsed]),
        "publisher": text_array([a.publisher for a in articles]),
        "url": text_array([a.url for a in articles]),
        "source_kind": text_array([p.raw.source_kind for p, _ in parsed]),
    }
    with warehouse.incoming(arrays):
        found = warehouse.rows("known_articles")
    return {articles[position].article_id: known for position, known in found if known}


def insert(warehouse: Warehouse, filings: Sequence[Filing], at: datetime) -> None:
    """Add articles and all that was found in them, but for their stories; part of the caller's transaction."""
    warehouse.append(
        "article",
        (*ARTICLE, "body_hash", "recorded_at"),
        [(*article_row(f), f.parsed.fingerprint.exact, at) for f in filings],
    )
    for table, columns in COLUMNS.items():
        append = warehouse.append_lists if table in LISTED else warehouse.append
        append(table, columns, list(chain.from_iterable(f.rows[table] for f in filings)))
    facts.name_entities(warehouse, chain.from_iterable(f.entities for f in filings))
    word_index.insert(
        warehouse,
        [
            word_index.Indexed(
                f.parsed.article.article_id, f.parsed.article.in_language, f.headline_terms, f.body_terms
            )
            for f in filings
        ],
    )


def remove(warehouse: Warehouse, article_ids: Sequence[str]) -> None:
    """Take out articles and all that was found in them, but for their stories; part of the caller's transaction."""
    with warehouse.incoming({"article_id": text_array(list(article_ids))}):
        for table in ("article", "passage", "repair"):
            warehouse.connection.execute(
                f"delete from {table} where article_id in (select article_id from incoming)"
            ).fetchall()
    alterations.forget(warehouse, article_ids)
    facts.remove(warehouse, article_ids)
    word_index.remove(warehouse, article_ids)


def _settled(pending: Pending, parsed: Parsed, filed: dict[str, str], relations: dict[str, Outcome]) -> Settled:
    article_id = parsed.article.article_id
    known = filed.get(article_id)
    return Settled(
        arrival_id=pending.arrival_id,
        source_uri=pending.raw.source_uri,
        outcome=Outcome.UNCHANGED if known else relations.get(article_id, Outcome.LOADED),
        reason=_known_as(known, article_id),
        article_id=known or article_id,
        note="; ".join(parsed.notes) or None,
    )


def _known_as(known: str | None, article_id: str) -> str | None:
    if known is None:
        return None
    return ledger.SAME_BYTES if known == article_id else "same_text: this text is filed already"


def _twins(
    batch: Sequence[Finished], settled: Sequence[Settled], twins: Mapping[str, Sequence[Pending]]
) -> list[Settled]:
    """The outcomes of further arrivals: `unchanged` when the first became an article, else the outcome of the first."""
    ended = {s.arrival_id: s for s in settled}
    return [
        _as_first(twin, ended[f.pending.arrival_id])
        for f in batch
        for twin in twins.get(f.pending.raw.raw_document_id, ())
    ]


def _as_first(twin: Pending, first: Settled) -> Settled:
    filed = first.article_id is not None
    return Settled(
        arrival_id=twin.arrival_id,
        source_uri=twin.raw.source_uri,
        outcome=Outcome.UNCHANGED if filed else first.outcome,
        reason=ledger.SAME_BYTES if filed else first.reason,
        article_id=first.article_id,
    )


def _rejected(pending: Pending, rejection: Rejection) -> Settled:
    return Settled(
        arrival_id=pending.arrival_id,
        source_uri=pending.raw.source_uri,
        outcome=rejection.outcome,
        reason=rejection.sentence(),
    )


def _describe(warehouse: Warehouse, batch: Sequence[Finished]) -> None:
    if not batch:
        return
    read = [f.result.parsed if isinstance(f.result, Filing) else f.result for f in batch]
    arrays = {
        "raw_document_id": text_array([f.pending.raw.raw_document_id for f in batch]),
        "media_type": text_array([r.media_type for r in read]),
        "charset": text_array([r.charset for r in read]),
    }
    with warehouse.incoming(arrays):
        warehouse.run("describe_documents")
