"""Sides of a happening that are nobody in particular: a bare common noun, whoever it may be."""

from __future__ import annotations

from parsers.facts.arguments import Argument
from parsers.facts.syntax import Located
from parsers.facts.syntax.lexicon import TEMPORAL


def bare(place: Located, side: Argument) -> bool:
    """Whether a subject is a common noun in the singular alone, as no doer is: `railway` read from `blew up railway tracks`."""
    phrase, low = side.phrase, place.tokens.low
    head = low[phrase.head]
    if (head in _TOLD or head in TEMPORAL) and not side.members:
        return True
    if side.members or phrase.end - phrase.start != 1 or place.parse.tags[phrase.head] != "N" or head.endswith("s"):
        return False
    return (
        place.tokens.text[phrase.head].islower() and not side.labels & {"person", "armed", "body"} and head not in _MASS
    )


_TOLD = frozenset("reports rumours rumors speculation plans documents proposals".split())
"""What tells of a plan and does nothing itself: `reports surfaced of a plan to oust X`."""
_MASS = frozenset(
    "violence fire fighting gunfire disease cholera malaria cancer flu influenza smoke gas rain snow lightning shelling bombing shrapnel cold heat famine hunger starvation flooding heroin "
    "radiation pollution alcohol tobacco debris ebola covid pneumonia tuberculosis sniper crossfire terrorism war who which that it".split()
)
"""Nouns that do something without an article."""


def anybody(place: Located, side: Argument | None) -> bool:
    """Whether a phrase means whoever it may be: `any person`, `a person | who was convicted`, `the proper person`."""
    if side is None or side.members or "person" not in side.labels:
        return False
    low, first = place.tokens.low, place.tokens.low[side.phrase.start]
    if first in ("any", "every", "each", "whichever", "such"):
        return True
    whoever = low[side.phrase.head] in ("person", "individual", "offender")
    return whoever and (low[side.phrase.end] in ("who", "that") or not {"proper", "right", "same", "wrong"}.isdisjoint(low[side.phrase.start : side.phrase.head]))  # fmt: skip
