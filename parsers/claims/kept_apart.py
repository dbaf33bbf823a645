"""Whether anything keeps two figures apart: other people, other outcomes, other issues, other days of a market, terms of two issues."""

from __future__ import annotations

from bisect import bisect_left

from parsers.claims import evidence
from parsers.claims.figures import OUTCOMES
from parsers.claims.links import LEVEL
from parsers.claims.model import Claim
from parsers.claims.words import stem


def _stems(words: str) -> frozenset[str]:
    return frozenset(filter(None, map(stem, words.split())))


PARTS = _stems("unit subsidiary division arm affiliate segment branch parent")
"""Stems of words by which a sentence tells a part of a company from the company."""

TERMS = _stems(
    "fee fees concession underwriting coupon coupons denomination denominations paying redeemable callable maturing"
)
"""Stems beside a figure that is a term of an issue: other issues have the same ones."""

PRICED, PAR = "pric", (0.9, 1.1)
"""The stem beside the price of an issue, and between which shares of its face value such a price lies."""

PRECISE = 3
"""Digits from which an article does not print one value of two things by chance."""

STAKE = "stake"
"""The concept of a share in a company: who holds it is not enough to know of what."""

DISASTERS = _stems(
    "disaster explosion fire crash collision collapse earthquake flood landslide avalanche storm hurricane typhoon cyclone tornado derailment sinking capsize "
    "shipwreck accident eruption"
)
"""Stems of headlines about what happens once at a place, unlike attacks and battles, of which there are several a day."""

LIMITS = _stems("ceiling quota limit target cap threshold maximum minimum budget")
"""Stems beside a figure that is to be kept to, rather than what was."""


OPPOSED = tuple(
    (_stems(some), _stems(others))
    for some, others in (
        (
            "approve approved accept accepted pass passed adopt adopted",
            "reject rejected refuse refused defeat defeated veto vetoed",
        ),
        ("import imports imported", "export exports exported"),
        ("profit", "loss losses"),
        ("hire hired hiring", "dismiss dismissed fire fired"),
        ("arrive arrived arrivals", "depart departed departures"),
        ("exclude excludes excluding", "include includes including"),
    )
)
"""Stems that say the opposite of each other: votes that passed one bill are not those that rejected another."""


def kept_apart(one: Claim, other: Claim) -> bool:
    """Whether anything says that two figures are of different things."""
    return (
        (one.link != other.link and _other_link({one.link, other.link}))
        or (one.link == LEVEL and one.day != other.day)
        or evidence.other_subject(one, other)
        or ((evidence.other_names(one, other) or evidence.other_article(one, other)) and not _one_disaster(one, other))
        or evidence.other_outcome(one, other)
        or evidence.other_issue(one, other)
        or _other_places(one, other)
        or (stranger(one, other) and stranger(other, one))
        or _other_sentence(one, other)
        or _other_terms(one, other)
        or _other_stake(one, other)
        or any(_opposed(one, other, *pair) or _opposed(other, one, *pair) for pair in OPPOSED)
    )


