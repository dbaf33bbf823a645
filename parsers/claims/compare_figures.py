"""Whether two figures are of the same thing: they agree, differ, or one takes the place of the other.

Evidence is added up in points: shared names, shared words for what is measured, shared words beside it, and how precise
the shared value is; what speaks against it (other times, other subjects) refuses.
"""

from __future__ import annotations

import math

from parsers.claims import evidence
from parsers.claims.evidence import Shared, meeting, strength, weight
from parsers.claims.figures import OUTCOMES
from parsers.claims.kept_apart import kept_apart, limited, part_of, rounded_apart, stranger, tells
from parsers.claims.model import Claim, Meeting
from parsers.claims.tellers import without_tellers

ENOUGH = 4.5
"""Points that two claims with one value need to be the same claim."""

ENOUGH_BARE, BARE = 5.0, 2
"""The same where the values have so few digits and no noun says in both what they measure."""

INEXACT, ROUNDED = 1.0, 2.25
"""Points that a pair loses when the values are one only by a bound or conversion, and by rounding where the texts do not
give one period."""

TITLED, SAME_SUBJECT = 1.0, 0.5
"""Points for a name that is in both sentences and both headlines, and for one subject of both."""

STRANGER = 0.75
"""Points that a headline costs whose names the other article does not have."""

SAME_PERIOD = 1.0
"""Points for one time that both texts give for the figure."""

ENOUGH_APART = 4.75
"""Points that two claims with different values need to be of the same thing: the value does not help."""

APART_DAYS = 3
"""Days between claims that differ, at most, where the texts give no period: later the thing itself may have changed."""

MOST_TIMES = 2.5
"""How many times as large as the other one a value may be and still be of the same thing."""

OFF, OFF_TITLED = 0.3, 0.15
"""Points that a stem beside one of two different values costs when it is not beside the other; less where both headlines
have a name in common that both sentences have."""

OTHERS_NAMED = 1.5
"""Points that it costs when each of two sentences names somebody whom the other one does not."""

ALIKE = 2.0
"""Points for shared words beside two values at which they measure the same, though no noun says what."""

SCALE = "magnitud"
"""The stem of what numbers without a unit measure on a scale."""

HAPPENED_TO = 3.5
"""Points for shared names at which numbers of victims are of one happening though no place that is known is named."""

NAMED_ENOUGH = 3.0
"""Points for shared names at which claims of different values are of the same, whatever the headlines name."""


def compare(one: Claim, other: Claim) -> Meeting | None:
    """What two figures have to do with each other; None when they are of different things, or nobody can tell."""
    if evidence.too_far(one, other) or evidence.other_period(one, other):
        return None
    if one.partial or other.partial:
        return _replacement(one, other) if one.unit == other.unit else None
    if evidence.same_value(one, other):
        if kept_apart(one, other) or (not evidence.printed_alike(one, other) and rounded_apart(one, other)):
            return None
        return _agreement(one, other) if one.polarity == other.polarity else _denial(one, other)
    if one.unit != other.unit or "-" in (one.polarity, other.polarity):
        return None
    replaced = one.replaces is not None or other.replaces is not None
    if replaced and (found := _replacement(one, other)) is not None:
        return found
    # the values first: they rule out more pairs than the words, for less
    if not _may_differ(one, other):
        return None
    if OUTCOMES.isdisjoint((*one.heads, *other.heads)):  # officials tell of the victims of one place each
        one, other = without_tellers(one, other)
    return None if kept_apart(one, other) else _difference(one, other)


def _agreement(one: Claim, other: Claim) -> Meeting | None:
    shared = evidence.shared(one, other)
    score = _points(one, other, shared) - _inexact(one, other)
    bare = not shared.heads and min(one.digits, other.digits) <= BARE
    return meeting("agrees", score, ENOUGH_BARE if bare else ENOUGH, shared)


def _inexact(one: Claim, other: Claim) -> float:
    """Points that a pair of one value loses because it is not printed alike."""
    if evidence.printed_alike(one, other):
        return 0.0
    rounded = one.unit == other.unit and not evidence.close(one, other) and not evidence.same_period(one, other)
    return ROUNDED if rounded else INEXACT


def _denial(one: Claim, other: Claim) -> Meeting | None:
    shared = evidence.shared(one, other)
    return meeting("denies", _points(one, other, shared), ENOUGH, shared)


