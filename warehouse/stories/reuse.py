"""Passages borrowed between stories: the texts that share most are compared word by word at the end of a run.

Which pairs are compared is a function of the set of texts: each text that is the longest of its story is compared with
the longer ones of other stories that share most with it. `reuse_pair` remembers what was compared, `reuse` what was found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from parsers.syndication import judge
from parsers.syndication.judge import Pairs
from parsers.syndication.reuse import passages
from parsers.syndication.sharing import Ints, Stored, among, stored
from parsers.syndication.shingles import Hashes
from warehouse.database.store import Warehouse
from warehouse.stories import distinct_texts
from warehouse.stories.distinct_texts import by_number
from warehouse.stories.tie_breaks import AT_ONCE, bodies, quoting, ready

CHUNK = 4000
"""Wordings of which the pairs are looked at together."""

Pair = tuple[int, int, str, str]
"""The shorter wording, the longer, the later article, the earlier."""


def compare(warehouse: Warehouse) -> None:
    """Compare what is due and keep what is borrowed."""
    due = warehouse.columns("reuse_due")["wording_no"].astype(np.int64)
    stops = distinct_texts.sorted_stops(warehouse)
    for start in range(0, len(due), CHUNK):
        chunk = due[start : start + CHUNK]
        wanted, held = set(_wanted(warehouse, chunk)), set(_held(warehouse, chunk))
        _drop(warehouse, held - wanted)
        fresh = sorted(wanted - held)  # neighbours have texts in common
        for first in range(0, len(fresh), AT_ONCE):
            columns = ("article_id", "start_char", "end_char", "of_article_id", "of_start_char", "of_end_char", "words")
            warehouse.append("reuse", columns, list(_found(warehouse, fresh[first : first + AT_ONCE], stops)))
        warehouse.append("reuse_pair", ("wording_no", "of_no", "article_id", "of_article_id"), fresh)
    warehouse.run("forget_reuse_due")


def forget(warehouse: Warehouse, numbers: Ints) -> None:
    """Forget what wordings borrow and lend, since other shingles of them are boilerplate now."""
    warehouse.run("forget_reuse", incoming=by_number(numbers))
    warehouse.run("forget_reuse_pairs", incoming=by_number(numbers))


def _wanted(warehouse: Warehouse, chunk: Ints) -> list[Pair]:
    """The pairs to compare of which the shorter text is in the chunk."""
    pairs, about = distinct_texts.pairs_around(warehouse, chunk)
    pairs = pairs.where(np.isin(pairs.child, chunk) & (pairs.shared >= judge.BORROWED))
    both = by_number(np.union1d(pairs.child, pairs.parent))
    roots = warehouse.columns("roots_among", incoming=both)["wording_no"].astype(np.int64)
    alone = about.roundup[about.at(pairs.child)] | about.roundup[about.at(pairs.parent)]
    siblings = judge.alike(pairs) & ~alone  # alike, and yet both the longest of their stories: a template filled twice
    rooted = np.isin(pairs.child, roots) & np.isin(pairs.parent, roots)
    perhaps = rooted & siblings & judge.rewritten(pairs)  # or two reports that quote one speaker
    siblings[perhaps] = ~quoting(warehouse, pairs.where(perhaps))
    pairs = pairs.where(rooted & ~siblings)
    few = pairs.where(judge.most_shared(pairs, about.exact[about.at(pairs.parent)]))
    return _articles(warehouse, few) if len(few) else []


def _articles(warehouse: Warehouse, pairs: Pairs) -> list[Pair]:
    numbers = {**by_number(pairs.child), "of_no": pairs.parent.astype(np.int32)}
    return [(n, of, late, early) for n, of, late, early in warehouse.rows("reuse_articles", incoming=numbers)]


def _held(warehouse: Warehouse, chunk: Ints) -> list[Pair]:
    """The pairs that were compared before."""
    rows = warehouse.rows("reuse_pairs_of", incoming=by_number(chunk))
    return [(n, of, late, early) for n, of, late, early in rows]


def _drop(warehouse: Warehouse, pairs: set[Pair]) -> None:
    if not pairs:
        return
    columns = np.array(sorted((n, of) for n, of, _, _ in pairs), dtype=np.int64).T
    numbers = {**by_number(columns[0]), "of_no": columns[1].astype(np.int32)}
    warehouse.run("drop_reuse", incoming=numbers)
    warehouse.run("drop_reuse_pairs", incoming=numbers)


def _found(warehouse: Warehouse, pairs: Sequence[Pair], stops: Stored) -> Iterator[tuple[object, ...]]:
    """The rows of table `reuse` for some pairs."""
    text = ready(bodies(warehouse, (i for _, _, late, early in pairs for i in (late, early))))

    def boilerplate(hashes: Hashes) -> npt.NDArray[np.bool_]:
        return among(stored(hashes), stops)

    for _, _, late, early in pairs:
        for b in passages(text(late), text(early), boilerplate):
            yield late, b.start_char, b.end_char, early, b.of_start_char, b.of_end_char, b.words
