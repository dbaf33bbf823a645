"""Whether two events are one: the same kind, the same sides, at one time; or one of them is denied, or at another time."""

from __future__ import annotations

from datetime import date

from parsers.claims import evidence
from parsers.claims.evidence import meeting, strength, weight
from parsers.claims.model import Claim, Meeting

ENOUGH = 4.0
"""Points that two events need to be one."""

EVEN = frozenset({"meeting", "agreement", "conflict"})
"""Kinds of events whose sides may be printed in either order."""

ONCE = frozenset({"acquisition", "election", "inauguration", "appointment", "departure", "agreement"})
"""Kinds of events that happen once between the same sides within weeks: another day for them is a contradiction."""

DAYS = 31
"""Longest stretch of time that places an event well enough to set it against another day."""


def compare(one: Claim, other: Claim) -> Meeting | None:
    """What two events have to do with each other; None when they are different ones, or nobody can tell."""
    if one.measure != other.measure or evidence.too_far(one, other) or not _same_sides(one, other):
        return None
    shared = evidence.shared(one, other)
    score = (
        strength(shared.names) + min(2.0, len(shared.places)) + weight(shared.near, 3) + 0.5 * weight(shared.words, 4)
    )
    if one.polarity != other.polarity:
        return meeting("denies", score, ENOUGH, shared)
    if evidence.other_period(one, other):
        apart = one.measure in ONCE and one.polarity == "+" and _placed(one) and _placed(other)
        return meeting("other_time", score, ENOUGH + 1.0, shared) if apart else None
    return meeting("agrees", score, ENOUGH, shared)


def _same_sides(one: Claim, other: Claim) -> bool:
    """Whether the sides that both name have a name in common, and at least one side is named by both."""
    pairs = [(one.whose, other.whose), (one.heads, other.heads)]
    if one.measure in EVEN:
        both = {*one.whose, *one.heads}, {*other.whose, *other.heads}
        return len(both[0] & both[1]) >= 2
    named = [(set(a), set(b)) for a, b in pairs if a and b]
    if not named or not all(a & b for a, b in named):
        return False
    return len(named) == 2 or any(len(a & b) > 1 for a, b in named)


def _placed(claim: Claim) -> bool:
    if not (claim.time_start and claim.time_end):
        return False
    first, last = date.fromisoformat(claim.time_start[:10]), date.fromisoformat(claim.time_end[:10])
    return (last - first).days <= DAYS
