"""A closer look at pairs that shingles and figures alone judge wrongly: the texts themselves, laid side by side.

Two notices that share a template without figures look like copies; an outlet's update in which nearly every figure changed
looks like the next issue of a template; two reports that quote one speaker look like copies of each other. Few pairs need
the look, and it is taken at the end of a run only.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TypeVar

import numpy as np

from parsers.syndication import judge
from parsers.syndication.converted import Measured, converted, surely_converted
from parsers.syndication.judge import Mask, Pairs
from parsers.syndication.quoted import only_quotations, quotes_much
from parsers.syndication.reuse import Lettered, lettered
from parsers.syndication.sharing import Ints
from parsers.syndication.slots import SideBySide, next_issue, other_names, reworded, side_by_side
from warehouse.database.store import Warehouse, text_array
from warehouse.stories.distinct_texts import by_number

AT_ONCE = 4000
"""Pairs of which the texts are fetched at once; each fetch looks through all articles."""
TEXTS = 1000
"""Texts that are held ready for comparison; this bounds the memory."""

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """The first publication of a wording."""

    article_id: str
    outlet: str | None
    url: str | None
    published: datetime | None
    """In UTC, said without its zone."""


def other_issues(warehouse: Warehouse, pairs: Pairs) -> Mask:
    """Which pairs are two issues of a template, by the names in them."""
    found = np.zeros(len(pairs), dtype=np.bool_)
    for place, part in _parts(pairs):
        found[place] = [other_names(laid) for laid in _laid(warehouse, part, _firsts(warehouse, part))]
    return found


def next_issues(warehouse: Warehouse, pairs: Pairs) -> Mask:
    """Which pairs are two issues of a recurring notice: one outlet printed them at different times and addresses, and hardly
    anything but a name or a figure is other."""
    firsts = _firsts(warehouse, pairs)
    found = np.array([_later(firsts[c], firsts[p]) for c, p in _numbers(pairs)], dtype=np.bool_)
    few = pairs.where(found)
    found[found] = [next_issue(laid) for _, part in _parts(few) for laid in _laid(warehouse, part, firsts)]
    return found


def quoting(warehouse: Warehouse, pairs: Pairs) -> Mask:
    """Which pairs share what somebody said, and hardly a word of their reporters'."""
    found = np.zeros(len(pairs), dtype=np.bool_)
    for place, part in _parts(pairs):
        texts = _bodies(warehouse, part, _firsts(warehouse, part))
        text = ready(texts)
        found[place] = [
            quotes_much(texts[child]) and only_quotations(text(child), text(parent)) for child, parent in _numbers(part)
        ]
    return found


def updates(warehouse: Warehouse, pairs: Pairs, recurring: Ints) -> Mask:
    """Which pairs with conflicting figures are an outlet's story and its update.

    Both are the same outlet's, published within hours; neither is `recurring` (has siblings at other times, as a template
    has); the names are the same; and there is new prose, or the address is the same.
    """
    firsts = _firsts(warehouse, pairs)
    near = np.array([_near(firsts[c], firsts[p]) for c, p in _numbers(pairs)], dtype=np.bool_)
    near &= ~np.isin(pairs.child, recurring) & ~np.isin(pairs.parent, recurring)
    found = np.zeros(len(pairs), dtype=np.bool_)
    few = pairs.where(near)
    same = [firsts[c].url is not None and firsts[c].url == firsts[p].url for c, p in _numbers(few)]
    found[near] = [
        not other_names(laid) and (address or reworded(laid) >= judge.UPDATE_LETTERS)
        for laid, address in zip(_laid(warehouse, few, firsts), same, strict=True)
    ]
    return found


def conversions(warehouse: Warehouse, pairs: Pairs) -> Mask:
    """Which pairs with conflicting figures print the same figures in other units or another currency."""
    measured = _measured(warehouse, pairs, _firsts(warehouse, pairs))
    return np.array([converted(measured[c], measured[p]) for c, p in _numbers(pairs)], dtype=np.bool_)


