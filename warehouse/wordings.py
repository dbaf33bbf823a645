"""Distinct texts and their printings: what is kept of each article to recognise its copies, and who shares what."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from parsers.model import NumberContext, Parsed
from parsers.syndication.figures import Lookup
from parsers.syndication.judge import FEWEST_BORROWED, Ints, Pairs, oriented
from parsers.syndication.letters import letters
from warehouse.store import Warehouse

WINDOW_DAYS = 30
"""Near copies are looked for this far before and after a publication; exact copies without limit."""

HASH_BITS = np.uint64(0xFFFFFFFF)
"""Stored shingles keep 32 bits: a chance match is one shingle, and a pair needs several."""

STOPS: Mapping[str, object] = {
    "period": 30,
    "headlines": 4,
    "days": 3,
    "headlines_at_once": 12,
    "phrase_headlines": 40,
    "phrase_days": 10,
    "phrase_at_once": 200,
}
"""When a shingle is boilerplate: within a period of days, under so many headlines of one outlet on so many days, or
under so many however short the time; the `phrase` numbers are for all outlets together. No story is printed by one
outlet under four headlines on three days; a subscription box, a disclaimer or a daily notice is."""

UNKNOWN = -2_000_000_000
"""Stands for an unknown day on the way into the database, where it is NULL."""

Weights = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Wordings by number (sorted), with what judging needs to know of them."""

    numbers: Ints
    live: Ints
    exact: Weights
    roundup: npt.NDArray[np.bool_]
    root: Ints

    def at(self, numbers: Ints) -> Ints:
        """The positions of wordings that are all known."""
        return np.searchsorted(self.numbers, numbers)


def enter(warehouse: Warehouse, parsed: Sequence[Parsed]) -> tuple[int, Ints]:
    """Keep the fingerprints of newly filed articles. Returns the number of the first, and each one's wording."""
    ((first,),) = warehouse.rows("next_printing")
    exact = np.array([int(p.fingerprint.exact[:16], 16) for p in parsed], dtype=np.uint64)
    days = np.array([publication_day(p) for p in parsed], dtype=np.int32)
    wording, lead = _numbered(warehouse, exact, days, first)
    numbers = np.arange(first, first + len(parsed))
    new = np.flatnonzero(wording == numbers)
    warehouse.append(
        "wording",
        ("wording_no", "exact", "letters", "samples", "live", "roundup", "root_no", "figures"),
        [_wording(int(numbers[i]), int(exact[i]), parsed[i]) for i in new.tolist()],
    )
    warehouse.append(
        "printing",
        ("article_no", "article_id", "wording_no", "outlet", "headline", "day"),
        [
            (n, p.article.article_id, w, _outlet_key(p), _headline_key(p), None if day == UNKNOWN else day)
            for n, p, w, day in zip(numbers.tolist(), parsed, wording.tolist(), days.tolist(), strict=True)
        ],
    )
    _enter_hashes(warehouse, parsed, numbers, wording, days, lead)
    return first, wording


def _numbered(
    warehouse: Warehouse, exact: Weights, days: npt.NDArray[np.int32], first: int
) -> tuple[Ints, npt.NDArray[np.bool_]]:
    """The wording of each new printing, and whether it is the first of its wording on its day."""
    wording = np.arange(first, first + len(exact))
    lead = np.ones(len(exact), dtype=np.bool_)
    arrays: dict[str, npt.NDArray[Any]] = {
        "position": np.arange(len(exact), dtype=np.int32),
        "exact": exact,
        "day": days,
    }
    with warehouse.incoming(arrays):
        for position, number, printed in warehouse.rows("known_wordings"):
            wording[position], lead[position] = number, not printed
    here: dict[int, int] = {}
    printed_here: set[tuple[int, int]] = set()
    for i, (key, day) in enumerate(zip(exact.tolist(), days.tolist(), strict=True)):
        wording[i] = min(int(wording[i]), here.setdefault(key, int(wording[i])))
        lead[i] &= (key, day) not in printed_here
        printed_here.add((key, day))
    return wording, lead


def _enter_hashes(
    warehouse: Warehouse,
    parsed: Sequence[Parsed],
    numbers: Ints,
    wording: Ints,
    days: npt.NDArray[np.int32],
    lead: npt.NDArray[np.bool_],
) -> None:
    counts = [len(p.fingerprint.hashes) for p in parsed]
    if not sum(counts):
        return
    arrays = {
        "hash": stored(np.concatenate([p.fingerprint.hashes for p in parsed])),
        "article_no": np.repeat(numbers, counts).astype(np.int32),
        "wording_no": np.repeat(wording, counts).astype(np.int32),
        "day": np.repeat(days, counts),
        "lead": np.repeat(lead, counts),
    }
    with warehouse.incoming(arrays):
        warehouse.run("enter_hashes")


def stored(hashes: Weights) -> npt.NDArray[np.uint32]:
    """Shingle hashes as the warehouse keeps them."""
    return (hashes & HASH_BITS).astype(np.uint32)


def publication_day(parsed: Parsed) -> int:
    """The day of publication since 1970-01-01, UNKNOWN when it is not known to the day."""
    article = parsed.article
    if article.date_published is None or article.date_published_precision in ("month", "year"):
        return UNKNOWN
    return (article.date_published.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)).days


def outlet(parsed: Parsed) -> str | None:
    """Who printed the article: its republisher, or else its publisher."""
    return parsed.article.republisher or parsed.article.publisher


def _outlet_key(parsed: Parsed) -> int | None:
    name = outlet(parsed)
    return zlib.crc32(name.casefold().encode()) if name else None


