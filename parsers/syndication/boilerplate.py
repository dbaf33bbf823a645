"""Boilerplate, learned: shingles that outlets print under many headlines, and that therefore prove no copying.

The rule is one about a set of printings. More printings only ever make more boilerplate, so what is learned in the end
does not depend on the order in which they came.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parsers.syndication.sharing import UNKNOWN, Ints, Printings, Shingles, Stored, among, distinct, starts

PERIOD = 30
"""Days that are looked at together, counted from 1970-01-01; printings without a day are one period of their own."""
HEADLINES, DAYS, AT_ONCE = HOUSE = (4, 3, 12)
"""Under so many headlines of one outlet on so many days of a period: a subscription box, a disclaimer, a daily notice. No
story is printed by one outlet under four headlines on three days. Or under so many headlines, however short the time."""
PHRASE = (40, 10, 200)
"""The same for all outlets together: a phrase that everybody uses."""


def period(day: Ints) -> Ints:
    """The period of each day."""
    return np.asarray(day // PERIOD, dtype=np.int64)


def learned(rows: Shingles, prints: Printings) -> Stored:
    """The shingles that are boilerplate by these printings, sorted. All printings of the periods that the newest
    belong to must be there; those of other periods may be missing, for they can teach nothing new.

    `rows` are ordered.
    """
    first = starts(rows.hash)
    counts = np.diff(np.append(first, len(rows.hash)))
    often = counts >= HEADLINES
    ranked = _Ranked.of(prints)
    kept = rows.where(np.repeat(often, counts))
    hashes = np.repeat(np.arange(len(first))[often], counts[often])
    named = (prints.outlet >= 0)[kept.at]
    at = kept.at[named]
    printer = ranked.outlet * ranked.spans + ranked.span
    house = _often(hashes[named] * (ranked.outlets * ranked.spans) + printer[at], at, ranked, HOUSE)
    many = counts >= PHRASE[0]
    at = rows.at[np.repeat(many, counts)]
    phrase = _often(
        np.repeat(np.arange(len(first))[many], counts[many]) * ranked.spans + ranked.span[at], at, ranked, PHRASE
    )
    found = distinct(np.concatenate((house // (ranked.outlets * ranked.spans), phrase // ranked.spans)))
    return np.asarray(rows.hash[first[found]], dtype=np.uint32)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ranked:
    """What printings say, as small numbers; `day` is negative where it is unknown."""

    outlet: Ints
    outlets: int
    span: Ints
    spans: int
    headline: Ints
    day: Ints

    @classmethod
    def of(cls, prints: Printings) -> _Ranked:
        outlets, outlet = np.unique(prints.outlet, return_inverse=True)
        spans, span = np.unique(period(prints.day), return_inverse=True)
        headline = np.unique(prints.headline, return_inverse=True)[1]
        day = np.where(prints.day == UNKNOWN, -1, np.unique(prints.day, return_inverse=True)[1])
        return cls(outlet=outlet, outlets=len(outlets), span=span, spans=len(spans), headline=headline, day=day)


def _often(group: Ints, at: Ints, ranked: _Ranked, least: tuple[int, int, int]) -> Ints:
    """The groups of rows that have so many headlines on so many days, or so many headlines at once."""
    groups, headlines = _distinct(group, ranked.headline[at])
    several = groups[headlines >= least[0]]
    if not len(several):
        return several
    dated = (ranked.day[at] >= 0) & among(group, several)
    dated_groups, days = _distinct(group[dated], ranked.day[at[dated]])
    return distinct(np.concatenate((dated_groups[days >= least[1]], groups[headlines >= least[2]])))


def _distinct(group: Ints, value: Ints) -> tuple[Ints, Ints]:
    """The groups, sorted, and how many different values each has."""
    width = int(value.max(initial=0)) + 1
    owner = distinct(group * width + value) // width
    first = starts(owner)
    return owner[first], np.diff(np.append(first, len(owner)))
