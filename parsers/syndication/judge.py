"""Judgement on pairs of texts that share shingles: is the shorter one a copy of the longer?

Everything here depends on a pair alone, or on one text and all its pairs, never on the order in which texts came:
each text looks up to the best match among the *longer* ones, so the copies of a story form a tree under its longest
text, and two stories quoted by a third are not chained together.

Lengths are counted in live sampled shingles: those that are not boilerplate.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from parsers.syndication.conflicts import Tallies
from parsers.syndication.sharing import Ints

CONTAINMENT = 0.35
"""Share of the shorter text that must are in the longer one."""
FEWEST = 3
"""Shared shingles below which nothing is claimed (about 25 letters in common)."""
BORROWED = 4
"""Shared shingles from which a borrowed passage is looked for. With three, five of six finds are set phrases."""
MOST_LENDERS = 8
"""With how many others, those that share most, a text is compared word by word."""
SHORT, SHORT_CONTAINMENT = 12, 0.6
"""Texts of fewer live shingles than this (some 100 letters) need this containment: a few words in common prove little."""
BRIEF, BRIEF_CONTAINMENT = 28, 0.45
"""Texts of fewer than this (two or three sentences) need this one: a sentence in common may be a set phrase."""
TEMPLATE, TEMPLATE_CONTAINMENT = 0.5, 0.8
"""A text with a smaller share of shingles that are not boilerplate is an issue of a template, and copies another such text
only if this much of what it has beside the template is in the other."""
CONFLICTS, CONFLICT_SHARE = 2, 0.36
"""This many conflicting figures, and more than this share of all comparable ones, mean another issue of a template."""
SLOTS, UNEVEN = 2, 5
"""Shingles that two exchanged names take away, at least: some six, of which few may be sampled; and how many more the
longer text may lack beyond twice as many, by the same chance."""
REWRITTEN, OWN = 0.7, 10
"""Texts of which the shorter has less than this in the longer, and either so many shingles (some 80 letters) of its own,
may be two reports that quote one speaker."""
AGREEMENTS = 3
"""So many figures that agree, more than twice as many as conflict, speak for a copy."""
UPDATE_SECONDS = 18 * 3600
"""An outlet updates its story within hours; the next issue of a template comes the next day."""
UPDATE_LETTERS = 60
"""Letters beside the figures that an update adds or changes, at least: a sentence. A template changes its figures alone."""
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of texts by number, column by column: the shorter text, the longer, their lengths, and what they share."""

    child: Ints
    parent: Ints
    child_live: Ints
    parent_live: Ints
    shared: Ints

    def __len__(self) -> int:
        return len(self.child)

    @property
    def own(self) -> tuple[Ints, Ints]:
        """How many shingles the shorter has and the longer lacks, and the other way round."""
        return self.child_live - self.shared, self.parent_live - self.shared

    def where(self, mask: Mask | Ints) -> Pairs:
        """The pairs that a mask or index selects."""
        return Pairs(
            child=self.child[mask],
            parent=self.parent[mask],
            child_live=self.child_live[mask],
            parent_live=self.parent_live[mask],
            shared=self.shared[mask],
        )

    def and_(self, other: Pairs) -> Pairs:
        """These pairs and others."""
        return Pairs(
            child=np.concatenate((self.child, other.child)),
            parent=np.concatenate((self.parent, other.parent)),
            child_live=np.concatenate((self.child_live, other.child_live)),
            parent_live=np.concatenate((self.parent_live, other.parent_live)),
            shared=np.concatenate((self.shared, other.shared)),
        )

    @property
    def containment(self) -> Floats:
        """Share of the shorter text that is in the longer, in [0, 1]."""
        return np.minimum(1.0, self.shared / np.maximum(1, self.child_live))

    @property
    def jaccard(self) -> Floats:
        """Share of both texts together that they have in common, in [0, 1]."""
        return np.asarray(
            np.minimum(1.0, self.shared / np.maximum(1, self.child_live + self.parent_live - self.shared)),
            dtype=np.float64,
        )

    @property
    def score(self) -> Floats:
        """What the best match is chosen by."""
        return self.containment + self.jaccard / 2