def _opposed(one: Claim, other: Claim, some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one clause has only a word of `some`, and the other only one of `others`."""
    mine, theirs = {*one.near, *one.heads}, {*other.near, *other.heads}
    return (
        not some.isdisjoint(mine)
        and others.isdisjoint(mine)
        and not others.isdisjoint(theirs)
        and some.isdisjoint(theirs)
    )


def _one_disaster(one: Claim, other: Claim) -> bool:
    """Whether two numbers of victims are of one disaster, whoever else their sentences name: the officials who tell them.

    Both headlines tell of the same kind of disaster with another word in common, a day apart at most; both reports are from
    or about the same places, one of them a town, and about somebody or something of one name.
    """
    if one.day is None or other.day is None or abs(one.day - other.day) > 1:
        return False
    if not OUTCOMES.intersection(one.heads) & OUTCOMES.intersection(other.heads):
        return False
    theme = set(one.theme) & set(other.theme)
    towns = {p for p in one.about_places if not p.isupper()} & set(other.about_places)
    return len(theme) > 1 and bool(theme & DISASTERS and towns and set(one.about) & set(other.about))


def rounded_apart(one: Claim, other: Claim) -> bool:
    """Whether two values that are one only by rounding are of different things: an article prints both, one is a part's or a limit."""
    if tells(one, other.value) or tells(other, one.value):
        return True
    if part_of(one, other) or (one.trend and other.trend and one.trend != other.trend):
        return True
    return limited(one) != limited(other)


def limited(claim: Claim) -> bool:
    """Whether a figure is to be kept to (a quota, a ceiling), rather than what was."""
    return not LIMITS.isdisjoint((*claim.near, *claim.heads))


def stranger(one: Claim, other: Claim) -> bool:
    """Whether an article's headline names somebody, and nobody whom the other one speaks of."""
    return bool(one.title) and not set(one.title) & {*other.names, *other.about, *other.title}


def part_of(one: Claim, other: Claim) -> bool:
    """Whether one sentence speaks of a part of a company and the other one of no part, or of another: "the Acme unit of Bolt"."""
    return PARTS.intersection(one.words) != PARTS.intersection(other.words)


def _other_link(links: set[str | None]) -> bool:
    """Whether two different words before figures make them figures of different things."""
    return links == {"by", "to"} or not links.isdisjoint(("more", "summed", LEVEL))


def tells(claim: Claim, value: float | None) -> bool:
    """Whether a claim's article prints another claim's value too: then the two are two things."""
    if value is None:
        return False
    told = claim.told  # sorted, so the nearest one is beside where the value would be
    at, most = bisect_left(told, value), 0.002 * abs(value)
    return (at < len(told) and abs(value - told[at]) <= most) or (at > 0 and abs(value - told[at - 1]) <= most)


def _other_places(one: Claim, other: Claim) -> bool:
    """Whether two sentences (their articles, where they name none) are of other countries, and nobody is named in both."""
    if set(one.names) & set(other.names):
        return False
    mine, theirs = _countries(one), _countries(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _countries(claim: Claim) -> set[str]:
    return {p for p in claim.places or claim.about_places if len(p) == 2 and p.isupper()}


def _other_sentence(one: Claim, other: Claim) -> bool:
    """Whether two sentences of one article (or of two versions of it) measure different things, or the same of different names:
    a value of few digits may come twice."""
    if min(one.digits, other.digits) >= PRECISE:
        return False
    same_article = (one.heading, one.day, one.title) == (other.heading, other.day, other.title) and one.heading != 0
    if not same_article or (one.words, one.names) == (other.words, other.names):
        return False
    mine, theirs = set(one.names), set(other.names)
    return not set(one.heads) & set(other.heads) or bool(mine - theirs and theirs - mine)


def _other_terms(one: Claim, other: Claim) -> bool:
    """Whether two figures are terms of an issue, and nothing says that it is one issue: whose it is is named in both."""
    if not (_is_term(one) and _is_term(other)):
        return False
    titles = {*one.title, *other.title}
    named = {*one.names, *other.names} & {*one.names, *one.about} & {*other.names, *other.about}
    return not (named & titles) and not (one.title and one.title == other.title)


def _other_stake(one: Claim, other: Claim) -> bool:
    """Whether two stakes of one size have one name in common at most, and each sentence names somebody whom the other does not."""
    if one.subtype != "percent" or STAKE not in (*one.near, *one.heads) or STAKE not in (*other.near, *other.heads):
        return False
    mine, theirs = set(one.names), set(other.names)
    return len(mine & theirs) < 2 and bool(mine - theirs and theirs - mine)


def _is_term(claim: Claim) -> bool:
    beside = (*claim.near, *claim.heads)
    if not TERMS.isdisjoint(beside):
        return True
    return (
        claim.subtype == "percent" and claim.value is not None and PRICED in beside and PAR[0] <= claim.value <= PAR[1]
    )
