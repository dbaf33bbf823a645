"""Which story an article belongs to: judged with every batch, settled at the end of a run."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from parsers.errors import UsageError
from parsers.model import Outcome, Parsed
from parsers.syndication.sharing import Ints
from warehouse.database.store import Warehouse
from warehouse.stories import alterations, claims, distinct_texts, links, reuse, story_trees

OUTCOMES = {
    "duplicate": Outcome.DUPLICATE,
    "excerpt": Outcome.DUPLICATE,
    "revision": Outcome.REVISION,
    "earlier_version": Outcome.LOADED,
}


def judge_batch(
    warehouse: Warehouse,
    parsed: Sequence[Parsed],
    at: datetime,
    *,
    agencies: Collection[str] | None = None,
    window: int | None = None,
) -> dict[str, Outcome]:
    """Find the story of each newly filed article; returns the outcome by article id. Part of the caller's transaction.

    `agencies` are names of news agencies beside those that ship with the parsers, when they are to replace those kept
    from earlier runs; originals are elected with them. `window` is how many days apart near copies are looked for (see
    `window_days`); exact copies are found however old. Raises UsageError when the setting is no number of days.
    """
    if agencies is not None:
        _keep_agencies(warehouse, agencies)
    if not parsed:
        return {}
    judged = links.judge_new(warehouse, parsed, window_days() if window is None else window)
    rows = story_trees.retell_batch(warehouse, judged, at)
    relations = {r.article_id: OUTCOMES[r.relation] for r in rows}
    return {p.article.article_id: relations.get(p.article.article_id, Outcome.LOADED) for p in parsed}


def window_days() -> int:
    """How many days apart near copies are looked for: NEWSDESK_COPY_WINDOW_DAYS, or thirty. Raises UsageError."""
    said = os.environ.get("NEWSDESK_COPY_WINDOW_DAYS")
    if said is None:
        return distinct_texts.WINDOW_DAYS
    if not said.isdecimal():
        raise UsageError(f"NEWSDESK_COPY_WINDOW_DAYS is {said!r}; give a number of days")
    return min(int(said), distinct_texts.LONGEST_WINDOW)


def same_entries(warehouse: Warehouse, pairs: Sequence[tuple[str, str]], at: datetime) -> None:
    """Keep that feeds gave these articles as versions of one entry; before they are judged. A person may still split them."""
    columns = ("decided_at", "decision", "article_id", "other_article_id")
    warehouse.append("story_decision", columns, [(at, "same_entry", one, other) for one, other in pairs])


def due(warehouse: Warehouse) -> bool:
    """Whether `settle` has anything to do: a run that was killed before it leaves its lists behind."""
    return bool(warehouse.rows("due")[0][0])


def settle(warehouse: Warehouse, at: datetime | None = None) -> None:
    """Make the stories what they would be in any order of arrival; at the end of a run, in the caller's transaction."""
    conclude(warehouse, links.settle(warehouse), at or datetime.now(UTC))


def conclude(warehouse: Warehouse, changed: Ints, at: datetime) -> None:
    """Tell the stories of the wordings that changed, and compare what is due; part of the caller's transaction."""
    story_trees.retell(warehouse, changed, at)
    story_trees.file_siblings(warehouse)
    reuse.compare(warehouse)
    alterations.compare(warehouse)
    claims.meet(warehouse)


INDEX = (
    "wording",
    "printing",
    "wording_hash",
    "stop_hash",
    "pair",
    "kin",
    "unsettled",
    "reuse_due",
    "reuse_pair",
    "alteration_pair",
    "alteration_due",
)
RESULTS = ("syndication", "reuse", "story_original", "alteration")


def forget(warehouse: Warehouse) -> None:
    """Delete everything about stories except people's decisions, to judge all articles again; in the caller's transaction."""
    for table in (*INDEX, *RESULTS):
        warehouse.connection.execute(f"delete from {table}").fetchall()


def _keep_agencies(warehouse: Warehouse, agencies: Collection[str]) -> None:
    warehouse.run("forget_agencies")
    warehouse.append("agency", ("name",), [(name,) for name in sorted(set(agencies))])
