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

WHOLE = frozenset({"visit"})
"""Kinds of events of which the other side is told whole or not at all: a journey to three countries is not one to a fourth, or to one."""

SOON = 3
"""Days between reports of what may happen again, at most, where they do not both say when it happened."""

DAYS = 31
"""Longest stretch of time that places an event well enough to set it against another day."""


def compare(one: Claim, other: Claim) -> Meeting | None:
    """What two events have to do with each other; None when they are different ones, or nobody can tell."""
    if (
        one.measure != other.measure
        or evidence.too_far(one, other)
        or _again(one, other)
        or not _same_sides(one, other)
    ):
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


def _again(one: Claim, other: Claim) -> bool:
    """Whether two reports may be of two happenings of a kind that happens again and again."""
    if one.measure in ONCE or one.day is None or other.day is None:
        return False
    timed = one.time_start is not None and other.time_start is not None
    return not timed and abs(one.day - other.day) > SOON


def _same_sides(one: Claim, other: Claim) -> bool:
    """Whether nobody takes part in the one event who cannot have been in the other, and one side at least is named by both."""
    if one.measure in EVEN:
        return _same_circle(one, other)
    named = [(set(a), set(b)) for a, b in ((one.whose, other.whose), (one.heads, other.heads)) if a and b]
    if not named or not all(_one_side(a, b) for a, b in named):
        return False
    if one.measure in WHOLE and set(one.heads) != set(other.heads):
        return False
    return len(named) == 2 or any(len(a & b) > 1 for a, b in named)


def _one_side(mine: set[str], theirs: set[str]) -> bool:
    """Whether two sides have a name in common, and do not each name somebody (or some country) whom the other does not."""
    return bool(mine & theirs) and all(
        a <= b or b <= a for a, b in zip(_names_and_places(mine), _names_and_places(theirs), strict=True)
    )


def _names_and_places(side: set[str]) -> tuple[set[str], set[str]]:
    """The names of a side, which are folded to small letters, and its countries."""
    return {n for n in side if not n.isupper()}, {n for n in side if n.isupper()}


def _same_circle(one: Claim, other: Claim) -> bool:
    """Whether two events of equals have the same participants: somebody of either side of the one is in the other."""
    mine, theirs = {*one.whose, *one.heads}, {*other.whose, *other.heads}
    if not _one_side(mine, theirs):
        return False
    two_sided = [c for c in (one, other) if c.whose and c.heads]
    both = mine & theirs
    if two_sided:
        return all(both & set(c.whose) and both & set(c.heads) for c in two_sided)
    return len(set(one.entities) & set(other.entities)) > 1


def _placed(claim: Claim) -> bool:
    if not (claim.time_start and claim.time_end):
        return False
    first, last = date.fromisoformat(claim.time_start[:10]), date.fromisoformat(claim.time_end[:10])
    return (last - first).days <= DAYS
