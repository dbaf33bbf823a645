"""Which wording is a copy of which: pairs found in the database, judged by `parsers.syndication.judge`, kept in `kin`.

The outcome is a function of the set of wordings. While batches arrive it is kept up to date as far as a batch reaches;
what a batch cannot know (boilerplate learned later, a text that turns out to be a round-up) is put on the list
`unsettled` and judged again by `settle`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from parsers.syndication import judge
from parsers.syndication.judge import Ints, Mask, Pairs
from warehouse import wordings
from warehouse.store import Warehouse
from warehouse.wordings import Known, incoming_wordings

CHUNK = 4000
"""Wordings that are judged again at once; bounds the memory of a settlement."""

COPY, SIBLING = "copy", "sibling"

NOTHING = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Asked wordings and all pairs around them; `roundups` are those of them that are round-ups, `turned` those that
    were not before, or no longer are."""

    asked: Ints
    pairs: Pairs
    roundups: Ints
    turned: Ints


def judge_new(warehouse: Warehouse, first: int, wording: Ints, window: int) -> Ints:
    """Judge what the newest printings (from number `first` on) bring; returns the wordings that concerns."""
    warehouse.run("ask_new", {"first_no": first})
    wordings.meet(warehouse, window)
    wordings.learn(warehouse)
    warehouse.run("weigh_new", {"first_no": first})
    asked = np.unique(wording[wording >= first])  # a known wording printed again keeps the links it has
    found = _find(warehouse, asked, *wordings.pairs_new(warehouse, window), again=False)
    warehouse.run("forget_asked")
    warehouse.run("forget_met")
    _remember(warehouse, np.setdiff1d(_suspects(found.pairs), asked))
    return np.union1d(wording, _decide(warehouse, found))


def settle(warehouse: Warehouse, window: int) -> tuple[Ints, Ints]:
    """Judge again what is unsettled and all that depends on it; returns what was judged and what changed by it.

    What depends on it: wordings that look up to one of them, and possible round-ups that have an item in common with
    one; then wordings that look up to what turned into a round-up, or out of it.
    """
    unsettled = warehouse.columns("unsettled_wordings")["wording_no"].astype(np.int64)
    if not len(unsettled):
        return NOTHING, NOTHING
    warehouse.run("weigh_again")
    first = _find_again(warehouse, unsettled, window)
    second = _find_again(
        warehouse,
        np.setdiff1d(np.union1d(_children(warehouse, first.asked), _suspects(first.pairs)), first.asked),
        window,
    )
    done = np.union1d(first.asked, second.asked)
    turned = np.union1d(first.turned, second.turned)
    third = _find_again(warehouse, np.setdiff1d(_children(warehouse, turned), done), window)
    found = _joined([first, second, third])
    with incoming_wordings(warehouse, found.asked):
        warehouse.run("withdraw_suggestions")
    changed = _decide(warehouse, found)
    warehouse.run("forget_unsettled")
    warehouse.run("stops_settled")
    return found.asked, changed


def _find_again(warehouse: Warehouse, numbers: Ints, window: int) -> Found:
    """All pairs around wordings that are known already, a chunk at a time."""
    parts = []
    for start in range(0, len(numbers), CHUNK):
        chunk = numbers[start : start + CHUNK]
        parts.append(_find(warehouse, chunk, *wordings.pairs_again(warehouse, chunk, window), again=True))
    return _joined(parts)


def _joined(parts: list[Found]) -> Found:
    """Several findings as one; a pair found from both sides stands once."""
    if not parts:
        return Found(asked=NOTHING, pairs=judge.NO_PAIRS, roundups=NOTHING, turned=NOTHING)
    return Found(
        asked=np.unique(np.concatenate([p.asked for p in parts])),
        pairs=judge.joined([p.pairs for p in parts]),
        roundups=np.unique(np.concatenate([p.roundups for p in parts])),
        turned=np.unique(np.concatenate([p.turned for p in parts])),
    )


def _find(warehouse: Warehouse, asked: Ints, pairs: Pairs, about: Known, *, again: bool) -> Found:
    """The pairs around the asked wordings, and whether these are round-ups (which is written down at once)."""
    roundups = _roundups(warehouse, pairs, asked, again=again)
    inside = asked[np.isin(asked, about.numbers)]
    before = inside[about.roundup[about.at(inside)]]
    turned = np.setxor1d(before, roundups)
    if len(turned):
        with warehouse.incoming({"wording_no": turned.astype(np.int32), "roundup": np.isin(turned, roundups)}):
            warehouse.run("mark_roundups")
    return Found(asked=asked, pairs=pairs, roundups=roundups, turned=turned)


def _sides(pairs: Pairs) -> Iterator[tuple[Ints, Ints, Mask]]:
    """For both sides of the pairs: the texts, their neighbours, and where the neighbour looks like an item of the text."""
    yield pairs.parent, pairs.child, judge.item_like(pairs, of_parent=True)
    yield pairs.child, pairs.parent, judge.item_like(pairs, of_parent=False)


