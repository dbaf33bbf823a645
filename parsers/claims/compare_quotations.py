"""Whether two texts quote the same words of one person, or one of them turns them into the opposite."""

from __future__ import annotations

from parsers.claims import evidence
from parsers.claims.evidence import meeting
from parsers.claims.model import Claim, Meeting

SAME = 0.75
"""Share of the stems of the shorter quotation that are in the longer one, at least."""


def compare(one: Claim, other: Claim) -> Meeting | None:
    """What two quotations have to do with each other; None when they are of other people or other words."""
    if evidence.too_far(one, other) or not set(one.whose) & set(other.whose):
        return None
    shared = evidence.shared(one, other)
    if len(shared.words) < SAME * min(len(one.words), len(other.words)):
        return None
    score = float(len(shared.words))
    if one.polarity == other.polarity:
        return meeting("agrees", score, 0.0, shared)
    return meeting("denies", score, 0.0, shared) if _alike(one, other) else None


def _alike(one: Claim, other: Claim) -> bool:
    """Whether the quotations are of one length, so that a "not" is not in words that the other one left out."""
    return min(len(one.words), len(other.words)) >= 0.9 * max(len(one.words), len(other.words))
