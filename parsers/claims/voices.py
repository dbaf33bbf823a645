"""Who says a claim: the speaker of the shortest quotation around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from parsers.claims.words import folded
from parsers.model import Fact

LOOK_BACK = 12
"""Quotations before a place that are looked at: they rarely contain one another."""


class Voice(NamedTuple):
    """A quotation: where it is, and the id of its speaker (the folded name where nobody knows an id)."""

    start: int
    end: int
    speaker: str


def speakers(facts: Sequence[Fact]) -> tuple[Voice, ...]:
    """The quotations of an article that name a speaker, by where they begin."""
    return tuple(sorted(Voice(f.start_char, f.end_char, _who(f)) for f in facts if f.kind == "quotation" and f.speaker))


def _who(fact: Fact) -> str:
    ids = sorted(p.entity_id for p in fact.parties if p.role == "speaker")
    return ids[0] if ids else " ".join(folded(w) for w in (fact.speaker or "").split())


def voice(voices: Sequence[Voice], at: int) -> str | None:
    """Who is quoted at an offset of the body, or None."""
    last = bisect_right(voices, at, key=lambda v: v.start)
    around = [v for v in voices[max(0, last - LOOK_BACK) : last] if v.end > at]
    return min(around, key=lambda v: v.end - v.start).speaker if around else None
