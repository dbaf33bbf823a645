"""Which claims meet: at the end of a run, the new ones are judged with those that share a key with them.

claim_due | gone → forgotten | new → keys → candidates → judge → claim_meeting | groups of those that agree

A pair is judged by itself, so the meetings are a function of the set of claims, whatever the order and the batches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
import numpy.typing as npt

from parsers.claims.model import Claim
from warehouse.database.store import Arrays, Warehouse

CHUNK = 20_000
"""New claims of which the pairs are judged together; this bounds the memory."""

Ids = npt.NDArray[np.uint64]


def due(warehouse: Warehouse) -> bool:
    """Whether claims wait to be looked at."""
    return bool(warehouse.connection.execute("select exists(from claim_due)").fetchall()[0][0])


def meet(warehouse: Warehouse) -> None:
    """Judge what is due and keep which claims meet; at the end of a run, in the caller's transaction."""
    if not due(warehouse):
        return
    touched = set(_forget(warehouse))
    own, around = _days(warehouse)
    new = warehouse.columns("claims_new", own)["claim_id"].astype(np.uint64)
    warehouse.run("claims_enter_keys", own)
    for start in range(0, len(new), CHUNK):
        found = list(_meetings(warehouse, new[start : start + CHUNK], new[:start], around))
        warehouse.append("claim_meeting", ("claim_id", "other_id", "relation", "score", "why"), found)
        touched.update(i for one, other, relation, _, _ in found if relation == "agrees" for i in (one, other))
    _regroup(warehouse, touched)
    warehouse.run("claims_done")


Days = dict[str, int]
"""The days `earliest` and `latest` of claims."""

EVER = 2_000_000_000
"""A day behind all days."""


def _days(warehouse: Warehouse) -> tuple[Days, Days]:
    """The days of the claims that are due, and those of all claims that they can meet."""
    from parsers.claims.evidence import PERIOD_DAYS, WINDOW_DAYS  # not at the top, as the judge is not

    first, last, undated = warehouse.rows("claims_days")[0]
    own = {"earliest": first or 0, "latest": last or 0}
    most = max(PERIOD_DAYS, WINDOW_DAYS)
    if undated:
        return own, {"earliest": -EVER, "latest": EVER}
    return own, {"earliest": own["earliest"] - most, "latest": own["latest"] + most}


def _forget(warehouse: Warehouse) -> Iterator[int]:
    """Forget claims that nobody makes any more; the claims that met them."""
    gone = warehouse.columns("claims_gone")["claim_id"].astype(np.uint64)
    if not len(gone):
        return
    yield from warehouse.columns("claims_groups_around", incoming=_by_id(gone))["claim_id"].tolist()
    for query in ("claims_forget_keys", "claims_forget_meetings"):
        warehouse.run(query, incoming=_by_id(gone))


Row = tuple[int, int, str, float, str]


def _limits() -> dict[str, float]:
    """What the query of the pairs knows of the judge, so as to leave out what the judge would refuse."""
    from parsers.claims.compare_figures import APART_DAYS, MOST_TIMES  # not at the top, as the judge is not
    from parsers.claims.evidence import PERIOD_DAYS, WINDOW_DAYS

    return {"window_days": WINDOW_DAYS, "period_days": PERIOD_DAYS, "apart_days": APART_DAYS, "most_times": MOST_TIMES}


def _meetings(warehouse: Warehouse, new: Ids, done: Ids, days: Days) -> Iterator[Row]:
    """The meetings of new claims, as rows of `claim_meeting`, but for those with claims that are done."""
    from parsers.claims.judge import judge  # not at the top: a run without new claims does without

    pairs = warehouse.columns("claims_candidates", {**_limits(), **days}, incoming=_by_id(new))
    one, other = pairs["one"].astype(np.uint64), pairs["other"].astype(np.uint64)
    if len(done):
        fresh = ~(np.isin(one, done) | np.isin(other, done))
        one, other = one[fresh], other[fresh]
    claims = _claims(warehouse, np.union1d(one, other), days)
    for a, b in zip(one.tolist(), other.tolist(), strict=True):
        met = judge(claims[a], claims[b]) if a in claims and b in claims else None
        if met is not None:
            yield a, b, met.relation, met.score, met.why


def _claims(warehouse: Warehouse, ids: Ids, days: Days) -> dict[int, Claim]:
    rows = warehouse.rows("claims_by_id", days, incoming=_by_id(ids)) if len(ids) else []
    return {c.claim_id: c for c in map(_claim, rows)}


_made: Callable[..., Claim] = Claim
"""Makes a claim of its values in the order of the fields, which is that of the columns."""


def _claim(row: tuple[object, ...]) -> Claim:
    return _made(*[tuple(v) if type(v) is list else v for v in row])


def _regroup(warehouse: Warehouse, touched: Iterable[int]) -> None:
    """Group anew the claims that agree, around those whose meetings changed. A group's id is its lowest claim."""
    ids = np.array(sorted(touched), dtype=np.uint64)
    if not len(ids):
        return
    around = warehouse.columns("claims_groups_around", incoming=_by_id(ids))["claim_id"].astype(np.uint64)
    ids = np.union1d(ids, around)
    agreeing = warehouse.columns("claims_agreeing", incoming=_by_id(ids))
    links = zip(agreeing["claim_id"].tolist(), agreeing["other_id"].tolist(), strict=True)
    warehouse.run("claims_ungroup", incoming=_by_id(ids))
    warehouse.append("claim_group", ("claim_id", "group_id"), sorted(groups(links).items()))


def groups(links: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The lowest member of the group of everything that is linked, by member."""
    parent: dict[int, int] = {}

    def root(i: int) -> int:
        while parent.setdefault(i, i) != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for one, other in links:
        a, b = root(one), root(other)
        parent[max(a, b)] = min(a, b)
    return {i: root(i) for i in list(parent)}


def _by_id(ids: Ids) -> Arrays:
    return {"claim_id": ids}
