"""What two claims have in common, and what keeps them apart. Every question is about the pair alone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from parsers.claims.figures import OUTCOMES
from parsers.claims.model import Claim, Meeting, Names, Relation
from parsers.claims.words import commonness, telling
from parsers.record import Record

WINDOW_DAYS = 12
"""Days between the publications of claims of one happening, at most."""

PERIOD_DAYS = 60
"""The same where both texts give the same period for the figure."""

NEAR_BOUND = 0.05
"""How far from its bound a value may lie to be what the bound means: "more than 100" is 104, not 300."""


ROUNDED = 0.02
"""How far two values may lie from each other and still be one, rounded."""

VAGUE = 0.1
"""How far a value may lie from "about" another one without contradicting it."""


@dataclass(frozen=True, slots=True)
class Shared(Record):
    """What two claims share: names in both sentences, names of one sentence that the other article is about, and so on."""

    names: Names
    across: Names
    about: Names
    places: Names
    heads: Names
    near: Names
    words: Names
    theme: Names

    def why(self) -> str:
        """In words: what the meeting rests on."""
        parts = (
            ("named in both", (*self.names, *self.places)), ("named in one, subject of the other", self.across),
            ("both articles are about", self.about), ("measure", self.heads), ("beside the figure", self.near), ("in the sentence", self.words), ("headlines", self.theme),
        )  # fmt: skip
        return "; ".join(f"{what}: {', '.join(shared)}" for what, shared in parts if shared)


def shared(one: Claim, other: Claim) -> Shared:
    """What two claims have in common."""
    mine, theirs, about, other_about = set(one.names), set(other.names), set(one.about), set(other.about)
    names = mine & theirs
    across = (mine & other_about | about & theirs) - names
    heads = set(one.heads).intersection(other.heads)
    near = set(one.near).intersection(other.near).difference(heads)
    words = set(one.words).intersection(other.words).difference(heads, near)
    return Shared(
        _sorted(names),
        _sorted(across),
        _sorted((about & other_about) - names - across),
        _both(one.places, other.places),
        _sorted(heads),
        _sorted(near),
        _sorted(words),
        _both(one.theme, other.theme),
    )


def _sorted(names: set[str]) -> Names:
    return tuple(sorted(names)) if names else ()


def _both(some: Names, others: Names) -> Names:
    return _sorted(set(some).intersection(others)) if some and others else ()


def meeting(relation: Relation, score: float, enough: float, shared: Shared) -> Meeting | None:
    """The meeting of two claims whose evidence is enough, else None."""
    return Meeting(relation=relation, score=round(score, 2), why=shared.why()) if score >= enough else None


def strength(names: Names) -> float:
    """Points for shared names: up to two each for four names, less for what may be a common word."""
    return sum(map(_points, names[:4]))


@lru_cache(maxsize=16384)
def _points(name: str) -> float:
    return min(2.0, max(0.5, (6.5 - commonness(name)) / 1.5))


def weight(stems: Names, most: int) -> float:
    """Points for shared stems: up to one each."""
    return sum(map(telling, stems[:most]))


def too_far(one: Claim, other: Claim) -> bool:
    """Whether too many days lie between the publications."""
    if one.day is None or other.day is None:
        return False
    days = abs(one.day - other.day)
    return days > WINDOW_DAYS and (days > PERIOD_DAYS or not same_period(one, other))


def same_period(one: Claim, other: Claim) -> bool:
    """Whether both texts give the same time for the figure."""
    return one.time_start is not None and (one.time_start, one.time_end) == (other.time_start, other.time_end)


def other_period(one: Claim, other: Claim) -> bool:
    """Whether both texts give a time for the figure, and the times have nothing in common."""
    if not (one.time_start and one.time_end and other.time_start and other.time_end):
        return False
    return one.time_end <= other.time_start or other.time_end <= one.time_start


def other_subject(one: Claim, other: Claim) -> bool:
    """Whether each is said of somebody by name, and neither of whom the other sentence names."""
    if not one.whose or not other.whose or set(one.whose) & set(other.whose):
        return False
    return not (set(one.whose) & {*other.names, *other.places} or set(other.whose) & {*one.names, *one.places})


def other_names(one: Claim, other: Claim) -> bool:
    """Whether both sentences name somebody, nobody in common, and one of them nobody whom the other article is about."""
    mine, theirs = set(one.names), set(other.names)
    if not mine or not theirs or mine & theirs:
        return False
    return not (mine & set(other.about) and theirs & set(one.about))


def other_article(one: Claim, other: Claim) -> bool:
    """Whether a sentence names nobody, and the articles are about others: lines of tables, clauses of templates."""
    if one.names and other.names:
        return False
    mine, theirs = set(one.title or one.about), set(other.title or other.about)
    both = mine & theirs
    return len(both) < 0.6 * min(len(mine), len(theirs)) or (both != mine and both != theirs and len(both) < 2)


def other_outcome(one: Claim, other: Claim) -> bool:
    """Whether something became of the people of one claim that did not become of those of the other."""
    return OUTCOMES.intersection(one.heads) != OUTCOMES.intersection(other.heads)


def other_issue(one: Claim, other: Claim) -> bool:
    """Whether two sentences of one template tell of different things: other titles, other dates, other figures beside it."""
    mine, theirs = set(one.title).intersection(one.names), set(other.title).intersection(other.names)
    if mine and theirs and not mine & {*other.names, *other.about} and not theirs & {*one.names, *one.about}:
        return True
    if one.dates and other.dates and not any(_overlap(a, b) for a in one.dates for b in other.dates):
        return True
    if one.heading == other.heading != 0 and one.day != other.day:
        return True
    fewest = min(len(one.beside), len(other.beside))
    if fewest > 1 and _alike(one, other) and 3 * _beside_both(one.beside, other.beside) < fewest:
        return True
    return _own_title(one, other) and _own_title(other, one) and _alike(one, other)


def _alike(one: Claim, other: Claim) -> bool:
    """Whether half of the words of a sentence are in the other one too."""
    return 2 * len(set(one.words) & set(other.words)) >= min(len(one.words), len(other.words))


def _own_title(one: Claim, other: Claim) -> bool:
    """Whether a headline and a sentence name somebody whom the other article does not."""
    return not set(one.title) & set(one.names) <= {*other.names, *other.about, *other.title}


def _beside_both(one: tuple[float, ...], other: tuple[float, ...]) -> int:
    """How many values of one sentence are in the other one too, if only by rounding."""
    return max(_found(one, other), _found(other, one))


def _found(some: tuple[float, ...], others: tuple[float, ...]) -> int:
    return sum(any(abs(a - b) <= ROUNDED * max(abs(a), abs(b)) for b in others) for a in some)


def _overlap(one: str, other: str) -> bool:
    (start, end), (start_b, end_b) = one.split("/"), other.split("/")
    return start < end_b and start_b < end


def same_value(one: Claim, other: Claim) -> bool:
    """Whether the words of both leave room for one and the same value, in one unit or in the one printed beside it."""
    if one.also_unit is None and other.also_unit is None:
        return one.unit == other.unit and one.unit is not None and _meet(one.low, one.high, other.low, other.high)
    mine = [(one.unit, one.low, one.high), (one.also_unit, one.also_low, one.also_high)]
    theirs = [(other.unit, other.low, other.high), (other.also_unit, other.also_low, other.also_high)]
    return any(a[0] is not None and a[0] == b[0] and _meet(*a[1:], *b[1:]) for a in mine for b in theirs)


def _meet(low: float | None, high: float | None, low_b: float | None, high_b: float | None) -> bool:
    """Whether two ranges in one unit leave room for one value."""
    if low is None or high is None or low_b is None or high_b is None:
        return False
    if not -math.inf < low <= high < math.inf:
        low, high = _closed(low, high)
    if not -math.inf < low_b <= high_b < math.inf:
        low_b, high_b = _closed(low_b, high_b)
    slack = 1e-9 * max(abs(high), abs(high_b))
    if high < low_b - slack or high_b < low - slack:
        return False
    return _inside((low + high) / 2, low_b, high_b, slack) or _inside((low_b + high_b) / 2, low, high, slack)


def _closed(low: float, high: float) -> tuple[float, float]:
    """An interval with one end, closed near that end."""
    if high == math.inf or high == -math.inf:
        return low, low + NEAR_BOUND * abs(low)
    return (high - NEAR_BOUND * abs(high), high) if low == -math.inf or low == math.inf else (low, high)


def _inside(middle: float, low: float, high: float, slack: float) -> bool:
    return low - slack <= middle < high + (slack if low == high else -slack)


def printed_alike(one: Claim, other: Claim) -> bool:
    """Whether both print one value, or differ by less than half a percent, and say "less" or "more than" or neither."""
    return one.unit == other.unit and close(one, other) and _bounds(one) == _bounds(other)


def close(one: Claim, other: Claim) -> bool:
    """Whether two values in one unit differ by less than half a percent."""
    if one.value is None or other.value is None:
        return False
    return abs(one.value - other.value) <= 0.005 * max(abs(one.value), abs(other.value))


def _bounds(claim: Claim) -> tuple[bool, bool]:
    """Whether a claim says "less than" or "more than"."""
    return claim.low == -math.inf, claim.high == math.inf


def apart(one: Claim, other: Claim) -> bool:
    """Whether two values in one unit cannot both be right, whatever the words leave open."""
    if one.unit != other.unit or one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    slack = (VAGUE if one.vague or other.vague else 0.005) * max(abs(one.value or 0), abs(other.value or 0))
    return one.high + slack < other.low or other.high + slack < one.low
