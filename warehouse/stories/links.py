"""Which wording is a copy of which: pairs found with every batch, judged by `parsers.syndication`, kept in `pair` and `kin`.

The outcome is a function of the set of wordings. While batches arrive it is kept up to date as far as a batch reaches;
what a batch cannot know (boilerplate learned later, a text that turns out to be a round-up) is judged again by `settle`,
from the pairs that were found: what is learned later can only make them share less, never make new ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from parsers.model import Parsed
from parsers.syndication import judge, roundups, sharing
from parsers.syndication.conflicts import Figures, Tallies, tallies
from parsers.syndication.judge import Mask, Pairs
from parsers.syndication.sharing import Ints, Printings
from warehouse.database.store import Warehouse, text_array
from warehouse.stories import distinct_texts, reuse, tie_breaks
from warehouse.stories.distinct_texts import Arrived, Known, by_number

CHUNK = 4000
"""Wordings that are judged again at once; bounds the memory of a settlement."""

COPY, SIBLING = "copy", "sibling"

NOTHING = np.empty(0, dtype=np.int64)

Chosen = dict[str, Pairs]
"""For each kind of link the best pair of each child."""


OfNumbers = Callable[[Ints], Figures]
"""Gives the figures of wordings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a batch concerns: wordings of which links changed or that were printed again, with the roots of the trees they
    stood in or look up to; and, apart, the articles with a wording that is new, printed once and like no other."""

    changed: Ints
    roots: Ints
    alone: Ints
    alone_articles: tuple[str, ...]


def judge_new(warehouse: Warehouse, parsed: Sequence[Parsed], window: int) -> Judged:
    """Judge what newly filed articles bring, and keep their fingerprints."""
    arrived = distinct_texts.arrive(warehouse, parsed)
    met = distinct_texts.meet(warehouse, arrived, window)
    pairs = distinct_texts.pairs_met(met, arrived.first, window)
    asked = arrived.prints.number[arrived.new]
    figures = partial(distinct_texts.figures, warehouse, arrived=arrived)
    candidates = _candidates(pairs, met.known, figures)
    chosen = _chosen(candidates, judge.conflicting(candidates.tally), met.known)
    distinct_texts.enter(warehouse, arrived, met.known)
    _keep_pairs(warehouse, pairs, arrived)
    unsure = np.union1d(_unsure(candidates, chosen[COPY]), _of_one_outlet(chosen[COPY], met.prints))
    _remember(warehouse, "unsettled", np.union1d(roundups.suspects(pairs), unsure))
    relinked = _link_better(warehouse, chosen, met.known, asked)
    return _judged(arrived, met.known, chosen, relinked)


def _judged(arrived: Arrived, about: Known, chosen: Chosen, relinked: Ints) -> Judged:
    linked = np.concatenate([side for part in chosen.values() for side in (part.child, part.parent)])
    numbers, counts = np.unique(arrived.prints.wording, return_counts=True)
    new = arrived.prints.number[arrived.new]
    alone = np.setdiff1d(np.intersect1d(numbers[counts == 1], new), linked)
    changed = np.setdiff1d(np.union1d(numbers, relinked), alone)
    around = np.union1d(changed, chosen[COPY].parent[np.isin(chosen[COPY].child, changed)])
    return Judged(
        changed=changed,
        roots=np.unique(about.root[about.at(around)]),
        alone=alone,
        alone_articles=tuple(arrived.parsed[n - arrived.first].article.article_id for n in alone.tolist()),
    )


def settle(warehouse: Warehouse) -> Ints:
    """Judge again what is unsettled and all that depends on it; returns the wordings whose links changed.

    What depends on it: wordings that share something with one whose length changed, or with what turned into a round-up
    or out of it.
    """
    again = _to_judge_again(warehouse)
    turned = np.concatenate([NOTHING, *(_turned(warehouse, chunk) for chunk in _chunks(again))])
    again = np.union1d(again, distinct_texts.neighbours(warehouse, turned))
    changed = np.concatenate([NOTHING, *(_judge_again(warehouse, chunk) for chunk in _chunks(again))])
    _remember(warehouse, "reuse_due", again)
    warehouse.run("forget_unsettled")
    return np.unique(changed)


def _to_judge_again(warehouse: Warehouse) -> Ints:
    lighter = _recount(warehouse)
    listed = warehouse.columns("unsettled_wordings")["wording_no"].astype(np.int64)
    touched = np.union1d(listed, np.union1d(lighter, distinct_texts.neighbours(warehouse, lighter)))
    if not len(touched):
        return NOTHING
    children = warehouse.columns("children", incoming=by_number(touched))["wording_no"]
    return np.union1d(touched, children.astype(np.int64))


def _judge_again(warehouse: Warehouse, asked: Ints) -> Ints:
    """Give wordings the links they have now that all is known; returns those of which links changed."""
    figures = partial(distinct_texts.figures, warehouse)
    pairs, about = distinct_texts.pairs_around(warehouse, asked)
    pairs = pairs.where(np.isin(pairs.child, asked))
    candidates = _candidates(pairs, about, figures).and_(_reprinted(warehouse, pairs, about))
    conflict = judge.conflicting(candidates.tally)
    conflict[conflict] = ~_updates(warehouse, candidates.pairs.where(conflict), figures)
    conflict[conflict] = ~tie_breaks.conversions(warehouse, candidates.pairs.where(conflict))
    names, quotes = _told_apart(warehouse, candidates, conflict, about)
    conflict |= names
    return _link_only(warehouse, _chosen(candidates.where(~quotes), conflict[~quotes], about), about, asked)


def _updates(warehouse: Warehouse, conflicting: Pairs, figures: OfNumbers) -> Mask:
    """Which pairs with conflicting figures are a story and its update, all other such pairs around them considered."""
    near = ~tie_breaks.apart(warehouse, conflicting)
    few = conflicting.where(near)
    if len(few):
        pairs, about = distinct_texts.pairs_around(warehouse, np.union1d(few.child, few.parent))
        around = _candidates(pairs, about, figures)
        others = around.pairs.where(judge.conflicting(around.tally))
        others = others.where(tie_breaks.apart(warehouse, others))
        near[near] = tie_breaks.updates(warehouse, few, np.union1d(others.child, others.parent))
    return near


def _told_apart(warehouse: Warehouse, candidates: Candidates, conflict: Mask, about: Known) -> tuple[Mask, Mask]:
    """Which of the pairs that would be chosen share a template but not the names in it, and which no more than quotations;
    then others may be chosen."""
    pairs = candidates.pairs
    exact = about.exact[about.at(pairs.parent)]
    names, quotes = np.zeros(len(pairs), dtype=np.bool_), np.zeros(len(pairs), dtype=np.bool_)
    doubtful, rewritten, even = judge.doubtful(pairs, candidates.tally), judge.rewritten(pairs), judge.even(pairs)
    while True:
        left = (~(conflict | names | quotes)).nonzero()[0]
        best = left[judge.best_of(pairs.where(left), exact[left])]
        some, others, alike = best[doubtful[best]], best[rewritten[best]], best[even[best]]
        if not len(some) and not len(others) and not len(alike):
            return names, quotes
        names[some] = tie_breaks.other_issues(warehouse, pairs.where(some))
        names[alike] |= tie_breaks.next_issues(warehouse, pairs.where(alike))
        quotes[others] = tie_breaks.quoting(warehouse, pairs.where(others))
        doubtful[some] = rewritten[others] = even[alike] = False


def _unsure(candidates: Candidates, copies: Pairs) -> Ints:
    """Wordings that need a closer look: those with other figures in the same places, with other names perhaps, or with
    no more than quotations in common with what they would be copies of."""
    conflict = judge.conflicting(candidates.tally)
    doubtful = candidates.pairs.where(judge.doubtful(candidates.pairs, candidates.tally) & ~conflict)
    other = candidates.pairs.where(conflict)
    rewritten = copies.where(judge.rewritten(copies))
    return np.unique(np.concatenate((doubtful.child, other.child, other.parent, rewritten.child)))


def _of_one_outlet(copies: Pairs, prints: Printings) -> Ints:
    """Wordings that an outlet printed, and of which it printed another like it: perhaps the next issue of a notice."""
    some = np.isin(prints.wording, np.union1d(copies.child, copies.parent)) & (prints.outlet >= 0)
    printed = set(zip(prints.wording[some].tolist(), prints.outlet[some].tolist(), strict=True))
    outlets: dict[int, set[int]] = {}
    for wording, outlet in printed:
        outlets.setdefault(wording, set()).add(outlet)
    alike = zip(copies.child.tolist(), copies.parent.tolist(), strict=True)
    return np.array([c for c, p in alike if outlets.get(c, set()) & outlets.get(p, set())], dtype=np.int64)


def _chunks(numbers: Ints) -> Iterator[Ints]:
    return (numbers[start : start + CHUNK] for start in range(0, len(numbers), CHUNK))


def _recount(warehouse: Warehouse) -> Ints:
    """Take boilerplate learned since the last settlement out of what was counted before; returns the wordings that had it."""
    rows = warehouse.columns("judged_without")
    if len(rows["hash"]):
        warehouse.run("recount_wordings", incoming=rows)
        warehouse.run("recount_pairs", incoming=rows)
        warehouse.run("drop_pairs", {"fewest": judge.FEWEST})
    warehouse.run("stops_settled")
    lighter = np.unique(rows["wording_no"].astype(np.int64))
    reuse.forget(warehouse, lighter)
    return lighter


# ------------------------------------------------------------------------------------------------ round-ups


def _turned(warehouse: Warehouse, asked: Ints) -> Ints:
    """Write down which of the asked texts are round-ups; returns those that were not before, or no longer are."""
    pairs, about = distinct_texts.pairs_around(warehouse, asked)
    text, item = roundups.possible(pairs, asked)
    pair, shingle = sharing.common(distinct_texts.rows_of(warehouse, np.union1d(text, item)), text, item)
    now = roundups.roundups(text, about.exact[about.at(item)], pair, shingle)
    inside = np.intersect1d(asked, about.numbers)
    turned = np.setxor1d(inside[about.roundup[about.at(inside)]], now)
    if len(turned):
        warehouse.run("mark_roundups", incoming={**by_number(turned), "roundup": np.isin(turned, now)})
    return turned


# ------------------------------------------------------------------------------------------------ links


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Pairs of alike texts, neither a round-up, and how their figures compare."""

    pairs: Pairs
    tally: Tallies

    def where(self, mask: Mask) -> Candidates:
        """The pairs that a mask selects."""
        return Candidates(pairs=self.pairs.where(mask), tally=self.tally.where(mask))

    def and_(self, others: Pairs) -> Candidates:
        """These, and pairs whose figures are known to be the same."""
        if not len(others):
            return self
        return Candidates(pairs=self.pairs.and_(others), tally=self.tally.and_(Tallies.none(len(others))))