def _points(one: Claim, other: Claim, shared: Shared) -> float:
    """Points for names, for what is measured, and for the digits of the value; 0 when one of the first two is missing."""
    if not (shared.heads or shared.near) or (one.unit == "{}" and not shared.heads):
        return 0.0
    if not (shared.names or shared.across or shared.about or shared.places):
        return 0.0
    digits = min(3.0, min(one.digits, other.digits) - 1.0)
    period = SAME_PERIOD if evidence.same_period(one, other) else 0.0
    who = min(4.0, _who(one, other, shared)) - STRANGER * (stranger(one, other) + stranger(other, one))
    return who + min(4.0, _what(shared)) + digits + period


def _who(one: Claim, other: Claim, shared: Shared) -> float:
    titles = {*one.title, *other.title}
    titled = tuple(n for n in shared.across if n in titles)
    others = tuple(n for n in shared.across if n not in titles)
    across = 0.8 * strength(titled) + min(1.5, 0.4 * strength(others))
    across += TITLED if {*one.title} & {*other.title} & {*shared.names} else 0.0
    across += SAME_SUBJECT if one.whose and one.whose == other.whose else 0.0
    return strength(shared.names) + across + min(1.0, 0.4 * strength(shared.about)) + min(1.5, len(shared.places))


def _what(shared: Shared) -> float:
    return weight(shared.heads, 3) + weight(shared.near, 4) + 0.5 * weight(shared.words, 4)


def _replacement(one: Claim, other: Claim) -> Meeting | None:
    """A text says that one value took the place of the other: "raised its bid to 22 from 20"."""
    first, later = (other, one) if one.replaces is not None else (one, other)
    if later.replaces is None or first.replaces == later.replaces or first.value is None:
        return None
    if abs(later.replaces - first.value) > 0.005 * abs(first.value):
        return None
    one_sentence = (one.words, one.names) == (other.words, other.names) and one.day == other.day
    if (one_sentence and first.replaces is not None) or (not one_sentence and kept_apart(one, other)):
        return None
    shared = evidence.shared(one, other)
    return meeting("replaces", _points(one, other, shared) + ENOUGH * one_sentence, ENOUGH, shared)


def _may_differ(one: Claim, other: Claim) -> bool:
    """Whether two different values may be of one thing, by what is said of the values."""
    if one.base or other.base or "more" in (one.link, other.link) or _other_trend(one, other):
        return False
    if _of_several(one) != _of_several(other) or _scaled(one) != _scaled(other):
        return False
    return _comparable(one, other) and not part_of(one, other) and limited(one) == limited(other)


def _other_trend(one: Claim, other: Claim) -> bool:
    """Whether one figure rose or fell and the other did not. How a value was reached ("rose to 5") does not matter where the times
    are one; a quarter's profit is not the year's, so money and shares need one time, and counts and measures no other one."""
    if one.trend == other.trend:
        return False
    if not ((one.trend is None and other.link == "to") or (other.trend is None and one.link == "to")):
        return True
    timeless = one.time_start is None or other.time_start is None
    return not (evidence.same_period(one, other) or (timeless and one.subtype not in ("money", "percent")))


def _of_several(claim: Claim) -> bool:
    """Whether a figure is the most that any of several things has: "four earthquakes measuring up to 4.5"."""
    return claim.low == -math.inf and not OUTCOMES.intersection(claim.heads)


def _scaled(claim: Claim) -> bool:
    """Whether a number is read from a scale, and counts nothing."""
    return claim.measure == SCALE


def _difference(one: Claim, other: Claim) -> Meeting | None:
    if not OUTCOMES.intersection(one.heads).isdisjoint(other.heads):
        return _other_toll(one, other, evidence.shared(one, other))
    if not _same_measure(one, other):
        return None
    shared = evidence.shared(one, other)
    if not _same_whose(one, other, shared):
        return None
    titled = bool({*one.title} & {*other.title} & {*shared.names})
    off = (OFF_TITLED if titled else OFF) * len(set(one.near) ^ set(other.near))
    off += OTHERS_NAMED if set(one.names) - set(other.names) and set(other.names) - set(one.names) else 0.0
    score = min(4.0, _who(one, other, shared)) + _what(shared) - off + min(1.0, weight(shared.theme, 2))
    score += SAME_PERIOD if evidence.same_period(one, other) or _same_day(one, other) else 0.0
    return meeting("differs", score, ENOUGH_APART, shared)


