"""Who shares what: which printings have sampled shingles in common, how many, and which.

Columns of numbers instead of a join in SQL: a batch is small, and a sort of its shingles costs less than the plan of a
query.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Stored = npt.NDArray[np.uint32]
"""Shingles as they are kept: the low 32 bits of their hashes. A chance match is one shingle, and a pair needs several."""

UNKNOWN = -2_000_000_000
"""Stands for an unknown day."""
AT_ONCE = 2_000_000
"""Meetings of two printings in one shingle that are counted at once; bounds the memory."""

MANY = 4000
"""Hashes for which a table is worth its making."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printings:
    """Printings, column by column, sorted by `number`; an `outlet` of -1 and a `day` of UNKNOWN are unknown."""

    number: Ints
    wording: Ints
    outlet: Ints
    headline: Ints
    day: Ints

    def __len__(self) -> int:
        return len(self.number)

    def then(self, later: Printings) -> Printings:
        """These printings and, after them, later ones."""
        return Printings(
            number=np.concatenate((self.number, later.number)),
            wording=np.concatenate((self.wording, later.wording)),
            outlet=np.concatenate((self.outlet, later.outlet)),
            headline=np.concatenate((self.headline, later.headline)),
            day=np.concatenate((self.day, later.day)),
        )

    def leads(self) -> npt.NDArray[np.bool_]:
        """Which are the first printing of their wording on their day: others show nothing new."""
        order = np.lexsort((self.day, self.wording))  # stable: the lowest number comes first
        wording, day = self.wording[order], self.day[order]
        lead = np.zeros(len(order), dtype=np.bool_)
        lead[order[np.concatenate(([True], (wording[1:] != wording[:-1]) | (day[1:] != day[:-1])))[: len(order)]]] = (
            True
        )
        return lead


