"""Where claims meet: 64-bit keys of whom and what, wide enough for reports in other words; `judge` looks closely afterwards."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

from parsers.claims.model import Claim
from parsers.claims.words import commonness

NAMES, HEADS = 6, 3
"""Names and heads of a claim of which keys are made, at most."""

SAID = 4
"""Rare stems of a quotation of which keys are made."""

BUCKETS = 8
"""Buckets of values in a power of ten; each value is in two neighbouring ones."""

IDENTITY = (
    "kind", "measure", "heads", "near", "words", "names", "whose", "heading", "title", "theme", "about", "places", "about_places", "unit", "value", "low", "high", "also_unit", "also_low", "vague", "beside", "told", "link", "replaces", "partial", "dates",
    "base", "trend", "time_start", "time_end", "day", "polarity", "speaker",
)  # fmt: skip
"""Fields that tell one claim from another: all that it is judged by."""


def claim_id(claim: Claim) -> int:
    """The id of what is claimed: the same in every article that prints it in the same words on the same day."""
    return _hash(repr([getattr(claim, name) for name in IDENTITY]))


def keys(claim: Claim) -> tuple[int, ...]:
    """The keys of a claim: two claims that are to be judged have one in common."""
    who = _who(claim)
    if claim.kind == "figure":
        what = {*_values(claim), *(f"{claim.unit}|{head}" for head in _heads(claim))}
    elif claim.kind == "quotation":
        what = set(sorted(claim.words, key=commonness)[:SAID])
    else:
        what = {claim.measure}
    names, things = [_part(name) * _MIX for name in who], [_part(f"{claim.kind}|{each}") for each in what]
    return tuple(sorted({(name ^ thing) & _WHOLE for name in names for thing in things}))


def _who(claim: Claim) -> list[str]:
    """The names under which a claim can be found: those of its sentence, then its article's, rare ones first; and countries."""
    if claim.kind != "figure":
        return list(claim.whose or claim.heads)[:NAMES]
    names = dict.fromkeys([*claim.whose, *claim.names, *claim.about])
    best = sorted(names, key=lambda n: (n not in claim.names, commonness(n)))[:NAMES]
    return [*best, *claim.places[:2], *claim.about_places[:1]]


def _values(claim: Claim) -> Iterator[str]:
    replaced = (claim.unit, claim.replaces, claim.replaces)
    for unit, low, high in (
        (claim.unit, claim.low, claim.high), (claim.also_unit, claim.also_low, claim.also_high), replaced,
    ):  # fmt: skip
        if unit is not None and low is not None and high is not None:
            yield from (f"{unit}={bucket}" for bucket in _buckets(low, high))


def _buckets(low: float, high: float) -> set[int]:
    """Two neighbouring buckets that hold the middle of an interval, or its only end."""
    middle = high if math.isinf(low) else low if math.isinf(high) else (low + high) / 2
    if middle == 0:
        return {-999}
    at = math.log10(abs(middle)) * BUCKETS
    return {math.floor(at - 0.5), math.floor(at + 0.5)}


def _heads(claim: Claim) -> tuple[str, ...]:
    ranked = sorted(claim.heads, key=lambda h: (h != claim.measure, commonness(h)))
    return tuple(ranked[:HEADS])


_MIX, _WHOLE = 0x9E3779B97F4A7C15, (1 << 64) - 1
"""An odd number that spreads the bits of one part of a key before the other is laid over it, and the width of a key."""


@lru_cache(maxsize=32768)
def _part(text: str) -> int:
    return _hash(text)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