def _reprinted(warehouse: Warehouse, pairs: Pairs, about: Known) -> Pairs:
    """Pairs among many of their kind that have little in common beside their template, because their figures are converted.

    What a notice has beside its template may be in so many others that it looks like a round-up; that does not matter here.
    """
    template = judge.is_template(about.live, about.samples)
    both = template[about.at(pairs.child)] & template[about.at(pairs.parent)]
    few = pairs.where(judge.crowded(pairs, both))
    return few.where(tie_breaks.reprints(warehouse, few)) if len(few) else few


def _candidates(pairs: Pairs, about: Known, figures: OfNumbers) -> Candidates:
    alone = about.roundup[about.at(pairs.child)] | about.roundup[about.at(pairs.parent)]
    template = judge.is_template(about.live, about.samples)
    both = template[about.at(pairs.child)] & template[about.at(pairs.parent)]
    alike = pairs.where(judge.alike(pairs) & ~alone & ~judge.issues(pairs, both))
    held = figures(np.concatenate((alike.child, alike.parent)))
    return Candidates(pairs=alike, tally=tallies(held, alike.child, alike.parent))


def _chosen(candidates: Candidates, conflict: Mask, about: Known) -> Chosen:
    parts = {COPY: candidates.pairs.where(~conflict), SIBLING: candidates.pairs.where(conflict)}
    return {kind: judge.best(part, about.exact[about.at(part.parent)]) for kind, part in parts.items()}


