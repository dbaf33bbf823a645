"""Words before a figure that tell what kind of figure it is: one that others are compared with, a change, a sum, a market's level."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.model import Fact
from parsers.record import changed

COMPARED = re.compile(
    r"(?:\b(?:from|against|versus|vs\.?|(?<!more\s)(?<!less\s)(?<!fewer\s)than|compared\s+(?:with|to)|instead\s+of|up\s+from|down\s+from)|[(])"
    r"(?:\s+(?:a|an|the|about|around|some|previous|earlier|revised|an?\s+estimated|loss|profit|gain|loss\s+of|profit\s+of))*\s*\Z",
    re.IGNORECASE,
)
"""Words before a figure that another one is compared with."""

LINK = re.compile(
    r"\b(to|by)\s+(?:(?:about|around|some|nearly|almost|a|an|record|only|just|over|under|at\s+least|more\s+than|less\s+than)\s+)*\Z",
    re.IGNORECASE,
)
"""Whether something changed to a figure or by it."""

MORE = re.compile(r"\b(?:another|further|additional|extra|other|remaining)\s+\Z", re.IGNORECASE)
"""Words of a figure that is told beside others of its kind."""

LEVEL = "level"
"""The link of a figure at which a market opened, traded or closed: the next day has another one."""

TRADED = re.compile(
    r"\b(?:open(?:ed|ing|s)?|clos(?:ed|ing|es)|trad(?:ed|ing|es)|quoted|changed\s+hands|changing\s+hands)\b(?:\s[\w'&.-]+){0,4}?\s+(?:at|around|near)\s+(?:about\s+|around\s+|some\s+|an?\s+)*\Z",
    re.IGNORECASE,
)
"""Words before a level of a market: "opened comfortably at", "were trading at"."""

SUMMED = re.compile(r"\b(?:year[- ]to[- ]date|so far this|cumulative|fully diluted|in all)\b", re.IGNORECASE)
"""Words of a figure that adds up others."""


REACHED = re.compile(
    r"(?:\s+(?:in|during|over|for|within|on)\s+[^,;:.()]{2,40})?\s+to\s+(?:(?:about|around|some|nearly|almost|a|an|record)\s+)*"
)
"""What stands between a change and what it led to: "fell by 4 million barrels in the week ended May 8 to"."""


COMPARED_ENDS = tuple(
    "from against versus vs vs. than with to of ( a an the about around some previous earlier revised estimated loss profit gain".split()
)
"""How the words before a figure end where COMPARED may match."""

LINK_ENDS = tuple(
    "to by about around some nearly almost a an record only just over under least than another further additional extra other remaining at near".split()
)
"""The same for MORE, TRADED and LINK."""

SUMMED_WORDS = ("to-date", "to date", "so far this", "cumulative", "fully diluted", "in all")
"""What SUMMED cannot do without."""


def compared(body: str, fact: Fact, start: int) -> bool:
    """Whether a figure that begins at `start` is one that another is compared with."""
    before = body[max(fact.start_char, start - 40) : start]
    return may_end(before, COMPARED_ENDS) and COMPARED.search(before) is not None


def may_end(before: str, ends: tuple[str, ...]) -> bool:
    """Whether a text ends in one of some words, but for case and space: six in seven do not, and need no pattern.

    Always true of text beyond ASCII, in which patterns without case fold more letters than `lower` does.
    """
    return not before.isascii() or before.rstrip().lower().endswith(ends)


def summed(body: str, start: int, end: int) -> bool:
    """Whether a sentence says that a figure adds up others."""
    sentence = body[start:end]
    if sentence.isascii() and not any(map(sentence.lower().__contains__, SUMMED_WORDS)):
        return False
    return SUMMED.search(body, start, end) is not None


def link(body: str, fact: Fact, start: int, *, summed: bool) -> str | None:
    """ "by" or "to" before the figure; "more" where it is told beside others ("a further 20"); "summed" over more than one period;
    "level" of a market."""
    linked = may_end(body[max(fact.start_char, start - 30) : start], LINK_ENDS)
    if linked and MORE.search(body, max(fact.start_char, start - 30), start):
        return "more"
    if summed and SUMMED.search(body, max(fact.start_char, start - 100), min(fact.end_char, start + 70)):
        return "summed"
    if not linked:
        return None
    if TRADED.search(body, max(fact.start_char, start - 60), start):
        return LEVEL
    found = LINK.search(body, max(fact.start_char, start - 30), start)
    return found[1].lower() if found else None


def subject_shared(at: int, same: Sequence[Fact], body: str) -> Fact:
    """A figure of a sentence; one that a change led to has the subject of the change: "stocks fell by 4 tonnes to 120 tonnes"."""
    fact = same[at]
    if at == 0 or fact.subject is not None or fact.object is not None:
        return fact
    before = same[at - 1]
    if (
        before.trend is None
        or before.subject is None
        or not REACHED.fullmatch(body, before.anchor_end or 0, fact.anchor_start or 0)
    ):
        return fact
    return changed(fact, subject=before.subject)
