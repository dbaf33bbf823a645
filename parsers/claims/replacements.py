"""Figures in whose place a sentence puts others: "raised to 22 from 20", "929 million, revised from 971 million"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.claims.amounts import LEFT_OUT, amount, comparable
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

PLAINLY_FROM = re.compile(
    r"(?:\s[a-z][\w-]*){0,4},?\s+(?:up\s+|down\s+)?from\s+(?:(?:an?|the|its|about|around|some)\s+)*", re.IGNORECASE
)
CHANGING = re.compile(
    r"\b(?:rais(?:ed?|es|ing)|hik(?:ed?|es|ing)|cut(?:s|ting)?|lower(?:ed|s|ing)?|reduc(?:ed?|es|ing)|sweeten(?:ed|s|ing)?|revis(?:ed?|es|ing)|restated|"
    r"corrected|adjusted|trimm(?:ed|ing)|slash(?:ed|es|ing)?|boost(?:ed|s|ing)?|(?:was|were|been|be|is|are)\s+(?:further\s+)?increased|"
    r"increas(?:ed|es|ing)\s+(?:its|his|her|their|the))\b(?![^.;]*\b(?:loss|losses|deficit|profit|sales|earnings)\b)",
    re.IGNORECASE,
)
"""Verbs by which somebody puts a figure in the place of another; nobody puts what merely rose or fell."""

SEASONS = re.compile(
    r"[^.;]{0,40}?\b(?:year|quarter|month|week|period|season|reported\s+(?:at|for)|19\d\d|20\d\d|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b",
    re.IGNORECASE,
)
"""Words behind a figure that say it is that of another time, and so still right."""


def replaced(fact: Fact, unit: str, quantities: Sequence[Fact], body: str) -> float | None:
    """The value that the sentence says this one took the place of: the next figure, when the words between say so."""
    end = fact.anchor_end or 0
    other = min(
        (f for f in quantities if f.start_char == fact.start_char and (f.anchor_start or 0) >= end),
        key=lambda f: f.anchor_start or 0,
        default=None,
    )
    found = amount(other) if other is not None and fact.subtype != "number" else None
    if other is None or found is None or found.unit != unit or not _puts_in_place(fact, other, quantities, body):
        return None
    return found.value


def was_replaced(fact: Fact, quantities: Sequence[Fact], body: str) -> bool:
    """Whether the figure before it in its sentence took its place; then its own words need not be those of its clause."""
    before = max(
        (f for f in quantities if f.start_char == fact.start_char and (f.anchor_start or 0) < (fact.anchor_start or 0)),
        key=lambda f: f.anchor_start or 0,
        default=None,
    )
    return (
        before is not None and fact.polarity == "+" and before.unit == fact.unit
        and comparable(before) and fact.subtype not in LEFT_OUT and _puts_in_place(before, fact, quantities, body)
    )  # fmt: skip


def _puts_in_place(fact: Fact, other: Fact, quantities: Sequence[Fact], body: str) -> bool:
    """Whether the words around two figures say that the first took the place of the second."""
    start, end = fact.anchor_start or 0, fact.anchor_end or 0
    between, behind = (end, other.anchor_start or 0), other.anchor_end or 0
    if CORRECTED.fullmatch(body, *between) or NOTED_BEHIND.match(body, behind, min(behind + 50, len(body))):
        return between[1] - between[0] < 80
    before = max((f.anchor_end or 0 for f in quantities if fact.start_char <= (f.anchor_start or 0) < start), default=0)
    left = max(fact.start_char, before, start - 110)
    return (
        fact.timex_value is None
        and PLAINLY_FROM.fullmatch(body, *between) is not None
        and CHANGING.search(body, left, start) is not None
        and SEASONS.match(body, behind, min(behind + 60, fact.end_char)) is None
    )
