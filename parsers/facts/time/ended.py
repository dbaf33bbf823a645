"""Lengths tied to the day they end on: "the three months ended Sept. 30", "the half-year to June", "fiscal year ending in March"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from parsers.facts.time import calendar, parts
from parsers.facts.time.calendar import When
from parsers.facts.time.resolve import resolve
from parsers.facts.time.said import Needs, Said
from parsers.facts.time.tense import Tense, tense
from parsers.facts.tokens import Tokens

Read = Callable[[Tokens, int, "date | None"], "Said | None"]

ENDED = {"ended": "past", "ending": "future", "ends": "future", "end": "future", "to": "", "through": "", "until": ""}
"""Words between a length and the day it ends on, to the tense they have."""

PARTS = {"quarter": 3, "half": 6}
"""Months of the parts of a year that are told with their last day."""

SPANS: dict[str, tuple[int, int]] = {
    "quarter": (3, 0),
    "half": (6, 0),
    "year": (12, 0),
    "month": (1, 0),
    "week": (0, 7),
    "fortnight": (0, 14),
}
"""A unit of time, to its months and days."""


def ended(
    tokens: Tokens, j: int, months: int, days: int, published: date | None, read: Read
) -> tuple[When, int] | None:
    """The stretch of so many months and days that ends with the date behind token j, and the token behind that."""
    k = j + 1 if tokens.low[j] in (",", "period", "which", "that") else j
    told = ENDED.get(tokens.low[k])
    if told is None or not (months or days) or months > 120 or days > 800:
        return None
    at = k + 1
    while tokens.low[at] in ("on", "in", "the", "end") or (
        tokens.low[at] in ("-", "of") and tokens.low[at - 1] == "end"
    ):
        at += 1
    said = read(tokens, at, published)
    if said is None or said.start != at or said.partial is None or said.partial.month is None or said.partial.clock:
        return None
    when = resolve(said.partial, published, tense=_tense(tokens, k, said.end, told))
    inside = parts.bounds(when)
    if inside is None:
        return None
    end = inside[1]
    first = calendar.add_months(end, -months) if months else end - timedelta(days=days)
    return (parts.stretch(first, end), said.end) if first < end else None


def _tense(tokens: Tokens, k: int, end: int, told: str) -> Tense:
    if told == "past":
        return "past"
    found = tense(tokens, k, end)
    return "future" if told == "future" and found != "past" else found


def unit_ended(tokens: Tokens, i: int, published: date | None, read: Read) -> Said | None:
    """ "the quarter ended June 30", "the half-year to June", "the week ending May 3" at the unit's token i."""
    low = tokens.low[i]
    j, span = i + 1, SPANS.get(low)
    if low == "half" and tokens.low[i + 1] in ("-", "year"):
        j = i + 3 if tokens.low[i + 1] == "-" else i + 2
    if span is None:
        return None
    found = ended(tokens, j, *span, published, read)
    if found is None:
        return None
    start = i - 1 if tokens.low[i - 1] in ("fiscal", "financial", "crop", "marketing") else i
    fiscal = low == "year" and start < i and found[0].end is not None
    return Said(start, found[1], when=found[0], needs=Needs("closing", day=found[0].end or "") if fiscal else None)