@dataclass(frozen=True, slots=True, kw_only=True)
class Shingles:
    """Which shingles are where: row by row a stored hash, and the index of a printing (or the number of a wording)."""

    hash: Stored
    at: Ints

    def where(self, mask: npt.NDArray[np.bool_]) -> Shingles:
        """The rows that a mask selects."""
        return Shingles(hash=self.hash[mask], at=self.at[mask])

    def ordered(self) -> Shingles:
        """The rows by hash, and by place where hashes are equal."""
        keys = np.sort(self.hash.astype(np.uint64) << np.uint64(32) | self.at.astype(np.uint64))
        return Shingles(
            hash=(keys >> np.uint64(32)).astype(np.uint32), at=(keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
        )

    def repeated(self) -> Shingles:
        """Of ordered rows those of shingles that stand more than once."""
        same = self.hash[1:] == self.hash[:-1]
        mask = np.zeros(len(self.hash), dtype=np.bool_)
        mask[1:] = same
        mask[:-1] |= same
        return self.where(mask)


def stored(hashes: npt.NDArray[np.uint64]) -> Stored:
    """Shingle hashes as they are kept."""
    return (hashes & np.uint64(0xFFFFFFFF)).astype(np.uint32)


def distinct(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The values sorted, each once; by sorting, which is quicker here than the hashing of numpy's `unique`."""
    ordered = np.sort(values)
    other = ordered[1:] != ordered[:-1]
    return ordered if other.all() else ordered[np.concatenate(([True], other))]


def starts(ordered: npt.NDArray[Any]) -> Ints:
    """Where each value of a sorted array is first."""
    if not len(ordered):
        return np.empty(0, dtype=np.int64)
    return np.concatenate(([0], (ordered[1:] != ordered[:-1]).nonzero()[0] + 1))


def beginnings(ordered: npt.NDArray[Any]) -> Ints:
    """For each value of a sorted array where its like are first."""
    edges = starts(ordered)
    return np.repeat(edges, np.diff(np.append(edges, len(ordered))))


def among(hashes: npt.NDArray[Any], ordered: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Which hashes are among some others, which are sorted. Of many, most are not, and a table of low bits tells so at once."""
    if not len(ordered):
        return np.zeros(hashes.shape, dtype=np.bool_)
    if hashes.size < MANY:
        return np.asarray(ordered[np.minimum(ordered.searchsorted(hashes), len(ordered) - 1)] == hashes)
    table = np.zeros(1 << 16, dtype=np.bool_)
    table[ordered.astype(np.uint16)] = True
    found = table[hashes.astype(np.uint16)]
    some = hashes[found]
    found[found] = ordered[np.minimum(ordered.searchsorted(some), len(ordered) - 1)] == some
    return found


def shared(rows: Shingles, prints: Printings, first: int, window: int, fewest: int) -> tuple[Ints, Ints, Ints]:
    """The pairs of wordings that share at least `fewest` shingles, one of them printed under number `first` or later.

    Only printings of a wording that are within `window` days of one of the other count; an unknown day is near to all.
    `rows` are ordered. Gives the lower wording of each pair, the higher, and how many shingles they share.
    """
    kept = rows.where(prints.leads()[rows.at])
    parts = [
        _pairs(kept, prints, chunk, window, fewest)
        for chunk in _chunks(kept, int(np.searchsorted(prints.number, first)))
    ]
    one, other, count = (np.concatenate([p[i] for p in parts]) if parts else np.empty(0, np.int64) for i in range(3))
    chosen = np.unique(one << np.int64(32) | other, return_index=True)[1]
    return one[chosen], other[chosen], count[chosen]


def _chunks(kept: Shingles, first: int) -> Iterator[tuple[Ints, Ints]]:
    """Rows of printings from index `first` on, with where the rows of the same shingle begin, so many at once as memory allows."""
    begin = beginnings(kept.hash)
    asked = ((kept.at >= first) & (begin < np.arange(len(begin)))).nonzero()[0]
    meetings = np.cumsum(asked - begin[asked])
    if len(asked) and meetings[-1] <= AT_ONCE:
        yield asked, begin[asked]
        return
    asked = asked[np.argsort(kept.at[asked], kind="stable")]
    meetings = np.cumsum(asked - begin[asked])
    start = 0
    while start < len(asked):
        end = int(np.searchsorted(meetings, (meetings[start - 1] if start else 0) + AT_ONCE, side="right"))
        last = kept.at[asked[max(end, start + 1) - 1]]  # all rows of a printing stay together
        end = int(np.searchsorted(kept.at[asked], last, side="right"))
        yield asked[start:end], begin[asked[start:end]]
        start = end


def _pairs(
    kept: Shingles, prints: Printings, chunk: tuple[Ints, Ints], window: int, fewest: int
) -> tuple[Ints, Ints, Ints]:
    """Each row of the chunk meets every earlier row of its shingle; who met often enough, and how often."""
    here, begin = chunk
    met = here - begin
    there = np.arange(met.sum()) - np.repeat(np.cumsum(met) - met - begin, met)
    keys = np.repeat(kept.at[here] << np.int64(32), met)
    keys |= kept.at[there]
    keys.sort()
    edges = starts(keys)
    counts = np.diff(np.append(edges, len(keys)))
    enough = counts >= fewest
    keys, counts = keys[edges[enough]], counts[enough]
    late, early = keys >> np.int64(32), keys & np.int64(0xFFFFFFFF)
    days = prints.day[late], prints.day[early]
    near = (np.abs(days[0] - days[1]) <= window) | (days[0] == UNKNOWN) | (days[1] == UNKNOWN)
    a, b = prints.wording[late], prints.wording[early]
    kept_ = near & (a != b)
    return np.minimum(a, b)[kept_], np.maximum(a, b)[kept_], counts[kept_]


def common(rows: Shingles, text: Ints, neighbour: Ints) -> tuple[Ints, Stored]:
    """The very shingles that pairs of wordings share: the index of a pair and a shingle, row by row, by pair.

    `rows` tell, for every wording named, each shingle once; `at` is the wording's number.
    """
    if not len(text):
        return np.empty(0, dtype=np.int64), rows.hash[:0]
    ordered = rows.ordered()
    where = (
        np.searchsorted(ordered.hash, ordered.hash, side="left"),
        np.searchsorted(ordered.hash, ordered.hash, side="right"),
    )
    mine = np.flatnonzero(np.isin(ordered.at, text))
    counts = where[1][mine] - where[0][mine]
    here = np.repeat(mine, counts)
    there = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts - where[0][mine], counts)
    keys = text << np.int64(32) | neighbour
    order = np.argsort(keys)
    wanted = ordered.at[here] << np.int64(32) | ordered.at[there]
    place = np.minimum(np.searchsorted(keys[order], wanted), len(keys) - 1)
    hit = keys[order][place] == wanted
    pair, hashes = order[place[hit]], ordered.hash[here[hit]]
    by_pair = np.argsort(pair, kind="stable")
    return pair[by_pair], hashes[by_pair]