def oriented(
    one: Ints,
    other: Ints,
    shared: Ints,
    live: tuple[Ints, Ints],
    exact: tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]],
) -> Pairs:
    """Pairs with the longer text as parent; of texts of equal length the one with the lower hash (any fixed order does)."""
    swap = (live[0] > live[1]) | ((live[0] == live[1]) & (exact[0] < exact[1]))
    return Pairs(
        child=np.where(swap, other, one),
        parent=np.where(swap, one, other),
        child_live=np.where(swap, live[1], live[0]),
        parent_live=np.where(swap, live[0], live[1]),
        shared=shared,
    )


def alike(pairs: Pairs) -> Mask:
    """Which pairs share enough text for the shorter to be a copy, figures not yet compared."""
    enough = np.where(pairs.child_live < BRIEF, BRIEF_CONTAINMENT, CONTAINMENT)
    enough = np.where(pairs.child_live < SHORT, SHORT_CONTAINMENT, enough)
    return (pairs.shared >= FEWEST) & (pairs.containment >= enough)


def issues(pairs: Pairs, template: Mask) -> Mask:
    """Which pairs are two issues of one outlet's template: what is not boilerplate in the shorter is mostly its own.

    `template` says of which pairs either text is mostly boilerplate (`is_template`). The figures in boilerplate are not
    compared, so without this rule two notices with one place in common would look like copies among many of their kind.
    """
    return template & (pairs.containment < TEMPLATE_CONTAINMENT)


def crowded(pairs: Pairs, template: Mask) -> Mask:
    """Which pairs of issues of a template may still be copies in which only the figures are converted: figures are most of
    what a template leaves, so little else may be in common. `template` as in `issues`."""
    return template & (pairs.shared >= FEWEST) & (issues(pairs, template) | ~alike(pairs))


def is_template(live: Ints, samples: Ints) -> Mask:
    """Which texts are mostly boilerplate, by their shingles that are not and all that were sampled."""
    return np.asarray(live < TEMPLATE * samples, dtype=np.bool_)


def conflicting(tally: Tallies) -> Mask:
    """Which pairs share a template but not the figures in it."""
    return np.asarray((tally.conflicts >= CONFLICTS) & (tally.share > CONFLICT_SHARE), dtype=np.bool_)


def doubtful(pairs: Pairs, tally: Tallies) -> Mask:
    """Which pairs of alike texts may share a template without figures, so that their names are worth a look.

    Either text then lacks something of the other, and about as much of it; and figures do not speak for a copy.
    """
    mine, others = pairs.own
    exchanged = (mine >= SLOTS) & (others >= SLOTS) & (others <= 2 * mine + UNEVEN)
    return exchanged & ((tally.agreements < AGREEMENTS) | (2 * tally.conflicts >= tally.agreements))


def even(pairs: Pairs) -> Mask:
    """Which pairs of alike texts lack about as much of each other, so that the one may be the other with a name or a figure
    exchanged."""
    mine, others = pairs.own
    return (pairs.containment >= REWRITTEN / 2) & (others <= 2 * mine + UNEVEN)


def rewritten(pairs: Pairs) -> Mask:
    """Which pairs of alike texts both have a good deal of their own, so that they may share no more than quotations."""
    mine, others = pairs.own
    return (pairs.containment < REWRITTEN) & (mine >= OWN) & (others >= OWN)


def best(pairs: Pairs, exact: npt.NDArray[np.uint64]) -> Pairs:
    """For each child the pair with the highest score; equal scores go to the longer parent, then to the lower hash.

    `exact` is the hash of each pair's parent.
    """
    return pairs.where(best_of(pairs, exact))


def best_of(pairs: Pairs, exact: npt.NDArray[np.uint64]) -> Ints:
    """The index of these pairs."""
    order = np.lexsort((exact, -pairs.parent_live, -pairs.score, pairs.child))
    return order[np.unique(pairs.child[order], return_index=True)[1]]


def most_shared(pairs: Pairs, exact: npt.NDArray[np.uint64]) -> Ints:
    """The index of the pairs that are worth comparing word by word: of each child those that share most.

    `exact` is the hash of each pair's parent; it chooses among equals, so that the order of arrival does not.
    """
    order = np.lexsort((exact, -pairs.shared, pairs.child))
    child = pairs.child[order]
    rank = np.arange(len(child)) - np.searchsorted(child, child)
    return order[rank < MOST_LENDERS]


NO_PAIRS = Pairs(
    **dict.fromkeys(("child", "parent", "child_live", "parent_live", "shared"), np.empty(0, dtype=np.int64))
)