Link = tuple[int, int, float, float]
"""The longer text, how many shingles they share, containment, jaccard."""
Held = dict[tuple[str, int], tuple[Link, int, int]]
"""Links by kind and wording, each with the length of the longer text and its hash."""


def _as_held(chosen: Chosen, about: Known) -> Held:
    found: Held = {}
    for kind, pairs in chosen.items():
        columns = (pairs.parent, pairs.shared, pairs.containment, pairs.jaccard)
        links = zip(*(c.tolist() for c in columns), strict=True)
        exact = about.exact[about.at(pairs.parent)]
        rest = zip(pairs.child.tolist(), links, pairs.parent_live.tolist(), exact.tolist(), strict=True)
        found |= {(kind, child): (link, live, tie) for child, link, live, tie in rest}
    return found


def _held(warehouse: Warehouse, numbers: Ints) -> Held:
    """The links that wordings have now."""
    if not len(numbers):
        return {}
    rows = warehouse.rows("links_of", incoming=by_number(numbers))
    return {
        (kind, n): ((of, shared, share, jaccard), live, tie) for kind, n, of, shared, share, jaccard, live, tie in rows
    }


def _link_better(warehouse: Warehouse, chosen: Chosen, about: Known, new: Ints) -> Ints:
    """Link new wordings, and give older ones a better link where there is one; returns those whose links changed."""
    found = _as_held(chosen, about)
    older = np.setdiff1d(np.array([n for _, n in found], dtype=np.int64), new)
    held = _held(warehouse, older)
    better = {key: link for key, link in found.items() if key not in held or _standing(link) > _standing(held[key])}
    return _relink(warehouse, [key for key in better if key in held], better)


