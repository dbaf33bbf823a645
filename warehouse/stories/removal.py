"""Articles taken out of stories: what is left is as if they had never been filed.

prepare (while they are still filed) → the articles are deleted → reconcile

What depends on an article: the other texts of its story, the texts that share something with it, and those that share
something with these. They are judged again. Boilerplate that nobody would have learned without the article cannot be
unlearned text by text: then all stories are to be made anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from parsers.syndication import boilerplate
from parsers.syndication.sharing import Ints, Printings, Shingles, distinct
from warehouse.database.store import Arrays, Warehouse, text_array
from warehouse.stories import distinct_texts, links, reuse, syndication
from warehouse.stories.distinct_texts import by_number

NAMING = (
    "erase_syndication", "erase_reuse", "erase_alterations", "forget_alteration_pairs", "forget_alterations_due", "erase_originals", "erase_decisions", "erase_happening_decisions", "erase_events",
)  # fmt: skip
"""Queries that delete rows which name articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Articles that go: their printings, the distinct texts of these, and the other texts that depend on them.

    `again` are texts to judge again, `retold` those whose stories are to be told again. `anew`: boilerplate goes with
    them, so that all stories are to be made anew.
    """

    articles: Arrays
    printings: Ints
    wordings: Ints
    again: Ints
    retold: Ints
    anew: bool


def prepare(warehouse: Warehouse, article_ids: Sequence[str]) -> Removal:
    """What is to be done when these articles go. Nothing may be unsettled. Reads only."""
    articles: Arrays = {"article_id": text_array(list(article_ids))}
    printed = warehouse.columns("printings_of_articles", incoming=articles)
    numbers, wordings = (printed[c].astype(np.int64) for c in ("article_no", "wording_no"))
    wordings = np.unique(wordings)
    near = distinct_texts.neighbours(warehouse, wordings)
    around = np.union1d(near, distinct_texts.neighbours(warehouse, near))
    told = warehouse.columns("wordings_of_stories", incoming=articles)["wording_no"].astype(np.int64)
    return Removal(
        articles=articles,
        printings=numbers,
        wordings=wordings,
        again=np.union1d(around, wordings),
        retold=np.unique(np.concatenate((told, near, wordings))),
        anew=len(numbers) > 0 and _unlearns(warehouse, numbers),
    )


def _unlearns(warehouse: Warehouse, gone: Ints) -> bool:
    """Whether a shingle is boilerplate only because of these printings."""
    stops = warehouse.columns("stops_of_printings", incoming={"article_no": gone.astype(np.int32)})["hash"]
    if not len(stops):
        return False
    found = warehouse.columns("remaining_with_hashes", {"gone": gone.tolist()}, incoming={"hash": stops})
    if not len(found["hash"]):
        return True
    numbers, at = np.unique(found["article_no"], return_inverse=True)
    columns = warehouse.columns("printings_by_number", incoming={"article_no": numbers.astype(np.int32)})
    prints = Printings(
        number=columns["article_no"].astype(np.int64),
        wording=columns["wording_no"].astype(np.int64),
        outlet=columns["outlet"].astype(np.int64),
        headline=columns["headline"].astype(np.int64),
        day=columns["day"].astype(np.int64),
    )
    left = boilerplate.learned(Shingles(hash=found["hash"].astype(np.uint32), at=at.astype(np.int64)).ordered(), prints)
    return len(left) < len(distinct(stops))


def drop(warehouse: Warehouse, removal: Removal, window: int) -> None:
    """Delete all that stories know of the articles; part of the caller's transaction. `window` as in `judge_batch`."""
    for name in NAMING:
        warehouse.run(name, incoming=removal.articles)
    if not len(removal.printings):
        return
    printings: Arrays = {"article_no": removal.printings.astype(np.int32)}
    warehouse.run("drop_printings", incoming=printings)
    warehouse.run("drop_hashes", incoming=printings)
    gone = _unprinted(warehouse, removal.wordings)
    reuse.forget(warehouse, removal.wordings)
    for name in ("drop_wordings", "drop_pairs_of", "drop_kin_of"):
        warehouse.run(name, incoming=by_number(gone))
    kept = np.setdiff1d(removal.wordings, gone)
    _inherit(warehouse, kept)
    warehouse.run("drop_distant_pairs", {"window": window}, incoming=by_number(kept))


def _unprinted(warehouse: Warehouse, wordings: Ints) -> Ints:
    return warehouse.columns("unprinted", incoming=by_number(wordings))["wording_no"].astype(np.int64)


def _inherit(warehouse: Warehouse, kept: Ints) -> None:
    """A text has the number of its first printing; when that is gone, the next one takes the number over."""
    heirs = warehouse.columns("heirs", incoming=by_number(kept))
    if len(heirs["wording_no"]):
        for name in ("inherit_printing", "inherit_hashes"):
            warehouse.run(name, incoming=heirs)


def reconcile(warehouse: Warehouse, removal: Removal, at: datetime) -> None:
    """Make the stories of what is left; part of the caller's transaction, after the articles are deleted."""
    gone = _unprinted(warehouse, removal.again)
    again, retold = np.setdiff1d(removal.again, gone), np.setdiff1d(removal.retold, gone)
    if len(again):
        warehouse.append_arrays("unsettled", by_number(again))
    syndication.conclude(warehouse, np.union1d(links.settle(warehouse), retold), at)
