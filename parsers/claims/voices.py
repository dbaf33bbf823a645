"""Who says a claim: the speaker of the shortest quotation around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from parsers.claims.words import EMPTY, folded
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
    quoted = (f for f in facts if f.kind == "quotation")
    return tuple(sorted(Voice(f.start_char, f.end_char, who) for f in quoted if (who := speaker_of(f)) is not None))


def speaker_of(fact: Fact) -> str | None:
    """The id of a quotation's speaker, or the folded name where nobody knows one; None for "it" and "the company"."""
    ids = sorted(p.entity_id for p in fact.parties if p.role == "speaker")
    if ids:
        return ids[0]
    words = (fact.speaker or "").split()
    named = any(w[:1].isupper() for w in words[1:]) or (
        bool(words) and words[0][:1].isupper() and words[0].lower() not in EMPTY
    )
    return " ".join(folded(w) for w in words) if named else None


def voice(voices: Sequence[Voice], at: int) -> str | None:
    """Who is quoted at an offset of the body, or None."""
    if not voices:
        return None
    last = bisect_right(voices, at, key=lambda v: v.start)
    around = [v for v in voices[max(0, last - LOOK_BACK) : last] if v.end > at]
    return min(around, key=lambda v: v.end - v.start).speaker if around else None
