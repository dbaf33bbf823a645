"""Distinct texts and their printings: what is kept of each article to recognise its copies, and who shares what."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from parsers.model import Parsed
from parsers.syndication import boilerplate, sharing
from parsers.syndication.conflicts import Figures
from parsers.syndication.conflicts import figures as gathered
from parsers.syndication.figures import WIDTH
from parsers.syndication.judge import FEWEST, Pairs, oriented
from parsers.syndication.letters import as_bytes, codes_of
from parsers.syndication.sharing import UNKNOWN, Ints, Printings, Shingles, Stored, among, distinct, stored
from warehouse.database.store import Arrays, Warehouse

WINDOW_DAYS = 30
"""Near copies are looked for this far before and after a publication; exact copies without limit."""

LONGEST_WINDOW = 1_000_000
"""Days; more is meant to be all."""

ALL_DAYS = (UNKNOWN, -UNKNOWN)

Weights = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Wordings by number (sorted), with what judging needs to know of them."""

    numbers: Ints
    live: Ints
    samples: Ints
    exact: Weights
    roundup: npt.NDArray[np.bool_]
    root: Ints

    def at(self, numbers: Ints) -> Ints:
        """The positions of wordings that are all known."""
        return np.searchsorted(self.numbers, numbers)

    def with_others(self, others: Known) -> Known:
        """These and others, each once."""
        numbers, first = np.unique(np.concatenate((self.numbers, others.numbers)), return_index=True)
        return Known(
            numbers=numbers,
            live=np.concatenate((self.live, others.live))[first],
            samples=np.concatenate((self.samples, others.samples))[first],
            exact=np.concatenate((self.exact, others.exact))[first],
            roundup=np.concatenate((self.roundup, others.roundup))[first],
            root=np.concatenate((self.root, others.root))[first],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """Newly filed articles as printings, with their fingerprints; `known` are those of their wordings that are not new.

    `shingles` are all they have; `at` is the printing's index.
    """

    parsed: Sequence[Parsed]
    prints: Printings
    shingles: Shingles
    exact: Weights
    known: Known

    @property
    def first(self) -> int:
        """The number of the first of them."""
        return int(self.prints.number[0])

    @property
    def new(self) -> Ints:
        """The index of those that begin a new wording."""
        return np.flatnonzero(self.prints.wording == self.prints.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """The newest printings and all earlier ones that share a shingle with them, boilerplate left out.

    `rows` tell by the printing's index which shingles that are, in order; `stops` are all boilerplate shingles, sorted.
    """

    prints: Printings
    rows: Shingles
    known: Known
    stops: Stored


# ------------------------------------------------------------------------------------------------ what is new


def arrive(warehouse: Warehouse, parsed: Sequence[Parsed]) -> Arrived:
    """Number newly filed articles (at least one) and find the wordings that they print."""
    ((first,),) = warehouse.rows("next_printing")
    exact = np.array([int(p.fingerprint.exact[:16], 16) for p in parsed], dtype=np.uint64)
    held = _known(warehouse.columns("known_wordings", incoming={"exact": np.unique(exact)}))
    numbers = dict(zip(held.exact.tolist(), held.numbers.tolist(), strict=True))
    wording = [numbers.setdefault(key, first + i) for i, key in enumerate(exact.tolist())]
    prints = Printings(
        number=np.arange(first, first + len(parsed)),
        wording=np.array(wording, dtype=np.int64),
        outlet=np.array([_outlet_key(outlet(p)) for p in parsed], dtype=np.int64),
        headline=np.array([_headline_key(p) for p in parsed], dtype=np.int64),
        day=np.array([publication_day(p) for p in parsed], dtype=np.int64),
    )
    return Arrived(parsed=parsed, prints=prints, shingles=_shingles(parsed), exact=exact, known=held)


def _shingles(parsed: Sequence[Parsed]) -> Shingles:
    hashes = [p.fingerprint.hashes for p in parsed]
    return Shingles(hash=stored(np.concatenate(hashes)), at=np.repeat(np.arange(len(hashes)), list(map(len, hashes))))


def meet(warehouse: Warehouse, arrived: Arrived, window: int) -> Met:
    """Meet every printing that shares a shingle with the newest ones, and learn boilerplate from all of them together."""
    stops = sorted_stops(warehouse)
    mine = arrived.shingles
    mine = mine.where(~among(mine.hash, stops))
    first, last = _days(arrived.prints.day, window)
    found = warehouse.columns(
        "printings_sharing", {"first_day": first, "last_day": last}, incoming={"hash": distinct(mine.hash)}
    )
    numbers, index = _numbered(found["article_no"])
    columns = warehouse.columns("printings_by_number", incoming={"article_no": numbers})
    earlier = Printings(**{k: _filled(columns[c]) for k, c in _PRINTING.items()})
    known = _known(columns).with_others(arrived.known)
    rows = (
        Shingles(
            hash=np.concatenate((found["hash"], mine.hash)),
            at=np.concatenate((index, mine.at + len(numbers))),
        )
        .ordered()
        .repeated()
    )
    prints = earlier.then(arrived.prints)
    fresh = boilerplate.learned(rows, prints)
    _learn(warehouse, fresh, arrived.first)
    stops = np.sort(np.concatenate((stops, fresh)))
    return Met(
        prints=prints,
        rows=rows.where(~among(rows.hash, fresh)),
        known=known.with_others(_weighed(arrived, mine.where(~among(mine.hash, fresh)))),
        stops=stops,
    )


def _numbered(values: npt.NDArray[np.int32]) -> tuple[npt.NDArray[np.int32], Ints]:
    """The values sorted, each once, and for each value which of these it is; by a table, for numbers lie close together."""
    if not len(values):
        return values, values.astype(np.int64)
    first = int(values.min())
    place = np.zeros(int(values.max()) - first + 1, dtype=np.int64)
    place[values - first] = 1
    numbers = place.nonzero()[0]
    place[numbers] = np.arange(len(numbers))
    return (numbers + first).astype(np.int32), place[values - first]


_PRINTING = {"number": "article_no", "wording": "wording_no", "outlet": "outlet", "headline": "headline", "day": "day"}


def _filled(column: npt.NDArray[Any]) -> Ints:
    return np.asarray(column, dtype=np.int64)


def _known(columns: Mapping[str, npt.NDArray[Any]]) -> Known:
    return Known(
        numbers=columns["wording_no"].astype(np.int64),
        live=columns["live"].astype(np.int64),
        samples=columns["samples"].astype(np.int64),
        exact=columns["exact"],
        roundup=columns["roundup"].astype(np.bool_),
        root=columns["root_no"].astype(np.int64),
    )


def _weighed(arrived: Arrived, plain: Shingles) -> Known:
    """The new wordings and how much of them is not boilerplate; `plain` are the shingles that are none."""
    new = arrived.new
    live = np.bincount(plain.at, minlength=len(arrived.prints))
    return Known(
        numbers=arrived.prints.number[new],
        live=live[new],
        samples=np.bincount(arrived.shingles.at, minlength=len(arrived.prints))[new],
        exact=arrived.exact[new],
        roundup=np.zeros(len(new), dtype=np.bool_),
        root=arrived.prints.number[new],
    )


def _days(day: Ints, window: int) -> tuple[int, int]:
    """From which day to which day printings are looked for: within the window, and in the periods of boilerplate that the
    newest ones belong to; everything if a day is unknown."""
    if (day == UNKNOWN).any():
        return ALL_DAYS
    first, last = int(day.min()), int(day.max())
    begin, end = (int(p) * boilerplate.PERIOD for p in boilerplate.period(np.array([first, last + boilerplate.PERIOD])))
    return min(first - window, begin), max(last + window, end - 1)


def _learn(warehouse: Warehouse, fresh: Stored, first: int) -> None:
    """Keep boilerplate; printings before `first` were judged without it, which settlement puts right."""
    warehouse.append("stop_hash", ("hash", "settled", "learned_no"), [(h, False, first) for h in fresh.tolist()])


def pairs_met(met: Met, first: int, window: int) -> Pairs:
    """The pairs of wordings that share shingles with the newest printings."""
    one, other, count = sharing.shared(met.rows, met.prints, first, window, FEWEST)
    return _oriented(one, other, count, met.known)


def enter(warehouse: Warehouse, arrived: Arrived, known: Known) -> None:
    """Keep the fingerprints of newly filed articles; `known` tells of their wordings what judging found."""
    at = known.at(arrived.prints.number[arrived.new])
    about = zip(arrived.new.tolist(), known.live[at].tolist(), known.roundup[at].tolist(), strict=True)
    warehouse.append(
        "wording",
        ("wording_no", "exact", "letters", "samples", "live", "roundup", "root_no", "figures"),
        [_wording(arrived, i, live, roundup) for i, live, roundup in about],
    )
    prints = arrived.prints
    columns = (prints.number, prints.wording, prints.outlet, prints.headline, prints.day)
    warehouse.append(
        "printing",
        ("article_no", "article_id", "wording_no", "outlet", "headline", "day"),
        [
            (n, p.article.article_id, w, None if o < 0 else o, h, None if d == UNKNOWN else d)
            for p, n, w, o, h, d in zip(arrived.parsed, *(c.tolist() for c in columns), strict=True)
        ],
    )
    rows = arrived.shingles
    if len(rows.hash):
        arrays = {
            "hash": rows.hash,
            "article_no": prints.number[rows.at].astype(np.int32),
            "day": prints.day[rows.at].astype(np.int32),
        }
        warehouse.run("enter_hashes", incoming=arrays)


def _wording(arrived: Arrived, i: int, live: int, roundup: bool) -> tuple[object, ...]:
    print_ = arrived.parsed[i].fingerprint
    number = arrived.first + i
    figures = print_.numbers.astype("<u8", copy=False).tobytes()
    return (number, int(arrived.exact[i]), print_.letters, len(print_.hashes), live, roundup, number, figures)


def publication_day(parsed: Parsed) -> int:
    """The day of publication since 1970-01-01, UNKNOWN when it is not known to the day."""
    article = parsed.article
    if article.date_published is None or article.date_published_precision in ("month", "year"):
        return UNKNOWN
    return int(article.date_published.timestamp() // 86400)


def outlet(parsed: Parsed) -> str | None:
    """Who printed the article: its republisher, or else its publisher."""
    return parsed.article.republisher or parsed.article.publisher


@lru_cache(maxsize=4096)
def _outlet_key(name: str | None) -> int:
    return zlib.crc32(name.casefold().encode()) if name else -1


def _headline_key(parsed: Parsed) -> int:
    """A checksum of the headline; without one every text counts as having its own."""
    plain = as_bytes(codes_of(parsed.article.headline or ""))
    return zlib.crc32(plain or parsed.fingerprint.exact.encode())


def known(warehouse: Warehouse, numbers: Ints) -> Known:
    """What judging needs to know of wordings, by number."""
    return _known(warehouse.columns("wordings", incoming=by_number(distinct(numbers))))


def by_number(numbers: Ints) -> Arrays:
    """Wording numbers as the relation `incoming`."""
    return {"wording_no": numbers.astype(np.int32)}


def figures(warehouse: Warehouse, numbers: Ints, arrived: Arrived | None = None) -> Figures:
    """The figures of wordings; those that arrive are not in the database yet."""
    first = arrived.first if arrived else np.iinfo(np.int64).max
    wanted = np.unique(numbers)
    old, new = wanted[wanted < first], wanted[wanted >= first]
    blobs = warehouse.rows("figures", incoming=by_number(old)) if len(old) else []
    parts = [np.frombuffer(blob, dtype="<u8").reshape(-1, WIDTH) for (blob,) in blobs]
    parts += [arrived.parsed[n - first].fingerprint.numbers for n in new.tolist()] if arrived else []
    return gathered(wanted, parts)


def sorted_stops(warehouse: Warehouse) -> Stored:
    """All boilerplate shingles, sorted."""
    return np.sort(warehouse.columns("stops")["hash"]).astype(np.uint32)


# ------------------------------------------------------------------------------------------------ what was found before


def pairs_around(warehouse: Warehouse, numbers: Ints) -> tuple[Pairs, Known]:
    """All pairs that were found around wordings, and what is known of both sides."""
    columns = warehouse.columns("pairs_around", incoming=by_number(numbers))
    one, other, shared = (columns[c].astype(np.int64) for c in ("one_no", "other_no", "shared"))
    about = known(warehouse, np.concatenate((one, other)))
    return _oriented(one, other, shared, about), about


def _oriented(one: Ints, other: Ints, shared: Ints, about: Known) -> Pairs:
    a, b = about.at(one), about.at(other)
    return oriented(one, other, shared, (about.live[a], about.live[b]), (about.exact[a], about.exact[b]))


def neighbours(warehouse: Warehouse, numbers: Ints) -> Ints:
    """The wordings that share something with these."""
    if not len(numbers):
        return numbers
    return distinct(warehouse.columns("neighbours", incoming=by_number(numbers))["wording_no"].astype(np.int64))


def rows_of(warehouse: Warehouse, numbers: Ints) -> Shingles:
    """The shingles of wordings, boilerplate left out, each once; `at` is the wording's number."""
    columns = warehouse.columns("shingles_of_wordings", incoming=by_number(numbers))
    return Shingles(hash=columns["hash"], at=columns["article_no"].astype(np.int64))
