"""Figures in whose place a sentence puts others: "raised to 22 from 20", "929 million, revised from 971 million"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.claims.amounts import LEFT_OUT
from parsers.model import Fact

FROM = r"(?:from|instead\s+of|rather\s+than|compared\s+(?:with|to)|against)"
EARLIER = r"(?:previous(?:ly)?|original(?:ly)?|initial(?:ly)?|earlier|prior|first|provisional(?:ly)?|preliminary)"
NOTED = r"(?:indicated|reported|announced|estimated|proposed|projected|forecast|published|given|put|set|stated|planned|offered|bid|estimate|figure|report|offer)"

CORRECTED = re.compile(
    rf"[\s,;(]*(?:which\s+(?:was|were)\s+)?(?:(?:revised|restated|corrected|adjusted)\s+(?:(?:up|down)(?:ward)?s?\s+)?from\b|"
    rf"{FROM}\s+(?:(?:the|an?|its|his|their)\s+)?(?:{EARLIER}|indicated|proposed|estimated)\b|(?:{EARLIER}\s+{NOTED}\b))"
    r"(?:(?!\b(?:and|but|above|below)\b)[^.;]){0,40}",
    re.IGNORECASE,
)
"""What stands between a figure and one that it corrects: "929 mln, revised from 971 mln", "compared with the indicated 3 pct"."""

NOTED_BEHIND = re.compile(
    rf"[\s,(]*(?:an?\s+share\s+)?(?:{EARLIER}\s+{NOTED}|{NOTED}\s+(?:{EARLIER}|in\s+an\s+earlier))\b", re.IGNORECASE
)
"""What stands behind a figure that another one corrects: "from 21.5 mln reported previously"."""

FEW_WORDS = r"(?:\s\(?[^\W\d][\w.'&-]*\)?){0,6}"

PLAINLY_FROM = re.compile(
    rf"{FEW_WORDS},?\s+(?:up\s+|down\s+)?from\s+(?:(?:an?|the|its|about|around|some|all-cash|current|old)\s+)*",
    re.IGNORECASE,
)
"""What stands between a figure and the one from which somebody changed it."""

PAIRED = re.compile(rf"{FEW_WORDS},?\s+or\s+(?:(?:about|around|some|nearly)\s+)?", re.IGNORECASE)
"""What stands between a figure and the same in another measure: "76,000 shares, or 7.5 pct"."""

CORRECTING = re.compile(
    r"\b(?:revis(?:ed?|es|ing)|restat(?:ed?|es|ing)|correct(?:ed|s|ing)?|adjusted)\b", re.IGNORECASE
)

CHANGING = re.compile(
    r"\b(?:rais(?:ed?|es|ing)|hik(?:ed?|es|ing)|cut(?:s|ting)?|lower(?:ed|s|ing)?|reduc(?:ed?|es|ing)|sweeten(?:ed|s|ing)?|"
    r"trimm(?:ed|ing)|slash(?:ed|es|ing)?|upped|(?:was|were|been|be|is|are)\s+(?:further\s+)?increased|"
    r"increas(?:ed|es|ing)\s+(?:its|his|her|their|the))\b(?![^.;]*\b(?:loss|losses|deficit|profit|sales|earnings|contribution|output)\b)",
    re.IGNORECASE,
)
"""Verbs by which somebody puts a figure in the place of another; nobody puts what merely rose or fell."""

INTENDED = re.compile(
    r"\b(?:aim|plan|hope|seek|target|propos|would|could|may|might|will|intend)(?:s|ed|ing)?\b", re.IGNORECASE
)
"""Words before a figure that say it is only meant to take the place of another."""

SOUGHT = re.compile(r"\b(?:seek|ask|hop|aim|press)(?:s|es|ed|ing)?\s+(?:for|to|an?|its)\b", re.IGNORECASE)
"""Words before a figure that say somebody only wants it."""

MOST_TIMES = 20.0
"""How many times as large as the other one a figure may be that takes its place: more is a mistake in a unit."""

SEASONS = re.compile(
    r"[^.;]{0,40}?\b(?:year|quarter|month|week|period|season|reported\s+(?:at|for)|previously|19\d\d|20\d\d|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b",
    re.IGNORECASE,
)
"""Words behind a figure that say it is that of another time, and so still right."""

LATER = 3
"""Figures behind one in its sentence of which one may be what it took the place of."""


def replaced(at: int, quantities: Sequence[Fact], body: str) -> Fact | None:
    """The figure that a sentence says one took the place of, or None: `quantities` are those of the sentence, in order, and
    `at` is which of them is asked about."""
    fact = quantities[at]
    later = quantities[at + 1 : at + 1 + LATER]
    other = next((f for f in later if f.unit == fact.unit and f.value != fact.value), None)
    if other is None or fact.subtype in LEFT_OUT or not _stated(fact) or not _stated(other):
        return None
    between = [fact, *later[: later.index(other)], other]
    return other if _puts_in_place(between, quantities[:at], body) else None


def _stated(fact: Fact) -> bool:
    """Whether a figure is said to be so. Of whom it is may be weaker evidence: one figure replaces the other all the same."""
    return (
        fact.polarity == "+" and fact.modality in ("asserted", "claimed") and fact.value is not None
        and fact.anchor_start is not None and fact.anchor_end is not None and fact.of_value is None and fact.subtype != "number"
    )  # fmt: skip


def _puts_in_place(between: Sequence[Fact], before: Sequence[Fact], body: str) -> bool:
    """Whether the words around some figures say that the first took the place of the last."""
    fact, other = between[0], between[-1]
    gap = _gap(between, body)
    if gap is None:
        return False
    behind = other.anchor_end or 0
    if MOST_TIMES * min(abs(fact.value or 0), abs(other.value or 0)) < max(abs(fact.value or 0), abs(other.value or 0)):
        return False
    if SOUGHT.search(body, max(fact.start_char, (fact.anchor_start or 0) - 60), fact.anchor_start or 0):
        return False
    if CORRECTED.fullmatch(body, *gap) or NOTED_BEHIND.match(body, behind, min(behind + 50, len(body))):
        return gap[1] - gap[0] < 80
    start = fact.anchor_start or 0
    left = max(
        fact.start_char,
        start - 130,
        max((f.anchor_end or 0 for f in before), default=0) if not _is_pair(before, fact, body) else 0,
    )
    return (
        fact.timex_value is None
        and PLAINLY_FROM.fullmatch(body, *gap) is not None
        and (CORRECTING.search(body, left, start) or CHANGING.search(body, left, start)) is not None
        and INTENDED.search(body, left, start) is None
        and SEASONS.match(body, behind, min(behind + 60, fact.end_char)) is None
    )


def _is_pair(before: Sequence[Fact], fact: Fact, body: str) -> bool:
    """Whether the figure before is the same in another measure."""
    return bool(before) and PAIRED.fullmatch(body, before[-1].anchor_end or 0, fact.anchor_start or 0) is not None


def _gap(between: Sequence[Fact], body: str) -> tuple[int, int] | None:
    """The stretch in which the words of replacing must be: between two figures, or beside one that is paired with either."""
    ends = [(a.anchor_end or 0, b.anchor_start or 0) for a, b in pairwise(between)]
    if len(ends) == 1:
        return ends[0]
    if len(ends) == 2 and PAIRED.fullmatch(body, *ends[0]):
        return ends[1]
    return ends[0] if len(ends) == 2 and PAIRED.fullmatch(body, *ends[1]) else None
