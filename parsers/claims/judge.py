"""Whether two claims are of the same thing, and what of it: they agree, or differ in value, polarity or time.

A pair is judged by itself: no other claim, no order and no count of anything decides. So the meetings of a set of claims
are the same whatever the order and the batches in which it came.
"""

from __future__ import annotations

from parsers.claims import compare_events, compare_figures, compare_quotations, compare_roles
from parsers.claims.model import Claim, Meeting

COMPARE = {
    "figure": compare_figures.compare,
    "event": compare_events.compare,
    "role": compare_roles.compare,
    "quotation": compare_quotations.compare,
}


def judge(one: Claim, other: Claim) -> Meeting | None:
    """What two claims have to do with each other; None when they are of different things, or nobody can tell."""
    return COMPARE[one.kind](one, other) if one.kind == other.kind else None