def _standing(held: tuple[Link, int, int]) -> tuple[float, int, int]:
    """What a link is compared by: score, length of the longer text, and the fixed order of equals."""
    (_, _, containment, jaccard), live, exact = held
    return containment + jaccard / 2, live, -exact


def _link_only(warehouse: Warehouse, chosen: Chosen, about: Known, asked: Ints) -> Ints:
    """Give wordings the chosen links and no others; returns those whose links changed."""
    found, held = _as_held(chosen, about), _held(warehouse, asked)
    lost = [key for key, (link, _, _) in held.items() if key not in found or found[key][0] != link]
    fresh = {key: link for key, link in found.items() if key not in held or held[key][0] != link[0]}
    return _relink(warehouse, lost, fresh)


def _relink(warehouse: Warehouse, lost: Sequence[tuple[str, int]], fresh: Held) -> Ints:
    if lost:
        numbers = by_number(np.array([n for _, n in lost], dtype=np.int64))
        warehouse.run("drop_links", incoming={**numbers, "kind": text_array([kind for kind, _ in lost])})
    columns = ("wording_no", "kind", "of_no", "shared", "containment", "jaccard")
    warehouse.append("kin", columns, [(n, kind, *link) for (kind, n), (link, _, _) in fresh.items()])
    return np.unique(np.array([n for _, n in (*lost, *fresh)], dtype=np.int64))


# ------------------------------------------------------------------------------------------------ what is kept


def _keep_pairs(warehouse: Warehouse, pairs: Pairs, arrived: Arrived) -> None:
    one, other = np.minimum(pairs.child, pairs.parent), np.maximum(pairs.child, pairs.parent)
    arrays = {
        "one_no": one.astype(np.int32),
        "other_no": other.astype(np.int32),
        "shared": pairs.shared.astype(np.int32),
        "found_no": np.full(len(one), arrived.first, dtype=np.int32),
    }
    new = other >= arrived.first
    if new.any():
        warehouse.append_arrays("pair", {name: column[new] for name, column in arrays.items()})
    if not new.all():
        warehouse.run("find_pairs_again", incoming={name: column[~new] for name, column in arrays.items()})


def _remember(warehouse: Warehouse, table: str, numbers: Ints) -> None:
    if len(numbers):
        warehouse.append_arrays(table, by_number(numbers))