def _headline_key(parsed: Parsed) -> int:
    """A checksum of the headline; without one every text counts as having its own."""
    return zlib.crc32(letters(parsed.article.headline or "")[0].tobytes() or parsed.fingerprint.exact.encode())


def _wording(number: int, exact: int, parsed: Parsed) -> tuple[object, ...]:
    samples = len(parsed.fingerprint.hashes)
    return (
        number,
        exact,
        parsed.fingerprint.letters,
        samples,
        samples,
        False,
        number,
        packed(parsed.fingerprint.numbers),
    )


def packed(figures: Sequence[NumberContext]) -> bytes:
    """Figures as the warehouse keeps them: rows of five little-endian 64-bit numbers."""
    return np.array([(f.left, f.right, f.value, f.before, f.after) for f in figures], dtype="<u8").tobytes()


def unpacked(blob: bytes, stops: npt.NDArray[np.uint32]) -> Lookup:
    """Figures back, without those that stand in boilerplate. `stops` is sorted."""
    rows = np.frombuffer(blob, dtype="<u8").reshape(-1, 5)
    boilerplate = is_stop(stored(rows[:, 3:]), stops) & (rows[:, 3:] > 0)
    return Lookup.of(map(tuple, rows[~boilerplate.any(axis=1), :3].tolist()))


def is_stop(hashes: npt.NDArray[np.uint32], stops: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    """Which stored shingles are boilerplate. `stops` is sorted."""
    if not len(stops):
        return np.zeros(hashes.shape, dtype=np.bool_)
    return np.asarray(stops[np.minimum(np.searchsorted(stops, hashes), len(stops) - 1)] == hashes)


def known(warehouse: Warehouse, numbers: Ints) -> Known:
    """What judging needs to know of wordings, by number."""
    with incoming_wordings(warehouse, np.unique(numbers)):
        columns = warehouse.columns("wordings")
    return Known(
        numbers=columns["wording_no"].astype(np.int64),
        live=columns["live"].astype(np.int64),
        exact=columns["exact"],
        roundup=columns["roundup"].astype(np.bool_),
        root=columns["root_no"].astype(np.int64),
    )


def incoming_wordings(warehouse: Warehouse, numbers: Ints) -> AbstractContextManager[None]:
    """Have wording numbers stand as the relation `incoming`."""
    return warehouse.incoming({"wording_no": numbers.astype(np.int32)})


def figures(warehouse: Warehouse, numbers: Ints) -> Callable[[int], Lookup]:
    """The figures of wordings, boilerplate left out, looked up by number."""
    stops = sorted_stops(warehouse)
    with incoming_wordings(warehouse, np.unique(numbers)):
        table = {number: unpacked(bytes(blob), stops) for number, blob in warehouse.rows("figures")}
    return table.__getitem__


def sorted_stops(warehouse: Warehouse) -> npt.NDArray[np.uint32]:
    """All boilerplate shingles, sorted."""
    return np.sort(warehouse.columns("stops")["hash"]).astype(np.uint32)


# ------------------------------------------------------------------------------------------------ who shares what


def meet(warehouse: Warehouse, window: int) -> None:
    """With the temporary table `asked` made: meet every printing that has one of the asked shingles."""
    ((first, last),) = warehouse.rows("asked_days", {"window": window, "period": STOPS["period"]})
    warehouse.run("meet", {"first_day": first, "last_day": last})


def learn(warehouse: Warehouse) -> None:
    """Learn boilerplate from what was met. Settlement finds the wordings that have it by `stop_hash.settled`."""
    fresh = np.array([row[0] for row in warehouse.rows("learn_stops", STOPS)], dtype=np.uint32)
    if len(fresh):
        with warehouse.incoming({"hash": fresh}):
            warehouse.run("lighten_wordings")
            warehouse.run("drop_learned")


def pairs_new(warehouse: Warehouse, window: int) -> tuple[Pairs, Known]:
    """The pairs of wordings that share shingles with the newest printings, and what is known of all of them."""
    return _oriented(warehouse, warehouse.columns("pairs", {"window": window, "fewest": FEWEST_BORROWED}))


def pairs_again(warehouse: Warehouse, numbers: Ints, window: int) -> tuple[Pairs, Known]:
    """The pairs of wordings that share shingles with these (sorted, not none), and what is known of all of them.

    One query without temporary tables: what a long transaction drops stays in memory until it commits.
    """
    with incoming_wordings(warehouse, numbers):
        ((first, last),) = warehouse.rows("days_of_wordings", {"window": window})
        found = warehouse.columns(
            "pairs_again",
            {
                "lowest": int(numbers[0]),
                "highest": int(numbers[-1]),
                "first_day": first,
                "last_day": last,
                "window": window,
                "fewest": FEWEST_BORROWED,
            },
        )
    return _oriented(warehouse, found)


def _oriented(warehouse: Warehouse, columns: Mapping[str, npt.NDArray[Any]]) -> tuple[Pairs, Known]:
    one, other, shared = (columns[c].astype(np.int64) for c in ("one", "other", "shared"))
    about = known(warehouse, np.concatenate((one, other)))
    a, b = about.at(one), about.at(other)
    return oriented(one, other, shared, (about.live[a], about.live[b]), (about.exact[a], about.exact[b])), about


def shared_shingles(warehouse: Warehouse, text: Ints, neighbour: Ints, *, again: bool) -> list[tuple[int, int, int]]:
    """Rows (text, neighbour, shingle) of what texts share with neighbours, sorted.

    `again` is False while the newest printings are judged: then the texts are among these.
    """
    with warehouse.incoming({"text": text.astype(np.int32), "neighbour": neighbour.astype(np.int32)}):
        return warehouse.rows("shared_shingles_again" if again else "shared_shingles")