def _same_measure(one: Claim, other: Claim) -> bool:
    """Whether what is measured has one name, and not each a qualifier that the other lacks (zinc stocks, lead stocks)."""
    mine, theirs = set(one.heads), set(other.heads)
    if one.unit == "{}" and one.measure == other.measure and one.measure in mine & theirs:
        return True
    if mine and theirs:
        return mine <= theirs or theirs <= mine or (mine <= set(other.near) and theirs <= set(one.near))
    if (mine | theirs) & set(one.near) & set(other.near):
        return True
    return weight(tuple(sorted(set(one.near) & set(other.near))), 4) >= ALIKE


def _same_day(one: Claim, other: Claim) -> bool:
    return one.day is not None and other.day is not None and abs(one.day - other.day) <= 1


def _other_toll(one: Claim, other: Claim, shared: Shared) -> Meeting | None:
    """Different numbers of the dead, hurt or missing of one happening: the same place (or several names that both give) and the
    same kind of happening."""
    mine, theirs = {*one.places, *one.about_places}, {*other.places, *other.about_places}
    named = shared.names and strength(shared.names) + strength(shared.across) >= HAPPENED_TO
    if not (mine & theirs or named) or not (shared.theme or shared.words or shared.near):
        return None
    if one.names and not set(one.names) & {*other.names, *other.about} and one.places and not set(one.places) & theirs:
        return None
    score = (
        1.5 + min(2.0, len(mine & theirs)) + strength(shared.names) + 0.5 * strength((*shared.across, *shared.about))
    )
    score += weight((*shared.theme, *shared.near, *shared.words), 5)
    return meeting("differs", score, ENOUGH_APART, shared)


def _comparable(one: Claim, other: Claim) -> bool:
    """Whether different values of one thing at one time would be far enough from each other, and not too far."""
    if not evidence.apart(one, other) or one.value is None or other.value is None:
        return False
    mine, theirs = abs(one.value), abs(other.value)
    if mine > MOST_TIMES * theirs or theirs > MOST_TIMES * mine:
        return False
    if not (evidence.same_period(one, other) or _soon(one, other)):
        return False
    return not (tells(one, other.value) or tells(other, one.value)) or _two_in_one_article(one, other)


def _soon(one: Claim, other: Claim) -> bool:
    """Whether two claims were published so soon after each other that the thing itself has not changed."""
    return one.day is not None and other.day is not None and abs(one.day - other.day) <= APART_DAYS


def _two_in_one_article(one: Claim, other: Claim) -> bool:
    """Whether one article quotes two people: then it prints both values, and they may well disagree."""
    if one.speaker is None or other.speaker is None or one.speaker == other.speaker:
        return False
    return (one.day, one.heading, one.about, one.about_places) == (
        other.day,
        other.heading,
        other.about,
        other.about_places,
    )


def _same_whose(one: Claim, other: Claim, shared: Shared) -> bool:
    """Whether both are said of the same: the same subjects by name, and one of them named in both sentences or titles."""
    around = {*other.names, *other.places}, {*one.names, *one.places}
    if not set(one.whose) <= around[0] or not set(other.whose) <= around[1]:
        return False
    mine, theirs = {*one.whose, *one.title}, {*other.whose, *other.title}
    titles = set(one.title), set(other.title)
    known = {*one.names, *one.about}, {*other.names, *other.about}
    if (titles[0] and not titles[0] & known[1]) or (titles[1] and not titles[1] & known[0]):
        return False
    central = mine & theirs & {*shared.names, *shared.across, *shared.about, *shared.places}
    return (
        bool(central)
        or strength(shared.names) >= NAMED_ENOUGH
        or bool(shared.places and (evidence.same_period(one, other) or _one_teller(one, other, shared)))
    )


def _one_teller(one: Claim, other: Claim, shared: Shared) -> bool:
    """Whether one person tells the number of one thing twice: what is counted has the same name."""
    person = one.speaker is not None and one.speaker == other.speaker and one.speaker.startswith("person/")
    return person and bool(shared.heads) and one.heads == other.heads
