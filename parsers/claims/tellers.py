"""Who tells a figure: the words by which somebody is named who says it name nothing of what is measured."""

from __future__ import annotations

from functools import lru_cache

from parsers.claims.model import Claim, Names
from parsers.claims.words import folded
from parsers.record import changed

SMALL = frozenset("of the and for in de der des du la".split())
"""Words that have no letter in a short form: "Office of Crop Statistics" is OCS."""

LAST = 3
"""Words of a country that may stand behind a body's name in its id, and not in its short form, at most."""


def without_tellers(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    """Two figures without the names of those who tell them.

    A person whom no headline names is hardly what is measured. Bodies are left out when they are two, and the sentences or
    headlines have another name in common: what a company says of itself is told by its name alone.
    """
    if one.speaker is None and other.speaker is None:
        return one, other
    if one.speaker is None or other.speaker is None or one.speaker == other.speaker:
        return _without(one, people=True), _without(other, people=True)
    mine, theirs = _without(one), _without(other)
    if {*mine.names, *mine.title, *mine.whose} & {*theirs.names, *theirs.title, *theirs.whose}:
        return mine, theirs
    return _without(one, people=True), _without(other, people=True)


def _without(claim: Claim, *, people: bool = False) -> Claim:
    """A claim without the names of who is quoted with it; with `people`, only where that is a person."""
    if claim.speaker is None or (people and not claim.speaker.startswith("person/")):
        return claim
    kept = {*claim.whose, *(claim.title if people else ())}
    names, title = _but(claim.names, claim.speaker, kept), _but(claim.title, claim.speaker, kept)
    if (names, title) == (claim.names, claim.title):
        return claim
    return changed(claim, names=names, title=title, about=_but(claim.about, claim.speaker, kept))


def _but(names: Names, teller: str, kept: set[str]) -> Names:
    """Some names but for the teller's that are not to be kept."""
    words, letters, endings = _called(teller)
    return tuple(n for n in names if n in kept or not (n in words or n in letters or n[1:] in endings))


@lru_cache(maxsize=4096)
def _called(speaker: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words of a speaker's name, a body's short forms, and those but for the letter of a country."""
    kind, _, name = speaker.rpartition("/")
    words = [w for w in name.replace("-", " ").split() if w not in SMALL]
    initials = "".join(w[0] for w in words)
    if kind == "person" or len(initials) < 2:
        return frozenset(map(folded, words)), frozenset(), frozenset()
    shorter = [initials[:-n] for n in range(1, LAST + 1) if len(initials) - n > 1]
    return frozenset(map(folded, words)), frozenset([folded(initials)]), frozenset(map(folded, shorter))