def reprints(warehouse: Warehouse, pairs: Pairs) -> Mask:
    """Which pairs of a template are a notice and its reprint in another outlet, for readers with other units or another currency."""
    firsts = _firsts(warehouse, pairs)
    found = np.array([_elsewhere(firsts[c], firsts[p]) for c, p in _numbers(pairs)], dtype=np.bool_)
    few = pairs.where(found)
    measured = _measured(warehouse, few, firsts)
    found[found] = [surely_converted(measured[c], measured[p]) for c, p in _numbers(few)]
    few = pairs.where(found)
    found[found] = [not other_names(laid) for _, part in _parts(few) for laid in _laid(warehouse, part, firsts)]
    return found


def _elsewhere(one: First, other: First) -> bool:
    return one.outlet is not None and other.outlet is not None and one.outlet != other.outlet


def _measured(warehouse: Warehouse, pairs: Pairs, firsts: Mapping[int, First]) -> dict[int, list[Measured]]:
    """The measures that the texts of pairs print, by wording."""
    ids = sorted({firsts[n].article_id for pair in _numbers(pairs) for n in pair})
    rows = warehouse.rows("measures", incoming={"article_id": text_array(ids)}) if ids else []
    held: dict[str, list[Measured]] = {}
    for article_id, *measure in rows:
        held.setdefault(article_id, []).append(Measured(*measure))
    return {n: held.get(first.article_id, []) for n, first in firsts.items()}


def apart(warehouse: Warehouse, pairs: Pairs) -> Mask:
    """Which pairs were published too far from each other, or by another outlet, for one to be an update of the other."""
    firsts = _firsts(warehouse, pairs)
    return np.array([_gap(firsts[c], firsts[p]) > judge.UPDATE_SECONDS for c, p in _numbers(pairs)], dtype=np.bool_)


def _parts(pairs: Pairs) -> Iterator[tuple[slice, Pairs]]:
    """Pairs whose texts are fetched together, and their positions among all pairs."""
    for start in range(0, len(pairs), AT_ONCE):
        end = min(start + AT_ONCE, len(pairs))
        yield slice(start, end), pairs.where(np.arange(start, end))


def _numbers(pairs: Pairs) -> list[tuple[int, int]]:
    return list(zip(pairs.child.tolist(), pairs.parent.tolist(), strict=True))


def _near(one: First, other: First) -> bool:
    return one.outlet is not None and one.outlet == other.outlet and _gap(one, other) <= judge.UPDATE_SECONDS


def _later(one: First, other: First) -> bool:
    """Whether one outlet published both, at another address and later than a story is updated."""
    if one.outlet is None or one.outlet != other.outlet or None in (one.published, other.published):
        return False
    return _gap(one, other) > judge.UPDATE_SECONDS and (one.url is None or one.url != other.url)


def _gap(one: First, other: First) -> float:
    """Seconds between two publications; without end if a time is unknown."""
    if one.published is None or other.published is None:
        return float("inf")
    return abs((one.published - other.published).total_seconds())


def _firsts(warehouse: Warehouse, pairs: Pairs) -> dict[int, First]:
    """The first publications of the wordings of pairs."""
    if not len(pairs):
        return {}
    rows = warehouse.rows("first_articles", incoming=by_number(np.union1d(pairs.child, pairs.parent)))
    return {n: First(article_id=a, outlet=outlet, url=url, published=at) for n, a, outlet, url, at in rows}


def _bodies(warehouse: Warehouse, pairs: Pairs, firsts: dict[int, First]) -> dict[int, str]:
    """The texts of pairs, by wording."""
    ids = {n: firsts[n].article_id for pair in _numbers(pairs) for n in pair}
    found = bodies(warehouse, ids.values())
    return {n: found[i] for n, i in ids.items()}


def bodies(warehouse: Warehouse, article_ids: Iterable[str]) -> dict[str, str]:
    """The texts of articles, by id."""
    ids = sorted(set(article_ids))
    return dict(warehouse.rows("bodies", incoming={"article_id": text_array(ids)})) if ids else {}


def ready(texts: Mapping[K, str]) -> Callable[[K], Lettered]:
    """Gives texts ready for comparison, by their keys, and holds the last few."""
    return lru_cache(maxsize=TEXTS)(lambda key: lettered(texts[key]))


def _laid(warehouse: Warehouse, pairs: Pairs, firsts: dict[int, First]) -> Iterator[SideBySide]:
    """The texts of pairs side by side."""
    text = ready(_bodies(warehouse, pairs, firsts))
    return (side_by_side(text(child), text(parent)) for child, parent in _numbers(pairs))
