"""Where claims meet: 64-bit keys of whom and what, wide enough for reports in other words; `judge` looks closely afterwards."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from operator import attrgetter

from parsers.claims.model import Claim, Names
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

_IDENTITY = attrgetter(*IDENTITY)


def claim_id(claim: Claim) -> int:
    """The id of what is claimed: the same in every article that prints it in the same words on the same day."""
    printed = [_printed(each) if type(each) is tuple else repr(each) for each in _IDENTITY(claim)]
    return _hash(f"[{', '.join(printed)}]")


def _printed(values: tuple[object, ...]) -> str:
    """The `repr` of names; the claims of a sentence and of an article have most of theirs in common."""
    return _printed_names(values) if values and type(values[0]) is str else repr(values)


@lru_cache(maxsize=2048)
def _printed_names(names: Names) -> str:
    return repr(names)


def keys(claim: Claim) -> tuple[int, ...]:
    """The keys of a claim: two claims that are to be judged have one in common."""
    who = _who(claim)
    if claim.kind == "figure":
        what = {*_values(claim), *[f"{claim.unit}|{head}" for head in _heads(claim.heads, claim.measure)]}
    elif claim.kind == "quotation":
        what = set(sorted(claim.words, key=commonness)[:SAID])
    else:
        what = {claim.measure}
    things = [_part(f"{claim.kind}|{each}") for each in what]
    return tuple(sorted({name ^ thing for name in _spread(who) for thing in things}))


def _who(claim: Claim) -> Names:
    """The names under which a claim can be found: those of its sentence, then its article's, rare ones first; and countries."""
    if claim.kind != "figure":
        return (claim.whose or claim.heads)[:NAMES]
    return _best(claim.whose, claim.names, claim.about) + claim.places[:2] + claim.about_places[:1]


@lru_cache(maxsize=1024)
def _best(whose: Names, names: Names, about: Names) -> Names:
    """The names to find a figure by: those of its sentence before those of its article, rare ones first."""
    ranked = sorted(dict.fromkeys((*whose, *names, *about)), key=lambda n: (n not in names, commonness(n)))
    return tuple(ranked[:NAMES])


@lru_cache(maxsize=1024)
def _spread(names: Names) -> tuple[int, ...]:
    return tuple([_part(name) * _MIX & _WHOLE for name in names])


def _values(claim: Claim) -> Iterator[str]:
    replaced = (claim.unit, claim.replaces, claim.replaces)
    for unit, low, high in (
        (claim.unit, claim.low, claim.high), (claim.also_unit, claim.also_low, claim.also_high), replaced,
    ):  # fmt: skip
        if unit is not None and low is not None and high is not None:
            yield from (f"{unit}={bucket}" for bucket in _buckets(low, high))


@lru_cache(maxsize=4096)
def _buckets(low: float, high: float) -> tuple[int, int]:
    """Two neighbouring buckets that hold the middle of an interval, or its only end."""
    middle = high if math.isinf(low) else low if math.isinf(high) else (low + high) / 2
    if middle == 0:
        return -999, -999
    at = math.log10(abs(middle)) * BUCKETS
    return math.floor(at - 0.5), math.floor(at + 0.5)


@lru_cache(maxsize=4096)
def _heads(heads: Names, measure: str) -> Names:
    return tuple(sorted(heads, key=lambda h: (h != measure, commonness(h)))[:HEADS])


_MIX, _WHOLE = 0x9E3779B97F4A7C15, (1 << 64) - 1
"""An odd number that spreads the bits of one part of a key before the other is laid over it, and the width of a key."""


@lru_cache(maxsize=32768)
def _part(text: str) -> int:
    return _hash(text)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
