"""Whether two texts give one person the same post, or one of them says that it is over."""

from __future__ import annotations

from parsers.claims import evidence
from parsers.claims.evidence import meeting, strength
from parsers.claims.model import Claim, Meeting
from parsers.claims.words import stem

OVER = "former"

KEPT = frozenset(
    filter(
        None,
        map(
            stem,
            "president senator governor ambassador general admiral judge justice mayor congressman congresswoman representative professor adm gen sen rep gov prof col capt lt maj colonel captain".split(),
        ),
    )
)
"""Posts by which people are called as long as they live: "President" and "former President" of one man contradict nothing."""


def compare(one: Claim, other: Claim) -> Meeting | None:
    """What two roles have to do with each other; None when they are of other people or other posts, or nobody can tell."""
    if one.measure != other.measure or evidence.too_far(one, other) or not _same_person(one, other):
        return None
    if one.places and other.places and not set(one.places) & set(other.places):
        return None
    shared = evidence.shared(one, other)
    if not _same_post(one, other):
        return None
    score = strength(shared.names) + len(shared.heads) + len(shared.places)
    if one.polarity != other.polarity:
        return meeting("denies", score, 0.0, shared)
    if (one.subtype == OVER) != (other.subtype == OVER):
        return None if one.measure in KEPT else meeting("differs", score, 0.0, shared)
    return meeting("agrees", score, 0.0, shared) if one.subtype == other.subtype else None


def _same_person(one: Claim, other: Claim) -> bool:
    mine, theirs = set(one.whose), set(other.whose)
    return mine <= theirs or theirs <= mine


def _same_post(one: Claim, other: Claim) -> bool:
    """Whether the shorter wording of a post is within the longer one."""
    mine, theirs = set(one.heads), set(other.heads)
    return mine <= theirs or theirs <= mine