def _suspects(pairs: Pairs) -> Ints:
    """Texts that could be round-ups."""
    return np.unique(np.concatenate([text[mask] for text, _, mask in _sides(pairs)]))


def _roundups(warehouse: Warehouse, pairs: Pairs, asked: Ints, *, again: bool) -> Ints:
    """Which of the asked texts are round-ups."""
    same = pairs.jaccard >= judge.SAME
    copied = np.union1d(pairs.child[same], pairs.parent[same])
    text = np.concatenate([text[mask] for text, _, mask in _sides(pairs)])
    neighbour = np.concatenate([neighbour[mask] for _, neighbour, mask in _sides(pairs)])
    numbers, counts = np.unique(text, return_counts=True)
    possible = np.setdiff1d(numbers[counts >= judge.ITEMS], copied)
    chosen = np.isin(text, possible) & np.isin(text, asked)
    if not chosen.any():
        return NOTHING
    parts = judge.grouped(wordings.shared_shingles(warehouse, text[chosen], neighbour[chosen], again=again))
    return np.array(sorted(t for t, covered in parts.items() if judge.is_roundup(covered)), dtype=np.int64)


def _decide(warehouse: Warehouse, found: Found) -> Ints:
    """Give every asked wording its best link, and others a better one if there is; returns those whose links changed."""
    pairs = found.pairs
    about = wordings.known(warehouse, np.concatenate((pairs.child, pairs.parent)))
    alone = about.roundup[about.at(pairs.child)] | about.roundup[about.at(pairs.parent)]
    likely = judge.alike(pairs) & ~alone
    _suggest_reuse(warehouse, pairs.where(~likely))
    candidates = pairs.where(likely)
    figures = wordings.figures(warehouse, np.concatenate((candidates.child, candidates.parent)))
    conflict = judge.conflicting(candidates, figures)
    changed = NOTHING
    for kind, mask in ((COPY, ~conflict), (SIBLING, conflict)):
        new = candidates.where(mask)
        chosen = judge.best(new, about.exact[about.at(new.parent)])
        changed = np.union1d(changed, _link(warehouse, kind, chosen, about.exact[about.at(chosen.parent)], found.asked))
    return changed


def _link(warehouse: Warehouse, kind: str, chosen: Pairs, exact: npt.NDArray[np.uint64], asked: Ints) -> Ints:
    """Replace the links of asked wordings by the chosen ones, those of others where the chosen one is better."""
    with incoming_wordings(warehouse, np.union1d(asked, chosen.child)):
        held = {row[0]: row[1:] for row in warehouse.rows("kin_of", {"kind": kind})}
    inside = np.isin(chosen.child, asked)
    keep = inside | np.fromiter(
        (
            child not in held or (score, live, -tie) > _standing(held[child])
            for child, score, live, tie in zip(
                chosen.child.tolist(), chosen.score.tolist(), chosen.parent_live.tolist(), exact.tolist(), strict=True
            )
        ),
        dtype=np.bool_,
        count=len(chosen),
    )
    new = chosen.where(keep)
    links = dict(
        zip(
            new.child.tolist(),
            zip(new.parent.tolist(), new.shared.tolist(), new.containment.tolist(), new.jaccard.tolist(), strict=True),
            strict=True,
        )
    )
    lost = [n for n in held if n not in links and n in set(asked.tolist())]
    fresh = [n for n, link in links.items() if n not in held or held[n][:4] != link]
    changed = np.array(sorted([*lost, *fresh]), dtype=np.int64)
    with incoming_wordings(warehouse, changed):
        warehouse.run("drop_kin", {"kind": kind})
    columns = ("wording_no", "kind", "of_no", "shared", "containment", "jaccard")
    warehouse.append("kin", columns, [(n, kind, *links[n]) for n in fresh])
    return changed


def _standing(held: tuple[int, int, float, float, int, int]) -> tuple[float, int, int]:
    """What a held link is compared by: score, length of the longer text, and the fixed order of equals."""
    _, _, containment, jaccard, live, exact = held
    return containment + jaccard / 2, live, -exact


def _suggest_reuse(warehouse: Warehouse, pairs: Pairs) -> None:
    """Put pairs that share something and are no copies on the list of what to compare word by word."""
    few = pairs.where(judge.most_shared(pairs))
    with warehouse.incoming({"one_no": few.child.astype(np.int32), "other_no": few.parent.astype(np.int32)}):
        warehouse.run("suggest_reuse")


def _remember(warehouse: Warehouse, numbers: Ints) -> None:
    with incoming_wordings(warehouse, numbers):
        warehouse.run("remember_unsettled")


def _children(warehouse: Warehouse, numbers: Ints) -> Ints:
    """The wordings that look up to these."""
    with incoming_wordings(warehouse, numbers):
        return np.unique(warehouse.columns("children")["wording_no"].astype(np.int64))
